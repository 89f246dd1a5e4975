"""项目大事记 (timeline of a project): the facts that concern it, told in words when they are read."""

from collections.abc import Mapping
from dataclasses import dataclass

from projections.ledger.page import Recorded, facts_at
from projections.project_ledger.answers import TimelineEntry
from projections.reading.paging import Cursor, Page, Paging, read_page
from projections.words.writing import sentence_of

_AMOUNTS = (
    "amount_fen",
    "approved_fen",
    "plan_fen",
    "price_fen",
    "settlement_fen",
    "retention_fen",
    "value_fen",
)


@dataclass(frozen=True)
class _Place:
    position: int


def timeline(cursor: Cursor, code: str, paging: Paging) -> Page[TimelineEntry]:
    """What happened to one project, as dated sentences in the order of the journal.  Errors: CursorMismatch."""
    query = "SELECT position FROM project_ledger_timeline WHERE project_code = %(code)s"
    told = read_page(cursor, _Place, query, {"code": code}, paging, keys=["position"])
    facts = facts_at(cursor, [row.position for row in told.rows])
    cursor.execute("SELECT notice_no, title FROM project_ledger_notices WHERE project_code = %s", (code,))
    titles = dict(cursor.fetchall())
    return Page(tuple(_entry(facts[row.position], titles) for row in told.rows), told.next_cursor)


def _entry(recorded: Recorded, titles: Mapping[str, str]) -> TimelineEntry:
    sentence = sentence_of(recorded.topic, recorded.fact)
    about_zh, about_en = _about(recorded, titles)
    amounts = (getattr(recorded.fact, name, None) for name in _AMOUNTS)
    return TimelineEntry(
        position=recorded.position,
        effective_on=recorded.fact.effective_on,
        topic=recorded.topic,
        amount_fen=next((amount for amount in amounts if amount is not None), None),
        sentence_zh=about_zh + sentence.zh,
        sentence_en=about_en + sentence.en,
    )


def _about(recorded: Recorded, titles: Mapping[str, str]) -> tuple[str, str]:
    """Name the paper, where the sentence of its fact does not."""
    key = recorded.key
    match recorded.topic.partition(".")[0]:
        case "fund":
            return f"{key} ", f"{key}: "
        case "claim":
            return f"报账单 {key}：", f"Claim {key}: "
        case "notice":
            return f"《{titles[key]}》", f"Notice {key}: "
    return "", ""
