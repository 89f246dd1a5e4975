"""示范县 (demo): record ten real notices, then practice, and print what their figures say.

It takes a few seconds when it was done before.
"""

from contextlib import closing
from typing import Any

from domain.books.books import Books
from domain.refusal import Refusal
from scripts.cli.folder import DEFAULT_FOLDER, DEFAULT_SCHEMA, Folder, Schema, books_at, open_books
from scripts.cli.output import AsJson, Exit, progress, say_json, screen, stop
from scripts.demo.clerk import DemoFailed
from scripts.demo.county import CASES, PRACTICE, Recorded, record_county


def demo(folder: Folder = DEFAULT_FOLDER, schema: Schema = DEFAULT_SCHEMA, as_json: AsJson = False) -> None:
    """示范县:记入十个公开案例。 Record the demo county.  Exit 1 when a sum comes out otherwise than it must."""
    with books_at(folder, schema, new=True) as database, closing(open_books(database)) as books:
        recorded = record_demo(books, quiet=as_json)
    if as_json:
        notices = [_as_json(one) for one in recorded if not one.case.practice]
        practice = [_as_json(one) for one in recorded if one.case.practice]
        say_json({"schema": schema, "cases": notices, "practice": practice})


def record_demo(books: Books, *, quiet: bool) -> list[Recorded]:
    """Record every case and print it as it is done.

    Ends with exit 1 when a sum comes out otherwise than it must, or when the books hold something else already.
    """
    recorded = []
    with progress() as bar:
        task = bar.add_task("示范县 demo county", total=len(CASES | PRACTICE))
        try:
            for one in record_county(books):
                recorded.append(one)
                bar.advance(task)
                if not quiet:
                    _print(one)
        except (Refusal, DemoFailed) as failure:
            stop(
                Exit.DISAGREES,
                f"示范县要记在自己的账套里(--schema)。 The demo needs books of its own: {failure}",
            )
    wrong = [check.check_id for one in recorded for check in one.case.checks if check.holds != check.expected]
    if wrong:
        stop(Exit.DISAGREES, f"验算不符。 These sums came out otherwise: {', '.join(wrong)}")
    return recorded


def _print(one: Recorded) -> None:
    again = "(此前已记 recorded before)" if one.repeated else ""
    screen.print(f"[bold]{one.case.case_id}[/] {one.case.title} {again}", soft_wrap=True)
    for check in one.case.checks:
        mark = "[green]✓[/]" if check.holds else "[yellow]≠[/]"
        screen.print(f"  {mark} {check.says}: {check.sides}", soft_wrap=True)
        if not check.holds:
            screen.print(f"    [dim]{check.note}[/]", soft_wrap=True)
    for finding in one.findings:
        refused = f"[red]拒绝 {finding.code}[/]" if finding.code else "[yellow]提示[/]"
        screen.print(f"  {refused} {finding.text}", soft_wrap=True)


def _as_json(one: Recorded) -> dict[str, Any]:
    return {
        "case": one.case.case_id,
        "title": one.case.title,
        "url": one.case.url,
        "repeated": one.repeated,
        "checks": [
            {"id": check.check_id, "says": check.says, "holds": check.holds, "expected": check.expected}
            for check in one.case.checks
        ],
        "findings": [{"refusal": finding.code or None, "text": finding.text} for finding in one.findings],
    }
