"""账况 (status): how long the journal is, how far each ledger has come, and whether one is stuck."""

from projections.journal.database import Pool
from projections.reading.snapshots import Ledgers, LedgersNotReady
from scripts.cli.folder import DEFAULT_FOLDER, DEFAULT_SCHEMA, Folder, Schema, books_at
from scripts.cli.output import AsJson, Exit, say_json, say_table, screen, stop


def status(folder: Folder = DEFAULT_FOLDER, schema: Schema = DEFAULT_SCHEMA, as_json: AsJson = False) -> None:
    """账况:序时簿与各台账的位置。 Positions of the journal and of each ledger.  Exit 1 when one is stuck."""
    with books_at(folder, schema) as database:
        pool = Pool(database, size=1)
        try:
            lag = Ledgers(pool).lag()
        except LedgersNotReady:
            stop(
                Exit.DISAGREES, "台账未建,请先跟账。 No ledgers yet: run `sunledger follow` or `serve` first."
            )
        finally:
            pool.close()
    if as_json:
        ledgers = {
            one.ledger: {"position": one.position, "behind": one.behind, "failure": one.failure}
            for one in lag.ledgers
        }
        oldest = lag.oldest.total_seconds()
        say_json(
            {
                "schema": schema,
                "head": lag.head,
                "behind": lag.behind,
                "oldest_seconds": oldest,
                "ledgers": ledgers,
            }
        )
    else:
        screen.print(f"账套 {schema}:{lag.head} 号事实。 The journal ends at position {lag.head}.")
        rows = ((one.ledger, one.position, one.behind, one.failure or "") for one in lag.ledgers)
        say_table("台账 ledgers", ("台账 ledger", "位置 position", "落后 behind", "受阻 failure"), rows)
    if lag.failures:
        stop(Exit.DISAGREES, "有台账受阻。 A ledger cannot go on.")
