"""报账 (claims): the commands that a person may give, and the questions a person may ask."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.commands.declaration import Subject
from api.http.reading import Ask, Paged
from api.requests.claims import (
    ApproveClaim,
    PayClaim,
    RefuseClaim,
    ReviewClaim,
    SubmitClaim,
    WithdrawClaim,
)
from api.requests.path_keys import path_key
from domain.accounts.account import Account
from domain.claims.claim import Claim
from projections.access.roles import Role
from projections.claim_register import query as claim_register
from projections.number_index.query import as_recorded, purpose_numbered
from projections.reading.paging import Cursor, Page

ClaimNo = Annotated[str, path_key("claim_no")]
SUBJECT = Subject("报账", "Claims", chapter=50, stream=Claim.id_of("{claim_no}"), keys={"claim_no": ClaimNo})

COMMANDS = (
    SUBJECT.post(
        "/claims",
        "submit_claim",
        SubmitClaim,
        by=Role.RECORDER,
        zh=("提交报账", "按付款阶段申请资金，并附齐资料。"),
        en=("Submit claim", "Claim money for a stage, with its papers."),
    ),
    SUBJECT.post(
        "/claims/{claim_no}/reviews",
        "review_claim",
        ReviewClaim,
        by=Role.RECORDER,
        zh=("报账审核", "由提交人以外的人审核报账单。"),
        en=("Review claim", "Review a claim that another person submitted."),
    ),
    SUBJECT.post(
        "/claims/{claim_no}/approvals",
        "approve_claim",
        ApproveClaim,
        by=Role.APPROVER,
        zh=("报账审批", "全额或减额批准报账单。"),
        en=("Approve claim", "Approve a claim, in full or less."),
    ),
    SUBJECT.post(
        "/claims/{claim_no}/refusals",
        "refuse_claim",
        RefuseClaim,
        by=Role.APPROVER,
        zh=("不予报账", "对报账单不予报账，写明原因。"),
        en=("Refuse claim", "Refuse a claim, with the reason."),
    ),
    SUBJECT.post(
        "/claims/{claim_no}/withdrawals",
        "withdraw_claim",
        WithdrawClaim,
        by=Role.RECORDER,
        zh=("撤回报账", "撤回尚未付款的报账单，发票可以重新报账。"),
        en=("Withdraw claim", "Withdraw a claim before it is paid; its invoices may be brought again."),
    ),
    SUBJECT.post(
        "/claims/{claim_no}/payments",
        "pay_claim",
        PayClaim,
        by=Role.PAYER,
        zh=("付款", "支付已批准的报账单，可以一次付清，也可以分次支付。"),
        en=("Pay claim", "Pay an approved claim, in full or in part."),
    ),
)

router = APIRouter(prefix="/claims", tags=[SUBJECT.zh])


@router.get("", response_model=Page[claim_register.ClaimRow])
def list_claims(ask: Ask, paged: Paged, only: Annotated[claim_register.ClaimFilter, Depends()]) -> Response:
    """报账登记簿 — the claims by number."""

    def asked(cursor: Cursor) -> Page[claim_register.ClaimRow]:
        named = as_recorded(
            cursor, only, account_code=Account, purpose_code=purpose_numbered(only.purpose_kind)
        )
        return claim_register.claims(cursor, paged, named)

    return ask.page("claim_register", asked)


@router.get("/{claim_no}", response_model=claim_register.Claim)
def read_claim(claim_no: ClaimNo, ask: Ask) -> Response:
    """报账单 — one claim with its steps and invoices."""
    return ask.one("claim_register", Claim, claim_no, claim_register.claim)
