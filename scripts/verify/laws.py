"""恒等式 (the laws of the books): what must hold between figures, whatever the facts are."""

from collections import Counter
from collections.abc import Iterator

from scripts.verify.difference import Difference
from scripts.verify.papers import DerivedRow, Papers

LEVELS = "fund_ledger_levels"
PASSINGS = "fund_ledger_passings"


def broken_laws(papers: Papers) -> Iterator[Difference]:
    """Find what does not hold: conservation of every source, and the order of the stages of its money."""
    for source, row in sorted(papers.rows(LEVELS).items()):
        yield from _source(" ".join(source), row)
    yield from _every_passing_is_received(papers)
    yield from _every_source_lies_on_an_account(papers)
    yield from _accounts_and_transfers_agree(papers)


def _source(source: str, row: DerivedRow) -> Iterator[Difference]:
    """Received = unallocated + passed down + allocated − recovered + recovered and left.

    Paid and recovered ≤ arrived ≤ allocated.
    """
    where = f"资金守恒 conservation {source}"
    given = row["unallocated_fen"] + row["passed_down_fen"]
    kept = given + row["allocated_fen"] - row["recovered_fen"] + row["recovered_left_fen"]
    if kept != row["received_fen"]:
        yield Difference(where, "received_fen", kept, row["received_fen"])
    if row["arrived_fen"] > row["allocated_fen"]:
        yield Difference(where, "arrived_fen ≤ allocated_fen", row["arrived_fen"], row["allocated_fen"])
    used = row["paid_fen"] + row["recovered_fen"]
    if used > row["arrived_fen"]:
        yield Difference(where, "paid_fen + recovered_fen ≤ arrived_fen", used, row["arrived_fen"])


def _every_passing_is_received(papers: Papers) -> Iterator[Difference]:
    """What a document below was given is what it received, so that a county's sum is what came from outside."""
    received: Counter[str] = Counter()
    for (document_no, _), row in papers.rows(LEVELS).items():
        received[document_no] += row["received_fen"]
    for (above, below), passing in sorted(papers.rows(PASSINGS).items()):
        if received[below] != passing["amount_fen"]:
            where = f"下达守恒 passing down {above} → {below}"
            yield Difference(where, "received_fen", received[below], passing["amount_fen"])


def _every_source_lies_on_an_account(papers: Papers) -> Iterator[Difference]:
    """What the sources have not used is what the accounts hold and what is in transit, less gifts and interest."""
    unused = sum(
        row["arrived_fen"] - row["paid_fen"] - row["recovered_fen"] for row in papers.rows(LEVELS).values()
    )
    accounts = papers.rows("account_daybook_accounts").values()
    held = sum(row["balance_fen"] + row["in_transit_fen"] for row in accounts)
    if unused + papers.beside_fen != held:
        yield Difference(
            "资金守恒 conservation",
            "accounts + in transit = sources + gifts + interest",
            held,
            unused + papers.beside_fen,
        )


def _accounts_and_transfers_agree(papers: Papers) -> Iterator[Difference]:
    """What each account says is in transit from it is what the transfers say of it."""
    sent: Counter[str] = Counter()
    for row in papers.rows("transfer_register").values():
        sent[row["from_account_code"]] += row["in_transit_fen"]
    for (code,), row in sorted(papers.rows("account_daybook_accounts").items()):
        if row["in_transit_fen"] != sent[code]:
            yield Difference(
                f"在途资金 in transit {code}", "in_transit_fen", row["in_transit_fen"], sent[code]
            )
