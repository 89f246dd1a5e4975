"""示范县 (the demo county): ten published notices of ten places in one set of books, with the rules they are judged by.

Each case records through the commands that the API uses.  Recorded once, it answers the second time from its keys.
After the ten comes practice (演示): what the books can do and no notice prints.  It says so wherever it is read.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import chinese_calendar

from domain.books.books import Books
from domain.places.rows import DivisionRow
from domain.rulebook.ready.ready import ready_rulebook
from domain.rulebook.rulebook import RulesInForce
from scripts.demo import (
    chengxiang,
    dachuan,
    dianjiang,
    duodao,
    jiaxian,
    linxiang,
    mishan,
    passed_down,
    xiaohe,
    xiji,
    zeku,
)
from scripts.demo.case import Case, case, place_names, practice_case
from scripts.demo.clerk import ADMINISTRATOR, Clerk, Finding

RULEBOOKS = (
    ("2011-2", "财农〔2011〕412号", date(2012, 1, 1)),
    ("2017-2", "财农〔2017〕8号", date(2017, 3, 13)),
    ("2021-2", "财农〔2021〕19号", date(2021, 3, 26)),
)
"""Regime, document, first day in force."""

DEMO_TITLE = ("示范县阳光账", "Sunledger demo county")

CALENDARS = (2013, 2021, 2022, 2023, 2024, 2025, 2026)
"""The years that the cases touch."""

Record = Callable[[Clerk, Case], None]

CASES: dict[str, Record] = {
    "E04": xiaohe.record,
    "D01": duodao.record,
    "C01": dianjiang.record,
    "A17": jiaxian.record,
    "A06": zeku.record,
    "C02": xiji.record,
    "A01": dachuan.record,
    "C04": linxiang.record,
    "B05": chengxiang.record,
    "B03": mishan.record,
}
"""The cases in the order of their years."""

PRACTICE: dict[str, Record] = {"P01": passed_down.record}
"""What no notice prints: money passed down, transferred, and recorded wrongly and reversed."""


@dataclass(frozen=True)
class Recorded:
    """What became of one case: its sums, what was found, and whether it was in the books before."""

    case: Case
    findings: tuple[Finding, ...]
    repeated: bool


def record_county(books: Books) -> Iterator[Recorded]:
    """Record the rules, the calendars, the places, then one case after another.  Raises DemoFailed, Refusal."""
    rulebooks = _publish_rules(books)
    _register_places(books)
    notices = [(case(case_id), record) for case_id, record in CASES.items()]
    practice = [(practice_case(case_id), record) for case_id, record in PRACTICE.items()]
    for one, record in notices + practice:
        clerk = Clerk(books, one.case_id, rulebooks)
        record(clerk, one)
        yield Recorded(one, tuple(clerk.findings), clerk.repeated)


def _publish_rules(books: Books) -> list[RulesInForce]:
    clerk = Clerk(books, "rules", ())
    in_force = []
    for version, (regime, document_no, from_on) in enumerate(RULEBOOKS, 1):
        regulations = ready_rulebook(regime)
        clerk.act(
            ADMINISTRATOR,
            from_on,
            books.publish_rulebook,
            version=version,
            title=regulations.name,
            document_no=document_no,
            in_force_from=from_on,
            regulations=regulations,
        )
        in_force.append(RulesInForce(version, from_on, regulations))
    for year in CALENDARS:
        days_off, make_up_days = official_days(year)
        clerk.act(
            ADMINISTRATOR,
            date(year - 1, 12, 1),
            books.publish_calendar,
            year=year,
            days_off=days_off,
            make_up_days=make_up_days,
            source=f"国务院办公厅 {year} 年节假日安排，取自 chinesecalendar",
        )
    return in_force


def _register_places(books: Books) -> None:
    """Name the ten places and those inside them, before the first notice speaks of one."""
    Clerk(books, "places", ()).act(
        ADMINISTRATOR,
        RULEBOOKS[0][2],
        books.register_divisions,
        rows=tuple(DivisionRow(code, name) for code, name in place_names().items()),
        source="演示：十份公示所在的县、乡、村",
    )


def official_days(year: int) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """Days off and make-up days of a year.  Raises NotImplementedError for a year that is not announced yet."""
    chinese_calendar.is_workday(date(year, 1, 1))
    days_off = tuple(sorted(on for on in chinese_calendar.holidays if on.year == year))
    make_up_days = tuple(sorted(on for on in chinese_calendar.workdays if on.year == year))
    assert all(former < later for former, later in pairwise(days_off))
    return days_off, make_up_days
