"""公示栏: what was taken back, ended or called otherwise stays on the page, struck, with the reason."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

import pytest

from tests.board.conftest import Board, follow, new_books, serving
from tests.board.county import FUND, ROAD, record_county
from tests.board.test_the_board_tells_the_ledgers import words_of
from tests.sources import shares

BACK_ON = date(2024, 9, 2)


@pytest.fixture(scope="module")
def struck(database_url: str) -> Iterator[Board]:
    """The county, its road accepted by mistake, its contract terminated, three names corrected."""
    with new_books(database_url) as given:
        record_county(given)
        given.record(
            "project.acceptance_reversed",
            ROAD,
            on=BACK_ON,
            former_on=date(2024, 8, 25),
            former_rulebook_version=1,
            reason="验收表漏签",
            level="village",
            form_no="YS2",
            last_level=False,
        )
        given.record(
            "project.contract_terminated",
            ROAD,
            on=BACK_ON,
            termination_no="JC1",
            contract_no="HT1",
            contractor_id="f-1",
            price_fen=960_000_00,
            certified_fen=600_000_00,
            paid_fen=480_000_00,
            owed_fen=120_000_00,
            owed=shares(FUND, central=72_000_00, provincial=48_000_00),
            reason="承包单位违约",
        )
        given.record(
            "project.contractor_name_corrected",
            ROAD,
            on=BACK_ON,
            contract_no="HT1",
            former_contractor_name="达州市鸿远建设工程有限公司",
            contractor_name="达州市鸿远建筑工程有限公司",
            reason="笔误",
        )
        given.record(
            "project.name_corrected",
            ROAD,
            on=BACK_ON,
            former_name="平昌镇红星村农业生产便民道路硬化及排水沟配套工程",
            name="平昌镇红星村便民道路工程",
            reason="笔误",
        )
        given.record(
            "fund.title_corrected",
            FUND,
            on=BACK_ON,
            former_title="衔接资金",
            title="衔接补助资金",
            reason="笔误",
        )
        follow(given)
        with serving(given.ledgers) as url:
            yield Board(url, given)


def test_a_project_page_strikes_the_former_names(struck: Board) -> None:
    page = struck.get(f"/board/projects/{ROAD}").text
    assert '<h1 lang="zh-CN">平昌镇红星村便民道路工程</h1>' in page
    for former in ("平昌镇红星村农业生产便民道路硬化及排水沟配套工程", "达州市鸿远建设工程有限公司"):
        assert f"{former}</s>" in page
    assert "达州市鸿远建筑工程有限公司" in page
    assert "Formerly" in struck.get(f"/board/projects/{ROAD}?lang=en").text


def test_a_fund_page_strikes_the_former_title(struck: Board) -> None:
    page = struck.get(f"/board/funds/{quote(FUND)}").text
    assert '<h1 lang="zh-CN">衔接补助资金</h1>' in page
    assert "衔接资金</s>" in page


def test_a_terminated_contract_shows_its_work_what_was_owed_and_why(struck: Board) -> None:
    page = words_of(struck.get(f"/board/projects/{ROAD}").text)
    for text in ("已解除", "承包单位违约", "已计量 600,000.00", "解除时尚欠 120,000.00"):
        assert text in page


def test_an_acceptance_that_was_taken_back_has_a_line_of_its_own(struck: Board) -> None:
    page = words_of(struck.get(f"/board/projects/{ROAD}").text)
    assert "冲销" in page
    assert "验收表漏签" in page


def test_no_struck_line_names_a_person(struck: Board) -> None:
    page = struck.get(f"/board/projects/{ROAD}").text
    assert "u-acceptor" not in page
    assert "f-1" not in page
