"""What a project still needs is no surplus (结余是项目不再需要的资金)."""

from domain.funds.refusals import RecoveryAboveSaving
from domain.money.levels import Levels
from domain.money.shares import ByChannel
from domain.money.sources import SourceShare


def recovery_leaves_what_is_needed(shares: tuple[SourceShare, ...], held: Levels, needed: ByChannel) -> None:
    """Raise RecoveryAboveSaving for the first channel whose rest would not cover what the project needs.

    held    what arrived for the project and was not recovered, by level of the one document, in fen.
    needed  its settlement once settled, what it paid and owes once ended, else its plan, by channel, in fen.
    """
    for part in shares:
        spare_fen = max(held.get(part.level, 0) - needed.get(part.channel, 0), 0)
        if part.amount_fen > spare_fen:
            raise RecoveryAboveSaving(part.amount_fen, spare_fen, part.level)
