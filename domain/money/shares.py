"""来源分解 (shares by source): amounts by channel, so that no source ever pays for another (渠道不乱).

A channel (渠道) is one source level of one document.  Amounts by channel are plain dictionaries in fen; the order of
their keys is the order of the plan and decides who gets the odd fen, so the same facts always give the same split.
"""

from collections.abc import Iterable, Mapping

from domain.money.fen import split_by_remaining
from domain.money.sources import SourceShare

Channel = tuple[str, str]
"""Document number and source level."""

ByChannel = dict[Channel, int]


def by_channel(shares: Iterable[SourceShare]) -> ByChannel:
    """Sum shares by channel, in the order in which the channels first appear."""
    amounts: ByChannel = {}
    add_shares(amounts, shares)
    return amounts


def add_shares(amounts: ByChannel, shares: Iterable[SourceShare], times: int = 1) -> None:
    """Add shares to amounts in place; `times=-1` takes them away."""
    for share in shares:
        channel = share.channel
        amounts[channel] = amounts.get(channel, 0) + times * share.amount_fen


def add_amounts(amounts: ByChannel, more: Mapping[Channel, int]) -> None:
    """Add other amounts to amounts in place; a channel with nothing adds nothing, not even itself."""
    for channel, amount_fen in more.items():
        if amount_fen:
            amounts[channel] = amounts.get(channel, 0) + amount_fen


def shares_of(amounts: Mapping[Channel, int]) -> tuple[SourceShare, ...]:
    """Write amounts as the shares of a fact; a channel with nothing is left out."""
    return tuple([SourceShare(*channel, amount_fen) for channel, amount_fen in amounts.items() if amount_fen])


def total_fen(amounts: Mapping[Channel, int]) -> int:
    """Sum over all channels."""
    return sum(amounts.values())


def less(amounts: Mapping[Channel, int], *taken: Mapping[Channel, int]) -> ByChannel:
    """What is left of amounts, channel by channel, in their order; channels only in `taken` are left out."""
    left = dict(amounts)
    for part in taken:
        for channel in left:
            left[channel] -= part.get(channel, 0)
    return left


def at_least_nothing(amounts: Mapping[Channel, int]) -> ByChannel:
    """The amounts with every negative one counted as nothing."""
    return {channel: max(amount_fen, 0) for channel, amount_fen in amounts.items()}


def split(amount_fen: int, remaining: Mapping[Channel, int]) -> ByChannel:
    """Split by what remains of each channel (最大余额法); no channel gets more than its rest.

    The caller has refused an amount beyond the sum of what remains.
    """
    return dict(zip(remaining, split_by_remaining(amount_fen, list(remaining.values())), strict=True))
