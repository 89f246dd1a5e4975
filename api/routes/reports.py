"""报表 (reports): what is idle, what is late, and where every fen came from, on a day of one's choice."""

from datetime import date
from typing import Literal

from fastapi import APIRouter
from starlette.responses import Response

from api.clock import today
from api.reading import Ask, Paged
from api.routes.paths import Code, PaymentNo
from projections.idle_money import query as idle_money
from projections.late_notices import query as late_notices
from projections.paging import Page
from projections.source_of_money import query as source_of_money

router = APIRouter(tags=["报表"])

LATE_STATES = frozenset({"missing", "late", "unknown"})
"""What "late" means when the caller does not say: too late, not there, or not known for want of a calendar."""


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
def list_late_notices(  # noqa: PLR0917 -- the parameters of a query have no order
    ask: Ask,
    paged: Paged,
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
