"""资金 (fund): the whole money of one indicator document.

Its facts stand in `facts`, what they add up to in `state`.  The decisions stand in chapters, one file each;
this page is their table of contents.
"""

from domain.funds import allocations, arrivals, indicator, passing_down, reports
from domain.funds.state import FundState


class Fund(FundState):
    """资金 `fund/{document_no}`, with every decision of its chapters as a method."""

    # 指标、更正、结转、授权
    receive = indicator.receive
    add = indicator.add
    cut = indicator.cut
    correct_title = indicator.correct_title
    carry_over = indicator.carry_over
    reverse_carry_over = indicator.reverse_carry_over
    authorise = indicator.authorise

    # 报送
    file_report = reports.file_report
    withdraw_report = reports.withdraw_report

    # 下达下级
    check_passing_down = passing_down.check_passing_down
    pass_down = passing_down.pass_down
    reverse_passing_down = passing_down.reverse_passing_down

    # 分配、调剂、收回分配
    allocate = allocations.allocate
    adjust = allocations.adjust
    take_back = allocations.take_back

    # 到位、收回结余
    check_arrival = arrivals.check_arrival
    arrive = arrivals.arrive
    check_arrival_reversal = arrivals.check_arrival_reversal
    reverse_arrival = arrivals.reverse_arrival
    check_recovery = arrivals.check_recovery
    recover = arrivals.recover
    reverse_recovery = arrivals.reverse_recovery
