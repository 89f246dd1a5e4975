"""All ledgers: how pages are cut, who folds them and how often changes no row."""

from typing import Any, get_args, get_type_hints

import pytest

from projections.ledger.folding import Folding
from projections.ledger.projection import Projection
from tests.projections.county_year import LEDGERS, county_year
from tests.projections.given import GivenBooks

TABLES = [table.name for ledger in LEDGERS for table in ledger.tables]


def everything(given: GivenBooks) -> dict[str, list[tuple[Any, ...]]]:
    return {
        name: given.rows(f"SELECT to_jsonb(t)::text FROM {name} t ORDER BY to_jsonb(t)::text")
        for name in TABLES
    }


def begin_anew(given: GivenBooks) -> None:
    given.write("DROP TABLE ledger_positions")
    for name in TABLES:
        given.write(f"DROP TABLE {name} CASCADE")


@pytest.mark.parametrize("ledger", LEDGERS, ids=lambda ledger: ledger.name)
def test_rows_and_tables_say_the_same(given: GivenBooks, ledger: Projection) -> None:
    """Columns, what may be missing, and the key: a row and its `CREATE TABLE` may not drift apart."""
    given.follow(ledger)
    for table in ledger.tables:
        hints = get_type_hints(table.row)
        may_be_null = {name for name, hint in hints.items() if type(None) in get_args(hint)}
        columns = given.rows(
            "SELECT column_name, is_nullable = 'YES' FROM information_schema.columns"
            f" WHERE table_schema = current_schema() AND table_name = '{table.name}' AND is_generated = 'NEVER'"
        )
        key = given.rows(
            "SELECT a.attname FROM pg_index x JOIN pg_attribute a ON a.attrelid = x.indrelid"
            f" AND a.attnum = ANY(x.indkey) WHERE x.indisprimary AND x.indrelid = '{table.name}'::regclass"
        )
        assert {name for name, _ in columns} == set(table.columns), table
        assert {name for name, nullable in columns if nullable} == may_be_null, table
        assert not table.key or {name for (name,) in key} == set(table.key), table


def test_every_table_of_every_ledger_is_used(given: GivenBooks) -> None:
    county_year(given)
    given.follow(*LEDGERS)
    assert not {name for name, rows in everything(given).items() if not rows}


@pytest.mark.parametrize("page_facts", [1, 3, 7])
def test_the_size_of_pages_changes_no_row_of_any_ledger(given: GivenBooks, page_facts: int) -> None:
    county_year(given)
    given.follow(*LEDGERS, page_facts=page_facts)
    in_small_pages = everything(given)
    begin_anew(given)
    given.follow(*LEDGERS)
    assert everything(given) == in_small_pages


def test_a_follower_that_is_new_on_every_page_writes_the_same_rows(given: GivenBooks) -> None:
    """No cached row survives, so every row that is changed is read back from its table first."""
    county_year(given)
    while True:
        connection = given.database.connect("test")
        moved = Folding(connection, LEDGERS, page_facts=2).step()
        connection.close()
        if not moved:
            break
    anew = everything(given)
    begin_anew(given)
    given.follow(*LEDGERS)
    assert everything(given) == anew


def test_a_page_that_is_delivered_again_moves_nothing_twice(given: GivenBooks) -> None:
    county_year(given)
    stale = given.database.connect("test")
    folding = Folding(stale, LEDGERS)
    given.follow(*LEDGERS)
    before = everything(given)
    folding.step()
    stale.close()
    assert everything(given) == before
