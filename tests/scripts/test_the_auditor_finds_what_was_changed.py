from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import Any

import psycopg2
import pytest
from psycopg2.extensions import connection

from domain.books.books import Books
from projections.journal.database import Database
from projections.ledger.following import Follower
from scripts.demo import xiaohe
from scripts.demo.case import case
from scripts.demo.clerk import Clerk
from scripts.demo.county import CASES, PRACTICE, record_county
from scripts.verify.audit import LedgersApart, audit
from scripts.verify.journal import JournalBroken
from tests.projections.given import GivenBooks
from tests.projections.worked_example import ACCOUNT
from tests.projections.year.accounts import open_account
from tests.scripts.mishaps import TRANSFER_FEN, record_mishaps
from tests.sources import levels, shares

Payload = dict[str, Any]
INDICATOR: Payload = {
    "document_no": "D9",
    "title": "衔接资金",
    "year": 2024,
    "place_code": "511703",
    "issuer": "县财政局",
    "issued_on": date(2024, 1, 10),
    "use": "industry",
    "nature": "grant",
    "budget_code": "2130505",
}
PRACTICE_FEN = 250_000_00
"""What the demo itself leaves in transit."""
ALLOCATION: Payload = {"decision_no": "1", "use": "industry", "budget_code": "2130505"}


@pytest.fixture
def kept(database_url: str, books_schema: str) -> Iterator[connection]:
    """Books that hold the demo county, their ledgers at the end of the journal; a connection to tamper with them."""
    with closing(Books({"DATABASE_URL": database_url, "BOOKS_SCHEMA": books_schema})) as books:
        assert len(list(record_county(books))) == len(CASES | PRACTICE)
    catch_up(database_url, books_schema)
    opened = psycopg2.connect(database_url)
    opened.autocommit = True
    with opened.cursor() as cursor:
        cursor.execute(f"SET search_path TO {books_schema}")
    yield opened
    opened.close()


def catch_up(database_url: str, books_schema: str) -> None:
    follower = Follower(Database(database_url, books_schema))
    follower.catch_up()
    follower.close()


def run(kept: connection, statement: str) -> None:
    with kept.cursor() as cursor:
        cursor.execute(statement)


def rewrite_the_journal(kept: connection, statement: str) -> None:
    """What nobody but an owner who first tears down the guard can do."""
    run(kept, "ALTER TABLE journal DISABLE TRIGGER keep_facts")
    run(kept, statement)


def test_untouched_books_agree(kept: connection, database_url: str, books_schema: str) -> None:
    assert kept
    assert audit(database_url, books_schema).differences == ()


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE fund_ledger_levels SET arrived_fen = arrived_fen + 1 WHERE document_no = '豫财农综〔2023〕9号'",
        (
            "UPDATE account_daybook_accounts SET in_fen = in_fen + 1, balance_fen = balance_fen + 1"
            " WHERE code = '演示-密山专账'"
        ),
        (
            "UPDATE trial_balance_lines SET debit_fen = debit_fen + 1 WHERE debit_fen > 0 AND position ="
            " (SELECT min(position) FROM trial_balance_lines)"
        ),
        "DELETE FROM claim_register",
        "DELETE FROM gift_register WHERE gift_no = '演示-捐赠-E04-01'",
        "UPDATE roll_register SET confirmed_fen = confirmed_fen - 100",
        "UPDATE notice_register SET open_objections = 1",
    ],
)
def test_a_changed_ledger_is_found(
    kept: connection, database_url: str, books_schema: str, tampering: str
) -> None:
    run(kept, tampering)
    assert audit(database_url, books_schema).differences


@pytest.mark.parametrize(
    "tampering",
    [
        "DELETE FROM journal WHERE position = 5",
        "UPDATE journal SET version = version + 1 WHERE position = (SELECT max(position) FROM journal)",
        "UPDATE journal SET state = state || '\\x20' WHERE position = 5",
        "UPDATE journal SET state = '\\x00' WHERE position = 5",
    ],
)
def test_a_rewritten_journal_is_found(
    kept: connection, database_url: str, books_schema: str, tampering: str
) -> None:
    rewrite_the_journal(kept, tampering)
    with pytest.raises(JournalBroken):
        audit(database_url, books_schema)


def test_a_figure_of_a_fact_that_was_rewritten_is_found(
    kept: connection, database_url: str, books_schema: str
) -> None:
    rewrite_the_journal(
        kept,
        "UPDATE journal SET state = convert_to(replace(convert_from(state, 'UTF8'), '50000000', '50000001'), 'UTF8')"
        " WHERE topic = 'gift.pledged'",
    )
    assert audit(database_url, books_schema).differences


