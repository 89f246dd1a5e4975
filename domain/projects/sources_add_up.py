"""The sources of a plan sum to the plan, each above zero and named once (来源合计等于计划)."""

from collections.abc import Sequence

from domain.money.fen import check_amount
from domain.money.refusals import SourceNamedTwice, SourcesDoNotAddUp
from domain.money.sources import SourceShare


def sources_add_up(amount_fen: int, sources: Sequence[SourceShare], field: str = "amount_fen") -> None:
    """Raise AmountOutOfRange, SourceNamedTwice for a channel named twice, SourcesDoNotAddUp, in this order."""
    check_amount(amount_fen, field)
    for share in sources:
        check_amount(share.amount_fen, "sources")
    signed_sources_add_up(amount_fen, sources)


def signed_sources_add_up(amount_fen: int, sources: Sequence[SourceShare]) -> None:
    """Raise SourceNamedTwice or SourcesDoNotAddUp; amounts may be below zero, as in a cut of a plan."""
    seen = set()
    for share in sources:
        if share.channel in seen:
            raise SourceNamedTwice(f"{share.document_no} {share.level}")
        seen.add(share.channel)
    if sum(share.amount_fen for share in sources) != amount_fen:
        raise SourcesDoNotAddUp(sum(share.amount_fen for share in sources), amount_fen)
