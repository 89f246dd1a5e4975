"""逾期事项, 计时 (late acts, clocks): opening one, stopping one, and which limits of a rulebook are concerned."""

from collections.abc import Iterable
from datetime import date

from domain.rulebook.act_limits import ActLimit
from projections.late_acts.ledger_rows import ACTS, RULES, Clock, LateAct, Rule
from projections.ledger.page import Recorded
from projections.ledger.rows import Rows


def limits_of(recorded: Recorded, rows: Rows) -> tuple[ActLimit, ...]:
    """The limits of the rulebook that judged a fact."""
    rule = rows.get(RULES, recorded.fact.rulebook_version)
    return () if rule is None else rule.limits


def rule_on(day: date, rows: Rows) -> Rule | None:
    """The rulebook that judges a day: the latest first day not after it, then the highest version."""
    found: Rule | None = None
    version = 1
    while (rule := rows.get(RULES, version)) is not None:
        if rule.in_force_from <= day and (found is None or rule.in_force_from >= found.in_force_from):
            found = rule
        version += 1
    return found


def start(
    recorded: Recorded,
    rows: Rows,
    limit: ActLimit,
    *,
    subject: str,
    opened_on: date,
    rulebook: int,
    year: int = 0,
    met_on: date | None = None,
) -> Clock:
    """Open a clock about a subject.  `year` is the one that a day of the law is of."""
    fixed = limit.due_month_day
    act = LateAct(
        position=recorded.position,
        code=limit.code,
        subject=subject,
        name_zh=limit.name_zh,
        name_en=limit.name_en,
        source=limit.source,
        source_en=limit.source_en,
        stops=limit.stops,
        opened_on=opened_on,
        rulebook=rulebook,
        days=limit.days,
        unit=limit.unit,
        due_fixed_on=date.fromisoformat(f"{year}-{fixed}") if fixed else None,
        met_on=met_on,
    )
    rows.add(ACTS, act)
    return Clock(act.position, act.code, act.subject, act.stops)


def stop(rows: Rows, clocks: Iterable[Clock], on: date | None) -> None:
    """Stop clocks on a day, or let them run again."""
    for clock in clocks:
        rows.change(ACTS, clock.key).met_on = on
