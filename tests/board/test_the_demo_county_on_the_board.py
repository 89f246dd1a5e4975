"""公示栏: the ten published cases and practice, recorded through the desk, on every page that a reader can reach."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

import httpx
import pytest
from playwright.sync_api import Browser

from domain.books.books import Books
from scripts.demo.county import record_county
from tests.board.conftest import follow, new_books, serving

JOINED = """sheets => {
    const first = document.querySelector("article");
    for (const sheet of sheets) {
        first.insertAdjacentHTML("afterend", sheet);
        first.nextElementSibling.style.breakBefore = "page";
    }
}"""
PERSONS = re.compile(r"\b[up]-(recorder|reviewer|approver|payer|publisher|administrator|acceptor|villager|h)")


@pytest.fixture(scope="module")
def demo(database_url: str) -> Iterator[str]:
    """The address of the board of the demo county."""
    with new_books(database_url) as given:
        env = {
            "PERSISTENCE_MODULE": "projections.journal.persistence",
            "DATABASE_URL": database_url,
            "BOOKS_SCHEMA": given.database.schema,
        }
        with Books(env) as books:
            assert list(record_county(books))
        follow(given)
        with serving(given.ledgers) as url:
            yield url


@pytest.fixture(scope="module")
def reachable(demo: str) -> dict[str, str]:
    """Every page that links lead to from the overview, in Chinese: its text by its path."""
    pages: dict[str, str] = {}
    waiting = ["/board"]
    with httpx.Client(base_url=demo) as client:
        while waiting:
            path = waiting.pop()
            if path in pages:
                continue
            answer = client.get(path)
            assert answer.status_code == 200, unquote(path)
            pages[path] = answer.text
            links = [unescape(link) for link in re.findall(r'href="(/board[^"#]*)"', answer.text)]
            waiting += [link for link in links if "style-" not in link and "lang=" not in link]
    return pages


PRACTICE_FUNDS = (
    "演示-省财农〔2025〕1号",
    "演示-县财农〔2025〕2号",
    "演示-县财农〔2025〕4号",
    "演示-甲镇财〔2025〕1号",
)


def test_practice_says_so_and_shows_what_was_passed_down_is_in_transit_and_was_reversed(
    reachable: dict[str, str],
) -> None:
    pages = {unquote(path): text for path, text in reachable.items()}
    county, wrong, _, village = (pages[f"/board/funds/{number}"] for number in PRACTICE_FUNDS)
    project = pages["/board/projects/P01"]
    own = [text for path, text in pages.items() if path.endswith(PRACTICE_FUNDS) or "P01" in path]
    assert len(own) == 4 + 1 + 6
    assert all(re.search("<h1[^>]*>演示", text) for text in own)

    for shown in (
        "已全部下达下级",
        "向 演示甲镇 下达 600,000.00 元",
        "原因：收文单位误写为演示乙镇，应为演示甲镇",
    ):
        assert shown in county
    assert "没有可分配的资金" in wrong
    for shown in ("已收到", "在途", '<s lang="zh-CN">演示：下达甲村2024年衔接资金</s>'):
        assert shown in village
    assert "已冲销" in project
    for reason in ("与第一份计量单重复登记", "付款金额误登为1万元，银行实付10万元"):
        assert f"，原因：{reason}" in project


def test_every_page_can_be_reached_fits_a_phone_and_names_no_person(
    demo: str, reachable: dict[str, str], browser: Browser
) -> None:
    pages = reachable
    for count, section in ((8, "funds"), (12, "projects"), (20, "notices")):
        assert len([path for path in pages if path.startswith(f"/board/{section}/")]) >= count
    assert [unquote(path) for path, text in pages.items() if PERSONS.search(text)] == []
    with browser.new_page(viewport={"width": 360, "height": 740}) as phone:
        for path in pages:
            phone.goto(demo + path)
            assert phone.evaluate("document.documentElement.scrollWidth") == 360, unquote(path)


def test_every_notice_is_printed_on_one_sheet(demo: str, reachable: dict[str, str], browser: Browser) -> None:
    """All of them on one paper, each from a new page on: a notice that needs two makes the paper longer."""
    first, *others = (path for path in reachable if re.fullmatch(r"/board/notices/[^?]+", path))
    sheets = [re.findall(r"<article.*?</article>", reachable[path], flags=re.DOTALL)[0] for path in others]
    with browser.new_page() as desk:
        desk.goto(demo + first)
        desk.evaluate(JOINED, sheets)
        paper = desk.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1 + len(others)
