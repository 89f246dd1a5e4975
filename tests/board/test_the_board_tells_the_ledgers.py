"""公示栏: figures equal the ledgers, drafts and persons stay away, and an unchanged page is not sent again."""

import re
from html import unescape
from urllib.parse import quote

import pytest

from api.board.figures import yuan
from projections.fund_ledger.overview import total_of_year
from projections.fund_ledger.query import fund
from projections.project_ledger.query import project
from projections.source_of_money.query import project_sources
from tests.board.conftest import Board
from tests.board.county import DRAFT, FUND, PERSONS, RESULT, ROAD, TREES
from tests.board.test_the_board_can_be_read import PATHS


def words_of(page: str) -> str:
    """The text of a page, without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_the_overview_shows_the_totals_of_the_fund_ledger(board: Board) -> None:
    with board.given.look() as cursor:
        total = total_of_year(cursor, 2024)
    assert total is not None
    assert (total.received_fen, total.paid_fen, total.idle_fen) == (1_000_000_00, 480_000_00, 510_000_00)
    page = words_of(board.get("/board").text)
    for fen in (
        total.received_fen,
        total.allocated_fen,
        total.arrived_fen,
        total.paid_fen,
        total.idle_fen,
    ):
        assert yuan(fen) in page
    assert "100 万元" in page


def test_a_fund_page_shows_every_level_and_purpose(board: Board) -> None:
    with board.given.look() as cursor:
        found = fund(cursor, FUND)
    assert found is not None
    page = words_of(board.get(f"/board/funds/{quote(FUND)}").text)
    for level in found.levels:
        assert yuan(level.allocated_fen) in page
    for purpose in found.purposes:
        assert yuan(purpose.paid_fen) in page


def test_a_project_page_shows_money_by_source_contract_work_payments_and_defects(board: Board) -> None:
    with board.given.look() as cursor:
        found, sources = project(cursor, ROAD), project_sources(cursor, ROAD)
    assert found is not None
    page = words_of(board.get(f"/board/projects/{ROAD}").text)
    for source in sources:
        assert yuan(source.planned_fen) in page
        assert yuan(source.paid_fen) in page
    assert yuan(found.contracts[0].price_fen) in page
    for payment in found.payments:
        assert yuan(payment.amount_fen) in page
    for text in ("排水沟盖板缺损3处", "已整改", "不合格", "验收人 2 名", "达州市鸿远建设工程有限公司"):
        assert text in page
    assert "达川区 平昌镇 红星村（原红星村" in page


def test_a_notice_page_counts_the_days_left_and_shows_objections_with_answers(board: Board) -> None:
    page = words_of(board.get(f"/board/notices/{quote(RESULT)}").text)
    for text in (
        "2 天",
        "为何只安排一个乡镇？",
        "其余乡镇在第二批安排",
        "异议不成立",
        "12317",
        "达川区财政局",
    ):
        assert text in page
    assert "2024年9月5日至2024年9月14日" in page


def test_what_was_printed_otherwise_stands_beside_the_figure_of_the_books(board: Board) -> None:
    page = words_of(board.get(f"/board/notices/{quote(RESULT)}").text)
    compared = page[page.index("公示金额与账对照") :]
    assert "合计 收到金额 1,000,000.00 1,000,000.00 一致" in compared
    assert "已安排 已分配 990,000.00 980,000.00 与账不符，照原件登记 原公告含预留款" in compared
    assert "群众自筹 账外数 30,000.00 — 村民自筹，不入专账" in compared


def test_what_is_late_or_missing_is_said_with_its_day(board: Board) -> None:
    page = words_of(board.get("/board/late").text)
    assert "完工公告" in page
    assert "未公示，超 32 天" in page
    assert "晚 202 天" in page


def test_a_draft_is_not_public(board: Board) -> None:
    assert board.get(f"/board/notices/{quote(DRAFT)}").status_code == 404
    assert DRAFT not in board.get("/board/notices").text
    assert DRAFT not in board.get(f"/board/funds/{quote(FUND)}").text


@pytest.mark.parametrize("path", PATHS)
def test_no_page_names_a_person(board: Board, path: str) -> None:
    page = board.get(path).text
    assert [person for person in PERSONS if person in page] == []


@pytest.mark.parametrize("path", PATHS)
def test_a_page_says_from_which_position_it_speaks(board: Board, path: str) -> None:
    answer = board.get(path)
    assert answer.headers["X-Journal-Position"] == str(board.given.position)
    assert f"序时簿第 {board.given.position} 号" in words_of(answer.text).replace("  ", " ")


def test_an_unchanged_page_is_not_sent_again(board: Board) -> None:
    first = board.get("/board")
    again = board.get("/board", **{"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["X-Journal-Position"] == first.headers["X-Journal-Position"]
    assert board.get("/board?lang=en").headers["ETag"] != first.headers["ETag"]


def test_the_stylesheet_is_named_by_its_content_and_kept_for_ever(board: Board) -> None:
    found = re.search(r'href="(/board/style-[0-9a-f]+\.css)"', board.get("/board").text)
    assert found is not None
    answer = board.get(found[1])
    assert answer.headers["Content-Type"].startswith("text/css")
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    "path",
    [
        "/board?year=24",
        "/board?lang=fr",
        "/board?colour=red",
        "/board/projects?phase=flying",
        "/board/projects?place=x",
        "/board/projects?cursor=x",
        "/board/notices?state=drafted",
    ],
)
def test_a_question_that_no_page_knows_is_refused_in_the_same_style(board: Board, path: str) -> None:
    answer = board.get(path)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "网址有误" in answer.text


@pytest.mark.parametrize("language", ["", "?lang=en"])
def test_the_places_above_a_project_lead_to_their_projects(board: Board, language: str) -> None:
    page = board.get(f"/board/projects/{ROAD}{language}").text
    paths = [unescape(path) for path in re.findall(r'href="(/board/projects\?place=[^"]+)"', page)]
    assert paths
    for path in paths:
        assert ROAD in board.get(path).text


@pytest.mark.parametrize("section", ["funds", "projects", "notices"])
@pytest.mark.parametrize("key", ["%00", "a%00b", "%0a", "%1b", "%ff", "nothing"])
def test_a_key_that_names_no_record_leads_to_the_page_that_says_so(
    board: Board, section: str, key: str
) -> None:
    answer = board.get(f"/board/{section}/{key}")
    assert (answer.status_code, "没有这一页" in answer.text) == (404, True)


def test_projects_are_filtered_by_town_phase_and_year(board: Board) -> None:
    assert ROAD in board.get("/board/projects?place=511703105").text
    assert TREES not in board.get("/board/projects?place=511703105").text
    assert TREES in board.get("/board/projects?phase=proposed").text
    assert TREES not in board.get("/board/projects?year=2024").text


@pytest.mark.parametrize(
    "path", ["/board", "/board/funds", "/board/projects", "/board/notices", "/board/late"]
)
@pytest.mark.parametrize("language", ["", "?lang=en"])
def test_empty_books_have_pages_too(empty_board: Board, path: str, language: str) -> None:
    answer = empty_board.get(path + language)
    assert answer.status_code == 200
    assert 'class="empty"' in answer.text
    assert answer.headers["X-Journal-Position"] == "0"
