"""逾期事项, 机关 (late acts of offices): budgets handed on and published, special accounts compared, in time.

The statement of a special account is met by sending it up or, while none is recorded, by comparing it with the bank.
"""

from dataclasses import replace
from datetime import date

from domain.accounts.account import Account
from domain.accounts.codes import AccountMode, AccountReport
from domain.budgets.budget import Budget
from domain.budgets.codes import FOLLOWS, BudgetLevel, BudgetStep
from domain.periods.period import Period, last_day_of
from domain.rulebook.codes import ClockStart, ClockStop
from projections.late_acts.clocks import limits_of, rule_on, start, stop
from projections.late_acts.ledger_rows import (
    ACCOUNTS,
    ACTS,
    OPEN_ACCOUNTS,
    STEPS,
    AccountStatements,
    Filed,
    Owed,
    Statement,
    Waiting,
)
from projections.ledger.page import Recorded
from projections.ledger.rows import Rows

STARTS = {
    BudgetStep.APPROVED.code: ClockStart.COUNTY_BUDGET,
    BudgetStep.DEPARTMENTS_INFORMED.code: ClockStart.DEPARTMENTS_INFORMED,
    BudgetStep.ACCOUNTS_APPROVED.code: ClockStart.COUNTY_ACCOUNTS,
}
"""What a step of the county's own budget begins."""
STOPS = {
    BudgetStep.DEPARTMENTS_INFORMED.code: ClockStop.DEPARTMENTS_INFORMED,
    BudgetStep.UNITS_INFORMED.code: ClockStop.UNITS_INFORMED,
    BudgetStep.PUBLISHED.code: ClockStop.BUDGET_PUBLISHED,
    BudgetStep.ACCOUNTS_PUBLISHED.code: ClockStop.ACCOUNTS_PUBLISHED,
}
"""What a step of the county's own budget ends."""
OF_BUDGET = frozenset(STOPS.values())
SENT_UP = {
    AccountReport.QUARTERLY.code: ClockStop.QUARTERLY_REPORT.code,
    AccountReport.YEARLY.code: ClockStop.YEARLY_REPORT.code,
}
"""What a statement that is sent up stops."""
OF_REPORTS = frozenset(SENT_UP.values())
MONTHS_OF_A_QUARTER = 3
SPECIAL = AccountMode.SPECIAL_ACCOUNT.code


def step_taken(recorded: Recorded, rows: Rows) -> None:
    """A step ends clocks and begins others; recorded again, it puts right the day of all of them."""
    fact: Budget.StepTaken = recorded.fact
    step = rows.at(STEPS, (recorded.stream, fact.step))
    corrects = step.taken_on is not None
    step.taken_on = fact.effective_on
    if corrects:
        for clock in step.opened:
            rows.change(ACTS, clock.key).opened_on = fact.effective_on
        stop(rows, step.met, fact.effective_on)
    elif fact.level == BudgetLevel.COUNTY:
        _end_clocks(recorded, rows)
        _begin_clocks(recorded, rows)


def _end_clocks(recorded: Recorded, rows: Rows) -> None:
    fact: Budget.StepTaken = recorded.fact
    former = FOLLOWS.get(BudgetStep.of(fact.step))
    if former is None:
        return
    ended = STOPS.get(fact.step)
    clocks = [
        clock for clock in rows.change(STEPS, (recorded.stream, former.code)).opened if clock.stops == ended
    ]
    stop(rows, clocks, fact.effective_on)
    rows.change(STEPS, (recorded.stream, fact.step)).met = tuple(clocks)


def _begin_clocks(recorded: Recorded, rows: Rows) -> None:
    fact: Budget.StepTaken = recorded.fact
    begun = STARTS.get(fact.step)
    step = rows.change(STEPS, (recorded.stream, fact.step))
    for limit in limits_of(recorded, rows):
        if limit.opens == begun and limit.stops in OF_BUDGET:
            clock = start(
                recorded,
                rows,
                limit,
                subject=recorded.stream,
                opened_on=fact.effective_on,
                rulebook=fact.rulebook_version,
            )
            step.opened = (*step.opened, clock)


def account_opened(recorded: Recorded, rows: Rows) -> None:
    """A special account has statements from now on."""
    fact: Account.Opened = recorded.fact
    if fact.mode == SPECIAL:
        rows.add(ACCOUNTS, AccountStatements(fact.code, fact.effective_on))
        opened = rows.at(OPEN_ACCOUNTS, SPECIAL)
        opened.codes = (*opened.codes, fact.code)


