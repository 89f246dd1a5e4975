"""公示栏: every page in both languages, on a phone, without scripts, without other hosts, and on paper."""

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.board.conftest import Board
from tests.board.county import FUND, LONG, RESULT, ROAD

PATHS = (
    "/board",
    "/board/funds",
    f"/board/funds/{quote(FUND)}",
    "/board/projects",
    "/board/projects?place=511703105&phase=accepted&year=2024",
    f"/board/projects/{ROAD}",
    "/board/notices",
    f"/board/notices/{quote(RESULT)}",
    "/board/late",
    "/board/late-acts",
    "/board/nothing",
)
PHONE = {"width": 360, "height": 740}
every_page = pytest.mark.parametrize("path", PATHS)
both_languages = pytest.mark.parametrize("language", ["zh", "en"])


def in_language(path: str, language: str) -> str:
    if language == "zh":
        return path
    return f"{path}{'&' if '?' in path else '?'}lang=en"


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """A phone with scripts switched off."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[Page]:
    """A screen on a desk; scripts are on, so that a page that brought one would show it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@every_page
@both_languages
def test_a_page_fits_a_phone(board: Board, phone: Page, path: str, language: str) -> None:
    phone.goto(board.url + in_language(path, language))
    # Without scripts nothing can be measured inside the page: the picture of the whole page is as wide as it scrolls.
    picture = phone.screenshot(full_page=True)
    assert int.from_bytes(picture[16:20]) == PHONE["width"]


@pytest.mark.parametrize("width", [320, 740, 800, 900, 992, 1000, 1024])
@pytest.mark.parametrize("path", [f"/board/funds/{quote(FUND)}", f"/board/projects/{ROAD}", "/board/late"])
def test_a_page_fits_any_screen(board: Board, desk: Page, path: str, width: int) -> None:
    desk.set_viewport_size({"width": width, "height": 900})
    desk.goto(board.url + in_language(path, "en"))
    assert desk.evaluate("document.documentElement.scrollWidth") == width


@every_page
@both_languages
def test_a_page_asks_only_its_own_host_and_brings_no_script(
    board: Board, desk: Page, path: str, language: str
) -> None:
    asked: list[str] = []
    said: list[str] = []
    with desk.context.new_page() as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(board.url + in_language(path, language))
        assert page.locator("script").count() == 0
    assert {url for url in asked if not url.startswith((board.url, "data:"))} == set()
    assert [text for text in said if "404" not in text] == []


@every_page
@both_languages
def test_a_page_says_its_language_and_has_one_heading(
    board: Board, desk: Page, path: str, language: str
) -> None:
    desk.goto(board.url + in_language(path, language))
    assert desk.locator("html").get_attribute("lang") == {"zh": "zh-CN", "en": "en"}[language]
    assert desk.locator("h1").count() == 1
    assert desk.locator("table:not(:has(caption))").count() == 0
    assert desk.locator("th:not([scope])").count() == 0


@every_page
def test_links_keep_the_language(board: Board, desk: Page, path: str) -> None:
    desk.goto(board.url + in_language(path, "en"))
    links = desk.locator("main a, nav a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert links
    assert [link for link in links if "lang=en" not in link and not link.startswith(("#", "tel:"))] == []


@every_page
def test_every_link_of_a_page_leads_to_a_page(board: Board, desk: Page, path: str) -> None:
    desk.goto(board.url + path)
    links = desk.locator("a").evaluate_all("all => all.map(one => one.href)")
    for link in {link for link in links if link.startswith(board.url)}:
        status = 404 if "/nothing" in link else 200
        assert board.get(link.removeprefix(board.url)).status_code == status, link


@pytest.mark.parametrize("notice_no", [RESULT, LONG])
@both_languages
def test_a_notice_is_printed_on_one_sheet_of_a4(
    board: Board, desk: Page, notice_no: str, language: str
) -> None:
    desk.goto(board.url + in_language(f"/board/notices/{quote(notice_no)}", language))
    paper = desk.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    width, height = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", paper)[0]
    assert (round(float(width)), round(float(height))) == (595, 842)


@every_page
def test_text_stands_out_from_its_ground(board: Board, desk: Page, path: str) -> None:
    desk.goto(board.url + path)
    assert desk.evaluate(WEAKEST_CONTRAST) >= 4.5


def test_the_keyboard_shows_where_it_is(board: Board, desk: Page) -> None:
    desk.goto(f"{board.url}/board")
    desk.keyboard.press("Tab")
    assert desk.locator(".skip").evaluate("one => one === document.activeElement")
    desk.keyboard.press("Tab")
    outline = desk.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"


# The contrast of WCAG 2.2 (1.4.3) for every piece of text against the nearest painted ground behind it.
WEAKEST_CONTRAST = """() => {
  const channel = value => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const painted = parts(getComputedStyle(at).backgroundColor);
      if (painted.length === 3 || painted[3] === 1) return painted;
    }
    return [255, 255, 255];
  };
  let weakest = 21;
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    if (!own || element.closest('svg')) continue;
    const [ink, paper] = [light(parts(getComputedStyle(element).color)), light(ground(element))];
    weakest = Math.min(weakest, (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05));
  }
  return weakest;
}"""
