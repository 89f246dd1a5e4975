"""报账 (claim): a request for payment with its papers, from submission to the bank's answer.

Its facts stand in `facts`, what they add up to in `state`.  The decisions stand in chapters, one file each;
this page is their table of contents.
"""

from domain.claims import approval, delivery, payment
from domain.claims.state import ClaimStanding


class Claim(ClaimStanding):
    """报账单 `claim/{claim_no}`, with every decision of its chapters as a method."""

    # 提交、审核、审批、不予报账、撤回
    submit = approval.submit
    review = approval.review
    approve = approval.approve
    refuse = approval.refuse
    withdraw = approval.withdraw

    # 用款验收
    accept_delivery = delivery.accept_delivery
    take_back_delivery = delivery.take_back_delivery

    # 付款、退票、冲销、退款
    check_payment = payment.check_payment
    pay = payment.pay
    note_return = payment.note_return
    note_reversal = payment.note_reversal
    note_refund = payment.note_refund
    reverse_return = payment.reverse_return
