"""查账 (verify): re-derive every row from the facts and compare it with every ledger; exit 1 when they differ."""

from collections.abc import Mapping

from projections.journal.database import Database
from scripts.catch_up import LedgersStuck, catch_up
from scripts.cli.folder import DEFAULT_FOLDER, DEFAULT_SCHEMA, Folder, Schema, books_at
from scripts.cli.output import AsJson, Exit, progress, say_error, say_json, screen, stop
from scripts.verify.audit import LedgersApart, audit
from scripts.verify.journal import JournalBroken
from scripts.verify.sharing import AuditCutShort


def verify(folder: Folder = DEFAULT_FOLDER, schema: Schema = DEFAULT_SCHEMA, as_json: AsJson = False) -> None:
    """查账:据事实重算每一行。 Derive every row again and compare.  Exit 1 and a list when any cell differs."""
    with books_at(folder, schema) as database, progress() as bar:
        task = bar.add_task("查账 auditing")
        try:
            stuck = _caught_up(database)
            seen = audit(
                database.url,
                schema,
                lambda done, end: bar.update(task, completed=done, total=end),
                stuck=stuck,
            )
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


def _caught_up(database: Database) -> Mapping[str, str]:
    """Bring the ledgers to the end; give those that cannot go on, and why.  Raises LedgersStuck when time was short."""
    try:
        catch_up(database)
    except LedgersStuck as stuck:
        if not stuck.failures:
            raise
        return stuck.failures
    return {}
