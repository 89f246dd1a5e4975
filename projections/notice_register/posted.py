"""已张贴的公告 (posted notices): what the public may read of the notice register, newest posting first.

A draft is not public, so it is never among these.
"""

from collections.abc import Collection

from domain.code import texts
from domain.notices.codes import PUBLIC
from projections.notice_register.query import Notice, NoticeRow, notice
from projections.reading.paging import Cursor, Page, Paging, read_page

PUBLIC_STATES = texts(PUBLIC)


def posted_notices(
    cursor: Cursor, paging: Paging, *, state: str | None = None, subjects: Collection[str] | None = None
) -> Page[NoticeRow]:
    """The notices that hang or hung, newest first; `subjects` are stream ids.  Errors: CursorMismatch."""
    query = """SELECT * FROM notice_register WHERE posted_on IS NOT NULL
        AND (%(state)s::text IS NULL OR state = %(state)s)
        AND (%(subjects)s::text[] IS NULL OR subject = ANY(%(subjects)s))"""
    filters = {"state": state, "subjects": None if subjects is None else sorted(subjects)}
    return read_page(
        cursor, NoticeRow, query, filters, paging, keys=["posted_on", "notice_no"], newest_first=True
    )


def posted_notice(cursor: Cursor, notice_no: str) -> Notice | None:
    """One notice with its objections and extensions; None when it was never posted."""
    found = notice(cursor, notice_no)
    return found if found is not None and found.total.posted_on is not None else None
