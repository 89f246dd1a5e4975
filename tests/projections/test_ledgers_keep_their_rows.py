"""All ledgers: how pages are cut, who folds them and how often changes no row."""

from typing import Any

import pytest

from projections.ledger.folding import Folding
from tests.projections.county_year import LEDGERS, county_year
from tests.projections.given import GivenBooks

TABLES = [table.name for ledger in LEDGERS for table in ledger.tables]


def everything(given: GivenBooks) -> dict[str, list[tuple[Any, ...]]]:
    return {
        name: given.rows(f"SELECT to_jsonb(t)::text FROM {name} t ORDER BY to_jsonb(t)::text")
        for name in TABLES
    }


def begin_anew(given: GivenBooks) -> None:
    given.write("DROP TABLE ledger_positions; DROP VIEW project_ledger_figures")
    for name in TABLES:
        given.write(f"DROP TABLE {name}")


def test_every_table_of_every_ledger_is_used(given: GivenBooks) -> None:
    county_year(given)
    given.follow(*LEDGERS)
    unused = {name for name, rows in everything(given).items() if not rows}
    assert unused == {"fund_ledger_authorisations"}


@pytest.mark.parametrize("page_facts", [1, 3, 7])
def test_the_size_of_pages_changes_no_row_of_any_ledger(given: GivenBooks, page_facts: int) -> None:
    county_year(given)
    given.follow(*LEDGERS, page_facts=page_facts)
    in_small_pages = everything(given)
    begin_anew(given)
    given.follow(*LEDGERS)
    assert everything(given) == in_small_pages


def test_a_follower_that_is_new_on_every_page_writes_the_same_rows(given: GivenBooks) -> None:
    """Nothing in hand survives, so every row that is changed is read back from its table first."""
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
