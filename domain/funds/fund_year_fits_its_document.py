"""The year of a fund is that of its document, or the next where it was announced ahead (提前下达).

Source: 预算法 38, 预算法实施条例 48, as the parameter `fund_year`; how late money may come, its own clock says.
"""

from datetime import date

from domain.funds.year_refusals import FundYearAhead
from domain.rulebook.procedure_rules import FundYearRule


def fund_year_fits_its_document(rule: FundYearRule | None, year: int, issued_on: date) -> None:
    """Raise FundYearAhead when the year lies further after that of the document than the rule allows."""
    if rule is not None and year > issued_on.year + rule.years_ahead:
        raise FundYearAhead(year, issued_on, issued_on.year + rule.years_ahead)
