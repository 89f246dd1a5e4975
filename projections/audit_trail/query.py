"""审计线索, 查询 (audit trail, reading): every fact as a sentence, with who recorded it and both of its days."""

from dataclasses import dataclass
from datetime import date, datetime

from projections.ledger.page import Recorded, facts_at
from projections.reading.paging import Cursor, Page, Paging, read_page
from projections.words.writing import sentence_of


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
class _Place:
    position: int
    recorded_at: datetime


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
    # A stream is looked up by its own index, and only then put in order: it may stand anywhere in the journal.
    facts = (
        "(SELECT * FROM journal WHERE stream = %(stream)s OFFSET 0) AS facts" if only.stream else "journal"
    )
    query = f"""SELECT position, recorded_at FROM {facts}
        WHERE position <= (SELECT position FROM ledger_positions WHERE ledger = 'audit_trail')
        AND (%(topic)s::text IS NULL OR topic = %(topic)s)
        AND (%(actor)s::text IS NULL OR actor = %(actor)s)
        AND (%(from_on)s::date IS NULL OR effective_on >= %(from_on)s)
        AND (%(to_on)s::date IS NULL OR effective_on <= %(to_on)s)"""
    page = read_page(cursor, _Place, query, vars(only), paging, keys=["position"], newest_first=newest_first)
    found = facts_at(cursor, [place.position for place in page.rows])
    return Page(tuple(_told(place, found[place.position]) for place in page.rows), page.next_cursor)


def _told(place: _Place, recorded: Recorded) -> AuditEntry:
    fact = recorded.fact
    sentence = sentence_of(recorded.topic, fact)
    return AuditEntry(
        position=recorded.position,
        stream=recorded.stream,
        topic=recorded.topic,
        recorded_at=place.recorded_at,
        effective_on=fact.effective_on,
        actor=fact.by,
        rulebook=fact.rulebook_version,
        sentence_zh=sentence.zh,
        sentence_en=sentence.en,
    )
