"""序时簿 (the journal) as a desk asks for it: facts in, positions out, and the requests that brought them.

`projections/journal` keeps it in PostgreSQL; `tests/memory_journal.py` keeps one in memory.  One contract holds both:
`tests/journal/test_both_journals_keep_one_contract.py`.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, Protocol, runtime_checkable

from eventsourcing.persistence import Notification, StoredEvent


class Ticket(Protocol):
    """待记: the facts of one command in the queue of the journal."""

    def positions(self) -> Sequence[int]:
        """Wait until the facts are committed and give their positions, in order.

        Raises IntegrityError when a stream moved or the idempotency key is taken, OperationalError when nothing
        could be written, with NothingRecorded when the command may be decided anew.
        """

    def wait(self) -> None:
        """Wait until the facts are committed or refused, whichever it is."""


class Answered(Protocol):
    """已办的请求: what a request asked, and the positions of the first and the last of its facts."""

    @property
    def request_hash(self) -> bytes:
        """The hash that came with the request."""

    @property
    def first_position(self) -> int:
        """The position of its first fact."""

    @property
    def last_position(self) -> int:
        """The position of its last fact; below the first when it recorded nothing."""


@runtime_checkable
class NothingRecorded(Protocol):
    """Marks an OperationalError: of this command nothing was or will be committed, so deciding anew is safe."""

    nothing_recorded: Literal[True]


@runtime_checkable
class Journal(Protocol):
    """What a desk asks of its journal.  Positions start at 1 and have no gaps."""

    @property
    def epoch(self) -> int:
        """Rises when queued facts could not be committed: streams in memory may then hold facts that the books lack."""

    def submit(
        self,
        stored_events: Sequence[StoredEvent],
        *,
        effective_on: date,
        actor: str,
        idempotency_key: str | None,
        request_hash: bytes,
        request_id: str | None,
        epoch: int,
    ) -> Ticket:
        """Queue the facts of one command, all or none; their order is settled when this returns.

        Raises OperationalError: with NothingRecorded when `epoch` has ended, without when the journal is closed.
        """

    def in_flight(self, stream: str) -> Ticket | None:
        """Give the last ticket with facts of this stream that is neither committed nor refused."""

    def a_judged_day(self, from_on: date, before_on: date | None) -> date | None:
        """Give a business day in this span on which some fact was judged by a rulebook; None when no fact was.

        before_on  the first day after the span; None has no end.

        It waits for the facts of the queue, and may read the whole journal.
        """

    def may_have(self, idempotency_key: str) -> bool:
        """Tell whether a request with this key may be in the books; False only when none is."""

    def receipt(self, idempotency_key: str) -> Answered | None:
        """Give what the books keep of the request with this key."""

    def stream_ids(self, kinds: Sequence[str]) -> Sequence[str]:
        """Give the ids of all committed streams of these kinds (`fund`, `claim` …), by their beginning."""

    def beginnings(self, kind: str, field: str) -> Iterable[tuple[str, str]]:
        """Give for each committed stream of a kind its id and what a field of its first fact says, by beginning."""

    def select_events(self, originator_id: str) -> Sequence[StoredEvent]:
        """Give the committed facts of one stream, by version."""

    def select_notifications(
        self, start: int | None, limit: int, stop: int | None = None, topics: Sequence[str] = ()
    ) -> Sequence[Notification]:
        """Give at most `limit` committed facts from `start` to `stop`, of these topics or of all, by position."""
