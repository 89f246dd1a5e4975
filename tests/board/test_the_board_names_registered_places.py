"""区划与单位 on the board: a page shows what the register calls a place, from the moment at which it says so."""

from itertools import count

from tests.board.conftest import Board, follow, new_books, serving
from tests.board.county import FUND, PLACES, proposal
from tests.given.funds import an_allocation, an_indicator
from tests.projections.given import GivenBooks
from tests.sources import levels

PAGE, PROJECT = "/board/projects", "/board/projects/P2024-009"
TOWN = "511703106"


def named(given: GivenBooks, code: str, name: str) -> None:
    parent = code[:6] if len(code) > 6 else ""
    given.record(
        "place.division_registered",
        "county",
        code=code,
        name=name,
        level="town" if parent else "county",
        parent_code=parent,
        from_on=None,
        until_on=None,
        source="民政部",
        evidence_sha256="",
    )


def test_a_page_shows_the_name_that_the_register_has_now(database_url: str) -> None:
    with new_books(database_url) as given:
        given.record("project.proposed", "P2024-009", **proposal("P2024-009", "茶园", TOWN))
        follow(given)
        with serving(given.ledgers, map(float, count(0, 100)).__next__, places={}) as url:
            board = Board(url, given)
            before = board.get(PROJECT)
            assert TOWN in before.text
            named(given, "511703", "达川区")
            named(given, TOWN, "檀木镇")
            follow(given)
            after = board.get(PROJECT, **{"If-None-Match": before.headers["ETag"]})
            assert after.status_code == 200
            assert "达川区 檀木镇" in after.text
            assert "檀木镇" in board.get(PAGE).text
            given.record("place.renamed", "county", code=TOWN, name="檀木街道", reason="撤镇设街道")
            follow(given)
            assert "达川区 檀木街道" in board.get(PROJECT).text


def test_the_sentences_of_a_fund_name_the_unit_that_got_the_money(database_url: str) -> None:
    with new_books(database_url) as given:
        given.record("fund.indicator_received", FUND, **an_indicator(FUND, levels(county=100)))
        allocation = an_allocation("FP-1", levels(county=100), ("unit", "DW-001"))
        given.record("fund.allocated", FUND, **allocation)
        given.record(
            "place.unit_registered",
            "county",
            code="DW-001",
            name="达川区财政局",
            kind="office",
            unified_code="",
            place_code="511703",
            from_on=None,
            until_on=None,
            source="名册",
            evidence_sha256="",
        )
        follow(given)
        with serving(given.ledgers, places={}) as url:
            page = Board(url, given).get(f"/board/funds/{FUND}").text
            assert "向单位达川区财政局分配 1.00 元" in page


def test_the_names_of_a_file_serve_books_without_a_register(board: Board) -> None:
    assert PLACES["511703"] in board.get("/board/projects").text
