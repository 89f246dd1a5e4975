"""Money keeps the use it was given for (用途不变)."""

from domain.rulebook.regulations import Regulations
from domain.rules.refusals import BudgetCodeNotOfUse, UseNotOfFund, UseOnNegativeList


def use_is_open(use: str, regulations: Regulations) -> None:
    """Refuse a use of the negative list or one that the regime does not list.

    Raises UseOnNegativeList, NotInRulebook, in that order.
    """
    forbidden = regulations.forbidden_use(use)
    if forbidden is not None:
        raise UseOnNegativeList(use, forbidden.text, forbidden.source)
    regulations.use(use)


def budget_code_is_of_use(budget_code: str, use: str, regulations: Regulations) -> None:
    """Raise BudgetCodeNotOfUse when the rulebook ties the use to other budget codes."""
    listed = regulations.use(use).budget_codes
    if listed and budget_code not in listed:
        raise BudgetCodeNotOfUse(budget_code, use, listed)


def money_keeps_its_use(fund_use: str, use: str, regulations: Regulations) -> None:
    """Raise UseNotOfFund when the fund's use does not cover the use asked for."""
    if not regulations.use_serves(fund_use, use):
        raise UseNotOfFund(use, fund_use)
