"""资金业务: the commands of funds, accounts, rulebooks and periods on the real journal; all facts or none."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from domain.accounts.account import Account
from domain.accounts.refusals import ArrivalUnknown, SourceNotArrived
from domain.accounts.statement import StatementLine
from domain.books.books import Books
from domain.books.desk.act import Act, Receipt
from domain.funds.fund import Fund
from domain.funds.recovery_leaves_what_is_needed import recovery_leaves_what_is_needed
from domain.funds.refusals import ArrivalAboveAllocation, RecoveryAboveSaving
from domain.keys import KeyMisread
from domain.periods.refusals import PeriodClosed
from domain.refusal import AlreadyRecorded, OutsideScope, Refusal, UnknownRecord
from domain.rulebook.refusals import RulebookMissing
from domain.rulebook.rulebook import Rulebook
from domain.rules.refusals import PersonalNumber, ReasonMissing
from tests.domain.county import DOCUMENT, RULES
from tests.given.accounts import an_account
from tests.given.funds import an_allocation, an_indicator, cash_of
from tests.given.rulebooks import a_rulebook
from tests.sources import levels, shares

CENTRAL, PROVINCIAL = 60_000_000, 40_000_000
Ask = Callable[[], Receipt]


def act(day: date = date(2024, 3, 5), scope: str = "") -> Act:
    return Act(by="u-recorder", effective_on=day, scope=scope)


@pytest.fixture
def empty(books_env: dict[str, str]) -> Iterator[Books]:
    with Books(books_env) as opened:
        yield opened


@pytest.fixture
def books(empty: Books) -> Books:
    """Books with the rulebook of 2021 and one special ledger."""
    empty.publish_rulebook(act(date(2021, 4, 1)), **a_rulebook())
    empty.open_account(act(date(2024, 1, 2)), **an_account("Z1"))
    return empty


def receive(books: Books, document_no: str = DOCUMENT, by: Act | None = None) -> Receipt:
    return books.receive_indicator(
        by or act(date(2024, 3, 1)),
        **an_indicator(document_no, levels(central=CENTRAL, provincial=PROVINCIAL)),
    )


def allocate(
    books: Books, number: str = "A1", purpose: tuple[str, str] = ("unit", "U1"), **amounts_fen: int
) -> Receipt:
    return books.allocate_fund(
        act(), document_no=DOCUMENT, **an_allocation(number, levels(**amounts_fen), purpose)
    )


def arrive(books: Books, voucher_no: str = "收-1", account_code: str = "Z1", **amounts_fen: int) -> Receipt:
    return books.record_cash_arrival(
        act(),
        document_no=DOCUMENT,
        **cash_of("A1", voucher_no, levels(**amounts_fen), account_code=account_code),
    )


def recover(books: Books, reason: str = "项目结余", **amounts_fen: int) -> Receipt:
    return books.recover_surplus(
        act(date(2024, 11, 1)),
        document_no=DOCUMENT,
        **cash_of("A1", "缴-1", levels(**amounts_fen), account_code="Z1", reason=reason),
    )


def refuses(books: Books, refusal: type[Refusal], ask: Ask) -> Refusal:
    """Ask, expect this very refusal, and that the journal holds no more than before."""
    before = books.recorder.max_notification_id()
    with pytest.raises(Refusal) as refused:
        ask()
    assert type(refused.value) is refusal, refused.value
    assert books.recorder.max_notification_id() == before
    return refused.value


def test_money_goes_from_the_document_to_the_account_and_surplus_back(books: Books) -> None:
    receive(books)
    allocate(books, central=1_000, provincial=500)
    arrival = arrive(books, central=1_000, provincial=500)
    assert [fact.topic for fact in arrival.facts] == ["fund.cash_arrived", "account.money_arrived"]
    back = recover(books, central=100, provincial=50)
    assert [fact.topic for fact in back.facts] == ["fund.surplus_recovered", "account.surplus_returned"]
    account = Account("account/Z1").replay(books.streams.recorded_facts("account/Z1"))
    fund = Fund(Fund.id_of(DOCUMENT)).replay(books.streams.recorded_facts(Fund.id_of(DOCUMENT)))
    assert account.balance_fen == 1_350
    assert fund.recovered.levels == {"central": 100, "provincial": 50}


def test_an_arrival_beyond_the_allocation_leaves_both_streams_as_they_were(books: Books) -> None:
    receive(books)
    allocate(books, central=1_000)
    refuses(books, ArrivalAboveAllocation, lambda: arrive(books, central=1_001))
    arrive(books, central=1_000)


@pytest.mark.parametrize("purpose", [("unit", "U1"), ("fee", "")])
def test_a_mistaken_arrival_is_reversed_on_both_streams(books: Books, purpose: tuple[str, str]) -> None:
    receive(books)
    allocate(books, purpose=purpose, central=1_000)
    arrive(books, central=1_000)

    def reverse() -> Receipt:
        return books.reverse_cash_arrival(
            act(),
            document_no=DOCUMENT,
            account_code="Z1",
            arrived_year=2024,
            voucher_no="收-1",
            reason="凭证误登",
        )

    assert [fact.topic for fact in reverse().facts] == ["fund.arrival_reversed", "account.arrival_reversed"]
    refuses(books, ArrivalUnknown, reverse)
    arrive(books, "收-2", central=1_000)


def test_every_stream_must_exist_and_lie_in_the_scope(books: Books) -> None:
    refuses(books, UnknownRecord, lambda: allocate(books, central=1))
    receive(books)
    refuses(books, AlreadyRecorded, lambda: receive(books))
    for number in ("a/b", ".", " .. "):
        refuses(books, KeyMisread, partial(receive, books, number))
    refuses(books, OutsideScope, lambda: receive(books, "别县1号", act(scope="511704")))
    allocate(books, central=1)
    refuses(books, UnknownRecord, lambda: arrive(books, account_code="Z9", central=1))


def test_nothing_is_judged_without_a_rulebook(empty: Books) -> None:
    refuses(empty, RulebookMissing, lambda: receive(empty))


def test_a_closed_month_takes_no_fact_until_it_is_reopened(books: Books) -> None:
    receive(books)
    for month in ("2024-01", "2024-02", "2024-03"):
        books.close_period(act(date(2024, 4, 2)), month=month)
    refused = refuses(books, PeriodClosed, lambda: allocate(books, central=1))
    assert refused.figures == {"effective_on": "2024-03-05", "month": "2024-03"}
    refuses(
        books, ReasonMissing, lambda: books.reopen_period(act(date(2024, 4, 3)), month="2024-03", reason="")
    )
    books.reopen_period(act(date(2024, 4, 3)), month="2024-03", reason="漏记分配")
    allocate(books, central=1)


def test_taking_back_says_why(books: Books) -> None:
    receive(books)
    allocate(books, central=1_000)
    arrive(books, central=1_000)
    refuses(books, ReasonMissing, lambda: recover(books, reason=" ", central=1))
    refuses(books, PersonalNumber, lambda: recover(books, reason="退回 13812345678", central=1))


def test_a_later_rulebook_judges_later_days_and_facts_name_their_version(books: Books) -> None:
    stricter = replace(RULES, fee=replace(RULES.fee, cap_bp=50))
    books.publish_rulebook(act(date(2024, 4, 1)), **a_rulebook(stricter, 2, in_force_from=date(2024, 4, 1)))
    receive(books)
    books.add_to_indicator(
        act(date(2024, 4, 2)),
        document_no=DOCUMENT,
        decision_no="追1",
        sources=levels(central=100),
        amount_fen=100,
        reason="追加",
    )
    facts = books.streams.recorded_facts(Fund.id_of(DOCUMENT))
    assert [fact.rulebook_version for fact in facts] == [1, 2]


def test_a_statement_is_compared_and_the_account_closed_when_empty(books: Books) -> None:
    receive(books)
    allocate(books, central=1_000)
    arrive(books, central=1_000)
    recover(books, central=1_000)
    books.reconcile_account(
        act(date(2024, 12, 2)),
        code="Z1",
        statement_on=date(2024, 11, 30),
        bank_balance_fen=0,
        statement_sha256="",
        lines=[
            StatementLine("收-1", date(2024, 3, 5), 1_000),
            StatementLine("缴-1", date(2024, 11, 1), -1_000),
        ],
    )
    books.close_account(act(date(2024, 12, 3)), code="Z1", reason="归并专账")
    account = Account("account/Z1").replay(books.streams.recorded_facts("account/Z1"))
    assert account.closed
    assert account.outstanding.entries == {}


def test_the_purse_of_a_unit_pays_no_more_than_arrived(books: Books) -> None:
    receive(books)
    allocate(books, central=1_000)
    arrive(books, central=400)
    account = Account("account/Z1").replay(books.streams.recorded_facts("account/Z1"))
    with pytest.raises(SourceNotArrived):
        account.split_for(("unit", "U1"), 401)


def test_what_a_project_still_needs_is_no_surplus() -> None:
    held = {"central": 99_000_000}
    needed = {(DOCUMENT, "central"): 94_230_000}
    recovery_leaves_what_is_needed(shares(DOCUMENT, central=4_770_000), held, needed)
    with pytest.raises(RecoveryAboveSaving) as refused:
        recovery_leaves_what_is_needed(shares(DOCUMENT, central=4_770_001), held, needed)
    assert refused.value.figures["limit_fen"] == 4_770_000


def test_books_that_are_opened_again_judge_by_the_recorded_rulebook(
    books: Books, books_env: dict[str, str]
) -> None:
    receive(books)
    books.close()
    with Books(books_env) as again:
        refuses(again, AlreadyRecorded, lambda: receive(again))
        allocate(again, central=1_000)
        rulebook = Rulebook("rulebook/county").replay(again.streams.recorded_facts("rulebook/county"))
        assert rulebook.versions[0].regulations == RULES
