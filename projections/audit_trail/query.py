"""审计线索, 查询 (audit trail, reading): every fact as a sentence, with who recorded it and both of its days."""

from dataclasses import dataclass
from datetime import date, datetime

from projections.paging import Cursor, Page, Paging, read_page


@dataclass(frozen=True)
class AuditEntry:
    """One fact in words.  `effective_on` is the business day, `recorded_at` the instant it was entered."""

    position: int
    stream: str
    topic: str
    recorded_at: datetime
    effective_on: date
    actor: str
    rulebook: int
    sentence_zh: str
    sentence_en: str


@dataclass(frozen=True)
class TrailFilter:
    """Which facts; None lets all pass.  Days count as business days, both ends included."""

    stream: str | None = None
    topic: str | None = None
    actor: str | None = None
    from_on: date | None = None
    to_on: date | None = None


EVERY_FACT = TrailFilter()


def trail(
    cursor: Cursor, paging: Paging, only: TrailFilter = EVERY_FACT, *, newest_first: bool = False
) -> Page[AuditEntry]:
    """The facts in the order of the journal, or backwards.  Errors: CursorMismatch."""
    query = """SELECT * FROM audit_trail WHERE (%(stream)s::text IS NULL OR stream = %(stream)s)
        AND (%(topic)s::text IS NULL OR topic = %(topic)s)
        AND (%(actor)s::text IS NULL OR actor = %(actor)s)
        AND (%(from_on)s::date IS NULL OR effective_on >= %(from_on)s)
        AND (%(to_on)s::date IS NULL OR effective_on <= %(to_on)s)"""
    return read_page(
        cursor, AuditEntry, query, vars(only), paging, keys=["position"], newest_first=newest_first
    )
