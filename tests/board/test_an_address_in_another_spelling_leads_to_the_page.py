"""One number, many spellings: an address with another one leads to the page of the record, where there is one."""

from collections.abc import Iterator
from urllib.parse import quote, unquote

import httpx
import pytest

from tests.board.conftest import Board, follow, new_books, serving
from tests.board.county import DRAFT, FUND, RESULT, ROAD, record_county
from tests.given.funds import an_indicator
from tests.sources import levels

FUND_OTHERWISE = "达市财农[2024]3"
NO_SUCH_FUND = "达市财农〔2024〕13号"


def address(section: str, number: str) -> str:
    return f"/board/{section}/{quote(number, safe='')}"


@pytest.mark.parametrize(
    ("section", "recorded", "spelt"),
    [
        ("funds", FUND, FUND_OTHERWISE),
        ("funds", FUND, " 达市财农 【２０２４】 3 号 "),
        ("projects", ROAD, ROAD.lower()),
        ("projects", ROAD, "Ｐ2024－001"),
        ("notices", RESULT, "达川公告(2024)1"),
    ],
)
def test_it_leads_to_the_page_of_the_record(board: Board, section: str, recorded: str, spelt: str) -> None:
    answer = board.get(address(section, spelt))
    assert (answer.status_code, unquote(answer.headers["Location"])) == (307, f"/board/{section}/{recorded}")
    assert answer.headers["Cache-Control"] == "public, no-cache"
    assert "ETag" not in answer.headers
    arrived = httpx.get(board.url + address(section, spelt), follow_redirects=True)
    assert (arrived.status_code, arrived.text) == (200, board.get(address(section, recorded)).text)


def test_it_keeps_what_else_was_asked(board: Board) -> None:
    answer = board.get(f"{address('projects', ROAD.lower())}?lang=en")
    assert answer.headers["Location"] == f"{address('projects', ROAD)}?lang=en"
    assert board.get(f"{address('projects', ROAD.lower())}?nothing=1").status_code == 400


def test_the_spelling_of_the_record_answers_itself(board: Board) -> None:
    page = board.get(address("funds", FUND))
    assert page.status_code == 200
    assert board.get(address("funds", FUND), **{"If-None-Match": page.headers["ETag"]}).status_code == 304
    assert board.get(address("funds", FUND), **{"If-None-Match": "*"}).status_code == 304


@pytest.mark.parametrize(
    ("section", "number"),
    [("funds", NO_SUCH_FUND), ("projects", "P2024-0011"), ("notices", DRAFT), ("notices", "达川公告(2024)3")],
)
def test_what_is_not_there_or_not_public_yet_is_not_told_apart(
    board: Board, section: str, number: str
) -> None:
    answer = board.get(address(section, number))
    assert answer.status_code == 404
    assert "Location" not in answer.headers


@pytest.fixture
def with_an_old_twin(database_url: str) -> Iterator[Board]:
    """Books of a time when another spelling was another fund."""
    with new_books(database_url) as given:
        record_county(given)
        given.record(
            "fund.indicator_received", FUND_OTHERWISE, **an_indicator(FUND_OTHERWISE, levels(100, 0))
        )
        follow(given)
        with serving(given.ledgers) as url:
            yield Board(url, given)


def test_of_two_old_records_each_has_its_page_and_a_third_spelling_leads_to_neither(
    with_an_old_twin: Board,
) -> None:
    for own in (FUND, FUND_OTHERWISE):
        assert with_an_old_twin.get(address("funds", own)).status_code == 200
    assert with_an_old_twin.get(address("funds", "达市财农(2024)3")).status_code == 404
