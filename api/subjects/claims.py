"""报账 (claims): what a person may do with them over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.http.reading import Ask, Paged
from api.http.writing import RECORDS, ByApprover, ByPayer, ByRecorder
from api.requests.claims import (
    ApproveClaim,
    PayClaim,
    RefuseClaim,
    ReviewClaim,
    SubmitClaim,
)
from api.subjects.paths import ClaimNo
from domain.claims.claim import Claim
from projections.claim_register import query as claim_register
from projections.reading.paging import Page

router = APIRouter(prefix="/claims", tags=["报账"])


@router.post("", **RECORDS)
async def submit_claim(body: SubmitClaim, submission: ByRecorder) -> Response:
    """提交报账 — claim money for a stage, with its papers."""
    return await submission.record(submission.books.submit_claim, body)


@router.post("/{claim_no}/reviews", **RECORDS)
async def review_claim(claim_no: ClaimNo, body: ReviewClaim, submission: ByRecorder) -> Response:
    """初审 — review a claim that another person submitted."""
    return await submission.record(submission.books.review_claim, body, claim_no=claim_no)


@router.post("/{claim_no}/approvals", **RECORDS)
async def approve_claim(claim_no: ClaimNo, body: ApproveClaim, submission: ByApprover) -> Response:
    """审批 — approve a claim, in full or less."""
    return await submission.record(submission.books.approve_claim, body, claim_no=claim_no)


@router.post("/{claim_no}/refusals", **RECORDS)
async def refuse_claim(claim_no: ClaimNo, body: RefuseClaim, submission: ByApprover) -> Response:
    """退回报账 — refuse a claim, with the reason."""
    return await submission.record(submission.books.refuse_claim, body, claim_no=claim_no)


@router.post("/{claim_no}/payments", **RECORDS)
async def pay_claim(claim_no: ClaimNo, body: PayClaim, submission: ByPayer) -> Response:
    """付款 — pay an approved claim, in full or in part."""
    return await submission.record(submission.books.pay_claim, body, claim_no=claim_no)


@router.get("", response_model=Page[claim_register.ClaimRow])
def list_claims(ask: Ask, paged: Paged, only: Annotated[claim_register.ClaimFilter, Depends()]) -> Response:
    """报账登记簿 — the claims by number."""
    return ask.page("claim_register", lambda cursor: claim_register.claims(cursor, paged, only))


@router.get("/{claim_no}", response_model=claim_register.Claim)
def read_claim(claim_no: ClaimNo, ask: Ask) -> Response:
    """报账单 — one claim with its steps and invoices."""
    return ask.one(
        "claim_register", Claim.id_of(claim_no), lambda cursor: claim_register.claim(cursor, claim_no)
    )
