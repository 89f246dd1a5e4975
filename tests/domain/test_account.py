"""专户与专账: no source pays for another, every voucher stands once, what comes back comes back once."""

from collections.abc import Callable
from datetime import date

import pytest

from domain.accounts.account import Account
from domain.accounts.cash import gift_share
from domain.accounts.payment_refusals import (
    PaymentNumberUsed,
    PaymentOfRoll,
    PaymentUndone,
    PaymentUnknown,
    RefundAbovePayment,
    VoucherUsed,
)
from domain.accounts.refusals import (
    AccountAttributeUnknown,
    AccountClosed,
    AccountNotEmpty,
    ApprovalNumberMissing,
    ArrivalSpent,
    ArrivalUnknown,
    InterestNotDue,
    SourceNotArrived,
)
from domain.funds.refusals import RecoveryAboveArrived
from domain.money.refusals import AmountOutOfRange
from domain.refusal import Refusal
from domain.rules.refusals import DatesOutOfOrder
from tests.domain.county import DOCUMENT, MARCH_1, P1, an_account, on, pay, receive
from tests.sources import shares

STAMP = on(MARCH_1)


def refuses(refusal: type[Refusal], account: Account, ask: Callable[[], object]) -> Refusal:
    """Ask, expect this very refusal, and that nothing was recorded."""
    before = account.version
    with pytest.raises(Refusal) as refused:
        ask()
    assert type(refused.value) is refusal, refused.value
    assert account.version == before
    return refused.value


def funded() -> Account:
    account = an_account()
    receive(account, "收-1", central=600, provincial=400)
    return account


def back(account: Account, number: str) -> None:
    account.return_payment(STAMP, payment_no=number, bank_reference=f"退-{number}", reason="账号有误")


def refund(account: Account, number: str, of: str, amount_fen: int) -> None:
    account.refund(STAMP, refund_no=number, payment_no=of, amount_fen=amount_fen, reason="多付")


def test_no_source_pays_for_another() -> None:
    account = funded()
    refused = refuses(SourceNotArrived, account, lambda: pay(account, "F-1", central=601))
    assert refused.figures == {"asked_fen": 601, "limit_fen": 600, "where": f"{DOCUMENT} central"}
    pay(account, "F-1", central=600)
    refuses(SourceNotArrived, account, lambda: pay(account, "F-2", central=1, provincial=1))
    refuses(SourceNotArrived, account, lambda: pay(account, "F-2", purpose=("project", "P2"), central=1))
    assert account.balance_fen == 400


def test_a_voucher_stands_once_in_a_year() -> None:
    account = funded()
    refuses(VoucherUsed, account, lambda: receive(account, "收-1", central=1))
    receive(account, "收-1", day=date(2025, 3, 1), central=1)


def test_a_payment_number_stands_once() -> None:
    account = funded()
    pay(account, "F-1", central=1)
    again = date(2025, 3, 1)
    refuses(PaymentNumberUsed, account, lambda: pay(account, "F-1", day=again, central=1))


def test_a_whole_payment_comes_back_once() -> None:
    account = funded()
    pay(account, "F-1", central=300, provincial=100)
    back(account, "F-1")
    assert account.available(P1) == {(DOCUMENT, "central"): 600, (DOCUMENT, "provincial"): 400}
    assert account.paid_for(P1, "advance") == {}
    refuses(PaymentUndone, account, lambda: back(account, "F-1"))
    refuses(PaymentUndone, account, lambda: account.reverse_payment(STAMP, payment_no="F-1", reason="重复"))
    refuses(RefundAbovePayment, account, lambda: refund(account, "T-1", "F-1", 1))
    refuses(PaymentUnknown, account, lambda: back(account, "F-9"))


def test_refunds_go_back_to_the_channels_that_paid_and_never_exceed_the_payment() -> None:
    account = funded()
    pay(account, "F-1", central=300, provincial=100)
    refund(account, "T-1", "F-1", 101)
    assert account.payments["F-1"].remaining == {(DOCUMENT, "central"): 224, (DOCUMENT, "provincial"): 75}
    refuses(RefundAbovePayment, account, lambda: refund(account, "T-2", "F-1", 300))
    refuses(PaymentNumberUsed, account, lambda: refund(account, "T-1", "F-1", 1))
    refuses(AmountOutOfRange, account, lambda: refund(account, "T-2", "F-1", 0))
    refuses(PaymentUndone, account, lambda: back(account, "F-1"))
    refund(account, "T-2", "F-1", 299)
    assert account.paid_for(P1, "advance") == {}
    assert account.balance_fen == 1_000


