"""健康 (health): what the service says of itself."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Live:
    """The process answers."""

    status: Literal["live"] = "live"


@dataclass(frozen=True)
class LedgerHealth:
    """How far one ledger has read the journal.  `failing`: it cannot go on; the log says at which fact and why."""

    ledger: str
    position: int
    behind: int
    failing: bool


@dataclass(frozen=True)
class StandbyHealth:
    """The standby that boards and ledgers are read from, as it was a moment ago.

    read_from       readers are sent there; otherwise to the primary, and `reason` says why: unknown, away,
                    not_a_standby, of_another_server, behind.
    behind_seconds  age of the oldest write that it may lack; null when that is not known.
    """

    read_from: bool
    reason: str
    behind_seconds: float | None
    journal_position: int


@dataclass(frozen=True)
class Health:
    """The state of the service.

    status    ready; behind (a ledger fails or lags too long); unavailable (the database does not answer: `reason`).
    behind    facts of the journal that are not in every ledger; `oldest_unread_seconds` is the age of the oldest.
    standby   null when there is none (READ_DATABASE_URL).
    """

    status: Literal["ready", "behind", "unavailable"]
    version: str
    reason: str = ""
    journal_position: int = 0
    behind: int = 0
    oldest_unread_seconds: float = 0.0
    ledgers: tuple[LedgerHealth, ...] = ()
    standby: StandbyHealth | None = None
