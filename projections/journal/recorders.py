"""记录器 (recorders): the journal as the library asks for it, and what the books ask of it besides.

`JournalRecorder` is the one that counts: facts in, positions out, live reading.  The others share its tables: the
aggregate recorder hides positions, the process recorder moves a reader's position in the commit of the facts.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from eventsourcing.persistence import (
    AggregateRecorder,
    ApplicationRecorder,
    Notification,
    ProcessRecorder,
    StoredEvent,
    Subscription,
    Tracking,
    TrackingRecorder,
)
from psycopg2.extras import execute_values

from projections.journal.database import Pool
from projections.journal.group_commit import GroupCommit
from projections.journal.subscription import JournalSubscription
from projections.journal.ticket import Circumstances, JournalTicket
from projections.journal.wakeup import Wakeup


class Answered(NamedTuple):
    """An earlier request (已办的请求): what it asked, and where its facts are.

    request_hash is the caller's; last_position < first_position when it recorded nothing.
    """

    request_hash: bytes
    first_position: int
    last_position: int


class StreamReader:
    """What every recorder reads: one stream, by version."""

    def __init__(self, reads: Pool, table: str = "journal") -> None:
        """Read through a pool of connections from a table with the columns stream, version, topic, state."""
        self._reads = reads
        self._table = table

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> list[StoredEvent]:
        """Return the facts of one stream with gt < version <= lte, by version."""
        rows = self._reads.fetch(
            f"SELECT version, topic, state FROM {self._table} WHERE stream = %s"
            " AND version > coalesce(%s, -1) AND version <= coalesce(%s, 9223372036854775807)"
            f" ORDER BY version {'DESC' if desc else 'ASC'} LIMIT %s",
            (str(originator_id), gt, lte, limit),
        )
        return [StoredEvent(originator_id, version, topic, bytes(state)) for version, topic, state in rows]


class SnapshotRecorder(StreamReader, AggregateRecorder):
    """Keeps snapshots; they may be made again from the facts, so they are no facts.

    The books take none: the library asks a persistence module for it, and its test cases hold it.
    """

    def __init__(self, writes: Pool) -> None:
        super().__init__(writes, "snapshots")

    def insert_events(self, stored_events: Sequence[StoredEvent], **_: Any) -> None:
        """Keep snapshots, all or none.  Raises IntegrityError when one for the same version is kept."""
        rows = [(str(e.originator_id), e.originator_version, e.topic, e.state) for e in stored_events]
        if rows:
            with self._reads.connection() as lent, lent.cursor() as cursor:
                execute_values(cursor, "INSERT INTO snapshots VALUES %s", rows, page_size=len(rows))


class JournalAggregateRecorder(StreamReader, AggregateRecorder):
    """Writes facts to the journal and tells no positions."""

    def __init__(self, reads: Pool, group_commit: GroupCommit) -> None:
        super().__init__(reads)
        self._group_commit = group_commit

    def submit(self, stored_events: Sequence[StoredEvent], **circumstances: Any) -> JournalTicket:
        """Put facts in the queue, in this order; never waits for the database.

        Keywords are those of `Circumstances`.  A thread that waits for this or a later ticket writes the facts.
        Raises OperationalError when the journal is closed; StaleDecision when `epoch` is given and has ended.
        """
        return self._group_commit.submit(
            JournalTicket(stored_events, Circumstances(**circumstances), self._group_commit)
        )

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **circumstances: Any
    ) -> Sequence[int] | None:
        """Write facts, all or none.  Raises IntegrityError, OperationalError."""
        if stored_events or circumstances:
            self.submit(stored_events, **circumstances).positions()
        return None


class JournalRecorder(JournalAggregateRecorder, ApplicationRecorder):
    """序时簿: facts in the order of their positions, which start at 1 and have no gaps."""

    @property
    def epoch(self) -> int:
        """Rises when the journal could not keep facts of its queue; streams held in memory are then worthless."""
        return self._group_commit.epoch

    def insert_events(self, stored_events: Sequence[StoredEvent], **circumstances: Any) -> Sequence[int]:
        """Write facts, all or none, and return their positions.  Raises as `JournalTicket.positions` does."""
        if not (stored_events or circumstances):
            return []
        return list(self.submit(stored_events, **circumstances).positions())

    def in_flight(self, stream: str) -> JournalTicket | None:
        """Return the last ticket that carries facts of this stream and is not settled; `wait` on it before reading."""
        return self._group_commit.in_flight(stream)

    def a_judged_day(self, from_on: date, before_on: date | None) -> date | None:
        """Return a business day of this span on which a fact was judged by a rulebook; waits for the queue first.

        before_on  the first day after the span; None has no end.
        """
        self._group_commit.wait_for_all()
        rows = self._reads.fetch(
            "SELECT effective_on FROM journal WHERE effective_on >= %s AND (%s::date IS NULL OR effective_on < %s)"
            " AND (as_json(state) ->> 'rulebook_version')::integer > 0 LIMIT 1",
            (from_on, before_on, before_on),
        )
        return rows[0][0] if rows else None

    def may_have(self, idempotency_key: str) -> bool:
        """False when no request with this key was recorded, as far as this writer knows; True: ask for its receipt."""
        return self._group_commit.known_keys.may_hold(idempotency_key)

    def receipt(self, idempotency_key: str) -> Answered | None:
        """Return what is kept of the request with this key, from the transaction that kept its facts."""
        rows = self._reads.fetch(
            "SELECT request_hash, first_position, last_position FROM requests WHERE idempotency_key = %s",
            (idempotency_key,),
        )
        return Answered(bytes(rows[0][0]), rows[0][1], rows[0][2]) if rows else None

    def stream_ids(self, kinds: Sequence[str]) -> list[str]:
        """Return the ids of all streams of these kinds, in the order in which they began."""
        rows = self._reads.fetch(
            "SELECT stream FROM journal WHERE version = 1 AND split_part(stream, '/', 1) = ANY(%s)"
            " ORDER BY position",
            (list(kinds),),
        )
        return [stream for (stream,) in rows]

    def beginnings(self, kind: str, field: str) -> list[tuple[Any, ...]]:
        """Return the id of each stream of a kind and what a field of its first fact says, by their beginning."""
        return self._reads.fetch(
            "SELECT stream, as_json(state) ->> %s FROM journal WHERE version = 1 AND stream LIKE %s ORDER BY position",
            (field, f"{kind}/%"),
        )

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> list[Notification]:
        """Return facts from `start` (or after it) to `stop`, of these topics or of all, by position."""
        after = (start or 0) - (1 if inclusive_of_start and start is not None else 0)
        rows = self._reads.fetch(
            "SELECT stream, version, topic, state, position FROM journal WHERE position > %s"
            " AND position <= coalesce(%s, 9223372036854775807)"
            + (" AND topic = ANY(%s)" if topics else "")
            + " ORDER BY position LIMIT %s",
            (after, stop, *([list(topics)] if topics else []), limit),
        )
        return [
            Notification(stream, version, topic, bytes(state), at)
            for stream, version, topic, state, at in rows
        ]

    def max_notification_id(self) -> int | None:
        """Return the last position, or None in empty books."""
        rows = self._reads.fetch("SELECT max(position) FROM journal")
        last: int | None = rows[0][0]
        return last

    def wakeup(self) -> Wakeup:
        """Return a wakeup to wait for new facts; it listens from now on."""
        return Wakeup(self._reads.database)

    def subscribe(
        self, gt: int | None = None, topics: Sequence[str] = ()
    ) -> Subscription[ApplicationRecorder]:
        """Iterate over facts after position `gt`, waiting for new ones; see `JournalSubscription`."""
        return JournalSubscription(self, self.wakeup(), gt=gt, topics=topics)


class JournalTrackingRecorder(TrackingRecorder):
    """Keeps for each reader the last position that it has dealt with; writes through a pool of its own connections.

    The ledgers keep their own positions beside their rows (D14): this serves the library and its test cases.
    """

    def __init__(self, writes: Pool) -> None:
        self._writes = writes

    def insert_tracking(self, tracking: Tracking) -> None:
        """Move a reader forward.  Raises IntegrityError when it is already there or further."""
        with self._writes.connection() as lent, lent.cursor() as cursor:
            cursor.execute("SELECT track(%s, %s)", (tracking.application_name, tracking.notification_id))

    def max_tracking_id(self, application_name: str) -> int | None:
        """Return the position of a reader, or None when it never moved."""
        rows = self._writes.fetch(
            "SELECT position FROM tracking WHERE application_name = %s", (application_name,)
        )
        return rows[0][0] if rows else None


class JournalProcessRecorder(JournalRecorder, JournalTrackingRecorder, ProcessRecorder):
    """Writes facts and the position of a reader in one transaction (keyword `tracking`).

    No reader of these books writes facts: this serves the library and its test cases.
    """

    def __init__(self, reads: Pool, writes: Pool, group_commit: GroupCommit) -> None:
        JournalRecorder.__init__(self, reads, group_commit)
        JournalTrackingRecorder.__init__(self, writes)
