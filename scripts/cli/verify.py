"""查账 (verify): re-derive every row from the facts and compare it with every ledger; exit 1 when they differ."""

import time
from dataclasses import replace

from projections.journal.database import Database, Pool
from projections.ledger.following import Follower, LedgersHeldByAnotherFollower
from projections.reading.snapshots import Lag, Ledgers
from scripts.cli.folder import DEFAULT_FOLDER, DEFAULT_SCHEMA, Folder, Schema, books_at
from scripts.cli.output import AsJson, Exit, progress, say_error, say_json, screen, stop
from scripts.verify.audit import LedgersApart, audit
from scripts.verify.journal import JournalBroken
from scripts.verify.sharing import AuditCutShort

CATCH_UP_SECONDS = 600.0
LOOK_AGAIN_SECONDS = 0.1


class LedgersStuck(RuntimeError):
    """A ledger does not come to the end of the journal (台账受阻); the message names it and says why."""

    def __init__(self, lag: Lag) -> None:
        """Name the ledgers that cannot go on; where none says why, those that are behind."""
        behind = {one.ledger: f"{one.behind} facts behind" for one in lag.ledgers if one.behind}
        super().__init__("; ".join(f"{ledger}: {why}" for ledger, why in (lag.failures or behind).items()))


def verify(folder: Folder = DEFAULT_FOLDER, schema: Schema = DEFAULT_SCHEMA, as_json: AsJson = False) -> None:
    """查账:据事实重算每一行。 Derive every row again and compare.  Exit 1 and a list when any cell differs."""
    with books_at(folder, schema) as database, progress() as bar:
        task = bar.add_task("查账 auditing")
        try:
            catch_up(database)
            seen = audit(database.url, schema, lambda done, end: bar.update(task, completed=done, total=end))
        except (JournalBroken, LedgersApart, LedgersStuck) as broken:
            stop(Exit.DISAGREES, f"账不完整。 The books are broken: {broken}")
        except AuditCutShort as cut:
            stop(Exit.NOT_OPENED, f"查账未完成,请再查。 The audit was not finished, run it again: {cut}")
    differences = [str(difference) for difference in seen.differences]
    if as_json:
        say_json({"schema": schema, "facts": seen.facts, "figures": seen.figures, "differences": differences})
    else:
        screen.print(
            f"事实 {seen.facts} 件,核对 {seen.figures} 格。 {seen.facts} facts, {seen.figures} cells compared."
        )
    for difference in differences:
        say_error(difference)
    if differences:
        stop(Exit.DISAGREES, f"{seen.count} 处不符。 {seen.count} differences.")
    if not as_json:
        screen.print("账实相符。 The books agree with the facts.")


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
