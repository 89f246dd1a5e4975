"""Visitors who come back for a page they have: answered as everybody is, without a look only for a moment."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import TypeVar

import httpx
import pytest

from api.board.desk import MOMENT_SECONDS
from projections.journal.database import Pool
from projections.ledger.projection import every_projection
from projections.reading.snapshots import Ledgers, Look
from projections.rebuild.rebuild import rebuild
from tests.board.conftest import Board, follow, new_books, serving
from tests.board.county import PLACES, TREES, proposal, record_county
from tests.projections.given import GivenBooks

T = TypeVar("T")
PAGE = "/board/projects"
NOW = 100.0


class CountedLedgers(Ledgers):
    """Ledgers that know how often they were looked into, and that can be shut for a while."""

    def __init__(self, pool: Pool) -> None:
        super().__init__(pool)
        self.looks = 0
        self.asked, self.open = Event(), Event()
        self.open.set()

    def ask(self, question: Callable[[Look], T], *, at_primary: bool = False) -> T:
        self.looks += 1
        self.asked.set()
        assert self.open.wait(10)
        return super().ask(question, at_primary=at_primary)


@dataclass
class Watched:
    """A board whose clock a test sets, and the books behind it."""

    given: GivenBooks
    ledgers: CountedLedgers
    now: float = NOW
    url: str = ""

    def get(self, path: str, known: str = "", method: str = "GET") -> httpx.Response:
        return httpx.request(method, self.url + path, headers={"If-None-Match": known} if known else {})

    def record_one_more(self) -> None:
        self.given.record("project.proposed", "P2024-003", **proposal("P2024-003", "茶园", "511703106"))
        assert follow(self.given) == self.given.position


@contextmanager
def watching(given: GivenBooks) -> Iterator[Watched]:
    board = Watched(given, CountedLedgers(given.pool))
    with serving(board.ledgers, lambda: board.now) as board.url:
        yield board


@pytest.fixture
def watched(board: Board) -> Iterator[Watched]:
    """The county that all tests of this file read."""
    with watching(board.given) as watched:
        yield watched


@pytest.fixture
def moving(database_url: str) -> Iterator[Watched]:
    """A county of its own, for a test that changes it."""
    with new_books(database_url) as given:
        record_county(given)
        follow(given)
        with watching(given) as watched:
            yield watched


def kept_headers(answer: httpx.Response) -> list[tuple[bytes, bytes]]:
    return [one for one in answer.headers.raw if one[0].lower() not in {b"date", b"x-request-id"}]


@pytest.mark.parametrize("path", [PAGE, f"{PAGE}/{TREES}", f"{PAGE}?lang=en", "/board/notices"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_short_answer_is_the_long_one(watched: Watched, path: str, method: str) -> None:
    etag = watched.get(path).headers["ETag"]
    short = watched.get(path, etag, method)
    assert watched.ledgers.looks == 1
    watched.now += 10 * MOMENT_SECONDS
    long = watched.get(path, etag, method)
    assert watched.ledgers.looks == 2
    assert (short.status_code, short.content) == (long.status_code, long.content) == (304, b"")
    assert kept_headers(short) == kept_headers(long)
    assert {"etag", "cache-control", "x-journal-position", "content-security-policy"} < short.headers.keys()
    assert len(short.headers["x-request-id"]) == len(long.headers["x-request-id"]) == 32


@pytest.mark.parametrize("known", ["*", "W/{}", '"other", {}'])
def test_rarer_ways_of_asking_go_the_long_way(watched: Watched, known: str) -> None:
    etag = watched.get(PAGE).headers["ETag"]
    assert watched.get(PAGE, known.format(etag)).status_code == 304
    assert watched.ledgers.looks == 2


def test_the_tag_of_one_page_is_not_that_of_another(watched: Watched) -> None:
    etag = watched.get(PAGE).headers["ETag"]
    assert watched.get("/board", etag).status_code == 200
    assert watched.get(f"{PAGE}?colour=red", "*").status_code == 400


def test_a_new_fact_is_seen_when_the_moment_is_over(moving: Watched) -> None:
    etag = moving.get(PAGE).headers["ETag"]
    moving.record_one_more()
    moving.now += MOMENT_SECONDS / 2
    assert moving.get(PAGE, etag).status_code == 304
    moving.now += MOMENT_SECONDS
    anew = moving.get(PAGE, etag)
    assert (anew.status_code, moving.ledgers.looks) == (200, 2)
    assert int(anew.headers["X-Journal-Position"]) == moving.given.position
    assert moving.get(PAGE, anew.headers["ETag"]).status_code == 304
    assert moving.ledgers.looks == 2


def test_while_one_visitor_looks_anew_the_others_need_not_wait_long(watched: Watched) -> None:
    etag = watched.get(PAGE).headers["ETag"]
    watched.now += 1.5 * MOMENT_SECONDS
    watched.ledgers.asked.clear()
    watched.ledgers.open.clear()
    with ThreadPoolExecutor(2) as visitors:
        first = visitors.submit(watched.get, PAGE, etag)
        assert watched.ledgers.asked.wait(10)
        assert watched.get(PAGE, etag).status_code == 304
        assert watched.ledgers.looks == 2
        watched.now += MOMENT_SECONDS
        watched.ledgers.asked.clear()
        third = visitors.submit(watched.get, PAGE, etag)
        assert watched.ledgers.asked.wait(10), "after two moments everybody looks"
        watched.ledgers.open.set()
        assert first.result().status_code == third.result().status_code == 304


def test_any_look_at_the_ledgers_serves_the_visitors_after_it(moving: Watched) -> None:
    etag = moving.get(PAGE).headers["ETag"]
    moving.record_one_more()
    moving.get("/board")
    assert moving.get(PAGE, etag).status_code == 200


def test_a_page_is_another_one_when_a_ledger_moves_although_another_is_stuck(moving: Watched) -> None:
    moving.given.write(
        "UPDATE ledger_positions SET position = position - 1, failure = 'stuck' WHERE ledger = 'gift_register'"
    )
    before = moving.get(PAGE)
    moving.given.record("project.proposed", "P2024-003", **proposal("P2024-003", "茶园", "511703106"))
    moving.given.follow(*(one for one in every_projection() if one.name != "gift_register"))
    moving.now += 10 * MOMENT_SECONDS
    for known in ("", before.headers["ETag"], before.headers["ETag"]):
        after = moving.get(PAGE, known)
        assert (after.status_code, "茶园" in after.text) == (200, True)
        assert after.headers["ETag"] != before.headers["ETag"]
    assert after.headers["X-Journal-Position"] == before.headers["X-Journal-Position"]


def test_a_page_is_another_one_when_a_ledger_was_rebuilt(moving: Watched) -> None:
    etag = moving.get(PAGE).headers["ETag"]
    rebuild(moving.given.database, [one for one in every_projection() if one.name == "project_ledger"])
    moving.now += 10 * MOMENT_SECONDS
    assert moving.get(PAGE, etag).status_code == 200


def test_a_page_is_another_one_when_the_board_opens_again_with_other_names(watched: Watched) -> None:
    etag = watched.get(PAGE).headers["ETag"]
    ledgers = watched.given.ledgers
    asked = {"If-None-Match": etag}
    with serving(ledgers) as same, serving(ledgers, places={**PLACES, "511703106": "新名镇"}) as renamed:
        assert httpx.get(same + PAGE, headers=asked).status_code == 304
        assert httpx.get(renamed + PAGE, headers=asked).status_code == 200
    with serving(ledgers, title=("别的标题", "Another title")) as titled:
        assert httpx.get(titled + PAGE, headers=asked).status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/board/nope", 404),
        ("/board/funds/nope", 404),
        ("/board/projects/nope", 404),
        ("/board/notices/nope", 404),
        ("/board/funds/%00", 404),
        ("/board/funds?cursor=bad", 400),
        ("/board?colour=red", 400),
    ],
)
def test_what_is_no_page_has_no_tag_and_is_never_unchanged(watched: Watched, path: str, status: int) -> None:
    first = watched.get(path)
    assert (first.status_code, "ETag" in first.headers) == (status, False)
    etag = watched.get(PAGE).headers["ETag"]
    for known in ("*", etag, f"W/{etag}"):
        assert watched.get(path, known).status_code == status


def test_the_tag_of_a_page_with_a_question_mark_in_its_path_is_no_other_page(moving: Watched) -> None:
    moving.given.record("project.proposed", "P?1", **proposal("P?1", "茶园", "511703106"))
    follow(moving.given)
    etag = moving.get(f"{PAGE}/P%3F1").headers["ETag"]
    assert moving.get(f"{PAGE}/P%3F1", etag).status_code == 304
    assert moving.get(f"{PAGE}/P?1?", etag).status_code == 400
