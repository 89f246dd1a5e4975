"""公告页 (pages of notices): the register, and one notice as the sheet of paper that hangs on the board."""

from urllib.parse import quote

from api.board import figures
from api.board.visit import NotOnTheBoard, Visit
from projections.notice_register.posted import PUBLIC_STATES, posted_notice, posted_notices
from projections.notice_register.query import NoticeRow

ROWS = 30
PAGE_OF = {"fund": "/board/funds/", "project": "/board/projects/"}
SIGNING_FIELDS = ("responsible_unit", "unit")
LINES_OF_A_SHEET = ((22, ""), (40, " sheet-long"))
"""How many lines fit on A4 in the official size (3号字), and in the next smaller one."""

CHARACTERS_OF_A_LINE = 26


def notice_list(visit: Visit) -> dict[str, object]:
    """Contents of `notices.html`; filter `state`."""
    state = visit.asked_choice("state", PUBLIC_STATES)
    page = posted_notices(visit.cursor, visit.paging(ROWS), state=state)
    return {
        "trail": _trail(visit),
        "state": state,
        "notices": page.rows,
        "next_path": visit.next_path(page.next_cursor),
    }


def one_notice(visit: Visit, notice_no: str) -> dict[str, object]:
    """Contents of `notice.html`.  Raises NotOnTheBoard, also for a draft."""
    found = posted_notice(visit.cursor, notice_no)
    if found is None:
        raise NotOnTheBoard(notice_no)
    total = found.total
    kind, _, key = total.subject.partition("/")
    texts = {field.code: field.text for field in total.fields}
    return {
        "trail": (*_trail(visit, "/board/notices"), (notice_no, "")),
        "notice": found,
        "density": density(total),
        "period": _period(total),
        "signed_by": next((texts[code] for code in SIGNING_FIELDS if code in texts), ""),
        "days_left": _days_left(total, visit),
        "about": f"{PAGE_OF[kind]}{quote(key, safe='')}" if kind in PAGE_OF else "",
    }


def density(total: NoticeRow) -> str:
    """Choose the type size by the lines that the notice takes, so that it stays on one sheet of A4."""
    lines = 6 + sum(
        1 + len(part) // CHARACTERS_OF_A_LINE for field in total.fields for part in field.text.split("\n")
    )
    lines += len(total.amounts) + 2 if total.amounts else 0
    return next((size for most, size in LINES_OF_A_SHEET if lines <= most), " sheet-fine")


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
    if total.state != "posted" or total.closes_on is None:
        return None
    return max((total.closes_on - visit.today).days, 0)


def _trail(visit: Visit, notices_path: str = "") -> tuple[tuple[str, str], ...]:
    zh = visit.language == "zh"
    return (
        ("总览" if zh else "Overview", "/board"),
        ("公告" if zh else "Notices", notices_path),
    )
