"""A table of a ledger that is gone is a finding in words: which, and what to do; the other ledgers are compared."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from operator import attrgetter
from uuid import uuid4

import pytest

from projections.ledger.fitness import unfit
from projections.ledger.projection import Projection, every_projection
from projections.rebuild.rebuild import rebuild
from scripts.catch_up import LedgersStuck, catch_up
from scripts.verify.audit import EXPECTED, audit
from scripts.verify.difference import Difference
from scripts.verify.left_out import NotCompared, left_out
from scripts.verify.pages import NOT_LEDGERS
from tests.projections.given import GivenBooks
from tests.projections.year.accounts import open_account
from tests.projections.year.gifts import receive_gift
from tests.projections.year.places import places
from tests.projections.year.rulebooks import rules
from tests.scripts.running import Place, answer, run

LEDGERS = every_projection()


def begin(given: GivenBooks) -> None:
    places(given)
    rules(given)
    open_account(given)


@pytest.fixture(scope="module")
def books(database_url: str) -> Iterator[GivenBooks]:
    """Books with a gift, their ledgers at the end; nothing in them differs."""
    schema = f"books_{uuid4().hex}"
    with closing(GivenBooks(database_url, schema)) as given:
        begin(given)
        receive_gift(given)
        catch_up(given.database)
        given.write(f"CREATE SCHEMA {schema}_away")
        yield given
        given.write(f"DROP SCHEMA {schema}, {schema}_away CASCADE")


@contextmanager
def gone(books: GivenBooks, table: str) -> Iterator[None]:
    """Take the table away, and put it back."""
    schema = books.database.schema
    books.write(f"ALTER TABLE {table} SET SCHEMA {schema}_away")
    yield
    books.write(f"ALTER TABLE {schema}_away.{table} SET SCHEMA {schema}")


def said_of(books: GivenBooks) -> tuple[list[str], set[Difference]]:
    """What the auditor says of ledgers that it did not compare, and what differs in the others."""
    seen = audit(books.database.url, books.database.schema)
    assert seen.facts == books.position
    apart = [one for one in seen.differences if isinstance(one, NotCompared)]
    return [str(one) for one in apart], set(seen.differences) - set(apart)


def test_every_table_that_is_gone_is_missed(books: GivenBooks) -> None:
    """By the auditor, who knows the tables from the rows that he derives, and by the service."""
    found = books.rows("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
    tables = {table for (table,) in found} - NOT_LEDGERS
    owners = {table: one.name for one in LEDGERS for table in one.relations if table in tables}
    assert tables == owners.keys() == EXPECTED
    for table, ledger in owners.items():
        assert left_out(set(owners.values()), [table], {}).keys() == {ledger}
        with gone(books, table), books.look() as cursor:
            assert unfit(cursor, LEDGERS) == {ledger: f"缺表 {table}，须重建 / {table} missing: rebuild it"}


@pytest.mark.parametrize("ledger", [one for one in LEDGERS if one.tables], ids=attrgetter("name"))
def test_the_auditor_says_it_and_compares_the_other_ledgers(books: GivenBooks, ledger: Projection) -> None:
    table = ledger.tables[-1].name
    with gone(books, table):
        said, differences = said_of(books)
    words = f"(missing: the ledger {ledger.name} is not compared, run sunledger rebuild)"
    assert said == [f"{table} 缺表:台账 {ledger.name} 未核对,请运行 sunledger rebuild {words}"]
    assert differences == set()


@pytest.fixture
def given(database_url: str, books_schema: str) -> Iterator[GivenBooks]:
    """Books with an account, to be damaged for good."""
    with closing(GivenBooks(database_url, books_schema)) as given:
        begin(given)
        catch_up(given.database)
        yield given


def test_the_command_line_says_it_and_a_rebuild_makes_the_table_again(given: GivenBooks) -> None:
    place = Place(given.database.schema, url=given.database.url)
    given.write("DROP TABLE gift_register, gift_register_goods")
    given.write("UPDATE account_daybook_accounts SET bank = '别的银行'")
    receive_gift(given)
    verified, status = run(place, "verify"), run(place, "status")
    assert (verified.returncode, status.returncode) == (1, 1)
    assert f"事实 {given.position} 件" in verified.stdout, "what was recorded since is audited too"
    assert "gift_register 缺表:台账 gift_register 未核对" in verified.stderr
    assert "gift_register_goods 缺表:台账 gift_register 未核对" in verified.stderr
    assert "account_daybook_accounts" in verified.stderr
    assert "缺表 gift_register, gift_register_goods" in status.stdout
    assert "Traceback" not in verified.stderr + status.stderr
    assert run(place, "rebuild").returncode == 0
    assert answer(place, "verify")["differences"] == []


def test_ledgers_whose_positions_are_gone_wait_for_a_rebuild(given: GivenBooks) -> None:
    given.write("DROP TABLE ledger_positions")
    with pytest.raises(LedgersStuck) as stuck:
        catch_up(given.database)
    assert set(stuck.value.failures.values()) == {"账页位置遗失，须重建 / its position is lost: rebuild it"}
    seen = audit(given.database.url, given.database.schema, stuck=stuck.value.failures)
    assert seen.facts == given.position
    assert {one.where for one in seen.differences} == stuck.value.failures.keys()
    rebuild(given.database)
    catch_up(given.database)
    assert audit(given.database.url, given.database.schema).differences == ()
