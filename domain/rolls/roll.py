"""发放花名册 (roll): one payment to many persons, line by line, through the bank's answers to the last line.

A line is due, then sent, then confirmed or returned by the bank; a returned line is sent again or cancelled, and what
was confirmed may be paid back.  What a roll costs is split over its sources when it is approved; every later movement
takes its part from what that source still has in the same state, so each source ends at zero.

Its facts stand in `facts`, what they add up to in `state`.  The decisions stand in chapters, one file each;
this page is their table of contents.
"""

from domain.rolls import approval, ends, reversals, sending
from domain.rolls.state import RollState


class Roll(RollState):
    """花名册 `roll/{roll_no}`, with every decision of its chapters as a method."""

    # 编制、审定
    draw_up = approval.draw_up
    check_approval = approval.check_approval
    approve = approval.approve

    # 代发、结果、重发、取消
    check_sending = sending.check_sending
    send = sending.send
    bank_answer = sending.bank_answer
    note_answer = sending.note_answer
    check_returned_line = sending.check_returned_line
    resend = sending.resend
    cancel_line = sending.cancel_line

    # 撤回、取消、收回、退回、办结
    withdraw = ends.withdraw
    cancel = ends.cancel
    check_recall = ends.check_recall
    recall = ends.recall
    check_pay_back = ends.check_pay_back
    pay_back = ends.pay_back
    close = ends.close

    # 更正、冲销
    check_confirmation_reversal = reversals.check_confirmation_reversal
    reverse_confirmation = reversals.reverse_confirmation
    check_return_reversal = reversals.check_return_reversal
    reverse_returns = reversals.reverse_returns
    check_cancellation_reversal = reversals.check_cancellation_reversal
    reverse_cancellation = reversals.reverse_cancellation
    check_pay_back_reversal = reversals.check_pay_back_reversal
    paid_once_more = reversals.paid_once_more
    reverse_pay_back = reversals.reverse_pay_back
