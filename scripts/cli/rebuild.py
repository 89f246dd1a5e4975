"""重建台账 (rebuild): make ledgers again from the facts alone and switch them in, while reads go on."""

from typing import Annotated

import typer

from projections.journal.lost_facts import FactsLost
from projections.ledger.projection import LedgerFailed, every_projection
from projections.rebuild.rebuild import SwitchRefused, rebuild
from scripts.cli.folder import DEFAULT_FOLDER, DEFAULT_SCHEMA, Folder, Schema, books_at
from scripts.cli.output import AsJson, Exit, progress, say_json, screen, stop


def rebuild_ledgers(
    ledgers: Annotated[
        list[str] | None, typer.Argument(help="台账名;不写则全部。 Names of ledgers; none means all.")
    ] = None,
    folder: Folder = DEFAULT_FOLDER,
    schema: Schema = DEFAULT_SCHEMA,
    as_json: AsJson = False,
) -> None:
    """重建台账。 Rebuild ledgers from the facts.  Exit 1 when facts are missing or a ledger cannot fold them."""
    every = {one.name: one for one in every_projection()}
    unknown = sorted(set(ledgers or ()) - set(every))
    if unknown:
        stop(Exit.MISUSED, f"没有这些台账。 No such ledgers: {', '.join(unknown)}; known: {', '.join(every)}")
    chosen = [every[name] for name in ledgers or every]
    with books_at(folder, schema) as database, progress() as bar:
        task = bar.add_task("重建台账 rebuilding")
        try:
            position = rebuild(
                database, chosen, progress=lambda done, end: bar.update(task, completed=done, total=end)
            )
        except (FactsLost, LedgerFailed, SwitchRefused) as failure:
            stop(Exit.DISAGREES, f"重建未成,旧账仍在用。 Not rebuilt; the old ledgers stay: {failure}")
    if as_json:
        say_json({"rebuilt": [one.name for one in chosen], "position": position})
    else:
        screen.print(f"已重建 {len(chosen)} 本台账,至第 {position} 号事实。 Rebuilt to position {position}.")
