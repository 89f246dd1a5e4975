"""The parts by source level sum to the amount (分级次金额等于总额)."""

from collections.abc import Sequence

from domain.money.fen import check_amount
from domain.money.refusals import SourceNamedTwice, SourcesDoNotAddUp
from domain.money.sources import SourceAmount
from domain.rulebook.regulations import Regulations


def levels_add_up(sources: Sequence[SourceAmount], amount_fen: int, regulations: Regulations) -> None:
    """Refuse a split that is not one.

    Raises AmountOutOfRange, NotInRulebook (unknown level), SourceNamedTwice, SourcesDoNotAddUp, in that order.
    """
    check_amount(amount_fen)
    seen: set[str] = set()
    for part in sources:
        check_amount(part.amount_fen, "sources")
        regulations.source_level(part.level)
        if part.level in seen:
            raise SourceNamedTwice(part.level)
        seen.add(part.level)
    sum_fen = sum(part.amount_fen for part in sources)
    if sum_fen != amount_fen:
        raise SourcesDoNotAddUp(sum_fen, amount_fen)
