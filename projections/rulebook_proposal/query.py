"""待审定规章, 查询 (proposed rulebook, reading): what changes hands when the proposed version is confirmed.

It keeps no rows: a proposal is rare, so the journal is read when somebody asks.  No recorded fact changes; the facts
counted here keep the version that judged them, and what is recorded later for the same days is judged by the new one.
"""

from dataclasses import dataclass
from datetime import date

from domain.rulebook.regulations_differ import ChangedParameter, differences
from domain.rulebook.rulebook import Rulebook
from projections.ledger.page import facts_of_stream
from projections.reading.paging import Cursor, read_rows

LEDGER = "rulebook_words"
"""The ledger that follows the rulebook, so far as the answer has read."""
STREAM = Rulebook.id_of(Rulebook.KEY)

_JUDGED = """
SELECT (as_json(state) ->> 'rulebook_version')::integer AS version, count(*)::integer AS facts_count,
       min(effective_on) AS first_on, max(effective_on) AS last_on
  FROM journal
 WHERE effective_on >= %(from_on)s AND (%(before_on)s::date IS NULL OR effective_on < %(before_on)s)
   AND position <= (SELECT position FROM ledger_positions WHERE ledger = %(ledger)s)
   AND (as_json(state) ->> 'rulebook_version')::integer > 0
 GROUP BY 1 ORDER BY 1
"""


@dataclass(frozen=True)
class _Judged:
    version: int
    facts_count: int
    first_on: date
    last_on: date


@dataclass(frozen=True)
class ChangedHands:
    """What one version judged on the days that the proposed one takes over, and the parameters that differ."""

    version: int
    facts_count: int
    first_on: date
    last_on: date
    differences: tuple[ChangedParameter, ...]


@dataclass(frozen=True)
class ProposedRulebook:
    """待审定规章: its days are from `in_force_from` to the day before `before_on`; None has no end."""

    version: int
    title: str
    document_no: str
    in_force_from: date
    before_on: date | None
    proposed_by: str
    proposed_on: date
    reason: str
    changes: tuple[ChangedHands, ...]


def proposals(cursor: Cursor) -> tuple[ProposedRulebook, ...]:
    """The proposal that waits for a second person; one at most."""
    book = Rulebook(STREAM)
    for number, recorded in enumerate(facts_of_stream(cursor, STREAM, LEDGER), 1):
        book.apply(recorded.fact.placed(STREAM, number))
    proposal = book.open_proposal
    if proposal is None:
        return ()
    before_on = book.next_first_day_after(proposal.in_force_from)
    span = {"from_on": proposal.in_force_from, "before_on": before_on, "ledger": LEDGER}
    changes = [
        ChangedHands(
            **vars(judged),
            differences=differences(book.of_version(judged.version).regulations, proposal.regulations),
        )
        for judged in read_rows(cursor, _Judged, _JUDGED, span)
    ]
    return (
        ProposedRulebook(
            version=proposal.version,
            title=proposal.title,
            document_no=proposal.document_no,
            in_force_from=proposal.in_force_from,
            before_on=before_on,
            proposed_by=proposal.by,
            proposed_on=proposal.effective_on,
            reason=proposal.reason,
            changes=tuple(changes),
        ),
    )
