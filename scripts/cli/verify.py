"""查账 (verify): re-derive every balance from the facts and compare it with every ledger; exit 1 when they differ."""

from projections.follow import Follower, LedgersHeldByAnotherFollower
from projections.journal.database import Database, Pool
from projections.reading import Ledgers
from scripts.cli.output import AsJson, Exit, progress, say_error, say_json, screen, stop
from scripts.cli.place import DEFAULT_FOLDER, DEFAULT_SCHEMA, Folder, Schema, books_at
from scripts.verify.audit import LedgersApart, audit
from scripts.verify.journal import JournalBroken

CATCH_UP_SECONDS = 600.0


def verify(folder: Folder = DEFAULT_FOLDER, schema: Schema = DEFAULT_SCHEMA, as_json: AsJson = False) -> None:
    """查账:据事实重算每一个数。 Derive every figure again and compare.  Exit 1 and a list when any differs."""
    with books_at(folder, schema) as database, progress() as bar:
        catch_up(database)
        task = bar.add_task("查账 auditing")
        try:
            seen = audit(database.url, schema, lambda done, end: bar.update(task, completed=done, total=end))
        except (JournalBroken, LedgersApart) as broken:
            stop(Exit.DISAGREES, f"账不完整。 The books are broken: {broken}")
    differences = [str(difference) for difference in seen.differences]
    if as_json:
        say_json({"schema": schema, "facts": seen.facts, "figures": seen.figures, "differences": differences})
    else:
        screen.print(
            f"事实 {seen.facts} 件,核对 {seen.figures} 个数。 {seen.facts} facts, {seen.figures} figures compared."
        )
    for difference in differences:
        say_error(difference)
    if differences:
        stop(Exit.DISAGREES, f"{len(differences)} 处不符。 {len(differences)} figures differ.")
    if not as_json:
        screen.print("账实相符。 The books agree with the facts.")


def catch_up(database: Database) -> None:
    """Bring the ledgers to the end of the journal, or wait for the follower that is doing so."""
    follower = Follower(database)
    try:
        follower.catch_up()
    except LedgersHeldByAnotherFollower:
        pool = Pool(database, size=1)
        ledgers = Ledgers(pool)
        ledgers.wait_for(ledgers.lag().head, timeout=CATCH_UP_SECONDS)
        pool.close()
    finally:
        follower.close()
