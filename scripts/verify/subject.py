"""一类业务的查账 (the audit of one subject): which tables it derives, and from which facts.

Each file of `subjects/` declares one `SUBJECT`.  A table stands in one of three lists, by when its rows are final; its
first key column is its place in that order.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from scripts.verify.journal import Stored
from scripts.verify.papers import Papers

Keys = Mapping[str, tuple[str, ...]]
"""Tables, each with the columns of its key."""

Derive = Callable[[Stored], None]
"""Adds one fact to the working papers."""

EVERY_STREAM = "*"

SAYS_ITS_PLACE = "place_code"
PLACE_OF_ITS_PROJECT = "project_code"
NO_PLACE = ""
"""Which field of the fact that opens a record says where the record belongs."""

DeriveOpening = Callable[[Stored, str], None]
"""Adds one fact that opens a record; is told the field that says its place."""


def _hears_nothing(_papers: Papers) -> Mapping[str, Derive]:
    return {}


def _hears_no_opening(_papers: Papers) -> DeriveOpening | None:
    return None


@dataclass(frozen=True)
class Subject:
    """What one subject adds to the audit.

    happens     kinds of streams → the steps that their facts may tell, parted by blanks: no other fact is known.
    opens       facts that open a record with a number → the field that says its place: SAYS_ITS_PLACE,
                PLACE_OF_ITS_PROJECT or NO_PLACE.
    by_fact     lists that only grow: what one fact writes there is final.
    by_stream   rows that are final with the last fact of one stream, and as many as there are papers.
    at_the_end  rows that any later fact may change: as many as there are documents, projects, accounts and gifts.
    streams     kinds of streams → how the rows `by_stream` follow from the facts of one stream alone.
    hears       begins an audit: kinds of streams → who derives the other rows, in the order of the journal.  The kind
                EVERY_STREAM hears all.
    hears_openings
                begins an audit: who derives rows from what every subject `opens`, before that fact is heard else.
    comes_last  it reads what all others derived from the same fact.
    """

    happens: Mapping[str, str] = field(default_factory=dict)
    opens: Mapping[str, str] = field(default_factory=dict)
    by_fact: Keys = field(default_factory=dict)
    by_stream: Keys = field(default_factory=dict)
    at_the_end: Keys = field(default_factory=dict)
    streams: Mapping[str, Callable[[Stored, Papers], None]] = field(default_factory=dict)
    hears: Callable[[Papers], Mapping[str, Derive]] = _hears_nothing
    hears_openings: Callable[[Papers], DeriveOpening | None] = _hears_no_opening
    comes_last: bool = False
