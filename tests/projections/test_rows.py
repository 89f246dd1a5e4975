"""Rows of a ledger: what is written is what was meant, whatever the text, and what left the cache is read again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as over
from hypothesis import strategies as st
from psycopg2.extensions import cursor as Cursor  # noqa: N812 -- the driver writes its class in lower case

from domain.money.sources import SourceAmount
from projections.ledger.rows import RowMissing, Rows
from projections.ledger.tables import Table
from tests.projections.given import GivenBooks


@dataclass(slots=True)
class Sheet:
    place: str
    number: int
    total_fen: int = 0
    note: str | None = None
    closed: bool = False
    closed_on: date | None = None
    seen_at: datetime | None = None
    sources: tuple[SourceAmount, ...] = ()
    best: SourceAmount | None = None


@dataclass(frozen=True)
class Item:
    code: str
    added_later: str = ""


class Bill(NamedTuple):
    number: str
    items: tuple[Item, ...]
    best: Item | None


class Slip(NamedTuple):
    text: str


SHEETS = Table("sheets", Sheet, ("place", "number"))
SLIPS = Table("slips", Slip)
CREATE = """
CREATE TABLE sheets (place text, number bigint, total_fen bigint CHECK (total_fen < 1000), note text, closed boolean,
                     closed_on date, seen_at timestamptz, sources jsonb, best jsonb, PRIMARY KEY (place, number));
CREATE TABLE slips (text text)
"""

texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"))
amounts = st.builds(SourceAmount, texts, st.integers(-(10**15), 10**15))
sheets = st.builds(
    Sheet,
    place=texts,
    number=st.integers(-(2**63), 2**63 - 1),
    total_fen=st.integers(-(2**63), 999),
    note=st.none() | texts,
    closed=st.booleans(),
    closed_on=st.none() | st.dates(date(1949, 10, 1)),
    seen_at=st.none() | st.datetimes(datetime(1949, 10, 1), timezones=st.just(UTC)),  # noqa: DTZ001 -- see timezones
    sources=st.lists(amounts, max_size=3).map(tuple),
    best=st.none() | amounts,
)


@pytest.fixture
def cursor(given: GivenBooks) -> Iterator[Cursor]:
    given.write(CREATE)
    with given.connection.cursor() as opened:
        yield opened


def turn(rows: Rows, cursor: Cursor) -> None:
    cursor.execute("BEGIN")
    rows.write(cursor)
    cursor.execute("COMMIT")
    rows.turn_page()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@over(st.lists(sheets, unique_by=lambda sheet: (sheet.place, sheet.number), max_size=8), texts)
def test_any_row_comes_back_as_it_was(cursor: Cursor, written: list[Sheet], text: str) -> None:
    cursor.execute("TRUNCATE sheets, slips")
    rows = Rows(cursor, (SHEETS, SLIPS))
    for sheet in written:
        rows.add(SHEETS, sheet)
    rows.append(SLIPS, Slip(text))
    turn(rows, cursor)
    again = Rows(cursor, (SHEETS, SLIPS))
    assert [again.get(SHEETS, (sheet.place, sheet.number)) for sheet in written] == written
    cursor.execute("SELECT text FROM slips")
    assert cursor.fetchall() == [(text,)]


def test_a_row_that_left_the_hand_is_read_again_and_changed_in_place(cursor: Cursor) -> None:
    rows = Rows(cursor, (SHEETS,), most_cached=2)
    for page in range(3):
        for number in range(10):
            rows.at(SHEETS, ("村", number)).total_fen += number + page
        turn(rows, cursor)
    cursor.execute("SELECT number, total_fen FROM sheets ORDER BY number")
    assert cursor.fetchall() == [(number, 3 * number + 3) for number in range(10)]


def test_a_new_row_and_its_change_on_one_page_are_written_once(cursor: Cursor) -> None:
    rows = Rows(cursor, (SHEETS,))
    rows.add(SHEETS, Sheet("村", 1))
    rows.change(SHEETS, ("村", 1)).total_fen = 5
    turn(rows, cursor)
    assert Rows(cursor, (SHEETS,)).get(SHEETS, ("村", 1)) == Sheet("村", 1, 5)


def test_many_keys_come_with_one_question(cursor: Cursor) -> None:
    rows = Rows(cursor, (SHEETS,))
    for number in range(5):
        rows.add(SHEETS, Sheet("村", number))
    turn(rows, cursor)
    again = Rows(cursor, (SHEETS,))
    again.load(SHEETS, [("村", number) for number in range(9)])
    cursor.execute("DELETE FROM sheets")
    assert again.get(SHEETS, ("村", 4)) == Sheet("村", 4)


def test_a_row_that_no_fact_began_cannot_be_changed(cursor: Cursor) -> None:
    rows = Rows(cursor, (SHEETS,))
    assert rows.get(SHEETS, ("村", 1)) is None
    with pytest.raises(RowMissing, match="sheets has no row"):
        rows.change(SHEETS, ("村", 1))


def test_a_value_of_an_old_fact_is_written_with_the_fields_that_came_later() -> None:
    old = msgspec.json.decode(b'{"code":"A"}', type=Item)
    (line,) = Table("bills", Bill).lines([Bill("1", (old, Item("B", "x")), old)])
    whole = '{"code":"A","added_later":""}'
    assert line.split("\t") == ["1", f'[{whole},{{"code":"B","added_later":"x"}}]', whole]
