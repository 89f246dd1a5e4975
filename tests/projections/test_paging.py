"""Pages are read by key: none shifts, none repeats a row, and a cursor belongs to its list."""

import base64
import json

import pytest

from projections.audit_trail.query import TrailFilter, trail
from projections.reading.paging import LIMIT_MAX, CursorMismatch, Paging
from projections.roll_register.query import lines
from tests.projections.given import GivenBooks
from tests.projections.year.rolls import ROLL


@pytest.mark.parametrize("limit", [1, 7, 66, 67, 68])
def test_pages_together_are_the_whole_list_once(county: GivenBooks, limit: int) -> None:
    found: list[int] = []
    place = Paging(limit)
    with county.look() as cursor:
        while True:
            page = trail(cursor, place)
            found += [entry.position for entry in page.rows]
            assert len(page.rows) <= limit
            if page.next_cursor is None:
                break
            place = Paging(limit, page.next_cursor)
    assert found == list(range(1, county.position + 1))


def test_a_wish_for_more_than_the_most_is_cut_and_for_nothing_is_one(county: GivenBooks) -> None:
    with county.look() as cursor:
        assert len(trail(cursor, Paging(LIMIT_MAX * 10)).rows) == county.position
        assert len(trail(cursor, Paging(0)).rows) == 1


def test_a_cursor_serves_only_its_own_list_and_filters(county: GivenBooks) -> None:
    with county.look() as cursor:
        given_for_all = trail(cursor, Paging(1)).next_cursor
        with pytest.raises(CursorMismatch):
            trail(cursor, Paging(1, given_for_all), TrailFilter(topic="account.paid"))
        with pytest.raises(CursorMismatch):
            lines(cursor, ROLL, Paging(1, given_for_all))


@pytest.mark.parametrize("text", ["", "x", "!!!!", "eyJhIjoxfQ", "WyJhIiwxXQ", "6Iul", "汉字"])
def test_a_cursor_that_nobody_gave_is_refused(county: GivenBooks, text: str) -> None:
    with county.look() as cursor, pytest.raises(CursorMismatch):
        trail(cursor, Paging(1, text))


def test_a_cursor_whose_place_was_altered_is_refused(county: GivenBooks) -> None:
    with county.look() as cursor:
        sealed = trail(cursor, Paging(1)).next_cursor
        assert sealed is not None
        mark, position = json.loads(base64.urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4)))
        altered = base64.urlsafe_b64encode(json.dumps([mark, position + 1]).encode()).decode()
        with pytest.raises(CursorMismatch):
            trail(cursor, Paging(1, altered))
