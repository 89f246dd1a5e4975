"""工作日历: holidays and make-up days count as published; a year that nobody published is said, never guessed."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rulebook.calendar_year import CalendarYear
from domain.rulebook.refusals import CalendarUnknown, RulebookMisread
from domain.rulebook.working_calendar import WorkingCalendar, YearDays
from domain.stamp import Stamp

STAMP = Stamp("u-admin", date(2023, 11, 1))
SPRING = YearDays(
    2024,
    frozenset(date(2024, 2, 10) + timedelta(i) for i in range(8)),
    frozenset({date(2024, 2, 4), date(2024, 2, 18)}),
)
ONLY_2024 = WorkingCalendar({2024: SPRING}.get)


def published(year: int) -> YearDays:
    """The calendar of a year from the package that keeps the State Council's arrangements."""
    days = [date(year, 1, 1) + timedelta(i) for i in range(366 if year % 4 == 0 else 365)]
    return YearDays(
        year,
        frozenset(day for day in days if chinese_calendar.is_holiday(day) and day.weekday() < 5),
        frozenset(day for day in days if chinese_calendar.is_workday(day) and day.weekday() > 4),
    )


TWO_YEARS = WorkingCalendar({2023: published(2023), 2024: published(2024)}.get)
days_2023 = st.dates(date(2023, 1, 1), date(2023, 12, 31))


def test_fifteen_working_days_skip_the_spring_festival_and_count_make_up_sundays() -> None:
    assert ONLY_2024.is_working_day(date(2024, 2, 18))
    assert not ONLY_2024.is_working_day(date(2024, 2, 12))
    assert ONLY_2024.add_working_days(date(2024, 2, 9), 1) == date(2024, 2, 18)


def test_natural_days_are_counted_with_both_ends() -> None:
    assert ONLY_2024.days_between(date(2023, 6, 9), date(2023, 6, 19), "day") == 11
    assert ONLY_2024.add_days(date(2023, 6, 9), 10, "day") == date(2023, 6, 19)


def test_an_unknown_year_is_said() -> None:
    with pytest.raises(CalendarUnknown) as refused:
        ONLY_2024.add_working_days(date(2024, 12, 30), 5)
    assert refused.value.figures == {"year": 2025}


@given(days_2023)
def test_a_working_day_is_one_of_the_published_calendar(day: date) -> None:
    assert TWO_YEARS.is_working_day(day) == chinese_calendar.is_workday(day)


@given(days_2023, st.integers(1, 60))
def test_adding_and_counting_agree(start: date, days: int) -> None:
    end = TWO_YEARS.add_working_days(start, days)
    assert TWO_YEARS.is_working_day(end)
    assert TWO_YEARS.working_days_between(start + timedelta(1), end) == days


def test_a_year_is_published_again_when_it_was_corrected() -> None:
    year = CalendarYear("calendar/2024")
    year.publish(
        STAMP, year=2024, days_off=(date(2024, 5, 1),), make_up_days=(), source="国办发明电〔2023〕7号"
    )
    year.publish(STAMP, year=2024, days_off=(date(2024, 5, 2),), make_up_days=(), source="更正")
    assert year.days == YearDays(2024, frozenset({date(2024, 5, 2)}), frozenset())


@pytest.mark.parametrize(
    ("days_off", "make_up_days"),
    [((date(2023, 5, 1),), ()), ((), (date(2025, 1, 4),)), ((date(2024, 5, 1),), (date(2024, 5, 1),))],
)
def test_a_calendar_that_cannot_be_is_refused(
    days_off: tuple[date, ...], make_up_days: tuple[date, ...]
) -> None:
    year = CalendarYear("calendar/2024")
    with pytest.raises(RulebookMisread):
        year.publish(STAMP, year=2024, days_off=days_off, make_up_days=make_up_days, source="x")
    assert not year.exists
