"""Retention is at most its cap, for at most its months, and is kept until the period is over (质量保证金).

Source: 建质〔2017〕138号, as parameters of the rulebook.
"""

from calendar import monthrange
from datetime import date

from domain.money.fen import basis_points
from domain.projects.settlement_refusals import DefectPeriodRuns, DefectPeriodTooLong, RetentionAboveCap
from domain.rulebook.payment_rules import RetentionRule


def retention_stays_within_its_cap(
    rule: RetentionRule, retention_fen: int, bases_fen: dict[str, int]
) -> None:
    """Raise RetentionAboveCap for an amount above the cap's share of its base."""
    cap_fen = basis_points(bases_fen[rule.base], rule.cap_bp)
    if retention_fen > cap_fen:
        raise RetentionAboveCap(retention_fen, cap_fen)


def retention_has_its_stage(retention_fen: int, *, has_stage: bool) -> None:
    """Raise RetentionAboveCap, the cap being nothing, where the payment scheme has no stage to pay it back."""
    if retention_fen and not has_stage:
        raise RetentionAboveCap(retention_fen, 0)


def defect_period_is_not_too_long(rule: RetentionRule, months: int) -> None:
    """Raise DefectPeriodTooLong for more months than the rulebook allows."""
    if months > rule.months_max:
        raise DefectPeriodTooLong(months, rule.months_max)


def defect_period_is_over(on: date, release_from_on: date) -> None:
    """Raise DefectPeriodRuns when the day is before the first day of release."""
    if on < release_from_on:
        raise DefectPeriodRuns(on, release_from_on)


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
