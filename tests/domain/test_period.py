"""账期: a month is closed after its end and reopened with a reason."""

from datetime import date

import pytest

from domain.periods.in_transit import InTransit
from domain.periods.period import Period
from domain.periods.refusals import MonthMisread, PeriodClosed, PeriodNotClosed, PeriodNotOver
from domain.rules.refusals import ReasonMissing
from domain.stamp import Stamp

APRIL_2 = Stamp("u-accountant", date(2024, 4, 2))


def march() -> Period:
    return Period("period/2024-03")


def test_a_month_is_closed_after_its_last_day_and_reopened_with_a_reason() -> None:
    period, states = march(), []
    period.close(APRIL_2, "2024-03")
    states.append(period.closed)
    period.reopen(APRIL_2, "2024-03", "漏记一笔到账")
    states.append(period.closed)
    period.close(APRIL_2, "2024-03")
    states.append(march().replay(period.collect_events()).closed)
    assert states == [True, False, True]


@pytest.mark.parametrize("month", ["2024-3", "2024-13", "202403", "", "２０２４-03", "2024-03-01"])
def test_what_is_no_month_is_refused(month: str) -> None:
    period = march()
    with pytest.raises(MonthMisread):
        period.close(APRIL_2, month)
    assert not period.exists


def test_closing_and_reopening_follow_each_other() -> None:
    period = march()
    with pytest.raises(PeriodNotClosed):
        period.reopen(APRIL_2, "2024-03", "x")
    period.close(APRIL_2, "2024-03")
    with pytest.raises(PeriodClosed):
        period.close(APRIL_2, "2024-03")
    with pytest.raises(ReasonMissing):
        period.reopen(APRIL_2, "2024-03", " ")
    assert period.version == 1


def test_a_month_that_is_not_over_stays_open() -> None:
    period = march()
    with pytest.raises(PeriodNotOver):
        period.close(Stamp("u-accountant", date(2024, 3, 31)), "2024-03")
    assert not period.exists


def test_a_closed_month_names_what_was_in_transit_at_its_end() -> None:
    period, slip = march(), InTransit("DB-1", "ZH-01", "ZH-07", date(2024, 3, 28), 10_000_00)
    period.close(APRIL_2, "2024-03", (slip,))
    (closed,) = period.collect_events()
    assert isinstance(closed, Period.Closed)
    assert closed.in_transit == (slip,)
