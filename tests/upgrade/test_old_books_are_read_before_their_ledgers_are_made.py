"""A reader on books of an earlier release, beside no service of this one: ledgers that came later are not made yet."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from uuid import uuid4

import httpx
import pytest
from eventsourcing.persistence import ProgrammingError

from api.app import create_app
from api.http.read_only import WriterAddress
from projections.access.register import TokenRegister
from projections.access.roles import Role
from projections.journal.database import Database, Pool
from projections.ledger.following import Follower
from projections.ledger.projection import every_projection
from projections.reading.snapshots import Ledgers
from tests.api.service import serving_app
from tests.upgrade.kept import FOLDER, KeptBooks

LATER = {"number_index", "place_register"}
"""The ledgers that release 0.1.0 did not know."""


@pytest.fixture
def books(database_url: str) -> Iterator[Database]:
    """Books of release 0.1.0 with the ledgers that it kept."""
    database = Database(database_url, f"books_{uuid4().hex}")
    KeptBooks(FOLDER / "0.1.0/story").restore(database)
    with closing(Follower(database, [one for one in every_projection() if one.name not in LATER])) as earlier:
        earlier.catch_up()
    yield database
    write(database, f"DROP SCHEMA {database.schema} CASCADE")


@pytest.fixture
def reader(books: Database) -> Iterator[httpx.Client]:
    """What `sunledger read` answers on them, to an auditor."""
    with ExitStack() as stack:
        tokens = stack.enter_context(closing(TokenRegister(books)))
        pool = stack.enter_context(closing(Pool(books)))
        url = stack.enter_context(serving_app(create_app(WriterAddress(8000), Ledgers(pool), tokens)))
        headers = {"Authorization": f"Bearer {tokens.make('u-auditor', [Role.AUDITOR])}"}
        yield stack.enter_context(httpx.Client(base_url=url, headers=headers, timeout=30))


def write(database: Database, statement: str) -> None:
    with closing(database.connect("test")) as opened, opened.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    "page",
    [
        "/places/county/divisions",
        "/places/county/divisions/511703",
        "/places/county/units",
        "/places/county/units/F-1",
        "/funds/没有的文号",
    ],
)
def test_a_question_to_a_ledger_that_is_not_made_is_put_off(reader: httpx.Client, page: str) -> None:
    answer = reader.get(page)
    assert (answer.status_code, answer.json()["code"]) == (503, "ledgers_not_ready")
    assert answer.headers["Retry-After"] == "2"
    assert "place_register" not in answer.text


@pytest.mark.parametrize("page", ["/board", "/board/projects", "/funds", "/trial-balance"])
def test_questions_to_the_other_ledgers_are_answered(reader: httpx.Client, page: str) -> None:
    assert reader.get(page).status_code == 200


def test_the_board_says_that_its_ledgers_are_being_made(books: Database, reader: httpx.Client) -> None:
    write(books, "DROP TABLE fund_ledger CASCADE; DELETE FROM ledger_positions WHERE ledger = 'fund_ledger'")
    answer = reader.get("/board/funds")
    assert answer.status_code == 503
    assert "台账正在建立" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_ledger_in_the_tables_of_another_release_is_put_off_until_it_is_rebuilt(
    books: Database, reader: httpx.Client
) -> None:
    write(books, "ALTER TABLE fund_ledger RENAME COLUMN document_no TO document_number")
    write(books, "UPDATE ledger_positions SET shape = 'of 0.1.0' WHERE ledger = 'fund_ledger'")
    answer = reader.get("/funds")
    assert (answer.status_code, answer.json()["code"]) == (503, "ledgers_not_ready")


def test_a_wrong_question_to_ledgers_that_are_made_stays_an_error(books: Database) -> None:
    with closing(Follower(books)) as follower:
        follower.catch_up()
    with closing(Pool(books)) as pool, pytest.raises(ProgrammingError):
        Ledgers(pool).ask(lambda look: look.cursor.execute("SELECT * FROM no_ledger"))
