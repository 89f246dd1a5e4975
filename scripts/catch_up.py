"""跟上 (catching up): bring the ledgers to the end of the journal before a command reads them."""

import time
from dataclasses import replace

from projections.journal.database import Database, Pool
from projections.ledger.following import Follower, LedgersHeldByAnotherFollower
from projections.reading.snapshots import Lag, Ledgers

CATCH_UP_SECONDS = 600.0
LOOK_AGAIN_SECONDS = 0.1


class LedgersStuck(RuntimeError):
    """A ledger does not come to the end of the journal (台账受阻); the message names it and says why.

    failures  the ledgers that cannot go on, each with the reason; none where time was too short.
    """

    def __init__(self, lag: Lag) -> None:
        """Name the ledgers that cannot go on; where none says why, those that are behind."""
        behind = {
            one.ledger: f"落后 {one.behind} 件 / {one.behind} facts behind"
            for one in lag.ledgers
            if one.behind
        }
        super().__init__("; ".join(f"{ledger}: {why}" for ledger, why in (lag.failures or behind).items()))
        self.failures = lag.failures


def catch_up(database: Database, *needed: str) -> None:
    """Bring the ledgers to the end of the journal, or wait for the follower that is doing so.

    needed  the ledgers that the caller reads; none named means all.

    Raises LedgersStuck at once when one of these cannot go on, or when the time is over.
    """
    follower = Follower(database)
    patience = 0.0
    try:
        follower.catch_up()
    except LedgersHeldByAnotherFollower:
        patience = CATCH_UP_SECONDS
    finally:
        follower.close()
    pool = Pool(database, size=1)
    try:
        _wait(Ledgers(pool), needed, time.monotonic() + patience)
    finally:
        pool.close()


def _wait(ledgers: Ledgers, needed: tuple[str, ...], deadline: float) -> None:
    lag = _of(ledgers.lag(), needed)
    head = lag.head
    while lag.failures or any(one.position < head for one in lag.ledgers):
        if lag.failures or time.monotonic() >= deadline:
            raise LedgersStuck(lag)
        time.sleep(LOOK_AGAIN_SECONDS)
        lag = _of(ledgers.lag(), needed)


def _of(lag: Lag, needed: tuple[str, ...]) -> Lag:
    if not needed:
        return lag
    return replace(lag, ledgers=tuple(one for one in lag.ledgers if one.ledger in needed))
