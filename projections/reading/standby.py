"""热备只读 (a hot standby to read from): whether it is near enough to the primary to be asked.

A thread looks once a second at how far the primary has written and how far the standby has replayed.  The standby is
fit while it answers, is a standby of this primary, and lacks nothing that is older than the bound.  A look that went
well counts for a few seconds only: a standby that hangs is as good as one that died.  While the primary is silent the
standby is measured by what was last known of it, so that readers go on when only the primary is gone.
"""

import logging
import threading
import time
from collections import deque
from dataclasses import dataclass
from typing import Self

from eventsourcing.persistence import PersistenceError

from projections.journal.database import Database, Pool

log = logging.getLogger(__name__)

STANDBY_LAG_TOLERATED_SECONDS = 10.0
"""A standby that lacks anything older than this is not asked; an office may set another bound."""
LOOK_SECONDS = 1.0
LOOK_COUNTS_SECONDS = 4.0

_WRITTEN = "SELECT system_identifier, pg_current_wal_flush_lsn() - '0/0' FROM pg_control_system()"
_REPLAYED = """
SELECT system_identifier, pg_last_wal_replay_lsn() - '0/0', pg_is_in_recovery(),
       (SELECT coalesce(max(position), 0) FROM journal)
  FROM pg_control_system()
"""


@dataclass(frozen=True)
class StandbyState:
    """What the last look found.

    fit               readers are sent there.
    reason            why not, in a word: unknown, away, not_a_standby, of_another_server, behind; "" when fit.
    behind_seconds    age of the oldest write of the primary that it may lack; None when that is not known.
    journal_position  the last fact that it holds.
    """

    fit: bool = False
    reason: str = "unknown"
    behind_seconds: float | None = None
    journal_position: int = 0


class Standby:
    """A hot standby of one set of books.  `pool` asks it; `state` says whether to."""

    def __init__(
        self,
        database: Database,
        primary: Database,
        *,
        tolerated_seconds: float = STANDBY_LAG_TOLERATED_SECONDS,
    ) -> None:
        """Connect nothing yet; `start` begins to look."""
        self.pool = Pool(database, size=16)
        self._own = Pool(database, size=1)
        self._primary = Pool(primary, size=1)
        self._tolerated_seconds = tolerated_seconds
        self._written: deque[tuple[float, int]] = deque()
        self._server = 0
        self._state, self._looked_at = StandbyState(), 0.0
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._keep_looking, name="standby", daemon=True)

    @property
    def state(self) -> StandbyState:
        """The state by the last look, when that was a moment ago."""
        if time.monotonic() - self._looked_at > LOOK_COUNTS_SECONDS:
            return StandbyState(reason="away")
        return self._state

    def start(self) -> Self:
        """Look for the first time, and go on looking."""
        self.look()
        self._thread.start()
        return self

    def close(self) -> None:
        """Look no more."""
        self._stopping.set()
        self._thread.join(LOOK_COUNTS_SECONDS)
        for pool in (self.pool, self._own, self._primary):
            pool.close()

    def look(self) -> None:
        """Compare the two servers now."""
        began = time.monotonic()
        try:
            self._note_what_is_written(began)
            state = self._compared()
        except PersistenceError:
            state = StandbyState(reason="away")
        if state.fit != self._state.fit:
            log.warning("the standby is %s", "read from" if state.fit else f"not read from: {state.reason}")
        self._state, self._looked_at = state, began

    def _keep_looking(self) -> None:
        while not self._stopping.wait(LOOK_SECONDS):
            self.look()

    def _note_what_is_written(self, now: float) -> None:
        """Remember how far the primary had written at this instant; nothing new when it does not answer."""
        try:
            ((self._server, written),) = self._primary.fetch(_WRITTEN)
        except PersistenceError:
            return
        self._written.append((now, int(written)))
        while self._written[0][0] < now - 2 * self._tolerated_seconds - LOOK_COUNTS_SECONDS:
            self._written.popleft()

    def _compared(self) -> StandbyState:
        ((server, replayed, in_recovery, position),) = self._own.fetch(_REPLAYED)
        if not in_recovery:
            return StandbyState(reason="not_a_standby", journal_position=position)
        if server != self._server:
            return StandbyState(reason="of_another_server", journal_position=position)
        held = [instant for instant, written in self._written if written <= replayed]
        behind_seconds = round(self._written[-1][0] - held[-1], 1) if held else None
        fit = behind_seconds is not None and behind_seconds <= self._tolerated_seconds
        return StandbyState(fit, "" if fit else "behind", behind_seconds, position)
