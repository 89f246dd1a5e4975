"""公告页 (pages of notices): the register, and one notice as the sheet of paper that hangs on the board."""

from dataclasses import dataclass

from api.board import figures
from api.board.section import Section
from api.board.visit import Contents, NotOnTheBoard, Visit
from domain.notices.codes import NoticeState
from domain.notices.notice import Notice
from projections.notice_register.posted import PUBLIC_STATES, posted_notice, posted_notices
from projections.notice_register.query import NoticeRow

SECTION = Section("/board/notices", ("公告", "Notices"), order=40, stream=Notice.KIND)
ROWS = 30
SIGNING_FIELDS = ("responsible_unit", "unit")


@dataclass(frozen=True)
class TypeSize:
    """One size of type for the sheet, as style.css sets it on paper; heights in points.

    characters  Chinese characters of one line;  room: height for fields and amounts under a title of two lines.
    """

    style: str
    characters: int
    line: int
    row: int
    room: int


OFFICIAL = TypeSize("", 26, 28, 24, 356)
SMALLER = TypeSize(" sheet-long", 35, 19, 20, 420)
SMALLEST = " sheet-fine"
NUMBERED_NAME = 9
"""Characters that the number and the name of a field take, as in `八、资金来源构成：`."""


def notice_list(visit: Visit) -> Contents:
    """Contents of `notices.html`; filter `state`."""
    state = visit.asked_choice("state", PUBLIC_STATES)
    page = posted_notices(visit.cursor, visit.paging(ROWS), state=state)
    return {
        "trail": visit.trail(SECTION),
        "state": state,
        "notices": page.rows,
        "next_path": visit.next_path(page.next_cursor),
    }


def one_notice(visit: Visit, notice_no: str) -> Contents:
    """Contents of `notice.html`.  Raises NotOnTheBoard, also for a draft."""
    found = posted_notice(visit.cursor, notice_no)
    if found is None:
        raise NotOnTheBoard(notice_no)
    total = found.total
    texts = {field.code: field.text for field in total.fields}
    return {
        "trail": visit.trail(SECTION, (notice_no, "")),
        "notice": found,
        "density": density(total),
        "replaced_by": [other for other in found.replaced_by if other.posted_on is not None],
        "compared": [amount for amount in total.amounts if amount.figure],
        "period": _period(total),
        "signed_by": next((texts[code] for code in SIGNING_FIELDS if code in texts), ""),
        "days_left": _days_left(total, visit),
        "about": visit.page_of(total.subject),
    }


def density(total: NoticeRow) -> str:
    """Choose the largest type in which the notice stays on one sheet of A4."""
    return next((size.style for size in (OFFICIAL, SMALLER) if _height(total, size) <= size.room), SMALLEST)


def _height(total: NoticeRow, size: TypeSize) -> int:
    """How high fields and amounts stand on the sheet, and the lines of a title beyond the second."""
    lines = max(_lines(total.title, size.characters * 3 // 4) - 2, 0)
    for field in total.fields:
        first, *others = field.text.split("\n")
        lines += _lines(NUMBERED_NAME * "　" + first, size.characters)
        lines += sum(_lines(other, size.characters) for other in others)
    rows = len(total.amounts) + 2 if total.amounts else 0
    return lines * size.line + rows * size.row


def _lines(text: str, characters: int) -> int:
    """Lines that a text takes; a letter or digit is half as wide as a Chinese character."""
    halves = sum(1 if letter.isascii() else 2 for letter in text)
    return max(-(-halves // (2 * characters)), 1)


def _period(total: NoticeRow) -> str:
    """The days on display as the notice says them; it is printed in Chinese, whatever the page around it."""
    if total.posted_on is None:
        return ""
    first = figures.day(total.posted_on, "zh")
    if total.closes_on is None:
        return f"自{first}起长期公示"
    return f"{first}至{figures.day(total.closes_on, 'zh')}"


def _days_left(total: NoticeRow, visit: Visit) -> int | None:
    """Days until the last of its minimum; None when it does not hang any more or has no such day."""
    if total.state != NoticeState.POSTED or total.closes_on is None:
        return None
    return max((total.closes_on - visit.today).days, 0)


LISTING = (SECTION.sheet("notices.html", "state", "cursor"), notice_list)
RECORD = (SECTION.sheet("notice.html"), one_notice)
