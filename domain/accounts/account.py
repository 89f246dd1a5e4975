"""专户与专账 (account): a special account of aid funds, or the ledger of them on treasury payment.

Its facts stand in `facts`, what they add up to in `state`.  The decisions stand in chapters, one file each;
this page is their table of contents.
"""

from domain.accounts import (
    arrivals,
    entries,
    interest,
    opening,
    payments,
    reconciliation,
    reports,
    returns,
    reversals,
    transfers,
)
from domain.accounts.state import AccountState


class Account(AccountState):
    """账户 `account/{code}`, with every decision of its chapters as a method."""

    # 开户、销户
    open = opening.open_account
    close = opening.close_account

    # 到账、缴回
    arrival = entries.arrival
    receive = arrivals.receive
    check_arrival_reversal = arrivals.check_arrival_reversal
    reverse_arrival = arrivals.reverse_arrival
    check_surplus = arrivals.check_surplus
    return_surplus = arrivals.return_surplus
    check_surplus_reversal = arrivals.check_surplus_reversal
    reverse_surplus_return = arrivals.reverse_surplus_return
    receive_gift = arrivals.receive_gift
    reverse_gift = arrivals.reverse_gift

    # 利息
    earn_interest = interest.earn_interest
    pay_over_interest = interest.pay_over_interest
    check_plan = interest.check_plan
    plan_interest = interest.plan_interest
    reverse_plan = interest.reverse_plan
    reverse_interest = interest.reverse_interest
    reverse_interest_payment = interest.reverse_interest_payment

    # 付款
    split_for = payments.split_for
    check_payment = payments.check_payment
    pay = payments.pay

    # 退票、退款
    check_whole = returns.check_whole
    return_payment = returns.return_payment
    check_refund = returns.check_refund
    refund = returns.refund
    refund_roll_line = returns.refund_roll_line
    return_roll_lines = returns.return_roll_lines

    # 账户间调拨
    send_transfer = transfers.send_transfer
    withdraw_transfer = transfers.withdraw_transfer
    take_transfer_back = transfers.take_transfer_back
    receive_transfer = transfers.receive_transfer
    reverse_transfer_receipt = transfers.reverse_transfer_receipt

    # 付款、退回的冲销
    reverse_payment = reversals.reverse_payment
    check_return_reversal = reversals.check_return_reversal
    reverse_return = reversals.reverse_return
    reverse_roll_returns = reversals.reverse_roll_returns

    # 对账
    reconcile = reconciliation.reconcile

    # 上报
    file_report = reports.file_report
    withdraw_report = reports.withdraw_report
