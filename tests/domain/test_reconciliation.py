"""对账: statement and ledger are compared, differences of both sides are listed, nothing is mended."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.accounts.account import Account
from domain.accounts.refusals import StatementDoesNotAddUp, StatementOutOfOrder
from domain.accounts.statement import StatementLine, match
from tests.domain.county import an_account, on, pay, receive

MARCH_31 = date(2024, 3, 31)
APRIL_30 = date(2024, 4, 30)


def line(voucher_no: str, day: date, amount_fen: int) -> StatementLine:
    return StatementLine(voucher_no, day, amount_fen)


def reconcile(
    account: Account,
    statement_on: date,
    balance_fen: int,
    *lines: StatementLine,
    worked_on: date = date(2024, 5, 6),
) -> None:
    account.reconcile(
        on(worked_on),
        statement_on=statement_on,
        bank_balance_fen=balance_fen,
        statement_sha256="",
        lines=lines,
    )


def in_march() -> Account:
    account = an_account()
    receive(account, "收-1", day=date(2024, 3, 1), central=1_000)
    pay(account, "F-1", day=date(2024, 3, 20), central=300)
    pay(account, "F-2", day=date(2024, 3, 30), central=200)
    return account


def last(account: Account) -> Account.Reconciled:
    fact = account.pending_events[-1]
    assert isinstance(fact, Account.Reconciled)
    return fact


def test_differences_of_both_sides_are_listed_and_find_their_match_next_month() -> None:
    account = in_march()
    reconcile(
        account,
        MARCH_31,
        706,
        line("收-1", date(2024, 3, 1), 1_000),
        line("", date(2024, 3, 20), -300),
        line("息", date(2024, 3, 21), 6),
    )
    fact = last(account)
    assert fact.matched_count == 2
    assert fact.ledger_balance_fen == 500
    assert [(d.side, d.voucher_no, d.amount_fen) for d in fact.differences] == [
        ("bank", "息", 6),
        ("ledger", "V-F-2", -200),
    ]
    account.earn_interest(
        on(date(2024, 4, 2)),
        voucher_no="息",
        amount_fen=6,
        period_from=date(2024, 1, 1),
        period_to=date(2024, 3, 20),
    )
    reconcile(account, APRIL_30, 506, line("V-F-2", date(2024, 4, 1), -200))
    assert last(account).differences == ()
    assert last(account).matched_count == 2
    assert account.outstanding.entries == {}
    again = Account(account.id).replay(account.collect_events())
    assert vars(again) == vars(account) | {"pending_events": []}


def test_a_statement_that_does_not_add_up_is_refused_with_both_figures() -> None:
    account = in_march()
    with pytest.raises(StatementDoesNotAddUp) as refused:
        reconcile(account, MARCH_31, 600, line("收-1", date(2024, 3, 1), 1_000))
    assert refused.value.figures == {"bank_balance_fen": 600, "expected_fen": 1_000}
    assert account.reconciled_on == date.min


def test_statements_follow_each_other_and_end_before_the_day_of_work() -> None:
    account = in_march()
    with pytest.raises(StatementOutOfOrder, match="日期 2024-05-07 有误，应不晚于 2024-05-06。") as refused:
        reconcile(account, date(2024, 5, 7), 500)
    assert refused.value.figures == {"given": "2024-05-07", "first_on": "—", "last_on": "2024-05-06"}
    with pytest.raises(StatementOutOfOrder, match="日期 2024-04-01 有误，应不晚于 2024-03-31。"):
        reconcile(account, MARCH_31, 500, line("F-1", date(2024, 4, 1), -300))
    assert account.reconciled_on == date.min


def test_a_statement_before_the_last_one_is_refused_with_the_bound_that_it_breaks() -> None:
    account = in_march()
    reconcile(account, MARCH_31, 1_000, line("收-1", date(2024, 3, 1), 1_000))
    with pytest.raises(StatementOutOfOrder, match="日期 2024-03-30 有误，应不早于上次对账日 2024-03-31。"):
        reconcile(account, date(2024, 3, 30), 1_000)
    with pytest.raises(
        StatementOutOfOrder, match="业务日期 2024-03-20 早于上次对账日 2024-03-31。"
    ) as refused:
        reconcile(account, MARCH_31, 1_000, worked_on=date(2024, 3, 20))
    assert "the business day 2024-03-20 is before the last reconciliation, 2024-03-31." in str(refused.value)
    assert account.reconciled_on == MARCH_31


def test_a_reversed_booking_never_reaches_the_bank() -> None:
    account = in_march()
    account.reverse_payment(on(date(2024, 4, 1)), payment_no="F-2", reason="重复登记")
    reconcile(
        account, MARCH_31, 700, line("收-1", date(2024, 3, 1), 1_000), line("V-F-1", date(2024, 3, 20), -300)
    )
    assert last(account).differences == ()


lines = st.lists(
    st.builds(
        StatementLine,
        st.sampled_from(["", "1", "2"]),
        st.dates(date(2024, 3, 1), date(2024, 3, 3)),
        st.sampled_from([-2, -1, 1, 2]),
    ),
    max_size=8,
)


@given(lines, lines)
def test_matching_pairs_each_line_once_and_keeps_the_difference_of_the_sums(
    bank: list[StatementLine], ledger: list[StatementLine]
) -> None:
    found = match(bank, ledger)
    assert len(found.bank_left) == len(bank) - found.matched_count
    assert len(found.ledger_left) == len(ledger) - found.matched_count
    before = sum(one.amount_fen for one in bank) - sum(one.amount_fen for one in ledger)
    after = sum(one.amount_fen for one in found.bank_left) - sum(one.amount_fen for one in found.ledger_left)
    assert before == after


@given(lines)
def test_equal_sides_leave_no_difference(bank: list[StatementLine]) -> None:
    assert match(bank, list(reversed(bank))).matched_count == len(bank)