def test_a_roll_comes_back_line_by_line() -> None:
    account = funded()
    pay(account, "D-1", stage="roll", roll_no="R1", central=500)
    refuses(PaymentOfRoll, account, lambda: back(account, "D-1"))
    refuses(PaymentOfRoll, account, lambda: refund(account, "T-1", "D-1", 1))
    account.return_roll_lines(STAMP, payment_no="D-1", amount_fen=20, count=2)
    assert account.balance_fen == 520
    refuses(
        RefundAbovePayment,
        account,
        lambda: account.return_roll_lines(STAMP, payment_no="D-1", amount_fen=481, count=1),
    )


def test_only_an_unspent_arrival_is_reversed_and_once() -> None:
    account = funded()
    arrival = account.arrival(2024, "收-1", DOCUMENT)
    pay(account, "F-1", central=1)
    refuses(ArrivalSpent, account, lambda: account.reverse_arrival(STAMP, arrival, "误登"))
    account.reverse_payment(STAMP, payment_no="F-1", reason="误登")
    account.reverse_arrival(STAMP, arrival, "误登")
    assert account.balance_fen == 0
    refuses(ArrivalUnknown, account, lambda: account.arrival(2024, "收-1", DOCUMENT))
    assert account.outstanding.entries == {}


def test_surplus_leaves_by_the_channel_it_came() -> None:
    account = funded()
    pay(account, "F-1", central=600)

    def give_back(**amounts_fen: int) -> None:
        account.return_surplus(
            STAMP,
            voucher_no="缴-1",
            document_no=DOCUMENT,
            allocation_no="A1",
            purpose=P1,
            year=2024,
            budget_code="2130504",
            sources=shares(DOCUMENT, **amounts_fen),
            amount_fen=sum(amounts_fen.values()),
        )

    refuses(RecoveryAboveArrived, account, lambda: give_back(central=1))
    give_back(provincial=400)
    assert account.balance_fen == 0


def test_a_gift_is_a_purse_of_its_own() -> None:
    account = an_account()
    account.receive_gift(STAMP, voucher_no="捐-1", gift_no="G1", amount_fen=2_000_000)
    assert account.split_for(("gift", "G1"), 500) == (gift_share("G1", 500),)
    refuses(SourceNotArrived, account, lambda: account.split_for(("gift", "G1"), 2_000_001))


def test_interest_is_paid_over_as_far_as_it_was_earned() -> None:
    account = an_account()
    account.earn_interest(
        STAMP, voucher_no="息-1", amount_fen=123_456, period_from=date(2024, 1, 1), period_to=MARCH_1
    )

    def pay_over(amount_fen: int) -> None:
        account.pay_over_interest(STAMP, voucher_no="息-2", amount_fen=amount_fen, receiver="国库")

    refuses(InterestNotDue, account, lambda: pay_over(123_457))
    refuses(AccountNotEmpty, account, lambda: account.close(STAMP, "归并"))
    pay_over(123_456)
    assert account.balance_fen == account.interest_fen == 0


def test_a_closed_account_moves_no_money() -> None:
    account = funded()
    pay(account, "F-1", central=600, provincial=400)
    account.close(STAMP, "归并账户")
    refuses(AccountClosed, account, lambda: receive(account, "收-2", central=1))
    refuses(AccountClosed, account, lambda: back(account, "F-1"))
    refuses(AccountClosed, account, lambda: account.close(STAMP, "再次"))


def test_no_money_moves_before_the_account_was_opened() -> None:
    account = an_account()
    refuses(DatesOutOfOrder, account, lambda: receive(account, "收-1", day=date(2024, 1, 1), central=1))


def test_a_special_account_needs_its_approval() -> None:
    with pytest.raises(ApprovalNumberMissing):
        an_account(mode="special_account")
    with pytest.raises(AccountAttributeUnknown):
        an_account(mode="wallet")


def test_facts_replay_to_the_same_account() -> None:
    account = funded()
    pay(account, "F-1", central=300)
    refund(account, "T-1", "F-1", 7)
    pay(account, "F-2", stage="progress", provincial=10)
    back(account, "F-2")
    again = Account(account.id).replay(account.collect_events())
    assert vars(again) == vars(account) | {"pending_events": []}
