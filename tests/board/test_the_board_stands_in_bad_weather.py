"""公示栏: long lists come in pages, and a board without its database or ledgers says so in the same style."""

import re

import httpx

from api.board.pages.projects import ROWS
from projections.journal.database import Database, Pool
from projections.reading.snapshots import Ledgers
from tests.board.conftest import follow, new_books, serving
from tests.board.county import proposal


def test_a_long_list_is_read_to_its_end_by_its_links(database_url: str) -> None:
    count = 2 * ROWS + 1
    with new_books(database_url) as given:
        for number in range(count):
            code = f"P{number:04}"
            given.record("project.proposed", code, **proposal(code, f"项目{number}", "511703105"))
        follow(given)
        with serving(given.ledgers) as url:
            path: str | None = "/board/projects?place=511703&lang=en"
            seen: list[str] = []
            while path:
                page = httpx.get(url + path).text
                seen += re.findall(r"/board/projects/(P\d{4})", page)
                found = re.search(r'href="([^"]+)" rel="next"', page)
                path = found[1].replace("&amp;", "&") if found else None
                assert path is None or {"lang=en", "place=511703"} <= set(path.partition("?")[2].split("&"))
    assert seen == [f"P{number:04}" for number in range(count)]


def test_without_a_database_the_board_says_that_it_cannot_be_read() -> None:
    nowhere = Ledgers(Pool(Database("postgresql://127.0.0.1:1/nobody", "books")))
    with serving(nowhere) as url:
        answer = httpx.get(f"{url}/board", timeout=30)
    assert answer.status_code == 503
    assert "暂时无法查看" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_before_the_first_follower_the_board_says_that_it_cannot_be_read(database_url: str) -> None:
    with new_books(database_url) as given, serving(given.ledgers) as url:
        answer = httpx.get(f"{url}/board?lang=en")
    assert answer.status_code == 503
    assert "cannot be read at the moment" in answer.text
