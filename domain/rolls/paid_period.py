"""发放期间 (the period that a roll pays for): a year, half year, quarter, month, school term, or from–to.

Offices write one period in many ways: `2024年`, `2024年度` and `2024` are one.  What counts are its first and last day,
and the code that they have.  A batch (第一批) is no period of its own, and what stands in brackets is no part of it.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from domain.rolls.refusals import PaidPeriodMisread


@dataclass(frozen=True)
class PaidPeriod:
    """From the first to the last day, both included; of a text that says no period, no day.

    code  `2024`, `2024-H1` (上半年), `2024-Q1`, `2024-03`, `2024-T1` (春季学期), else `2024-03-01/2024-05-15`.
    """

    code: str
    from_on: date
    to_on: date

    @classmethod
    def unknown(cls, text: str) -> "PaidPeriod":
        """The period of an old roll whose words say none: it is the same as another only by the same words."""
        return cls(text.strip(), date.max, date.min)

    def overlaps(self, other: "PaidPeriod") -> bool:
        """Whether a day belongs to both, or they have the same words."""
        return self.code == other.code or (self.from_on <= other.to_on and other.from_on <= self.to_on)


def paid_period(text: str) -> PaidPeriod:
    """Read a period as an office writes it, or by its code.  Raises PaidPeriodMisread."""
    try:
        first, *rest = UNTIL.split(_plain(text))
        from_on, to_on = _days(first)
        if rest:
            (last,) = rest
            # 2024年3月至5月: the second part has the year of the first.
            to_on = _days(last if BEGINS_WITH_YEAR.match(last) else first[:YEAR_DIGITS] + "年" + last)[1]
    except ValueError:
        raise PaidPeriodMisread(text) from None
    if to_on < from_on:
        raise PaidPeriodMisread(text)
    return PaidPeriod(_code(from_on, to_on), from_on, to_on)


def period_as_recorded(code: str, text: str) -> PaidPeriod:
    """The period of a recorded roll: by its code; an old one has none, only the text that its office wrote."""
    try:
        return paid_period(code or text)
    except PaidPeriodMisread:
        return PaidPeriod.unknown(text)


Months = tuple[int, int]
"""The first and the last month, counted from January of a year; what is above twelve belongs to the next year."""

WHOLE_YEAR: Months = (1, 12)
SCHOOL_YEAR: Months = (9, 20)
PARTS: dict[str, Months] = {
    "H1": (1, 6),
    "H2": (7, 12),
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
    "T1": (2, 8),
    "T2": (9, 13),
}
"""Halves, quarters and the two terms, which part the school year from 1 September at 1 February (春季、秋季学期)."""

PLAIN = (
    (re.compile(r"\s|\([^)]*\)|第?[一二三四五六七八九十\d]+批次?$"), ""),
    (re.compile("第"), ""),
    (re.compile("年度"), "年"),
    (re.compile("上半年"), "H1"),
    (re.compile("下半年"), "H2"),
    (re.compile("([一二三四1-4])季度?"), lambda found: f"Q{'一二三四'.find(found[1]) + 1 or found[1]}"),
    (re.compile(r"(\d{4})[-—–~至](\d{4})学年(?:[一1上]学期|秋季?(?:学期)?)"), r"\1T2"),
    (re.compile(r"(\d{4})[-—–~至](\d{4})学年(?:[二2下]学期|春季?(?:学期)?)"), r"\2T1"),
    (re.compile(r"(\d{4})[-—–~至]\d{4}学年"), r"\1学年"),
    (re.compile("春季?(?:学期)?"), "T1"),
    (re.compile("秋季?(?:学期)?"), "T2"),
    (re.compile(r"(年\d{1,2})月?-(\d{1,2}月)"), r"\1月至\2"),
)
"""One spelling for what offices spell in several ways."""

UNTIL = re.compile("至|到|~|—+|–|/")
YEAR_DIGITS = len("2024")
BEGINS_WITH_YEAR = re.compile(r"\d{4}")
YEAR = re.compile(r"(\d{4})年?")
SCHOOL = re.compile(r"(\d{4})学年")
PART = re.compile(r"(\d{4})[年-]?(H[12]|Q[1-4]|T[12])")
MONTH = re.compile(r"(\d{4})[年.-](\d{1,2})(?:月份?)?")
DAY = re.compile(r"(\d{4})[年.-](\d{1,2})[月.-](\d{1,2})日?")


def _plain(text: str) -> str:
    plain = normalize("NFKC", text).upper()
    for spelling, instead in PLAIN:
        plain = spelling.sub(instead, plain)
    return plain


def _days(part: str) -> tuple[date, date]:
    """First and last day of a year, a part of it, a month or a day.  Raises ValueError."""
    if found := YEAR.fullmatch(part):
        return _span(int(found[1]), WHOLE_YEAR)
    if found := SCHOOL.fullmatch(part):
        return _span(int(found[1]), SCHOOL_YEAR)
    if found := PART.fullmatch(part):
        return _span(int(found[1]), PARTS[found[2]])
    if found := MONTH.fullmatch(part):
        month = date(int(found[1]), int(found[2]), 1).month
        return _span(int(found[1]), (month, month))
    if found := DAY.fullmatch(part):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return day, day
    raise ValueError(part)


def _span(year: int, months: Months) -> tuple[date, date]:
    from_month, to_month = months
    years_on, month = divmod(to_month - 1, 12)
    last_year, last_month = year + years_on, month + 1
    return date(year, from_month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def _code(from_on: date, to_on: date) -> str:
    """The code of these days; the shortest where several names mean the same."""
    year, month, span = from_on.year, from_on.month, (from_on, to_on)
    named = {_span(year, WHOLE_YEAR): f"{year:04}", _span(year, (month, month)): f"{year:04}-{month:02}"}
    named |= {_span(year, months): f"{year:04}-{part}" for part, months in PARTS.items()}
    return named.get(span, f"{from_on}/{to_on}")
