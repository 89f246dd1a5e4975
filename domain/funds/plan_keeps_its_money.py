"""What was planned stays allocated (计划有钱可依): a project's plan is covered as long as it goes on."""

from domain.funds.refusals import PlanLosesItsMoney
from domain.money.levels import Levels
from domain.money.shares import ByChannel
from domain.money.sources import SourceShare


def plan_keeps_its_money(shares: tuple[SourceShare, ...], allocated: Levels, needed: ByChannel) -> None:
    """Raise PlanLosesItsMoney for the first channel whose rest would not cover what the project needs.

    allocated  what the project has of the one document, by level, in fen.
    needed     its settlement once settled, what it paid and owes once ended, else its plan, by channel, in fen.
    """
    for part in shares:
        spare_fen = max(allocated.get(part.level, 0) - needed.get(part.channel, 0), 0)
        if part.amount_fen > spare_fen:
            raise PlanLosesItsMoney(part.amount_fen, spare_fen, part.level)
