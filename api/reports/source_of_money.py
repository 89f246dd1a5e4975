"""资金来源 (source of money): which source paid for what, of a project and of a payment."""

from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response

from api.http.reading import Ask, Paged
from api.requests.path_keys import AccountCode, ProjectCode, path_key
from domain.accounts.account import Account
from domain.funds.codes import PurposeKind
from domain.projects.project import Project
from projections.number_index.query import recorded_number
from projections.reading.paging import Page
from projections.source_of_money import query as source_of_money

PaymentNo = Annotated[str, path_key("payment_no")]

router = APIRouter(tags=["报表"])


@router.get("/projects/{code}/sources", response_model=tuple[source_of_money.ProjectSource, ...])
def list_project_sources(code: ProjectCode, ask: Ask) -> Response:
    """项目资金来源 — how many fen of which source were planned, arrived, measured, paid and recovered."""
    return ask.whole(
        "source_of_money",
        lambda cursor: source_of_money.project_sources(cursor, recorded_number(cursor, Project, code)),
    )


@router.get("/projects/{code}/payments", response_model=Page[source_of_money.PaymentSource])
def list_project_payments(code: ProjectCode, ask: Ask, paged: Paged) -> Response:
    """项目付款来源 — every payment of a project, source by source."""
    return ask.page(
        "source_of_money",
        lambda cursor: source_of_money.payments_of(
            cursor, PurposeKind.PROJECT.code, recorded_number(cursor, Project, code), paged
        ),
    )


@router.get(
    "/accounts/{code}/payments/{payment_no}/sources",
    response_model=tuple[source_of_money.PaymentSource, ...],
)
def list_payment_sources(code: AccountCode, payment_no: PaymentNo, ask: Ask) -> Response:
    """付款资金来源 — what each source gave to one payment."""
    return ask.whole(
        "source_of_money",
        lambda cursor: source_of_money.payment_sources(
            cursor, recorded_number(cursor, Account, code), payment_no
        ),
    )
