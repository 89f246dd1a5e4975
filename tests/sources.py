"""资金来源 (sources of money) for tests: amounts by level, written as a test says them."""

from collections.abc import Iterable

from domain.money.sources import SourceAmount, SourceShare


def levels(central: int = 0, provincial: int = 0, **others: int) -> tuple[SourceAmount, ...]:
    """Fen of each level that gives any, e.g. `levels(central=60_000_000, county=100)`."""
    amounts_fen = {"central": central, "provincial": provincial, **others}
    return tuple(SourceAmount(level, fen) for level, fen in amounts_fen.items() if fen)


def shares(document_no: str, **amounts_fen: int) -> tuple[SourceShare, ...]:
    """The same of one document."""
    return tuple(SourceShare(document_no, part.level, part.amount_fen) for part in levels(**amounts_fen))


def total(sources: Iterable[SourceAmount | SourceShare]) -> int:
    """Their sum in fen."""
    return sum(source.amount_fen for source in sources)
