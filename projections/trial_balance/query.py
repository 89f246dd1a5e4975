"""试算平衡, 查询 (trial balance, reading): opening, turnover and closing of every account, in one of three charts.

All amounts in fen.  Openings and closings are signed: a debit balance is positive, a credit balance negative, so each
column adds up to zero on each side.  Months come from the turnover, days of broken months from the lines.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from projections.reading.paging import Cursor, read_rows
from projections.trial_balance.chart import NEUTRAL, Chart, Edition
from projections.trial_balance.county_unit_chart import COUNTY_UNIT
from projections.trial_balance.village_chart import VILLAGE

CHARTS: Mapping[str, Chart] = {chart.code: chart for chart in (NEUTRAL, VILLAGE, COUNTY_UNIT)}
"""The charts by their codes: neutral, village, county_unit."""

DIMENSIONS = ("document_no", "level", "purpose_kind", "purpose_code", "year", "budget_code", "account_code")
"""What a trial balance can be split by or filtered by (辅助核算)."""


@dataclass(frozen=True)
class TrialLine:
    """One account, in one value of each dimension that was asked for.

    side        quota | cash in the neutral chart, financial | budget in the others.
    dimensions  the asked dimensions and their values; empty when none was asked.
    closing     opening + debit − credit.
    """

    account: str
    name_zh: str
    name_en: str
    side: str
    dimensions: dict[str, str | int]
    opening_fen: int
    debit_fen: int
    credit_fen: int
    closing_fen: int


@dataclass(frozen=True)
class TrialTotal:
    """The sums of one side; `balanced` says that debit equals credit and that the closings add up to zero."""

    side: str
    debit_fen: int
    credit_fen: int
    closing_fen: int
    balanced: bool


@dataclass(frozen=True)
class TrialBalance:
    """The trial balance of the days `since` to `on` (both included; since None: from the beginning)."""

    on: date
    since: date | None
    chart: str
    edition: str
    source: str
    lines: tuple[TrialLine, ...]
    totals: tuple[TrialTotal, ...]


@dataclass(frozen=True)
class PostingLine:
    """One posting line (分录行) of a fact, in the neutral chart."""

    position: int
    line_no: int
    side: str
    rule: str
    account: str
    debit_fen: int
    credit_fen: int
    level: str
    document_no: str
    purpose_kind: str
    purpose_code: str
    year: int
    budget_code: str
    account_code: str
    effective_on: date


class UnknownDimension(ValueError):
    """The trial balance cannot be split by this (无此辅助核算项); the allowed ones are DIMENSIONS."""


class UnknownChart(ValueError):
    """There is no such chart (无此科目表); the allowed ones are CHARTS."""


class _Sums(NamedTuple):
    opening_fen: int = 0
    debit_fen: int = 0
    credit_fen: int = 0

    def plus(self, other: "_Sums", *, across: bool) -> "_Sums":
        if across:
            other = _Sums(-other.opening_fen, other.credit_fen, other.debit_fen)
        return _Sums(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


_BY_MONTH = """
(SELECT month_on AS day, rule, account, debit_fen, credit_fen
   FROM trial_balance_turnover
  WHERE month_on <= %(on)s AND month_on <> ALL (%(broken_months)s)
  UNION ALL
 SELECT effective_on, rule, account, debit_fen, credit_fen
   FROM trial_balance_lines
  WHERE effective_on <= %(on)s AND ({broken_days})) AS moved
"""
_BY_LINE = """
(SELECT effective_on AS day, * FROM trial_balance_lines WHERE effective_on <= %(on)s) AS moved
   JOIN trial_balance_dimensions USING (dimension_no)
"""
_MOVED = """
SELECT rule, account{dimensions},
       coalesce(sum(debit_fen - credit_fen) FILTER (WHERE day < %(since)s), 0)::bigint,
       coalesce(sum(debit_fen) FILTER (WHERE day >= %(since)s), 0)::bigint,
       coalesce(sum(credit_fen) FILTER (WHERE day >= %(since)s), 0)::bigint
  FROM {moved}
 WHERE {chosen}
 GROUP BY rule, account{dimensions}
