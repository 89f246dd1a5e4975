"""持久化 (the persistence module): what `PERSISTENCE_MODULE=projections.journal.persistence` chooses.

Environment:
    DATABASE_URL       libpq URI of a PostgreSQL 15 or later; unset: the embedded one (D8) starts.
    BOOKS_FOLDER       folder of the embedded one; default `~/.local/share/sunledger`.
    BOOKS_SCHEMA       the set of books (账套), a schema; default `sunledger`.
    BOOKS_WRITER       `y`: take the lock on the books with the journal, not at the first fact; Books wants this.
    BOOKS_WAIT_SECONDS how long to wait for another writer to release that lock; default 5.
    CREATE_TABLE       `n`: the tables are there; by default they are made when missing.
"""

from pathlib import Path
from typing import Any

from eventsourcing.persistence import AggregateRecorder, InfrastructureFactory
from eventsourcing.utils import Environment, EnvType, resolve_topic, strtobool

from projections.journal.database import Database, Pool
from projections.journal.embedded import DEFAULT_FOLDER, EmbeddedPostgres
from projections.journal.group_commit import GroupCommit
from projections.journal.known_keys import KnownKeys
from projections.journal.recorders import (
    JournalAggregateRecorder,
    JournalProcessRecorder,
    JournalRecorder,
    JournalTrackingRecorder,
    SnapshotRecorder,
)
from projections.journal.schema import DEFAULT_SCHEMA, create_schema
from projections.journal.writer import JournalWriter


class JournalFactory(InfrastructureFactory[JournalTrackingRecorder]):
    """Makes the recorders of one set of books; all of them share its pools and its one writer.

    database      where the books are.
    writer        the one connection that writes them.
    group_commit  the queue of facts before it.
    """

    def __init__(self, env: Environment | EnvType | None) -> None:
        """Read the environment; start the embedded server when no DATABASE_URL is set.

        Raises ValueError for a bad schema name, FolderUnusable for a bad folder.
        """
        super().__init__(env)
        self._embedded: EmbeddedPostgres | None = None
        url = self.env.get("DATABASE_URL")
        if not url:
            self._embedded = EmbeddedPostgres(Path(self.env.get("BOOKS_FOLDER") or DEFAULT_FOLDER)).start()
            url = self._embedded.url
        self.database = Database(url, self.env.get("BOOKS_SCHEMA", DEFAULT_SCHEMA), revive=self._revive)
        self.writer = JournalWriter(
            self.database, wait_seconds=float(self.env.get("BOOKS_WAIT_SECONDS", "5"))
        )
        self.reads = Pool(self.database)
        self._known_keys = KnownKeys(self.writer, self.reads)
        self.group_commit = GroupCommit(self.writer, self._known_keys)
        self._writes = Pool(self.database, size=2, readonly=False)
        self._created = False

    def aggregate_recorder(self, purpose: str = "events") -> AggregateRecorder:
        """Return a recorder of facts without positions, or of snapshots when the purpose is `snapshots`."""
        self._create()
        if purpose == "snapshots":
            return SnapshotRecorder(self._writes)
        return JournalAggregateRecorder(self.reads, self.group_commit)

    def application_recorder(self) -> JournalRecorder:
        """Return the journal.  With BOOKS_WRITER, take the lock first: raises BooksHeldByAnotherWriter."""
        self._create()
        recorder = JournalRecorder(self.reads, self.group_commit)
        if strtobool(self.env.get("BOOKS_WRITER", "n")):
            self.writer.open()
        else:
            self.writer.expect(recorder.max_notification_id() or 0)
        return recorder

    def tracking_recorder(self, tracking_recorder_class: type[Any] | None = None) -> JournalTrackingRecorder:
        """Return a recorder of readers' positions: of this class, the one TRACKING_RECORDER_TOPIC names, or ours."""
        self._create()
        topic = self.env.get(self.TRACKING_RECORDER_TOPIC)
        chosen = tracking_recorder_class or (resolve_topic(topic) if topic else JournalTrackingRecorder)
        assert issubclass(chosen, JournalTrackingRecorder), chosen
        return chosen(self._writes)

    def process_recorder(self) -> JournalProcessRecorder:
        """Return the journal together with readers' positions."""
        self._create()
        return JournalProcessRecorder(self.reads, self._writes, self.group_commit)

    def close(self) -> None:
        """Write the queue, release the lock, close the connections, stop the embedded server."""
        self._known_keys.close()
        self.group_commit.close()
        self.reads.close()
        self._writes.close()
        if self._embedded is not None:
            self._embedded.stop()

    def _create(self) -> None:
        if not self._created and strtobool(self.env.get("CREATE_TABLE", "y")):
            create_schema(self.database)
            self._created = True

    def _revive(self) -> None:
        """Bring the embedded server back when it does not answer; another server is not ours to start."""
        if self._embedded is not None:
            self._embedded.start()
