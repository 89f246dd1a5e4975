"""资金 (funds): what a person may do with them over HTTP."""

from fastapi import APIRouter
from starlette.responses import Response

from api.http.reading import Ask, Paged
from api.http.writing import RECORDS, ByApprover, ByRecorder
from api.requests.funds import (
    AdjustAllocation,
    AllocateFund,
    AuthoriseIntegration,
    CarryOverFund,
    ChangeIndicator,
    ReceiveIndicator,
    RecordCashArrival,
    RecoverSurplus,
    ReverseCashArrival,
    TakeBackAllocation,
)
from api.subjects.paths import DocumentNo
from domain.funds.fund import Fund
from projections.fund_ledger import query as fund_ledger
from projections.reading.paging import Page

router = APIRouter(prefix="/funds", tags=["资金"])


@router.post("", **RECORDS)
async def receive_indicator(body: ReceiveIndicator, submission: ByRecorder) -> Response:
    """指标下达 — register an indicator document with its split by source level."""
    return await submission.record(submission.books.receive_indicator, body)


@router.post("/{document_no}/additions", **RECORDS)
async def add_to_indicator(
    document_no: DocumentNo, body: ChangeIndicator, submission: ByRecorder
) -> Response:
    """追加指标 — add to an indicator, by a decision."""
    return await submission.record(submission.books.add_to_indicator, body, document_no=document_no)


@router.post("/{document_no}/cuts", **RECORDS)
async def cut_indicator(document_no: DocumentNo, body: ChangeIndicator, submission: ByRecorder) -> Response:
    """核减指标 — cut an indicator, by a decision."""
    return await submission.record(submission.books.cut_indicator, body, document_no=document_no)


@router.post("/{document_no}/allocations", **RECORDS)
async def allocate_fund(document_no: DocumentNo, body: AllocateFund, submission: ByRecorder) -> Response:
    """分配资金 — allocate to a project, a unit or the fee."""
    return await submission.record(submission.books.allocate_fund, body, document_no=document_no)


@router.post("/{document_no}/adjustments", **RECORDS)
async def adjust_allocation(
    document_no: DocumentNo, body: AdjustAllocation, submission: ByRecorder
) -> Response:
    """调整分配 — move money between two allocations."""
    return await submission.record(submission.books.adjust_allocation, body, document_no=document_no)


@router.post("/{document_no}/take-backs", **RECORDS)
async def take_back_allocation(
    document_no: DocumentNo, body: TakeBackAllocation, submission: ByRecorder
) -> Response:
    """收回分配 — take back what has not arrived."""
    return await submission.record(submission.books.take_back_allocation, body, document_no=document_no)


@router.post("/{document_no}/arrivals", **RECORDS)
async def record_cash_arrival(
    document_no: DocumentNo, body: RecordCashArrival, submission: ByRecorder
) -> Response:
    """资金到位 — record cash that arrived for an allocation."""
    return await submission.record(submission.books.record_cash_arrival, body, document_no=document_no)


@router.post("/{document_no}/arrival-reversals", **RECORDS)
async def reverse_cash_arrival(
    document_no: DocumentNo, body: ReverseCashArrival, submission: ByRecorder
) -> Response:
    """冲销到位 — reverse an arrival that was recorded wrongly."""
    return await submission.record(submission.books.reverse_cash_arrival, body, document_no=document_no)


@router.post("/{document_no}/recoveries", **RECORDS)
async def recover_surplus(document_no: DocumentNo, body: RecoverSurplus, submission: ByRecorder) -> Response:
    """收回结余 — take surplus back, source split kept."""
    return await submission.record(submission.books.recover_surplus, body, document_no=document_no)


@router.post("/{document_no}/carry-overs", **RECORDS)
async def carry_over_fund(document_no: DocumentNo, body: CarryOverFund, submission: ByRecorder) -> Response:
    """结转下年 — carry unspent money over."""
    return await submission.record(submission.books.carry_over_fund, body, document_no=document_no)


@router.post("/{document_no}/authorisations", **RECORDS)
async def authorise_integration(
    document_no: DocumentNo, body: AuthoriseIntegration, submission: ByApprover
) -> Response:
    """统筹整合授权 — let money of one use serve another."""
    return await submission.record(submission.books.authorise_integration, body, document_no=document_no)


@router.get("", response_model=Page[fund_ledger.FundRow])
def list_funds(
    ask: Ask, paged: Paged, year: int | None = None, place: str = "", use: str | None = None
) -> Response:
    """资金台账 — the documents by number, with their totals."""
    return ask.page(
        "fund_ledger",
        lambda cursor: fund_ledger.funds(cursor, paged, year=year, place=place, use_code=use),
    )


@router.get("/{document_no}", response_model=fund_ledger.Fund)
def read_fund(document_no: DocumentNo, ask: Ask) -> Response:
    """资金台账 — one document: levels, purposes, allocations, changes."""
    return ask.one(
        "fund_ledger", Fund.id_of(document_no), lambda cursor: fund_ledger.fund(cursor, document_no)
    )