"""


def trial_balance(
    cursor: Cursor,
    *,
    on: date,
    since: date | None = None,
    chart: str = "neutral",
    by: Sequence[str] = (),
    where: Mapping[str, str | int] | None = None,
) -> TrialBalance:
    """The trial balance of a chart, of the edition in force on the day `on`.

    by      dimensions to split the accounts by.
    where   dimensions to filter by: value by name.
    Errors: UnknownChart, UnknownDimension.
    """
    if chart not in CHARTS:
        raise UnknownChart(chart)
    edition = CHARTS[chart].on(on)
    filters = dict(where or {})
    for name in (*by, *filters):
        if name not in DIMENSIONS:
            raise UnknownDimension(name)
    sums: defaultdict[tuple[str | int, ...], _Sums] = defaultdict(_Sums)
    for rule, account, *rest in _moved(cursor, on, since, by, filters):
        values, amounts = rest[:-3], _Sums(*rest[-3:])
        for stands in edition.lines(rule, account):
            key = (stands.account, *values)
            sums[key] = sums[key].plus(amounts, across=stands.across)
    lines = tuple(_line(edition, by, key, sums[key]) for key in sorted(sums, key=str) if any(sums[key]))
    sides = sorted({account.side for account in edition.accounts.values()}, reverse=True)
    totals = tuple(_total(side, [line for line in lines if line.side == side]) for side in sides)
    return TrialBalance(on, since, chart, edition.name, edition.source, lines, totals)


def posting_lines(cursor: Cursor, position: int) -> list[PostingLine]:
    """The lines of the fact at a position (记账凭证); none when it moved no money."""
    query = "SELECT * FROM posting_lines WHERE position = %(position)s ORDER BY line_no"
    return read_rows(cursor, PostingLine, query, {"position": position})


def _moved(
    cursor: Cursor, on: date, since: date | None, by: Sequence[str], filters: Mapping[str, str | int]
) -> list[tuple[Any, ...]]:
    """What each rule moved on each account: opening, debit, credit; split and filtered."""
    broken = _broken_months(on, since)
    days = [f"effective_on >= '{month}' AND effective_on < '{_next_month(month)}'" for month in broken]
    by_month = _BY_MONTH.format(broken_days=" OR ".join(days) or "false")
    cursor.execute(
        _MOVED.format(
            moved=_BY_LINE if by or filters else by_month,
            dimensions="".join(f", {name}" for name in by),
            chosen=" AND ".join(f"{name} = %({name})s" for name in filters) or "true",
        ),
        {**filters, "on": on, "since": since or date.min, "broken_months": broken},
    )
    return cursor.fetchall()


def _broken_months(on: date, since: date | None) -> list[date]:
    """The months (first days) that the asked days cut through, so that their turnover does not serve."""
    broken = set()
    if (on + timedelta(days=1)).day != 1:
        broken.add(on.replace(day=1))
    if since is not None and since.day != 1:
        broken.add(since.replace(day=1))
    return sorted(broken)


def _next_month(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def _line(edition: Edition, by: Sequence[str], key: tuple[str | int, ...], sums: _Sums) -> TrialLine:
    account = edition.accounts[str(key[0])]
    return TrialLine(
        account.code,
        account.name_zh,
        account.name_en,
        account.side,
        dict(zip(by, key[1:], strict=True)),
        *sums,
        closing_fen=sums.opening_fen + sums.debit_fen - sums.credit_fen,
    )


def _total(side: str, lines: Sequence[TrialLine]) -> TrialTotal:
    debit_fen = sum(line.debit_fen for line in lines)
    credit_fen = sum(line.credit_fen for line in lines)
    closing_fen = sum(line.closing_fen for line in lines)
    return TrialTotal(side, debit_fen, credit_fen, closing_fen, debit_fen == credit_fen and closing_fen == 0)
