"""资金事实 (facts of funds): what can happen to the money of an indicator document."""

from dataclasses import dataclass
from datetime import date

from domain.fact import Fact
from domain.funds.values import Sources


class FundFacts:
    """What is recorded of a fund; `Fund` gives each by its own name, as `Fund.Allocated`."""

    # 指标 indicator

    @dataclass(frozen=True, kw_only=True)
    class IndicatorReceived(Fact):
        """指标下达.  nature: grant 无偿 | repayable 有偿.

        passed_down_from   the document of the level above in these books that gave the money; "" from outside.
        transfer_kind      general 一般性转移支付 | earmarked 专项转移支付; "" where the document does not say.
        upper_received_on  when the province received the money that its document gives; None where nobody said.
        """

        TOPIC = "fund.indicator_received"
        OPENS = True
        document_no: str
        title: str
        year: int
        place_code: str
        issuer: str
        issued_on: date
        use: str
        nature: str
        budget_code: str
        sources: Sources
        amount_fen: int
        passed_down_from: str = ""
        transfer_kind: str = ""
        upper_received_on: date | None = None

    @dataclass(frozen=True, kw_only=True)
    class IndicatorAdded(Fact):
        """指标追加.  `passed_down_from` as of the indicator: then the money comes from that document."""

        TOPIC = "fund.indicator_added"
        decision_no: str
        sources: Sources
        amount_fen: int
        reason: str
        passed_down_from: str = ""

    @dataclass(frozen=True, kw_only=True)
    class IndicatorCut(Fact):
        """指标核减.  `passed_down_from` as of the indicator: then the money goes back to that document."""

        TOPIC = "fund.indicator_cut"
        decision_no: str
        sources: Sources
        amount_fen: int
        reason: str
        passed_down_from: str = ""

    @dataclass(frozen=True, kw_only=True)
    class TitleCorrected(Fact):
        """资金名称更正: the title was recorded wrongly; both are shown."""

        TOPIC = "fund.title_corrected"
        former_title: str
        title: str
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class CarriedOver(Fact):
        """结转: what was not used may be used in the next year for the same purpose."""

        TOPIC = "fund.carried_over"
        from_year: int
        to_year: int
        sources: Sources
        amount_fen: int

    @dataclass(frozen=True, kw_only=True)
    class CarryOverReversed(Fact):
        """结转冲销: a carry-over was entered by mistake; `former_fen` is what the one before it carried, 0 for none."""

        TOPIC = "fund.carry_over_reversed"
        from_year: int
        to_year: int
        sources: Sources
        amount_fen: int
        former_fen: int
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class IntegrationAuthorised(Fact):
        """统筹整合授权."""

        TOPIC = "fund.integration_authorised"
        authorisation_no: str
        document_no_of_authority: str
        level: str
        from_use: str
        to_use: str
        amount_fen: int
        valid_until: date

    # 报送 reports sent up

    @dataclass(frozen=True, kw_only=True)
    class ReportFiled(Fact):
        """报送: a paper about the money was sent up.  report: split_proposal 分配方案 | use_plan 使用计划."""

        TOPIC = "fund.report_filed"
        report: str
        filing_no: str
        filed_with: str

    @dataclass(frozen=True, kw_only=True)
    class ReportWithdrawn(Fact):
        """报送撤回: a paper was recorded by mistake, or was given back; it stops no time limit any more."""

        TOPIC = "fund.report_withdrawn"
        report: str
        filing_no: str
        reason: str

    # 下达下级 passing down

    @dataclass(frozen=True, kw_only=True)
    class PassedDown(Fact):
        """下达下级: free money goes to the document of a place below, where it is received by the same act."""

        TOPIC = "fund.passed_down"
        to_document_no: str
        place_code: str
        decision_no: str
        sources: Sources
        amount_fen: int

    @dataclass(frozen=True, kw_only=True)
    class PassingDownReversed(Fact):
        """下达冲销: money that was passed down and is still free below comes back, in whole or in part."""

        TOPIC = "fund.passing_down_reversed"
        to_document_no: str
        decision_no: str
        sources: Sources
        amount_fen: int
        reason: str

    # 分配、调剂、收回 allocations

    @dataclass(frozen=True, kw_only=True)
    class Allocated(Fact):
        """分配.  purpose_kind: project | unit | fee; the code of the fee is empty.

        `from_recovered` plans surplus again; a fee says the base it was taken from, and the document of a larger one.
        spending_item  what a unit is given it for; "" where it may choose among the items of the rulebook.
        """

        TOPIC = "fund.allocated"
        allocation_no: str
        decision_no: str
        purpose_kind: str
        purpose_code: str
        use: str
        budget_code: str
        sources: Sources
        amount_fen: int
        fee_base_fen: int = 0
        fee_base_note: str = ""
        from_recovered: bool = False
        authorisation_no: str = ""
        spending_item: str = ""

    @dataclass(frozen=True, kw_only=True)
    class AllocationAdjusted(Fact):
        """分配调剂: what has not arrived moves from one allocation to another."""

        TOPIC = "fund.allocation_adjusted"
        from_allocation_no: str
        to_allocation_no: str
        decision_no: str
        sources: Sources
        amount_fen: int
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class AllocationTakenBack(Fact):
        """收回分配: what has not arrived is free to be allocated again.

        to_recovered  whether it goes back to the recovered surplus that it came from.
        """

        TOPIC = "fund.allocation_taken_back"
        allocation_no: str
        decision_no: str
        sources: Sources
        amount_fen: int
        reason: str
        to_recovered: bool = False

    # 到位、收回结余 arrivals

    @dataclass(frozen=True, kw_only=True)
    class CashArrived(Fact):
        """资金到位: allocated money reached an account."""

        TOPIC = "fund.cash_arrived"
        allocation_no: str
        account_code: str
        voucher_no: str
        sources: Sources
        amount_fen: int

    @dataclass(frozen=True, kw_only=True)
    class ArrivalReversed(Fact):
        """到位冲销: an arrival was recorded by mistake."""

        TOPIC = "fund.arrival_reversed"
        account_code: str
        voucher_no: str
        allocation_no: str
        sources: Sources
        amount_fen: int
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class SurplusRecovered(Fact):
        """收回结余: money that arrived and is not needed comes back with its source split."""

        TOPIC = "fund.surplus_recovered"
        allocation_no: str
        account_code: str
        voucher_no: str
        sources: Sources
        amount_fen: int
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class RecoveryReversed(Fact):
        """收回结余冲销: a recovery was entered by mistake; the money is where it was."""

        TOPIC = "fund.recovery_reversed"
        allocation_no: str
        account_code: str
        voucher_no: str
        sources: Sources
        amount_fen: int
        reason: str
