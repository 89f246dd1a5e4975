"""逾期事项, 记账 (late acts, folding): facts open the clocks of the law and stop them.

The limits, what opens and stops each and its article are those of the rulebook that judged the opening fact.  The
clocks of money stand in `money`, those of budgets and special accounts in `offices`.
"""

from domain.rulebook.rulebook import Rulebook
from projections.late_acts.ledger_rows import CALENDAR, RULES, TABLES, Rule
from projections.late_acts.money import (
    added,
    allocated,
    arrived,
    cut,
    passed_down,
    passing_down_reversed,
    received,
    report_filed,
    report_withdrawn,
    taken_back,
)
from projections.late_acts.offices import (
    account_closed,
    account_opened,
    month_closed,
    reconciled,
    statement_filed,
    statement_withdrawn,
    step_taken,
)
from projections.ledger.calendar_years import year_published
from projections.ledger.page import Recorded
from projections.ledger.projection import Projection
from projections.ledger.rows import Rows


def _published(recorded: Recorded, rows: Rows) -> None:
    fact: Rulebook.Published = recorded.fact
    rows.add(RULES, Rule(fact.version, fact.in_force_from, fact.regulations.act_limits))


PROJECTION = Projection(
    "late_acts",
    TABLES,
    {
        "rulebook.published": _published,
        "calendar.year_published": year_published(CALENDAR),
        "fund.indicator_received": received,
        "fund.indicator_added": added,
        "fund.indicator_cut": cut,
        "fund.allocated": allocated,
        "fund.allocation_taken_back": taken_back,
        "fund.passed_down": passed_down,
        "fund.passing_down_reversed": passing_down_reversed,
        "fund.report_filed": report_filed,
        "fund.report_withdrawn": report_withdrawn,
        "fund.cash_arrived": arrived(1),
        "fund.arrival_reversed": arrived(-1),
        "budget.step_taken": step_taken,
        "account.opened": account_opened,
        "account.closed": account_closed,
        "account.reconciled": reconciled,
        "account.report_filed": statement_filed,
        "account.report_withdrawn": statement_withdrawn,
        "period.closed": month_closed,
    },
)
