"""审计线索, 记账 (audit trail, folding): every fact of every stream becomes one sentence."""

from datetime import date, datetime
from typing import NamedTuple

from projections.page import Recorded
from projections.rows import Rows
from projections.sentences.writing import TOPICS, sentence_of
from projections.tables import Table
from projections.view import Projection


class Entry(NamedTuple):
    """See query.AuditEntry."""

    position: int
    stream: str
    topic: str
    recorded_at: datetime
    effective_on: date
    actor: str
    rulebook: int
    sentence_zh: str
    sentence_en: str


ENTRIES = Table("audit_trail", Entry)


def _fact(recorded: Recorded, rows: Rows) -> None:
    fact = recorded.fact
    sentence = sentence_of(recorded.topic, fact)
    rows.append(
        ENTRIES,
        Entry(
            recorded.position,
            recorded.stream,
            recorded.topic,
            recorded.recorded_at,
            fact.effective_on,
            fact.by,
            fact.rulebook_version,
            sentence.zh,
            sentence.en,
        ),
    )


PROJECTION = Projection("audit_trail", (ENTRIES,), dict.fromkeys(TOPICS, _fact))