def test_mishaps_are_added_up_as_well(kept: connection, database_url: str, books_schema: str) -> None:
    """Payments that come back, a refund, transfers, interest, goods, and a roll with lines that bounce."""
    assert kept
    with closing(Books({"DATABASE_URL": database_url, "BOOKS_SCHEMA": books_schema})) as books:
        roll_no = record_mishaps(Clerk(books, "mishaps", ()))
    catch_up(database_url, books_schema)
    audited = audit(database_url, books_schema)
    assert audited.differences == ()
    with kept.cursor() as cursor:
        cursor.execute(
            "SELECT confirmed_fen, cancelled_fen FROM roll_register WHERE roll_no = %s", (roll_no,)
        )
        assert cursor.fetchone() == (49 * 100_000, 100_000)
        cursor.execute(
            "SELECT account, sum(debit_fen - credit_fen) FROM posting_lines WHERE account IN ('1030', '2140', '2150')"
            " GROUP BY account ORDER BY account"
        )
        assert cursor.fetchall() == [("1030", 0), ("2140", 0), ("2150", 0)]
        cursor.execute(
            "SELECT sum(in_transit_fen), (SELECT sum(in_transit_fen) FROM account_daybook_accounts),"
            " (SELECT sum(debit_fen - credit_fen) FROM posting_lines WHERE account = '1040') FROM transfer_register"
        )
        assert cursor.fetchone() == (PRACTICE_FEN + TRANSFER_FEN,) * 3


def test_a_ledger_that_stands_apart_is_said(kept: connection, database_url: str, books_schema: str) -> None:
    run(kept, "UPDATE ledger_positions SET position = 1 WHERE ledger = 'fund_ledger'")
    with pytest.raises(LedgersApart):
        audit(database_url, books_schema)


def test_money_that_arrives_before_its_project_is_proposed_is_no_difference(
    database_url: str, books_schema: str
) -> None:
    source = shares("县财〔2024〕1号", county=100_00)
    with closing(GivenBooks(database_url, books_schema)) as given:
        open_account(given)
        given.record(
            "account.money_arrived",
            ACCOUNT,
            voucher_no="1",
            document_no="县财〔2024〕1号",
            allocation_no="1",
            purpose_kind="project",
            purpose_code="P-later",
            sources=source,
            amount_fen=100_00,
            year=2024,
            budget_code="2130505",
        )
    catch_up(database_url, books_schema)
    found = {
        difference.where.partition(" ")[0] for difference in audit(database_url, books_schema).differences
    }
    assert found <= {"资金守恒"}, "the document of this money was never received, but every ledger agrees"


def test_surplus_that_is_planned_again_and_taken_back_is_surplus_again(
    database_url: str, books_schema: str
) -> None:
    purpose: Payload = {"purpose_kind": "project", "purpose_code": "P9"}
    with closing(GivenBooks(database_url, books_schema)) as given:

        def fund(topic: str, fen: int, **payload: Any) -> None:
            given.record(f"fund.{topic}", "D9", sources=levels(county=fen), amount_fen=fen, **payload)

        def bank(topic: str, fen: int) -> None:
            of: Payload = {"sources": shares("D9", county=fen), "amount_fen": fen, "document_no": "D9"}
            said: Payload = {
                "year": 2024,
                "budget_code": "2130505",
                "allocation_no": "A1",
                "voucher_no": topic,
            }
            given.record(f"account.{topic}", ACCOUNT, **of, **said, **purpose)

        open_account(given)
        fund("indicator_received", 100_00, **INDICATOR)
        fund("allocated", 100_00, allocation_no="A1", **ALLOCATION, **purpose)
        cash: Payload = {"account_code": ACCOUNT, "voucher_no": "1"}
        fund("cash_arrived", 100_00, allocation_no="A1", **cash)
        bank("money_arrived", 100_00)
        fund("surplus_recovered", 40_00, allocation_no="A1", reason="结余", **cash)
        bank("surplus_returned", 40_00)
        fund("allocated", 30_00, allocation_no="A2", from_recovered=True, **ALLOCATION, **purpose)
        back: Payload = {"allocation_no": "A2", "decision_no": "2", "reason": "不用", "to_recovered": True}
        fund("allocation_taken_back", 20_00, **back)
    catch_up(database_url, books_schema)
    assert audit(database_url, books_schema).differences == ()


def test_a_case_needs_the_rules_first(database_url: str, books_schema: str) -> None:
    from domain.rulebook.refusals import RulebookMissing

    with closing(Books({"DATABASE_URL": database_url, "BOOKS_SCHEMA": books_schema})) as books:
        clerk = Clerk(books, "E04", ())
        with pytest.raises(RulebookMissing):
            xiaohe.record(clerk, case("E04"))
        assert books.recorder.max_notification_id() in {None, 0}
