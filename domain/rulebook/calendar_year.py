"""节假日历 (calendar of a year): the official days off and make-up days, as dated data with their source."""

from dataclasses import dataclass
from datetime import date

from domain.fact import Fact, Stream, applies
from domain.rulebook.refusals import RulebookMisread
from domain.rulebook.working_calendar import YearDays
from domain.stamp import Stamp


class CalendarYear(Stream):
    """One year's calendar, `calendar/{year}`; publishing again replaces it (国务院办公厅 may correct itself)."""

    KIND = "calendar"
    WORD = "节假日历", "calendar"

    @dataclass(frozen=True, kw_only=True)
    class YearPublished(Fact):
        """节假日安排公布."""

        TOPIC = "calendar.year_published"
        year: int
        days_off: tuple[date, ...]
        make_up_days: tuple[date, ...]
        source: str

    def __init__(self, stream_id: str) -> None:
        super().__init__(stream_id)
        self.days: YearDays | None = None

    @applies(YearPublished)
    def _year_published(self, fact: YearPublished) -> None:
        self.days = YearDays(fact.year, frozenset(fact.days_off), frozenset(fact.make_up_days))

    def publish(
        self,
        stamp: Stamp,
        *,
        year: int,
        days_off: tuple[date, ...],
        make_up_days: tuple[date, ...],
        source: str,
    ) -> None:
        """公布节假日安排.  Raises RulebookMisread for days of another year or a day that is both off and worked."""
        for name, days in (("days_off", days_off), ("make_up_days", make_up_days)):
            for day in days:
                if day.year != year:
                    raise RulebookMisread(name, str(day), (f"{year} 年的日期", f"a day of {year}"))
        both = set(days_off) & set(make_up_days)
        if both:
            raise RulebookMisread("make_up_days", str(min(both)), ("不放假的日期", "not a day off"))
        self.record(
            self.YearPublished,
            **stamp.fields,
            year=year,
            days_off=tuple(sorted(set(days_off))),
            make_up_days=tuple(sorted(set(make_up_days))),
            source=source,
        )
