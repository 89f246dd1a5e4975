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
class Health:
    """The state of the service.

    status    ready; behind (a ledger fails or lags too long); unavailable (the database does not answer: `reason`).
    behind    facts of the journal that are not in every ledger; `oldest_unread_seconds` is the age of the oldest.
    """

    status: Literal["ready", "behind", "unavailable"]
    version: str
    reason: str = ""
    journal_position: int = 0
    behind: int = 0
    oldest_unread_seconds: float = 0.0
    ledgers: tuple[LedgerHealth, ...] = ()
