"""Money not used within its years is surplus (结转与结余).  Source: 预算法 42, 预算法实施条例 50."""

from datetime import date

from domain.funds.year_refusals import FundYearOver, NotCarriedOver
from domain.rulebook.fund_rules import CarryOverRule


def last_use_on(year: int, rule: CarryOverRule) -> date:
    """The last day on which money of `year` may be used: 31 December of the last of its years."""
    return date(year + rule.years, 1, 1) - date.resolution


def money_is_in_time(on: date, year: int, rule: CarryOverRule) -> None:
    """Raise FundYearOver when the carry-over clock of the fund has run."""
    last_on = last_use_on(year, rule)
    if on > last_on:
        raise FundYearOver(on, last_on)


def money_was_carried_over(on: date, usable_year: int) -> None:
    """Raise NotCarriedOver when the business day lies in a year that the money was not carried into."""
    if on.year > usable_year:
        raise NotCarriedOver(on, usable_year)