def account_closed(recorded: Recorded, rows: Rows) -> None:
    """A closed account has no statements any more."""
    opened = rows.get(OPEN_ACCOUNTS, SPECIAL)
    if opened is not None and recorded.key in opened.codes:
        kept = tuple(code for code in opened.codes if code != recorded.key)
        rows.change(OPEN_ACCOUNTS, SPECIAL).codes = kept


def month_closed(recorded: Recorded, rows: Rows) -> None:
    """When the last month of a quarter is closed, its special accounts owe a statement of the quarter's last day."""
    fact: Period.Closed = recorded.fact
    end_on = last_day_of(fact.month)
    opened = rows.get(OPEN_ACCOUNTS, SPECIAL)
    if end_on.month % MONTHS_OF_A_QUARTER or opened is None:
        return
    for code in opened.codes:
        account = rows.change(ACCOUNTS, code)
        if account.asked_on < end_on:
            _ask_for_statement(recorded, rows, account, end_on)


def _ask_for_statement(recorded: Recorded, rows: Rows, account: AccountStatements, end_on: date) -> None:
    rule = rule_on(end_on, rows)
    if rule is None:
        return
    ends = {ClockStart.QUARTER_END.code}
    if end_on.month == date.max.month:
        ends.add(ClockStart.YEAR_END.code)
    account.asked_on = end_on
    account.statements = tuple(one for one in account.statements if one.until_on >= end_on)
    compared_on = min((one.compared_on for one in account.statements), default=None)
    for limit in rule.limits:
        if limit.opens not in ends or limit.stops not in {ClockStop.STATEMENT, *OF_REPORTS}:
            continue
        clock = start(
            recorded,
            rows,
            limit,
            subject=f"account/{account.account_code}",
            opened_on=end_on,
            rulebook=rule.rulebook,
            met_on=compared_on,
        )
        if limit.stops in OF_REPORTS:
            account.owed = (*account.owed, Owed(clock, end_on, compared_on))
            _judge(rows, account, limit.stops, end_on)
        elif compared_on is None:
            account.waiting = (*account.waiting, Waiting(clock, end_on))


def reconciled(recorded: Recorded, rows: Rows) -> None:
    """A statement was compared: it meets what waits for its days."""
    fact: Account.Reconciled = recorded.fact
    if rows.get(ACCOUNTS, recorded.key) is None:
        return
    account = rows.change(ACCOUNTS, recorded.key)
    account.statements = (*account.statements, Statement(fact.statement_on, fact.effective_on))
    met = [one for one in account.waiting if one.until_on <= fact.statement_on]
    stop(rows, [one.clock for one in met], fact.effective_on)
    account.waiting = tuple(one for one in account.waiting if one not in met)
    newly = [one for one in account.owed if one.compared_on is None and one.until_on <= fact.statement_on]
    account.owed = tuple(
        replace(one, compared_on=fact.effective_on) if one in newly else one for one in account.owed
    )
    for one in newly:
        _judge(rows, account, one.clock.stops, one.until_on)


def statement_filed(recorded: Recorded, rows: Rows) -> None:
    """A statement was sent up: its day counts, also where the account was compared before."""
    fact: Account.ReportFiled = recorded.fact
    if rows.get(ACCOUNTS, recorded.key) is None:
        return
    account, stops = rows.change(ACCOUNTS, recorded.key), SENT_UP[fact.report]
    account.filed = (*account.filed, Filed(stops, fact.report_until_on, fact.effective_on))
    _judge(rows, account, stops, fact.report_until_on)


def statement_withdrawn(recorded: Recorded, rows: Rows) -> None:
    """A statement was given back: the comparison counts again, or the days run on."""
    fact: Account.ReportWithdrawn = recorded.fact
    if rows.get(ACCOUNTS, recorded.key) is None:
        return
    account, gone = rows.change(ACCOUNTS, recorded.key), (SENT_UP[fact.report], fact.report_until_on)
    account.filed = tuple(one for one in account.filed if (one.stops, one.until_on) != gone)
    _judge(rows, account, *gone)


def _judge(rows: Rows, account: AccountStatements, stops: str, until_on: date) -> None:
    """Stop the clocks of a period on the day its statement was sent up; without one, on that of the comparison."""
    period = stops, until_on
    filed_on = next((one.filed_on for one in account.filed if (one.stops, one.until_on) == period), None)
    for one in account.owed:
        if (one.clock.stops, one.until_on) == period:
            stop(rows, [one.clock], filed_on or one.compared_on)
