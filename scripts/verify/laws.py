"""恒等式 (the laws of the books): what must hold between figures, whatever the facts are."""

from collections.abc import Iterator

from scripts.verify.ledgers import Difference
from scripts.verify.sums import Sums

LEVELS = "fund_ledger_levels"


def broken_laws(sums: Sums) -> Iterator[Difference]:
    """Find what does not hold: conservation of every source, and the order of the stages of its money."""
    for source in sorted({key for table, _, key in sums.figures if table == LEVELS}):
        yield from _source(source, sums)
    yield from _every_source_lies_on_an_account(sums)


def _source(source: tuple[str, ...], sums: Sums) -> Iterator[Difference]:
    """Received = unallocated + allocated − recovered + recovered and left; paid and recovered ≤ arrived ≤ allocated."""

    def fen(column: str) -> int:
        return sums.figure(LEVELS, column, *source)

    where = f"资金守恒 conservation {' '.join(source)}"
    kept = fen("unallocated_fen") + fen("allocated_fen") - fen("recovered_fen") + fen("recovered_left_fen")
    if kept != fen("received_fen"):
        yield Difference(where, "received_fen", kept, fen("received_fen"))
    if fen("arrived_fen") > fen("allocated_fen"):
        yield Difference(where, "arrived_fen ≤ allocated_fen", fen("arrived_fen"), fen("allocated_fen"))
    used = fen("paid_fen") + fen("recovered_fen")
    if used > fen("arrived_fen"):
        yield Difference(where, "paid_fen + recovered_fen ≤ arrived_fen", used, fen("arrived_fen"))


def _every_source_lies_on_an_account(sums: Sums) -> Iterator[Difference]:
    """What the sources have not used is what the accounts hold, less gifts and interest."""
    unused = sum(
        sign * sum(sums.by_row(LEVELS, column).values())
        for column, sign in (("arrived_fen", 1), ("paid_fen", -1), ("recovered_fen", -1))
    )
    beside = sums.figure("cash", "beside_fen")
    held = sum(sums.by_row("account_daybook_accounts", "balance_fen").values())
    if unused + beside != held:
        yield Difference(
            "资金守恒 conservation", "accounts = sources + gifts + interest", held, unused + beside
        )
