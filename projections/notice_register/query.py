"""公示台账, 查询 (notice register, reading): every notice with its days, objections and answers.

Texts and amounts are those of the notice as it hangs now: an extension replaces them, the journal keeps the former.
"""

from dataclasses import dataclass
from datetime import date

from domain.notices.field_text import FieldText
from domain.notices.notice_amount import NoticeAmount
from projections.reading.paging import Cursor, Page, Paging, read_page, read_row, read_rows


@dataclass(frozen=True)
class NoticeRow:
    """One notice (公示, 公告).

    state        drafted, posted, closed, withdrawn.
    subject      the stream it is about, e.g. `project/P1`.
    recorded_on  the day of recording, where the rulebook counts the later of it and `posted_on`; else None.
    posted_on    its first day;  closes_on: the first day it may be closed;  closed_on: the day it was.
    days_posted  counted when it was closed; None before.   replaces: the notice it took the place of, or "".
    """

    notice_no: str
    kind: str
    level: str
    place_code: str
    subject: str
    title: str
    fields: tuple[FieldText, ...]
    amounts: tuple[NoticeAmount, ...]
    replaces: str
    state: str
    drafted_on: date
    drafted_by: str
    posted_on: date | None
    posted_by: str
    recorded_on: date | None
    place_text: str
    photo_sha256: str
    closes_on: date | None
    closed_on: date | None
    days_posted: int | None
    objections_count: int
    open_objections: int
    withdrawn_on: date | None
    withdrawn_reason: str
    rulebook: int


@dataclass(frozen=True)
class NoticeObjection:
    """One objection (异议) and its answer; `answered_on` and `upheld` are None while it is open."""

    objection_no: str
    objected_on: date
    objector_id: str
    summary: str
    answer_by_on: date
    answered_on: date | None
    answer: str
    upheld: bool | None


@dataclass(frozen=True)
class NoticeExtension:
    """One extension after a change: the days start anew."""

    position: int
    extended_on: date
    reason: str
    closes_on: date


@dataclass(frozen=True)
class NoticeReplacement:
    """A notice that was drafted in the place of a withdrawn one; posted_on is None while it is a draft."""

    notice_no: str
    state: str
    posted_on: date | None


@dataclass(frozen=True)
class Notice:
    """Everything the register knows of one notice.  `replaced_by`: the notices that took its place, in turn."""

    total: NoticeRow
    objections: tuple[NoticeObjection, ...]
    extensions: tuple[NoticeExtension, ...]
    replaced_by: tuple[NoticeReplacement, ...] = ()


@dataclass(frozen=True)
class NoticeFilter:
    """Which notices.  `place` is a prefix of the place code; `in_force_on`: posted by that day and still open."""

    place: str = ""
    level: str | None = None
    kind: str | None = None
    state: str | None = None
    subject: str | None = None
    in_force_on: date | None = None


EVERY_NOTICE = NoticeFilter()


def notices(cursor: Cursor, paging: Paging, only: NoticeFilter = EVERY_NOTICE) -> Page[NoticeRow]:
    """The notices by number.  Errors: CursorMismatch."""
    query = """SELECT * FROM notice_register WHERE starts_with(place_code, %(place)s)
        AND (%(level)s::text IS NULL OR level = %(level)s)
        AND (%(kind)s::text IS NULL OR kind = %(kind)s)
        AND (%(state)s::text IS NULL OR state = %(state)s)
        AND (%(subject)s::text IS NULL OR subject = %(subject)s)
        AND (%(in_force_on)s::date IS NULL OR (posted_on <= %(in_force_on)s
             AND coalesce(closed_on, withdrawn_on, 'infinity') > %(in_force_on)s))"""
    return read_page(cursor, NoticeRow, query, vars(only), paging, keys=["notice_no"])


def notice(cursor: Cursor, notice_no: str) -> Notice | None:
    """One notice with its objections and extensions; None when no such notice was drafted."""
    key = {"notice_no": notice_no}
    total = read_row(cursor, NoticeRow, "SELECT * FROM notice_register WHERE notice_no = %(notice_no)s", key)
    if total is None:
        return None
    objections = """SELECT * FROM notice_register_objections WHERE notice_no = %(notice_no)s
        ORDER BY objected_on, objection_no"""
    extensions = "SELECT * FROM notice_register_extensions WHERE notice_no = %(notice_no)s ORDER BY position"
    replaced_by = """SELECT notice_no, state, posted_on FROM notice_register WHERE replaces = %(notice_no)s
        ORDER BY drafted_on, notice_no"""
    return Notice(
        total=total,
        objections=tuple(read_rows(cursor, NoticeObjection, objections, key)),
        extensions=tuple(read_rows(cursor, NoticeExtension, extensions, key)),
        replaced_by=tuple(read_rows(cursor, NoticeReplacement, replaced_by, key)),
    )
