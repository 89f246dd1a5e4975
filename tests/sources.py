"""资金来源 (sources of money) for tests: amounts by level, written as a test says them."""

from domain.money.sources import SourceAmount, SourceShare
from scripts.demo import papers


def levels(central: int = 0, provincial: int = 0, **others: int) -> tuple[SourceAmount, ...]:
    """Fen of each level that gives any, e.g. `levels(central=60_000_000, county=100)`."""
    amounts_fen = {"central": central, "provincial": provincial, **others}
    return tuple(SourceAmount(level, fen) for level, fen in amounts_fen.items() if fen)


def shares(document_no: str, **amounts_fen: int) -> tuple[SourceShare, ...]:
    """The same of one document."""
    return papers.shares(document_no, levels(**amounts_fen))


total = papers.total_fen
"""Their sum in fen."""
