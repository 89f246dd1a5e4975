"""报表 (reports): what is idle, what is late, and where every fen came from, on a day of one's choice."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query
from starlette.responses import Response

from api.http.clock import today
from api.http.reading import Ask, Paged
from api.subjects.paths import Code, PaymentNo
from projections.fund_ledger import query as fund_ledger
from projections.idle_money import query as idle_money
from projections.late_notices import query as late_notices
from projections.reading.paging import Page
from projections.source_of_money import query as source_of_money
from projections.trial_balance import query as trial_balance

router = APIRouter(tags=["报表"])

LATE_STATES = frozenset({"missing", "late", "unknown"})
"""What "late" means when the caller does not say: too late, not there, or not known for want of a calendar."""

Dimension = Literal[
    "document_no", "level", "purpose_kind", "purpose_code", "year", "budget_code", "account_code"
]


@dataclass(frozen=True)
class Dimensions:
    """辅助核算: the lines of which document, level, purpose, year, budget code and bank account; None lets all pass."""

    document_no: str | None = None
    level: str | None = None
    purpose_kind: str | None = None
    purpose_code: str | None = None
    year: int | None = None
    budget_code: str | None = None
    account_code: str | None = None

    def given(self) -> dict[str, str | int]:
        """Only those that were named."""
        return {name: value for name, value in asdict(self).items() if value is not None}


@router.get("/fund-totals", response_model=tuple[fund_ledger.YearLevelTotal, ...])
def read_fund_totals(ask: Ask, year: int | None = None, place: str = "") -> Response:
    """资金总览 — the totals of every year and source level."""
    return ask.whole("fund_ledger", lambda cursor: fund_ledger.totals_by_year(cursor, year=year, place=place))


@router.get("/idle-money", response_model=Page[idle_money.IdleChannel])
def read_idle_money(
    ask: Ask, paged: Paged, on: date | None = None, place: str = "", year: int | None = None
) -> Response:
    """闲置资金 — unspent money by age, for every channel, on a day (today when none is named)."""
    return ask.page(
        "idle_money",
        lambda cursor: idle_money.idle_money(cursor, on or today(), paged, place=place, year=year),
    )


@router.get("/late-notices", response_model=Page[late_notices.Duty])
def list_late_notices(
    ask: Ask,
    paged: Paged,
    *,
    on: date | None = None,
    state: Literal["missing", "late", "unknown", "due", "met"] | None = None,
    subject: str | None = None,
    level: str | None = None,
) -> Response:
    """迟公示、漏公示 — duties to post a notice that are late or missing on a day (today when none is named)."""
    states = LATE_STATES if state is None else frozenset({state})
    return ask.page(
        "late_notices",
        lambda cursor: late_notices.duties(
            cursor, on or today(), paged, states=states, subject=subject, level=level
        ),
    )


@router.get("/late-notice-counts", response_model=dict[str, int])
def read_late_notice_counts(ask: Ask, on: date | None = None) -> Response:
    """公示义务统计 — how many duties are missing, late, due, met or unknown on a day."""
    return ask.whole("late_notices", lambda cursor: late_notices.counts(cursor, on or today()))


@router.get("/trial-balance", response_model=trial_balance.TrialBalance)
def read_trial_balance(
    ask: Ask,
    only: Annotated[Dimensions, Depends()],
    *,
    on: date | None = None,
    since: date | None = None,
    chart: Literal["neutral", "village", "county_unit"] = "neutral",
    by: Annotated[list[Dimension], Query()] = [],  # noqa: B006 -- the framework copies it
) -> Response:
    """科目余额表 — opening, turnover and closing of every account, in one of three charts.

    `by` splits the accounts by dimensions; a dimension that is named filters by it.
    """
    return ask.whole(
        "trial_balance",
        lambda cursor: trial_balance.trial_balance(
            cursor, on=on or today(), since=since, chart=chart, by=by, where=only.given()
        ),
    )


@router.get("/postings/{position}", response_model=tuple[trial_balance.PostingLine, ...])
def list_posting_lines(position: Annotated[int, Path(ge=1, le=2**62)], ask: Ask) -> Response:
    """记账凭证 — the posting lines of the fact at a position; none when it moved no money."""
    return ask.whole("trial_balance", lambda cursor: trial_balance.posting_lines(cursor, position))


@router.get("/projects/{code}/sources", response_model=tuple[source_of_money.ProjectSource, ...])
def list_project_sources(code: Code, ask: Ask) -> Response:
    """项目资金来源 — how many fen of which source were planned, arrived, measured, paid and recovered."""
    return ask.whole("source_of_money", lambda cursor: source_of_money.project_sources(cursor, code))


@router.get("/projects/{code}/payments", response_model=Page[source_of_money.PaymentSource])
def list_project_payments(code: Code, ask: Ask, paged: Paged) -> Response:
    """项目付款来源 — every payment of a project, source by source."""
    return ask.page(
        "source_of_money",
        lambda cursor: source_of_money.payments_of(cursor, "project", code, paged),
    )


@router.get(
    "/accounts/{code}/payments/{payment_no}/sources",
    response_model=tuple[source_of_money.PaymentSource, ...],
)
def list_payment_sources(code: Code, payment_no: PaymentNo, ask: Ask) -> Response:
    """付款资金来源 — what each source gave to one payment."""
    return ask.whole(
        "source_of_money",
        lambda cursor: source_of_money.payment_sources(cursor, code, payment_no),
    )
