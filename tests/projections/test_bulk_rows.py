"""Filling new tables: the rows of a rebuild are those that were followed live, however often they leave memory."""

import pytest

from projections.journal.bloom_filter import BloomFilter
from projections.ledger.projection import LedgerFailed, every_projection
from projections.rebuild import bulk_rows as growing
from projections.rebuild import two_processes as sharing
from projections.rebuild.rebuild import rebuild
from tests.projections.given import GivenBooks

NOT_KEPT = {"journal", "requests", "tracking", "snapshots", "schema_version", "ledger_positions"}


@pytest.fixture(autouse=True)
def followed(county: GivenBooks) -> None:
    county.follow(*every_projection())


def contents(given: GivenBooks) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every ledger."""
    named = given.rows(
        "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
    )
    tables = sorted(name for (name,) in named if name not in NOT_KEPT)
    assert tables
    return {table: sorted(given.rows(f"SELECT * FROM {table}"), key=repr) for table in tables}


def shape(given: GivenBooks) -> list[tuple[object, ...]]:
    """Every index of every ledger."""
    return given.rows(
        "SELECT tablename::text, indexname::text, indexdef FROM pg_indexes WHERE schemaname = current_schema()"
        " ORDER BY 1, 2"
    )


@pytest.mark.parametrize("turn_rows", [0, 3, 10_000])
def test_rows_that_leave_the_hand_early_come_back_and_are_whole(
    county: GivenBooks, monkeypatch: pytest.MonkeyPatch, turn_rows: int
) -> None:
    live, indexes = contents(county), shape(county)
    monkeypatch.setattr(growing, "TURN_ROWS", turn_rows)
    rebuild(county.database, page_facts=1 if turn_rows < 10 else 10_000)
    assert contents(county) == live
    assert shape(county) == indexes


def test_two_processes_fill_what_one_does(county: GivenBooks, monkeypatch: pytest.MonkeyPatch) -> None:
    live, indexes = contents(county), shape(county)
    monkeypatch.setattr(sharing, "LONG_JOURNAL", 0)
    assert rebuild(county.database) == county.position
    assert contents(county) == live
    assert shape(county) == indexes


def test_a_key_that_was_written_is_never_forgotten() -> None:
    keys = BloomFilter()
    keys.add(("sheets", ("村", number)) for number in range(1_000))
    assert all(keys.may_hold(("sheets", ("村", number))) for number in range(1_000))
    assert sum(keys.may_hold(("slips", ("村", number))) for number in range(1_000)) < 10


def test_every_ledger_is_in_one_half() -> None:
    known = every_projection()
    mine, yours = sharing.halves(known)
    assert sorted(one.name for one in (*mine, *yours)) == [one.name for one in known]
    assert mine
    assert yours


def test_a_ledger_that_fails_in_either_process_is_named(
    county: GivenBooks, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = contents(county)
    monkeypatch.setattr(sharing, "LONG_JOURNAL", 0)
    county.write(
        "ALTER TABLE journal DISABLE TRIGGER keep_facts;"
        "UPDATE journal SET state = '\\x7b7d' WHERE position = (SELECT max(position) FROM journal)"
    )
    with pytest.raises(LedgerFailed, match=f"position {county.position}"):
        rebuild(county.database)
    assert contents(county) == live
