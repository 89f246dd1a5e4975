"""A price far below its plan is asked back (数额疑误): a contract of 52.93元 under a plan of 52.93万元 is a slip.

A true price is at most the plan, so one whose 万 was lost always fits ten thousand times into it.
"""

from domain.projects.contract_refusals import PriceUnusual
from domain.rulebook.procedure_rules import SlipRule


def price_is_no_slip(rule: SlipRule | None, price_fen: int, plan_fen: int, confirm_unusual: str) -> None:
    """Raise PriceUnusual when the price fits `rule.times` times into the plan and nobody says why it is right."""
    if rule is not None and price_fen * rule.times <= plan_fen and not confirm_unusual.strip():
        raise PriceUnusual(price_fen, plan_fen, rule.times)
