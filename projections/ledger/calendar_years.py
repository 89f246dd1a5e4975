"""工作日历 (calendar years): the published days off of each year, as a ledger keeps them that counts working days."""

from datetime import date

from domain.rulebook.calendar_year import CalendarYear
from projections.ledger.page import Recorded
from projections.ledger.projection import Fold
from projections.ledger.rows import Rows
from projections.ledger.tables import Row, Table


class Year(Row):
    """The published calendar of one year."""

    year: int
    days_off: tuple[date, ...] = ()
    make_up_days: tuple[date, ...] = ()


def calendar_table(name: str) -> Table[Year]:
    """Make the table of a ledger with the calendar of each year."""
    return Table(name, Year, key=("year",))


def year_published(calendar: Table[Year]) -> Fold:
    """Give what enters a published year into such a table; a year published again takes the place of the former."""

    def enter(recorded: Recorded, rows: Rows) -> None:
        fact: CalendarYear.YearPublished = recorded.fact
        year = rows.at(calendar, fact.year)
        year.days_off = fact.days_off
        year.make_up_days = fact.make_up_days

    return enter
