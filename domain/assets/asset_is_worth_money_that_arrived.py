"""支出不超到位: an asset is handed over only when each source has brought its part of the settlement."""

from collections.abc import Callable

from domain.accounts.refusals import SourceNotArrived
from domain.money.sources import SourceShare


def asset_is_worth_money_that_arrived(
    settlement: tuple[SourceShare, ...], arrived_fen: Callable[[SourceShare], int]
) -> None:
    """Raise SourceNotArrived for the first source of the settlement that has brought less.

    arrived_fen  what of a source arrived for the project, in whatever account, and was not recovered.
    """
    for part in settlement:
        held_fen = arrived_fen(part)
        if part.amount_fen > held_fen:
            raise SourceNotArrived(part.amount_fen, held_fen, " ".join(part.channel))
