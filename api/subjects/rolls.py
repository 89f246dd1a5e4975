"""发放名册 (rolls): what a person may do with them over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.http.examples import ROLL_BATCH
from api.http.reading import Ask, Paged
from api.http.writing import RECORDS, ByApprover, ByPayer, ByRecorder
from api.requests.roll_batch import NDJSON, RollBatch, read_roll_batch
from api.requests.rolls import (
    ApproveRoll,
    CancelLine,
    DrawUpRoll,
    RecordBankAnswer,
    ResendLine,
    SendRoll,
)
from api.subjects.paths import PersonId, RollNo
from domain.person import person_id as one_spelling
from domain.rolls.roll import Roll
from projections.reading.paging import Page
from projections.roll_register import query as roll_register

router = APIRouter(tags=["发放名册"])


@router.post("/rolls", **RECORDS)
async def draw_up_roll(body: DrawUpRoll, submission: ByRecorder) -> Response:
    """编制名册 — draw up a roll of household payments."""
    return await submission.record(submission.books.draw_up_roll, body)


async def batch_of(_: ByRecorder, request: Request) -> RollBatch:
    """Read the stream once the caller, the role and the key are known."""
    return await read_roll_batch(request)


BATCH = {"requestBody": {"required": True, "content": {NDJSON: {"example": ROLL_BATCH}}}}


@router.post("/rolls/batch", **RECORDS, openapi_extra=BATCH)
async def draw_up_roll_in_batch(
    batch: Annotated[RollBatch, Depends(batch_of)], submission: ByRecorder
) -> Response:
    """批量编制名册 — draw up a roll from a stream of lines: the head first, then one line for each person."""
    return await submission.record(submission.books.draw_up_roll, batch)


@router.post("/rolls/{roll_no}/approvals", **RECORDS)
async def approve_roll(roll_no: RollNo, body: ApproveRoll, submission: ByApprover) -> Response:
    """审批名册 — approve a roll."""
    return await submission.record(submission.books.approve_roll, body, roll_no=roll_no)


@router.post("/rolls/{roll_no}/sendings", **RECORDS)
async def send_roll(roll_no: RollNo, body: SendRoll, submission: ByPayer) -> Response:
    """代发 — send a roll to the bank."""
    return await submission.record(submission.books.send_roll, body, roll_no=roll_no)


@router.post("/rolls/{roll_no}/bank-answers", **RECORDS)
async def record_bank_answer(roll_no: RollNo, body: RecordBankAnswer, submission: ByPayer) -> Response:
    """银行回单 — record what the bank answered."""
    return await submission.record(submission.books.record_bank_answer, body, roll_no=roll_no)


@router.post("/rolls/{roll_no}/resendings", **RECORDS)
async def resend_line(roll_no: RollNo, body: ResendLine, submission: ByPayer) -> Response:
    """重发 — send a returned line again."""
    return await submission.record(submission.books.resend_line, body, roll_no=roll_no)


@router.post("/rolls/{roll_no}/cancellations", **RECORDS)
async def cancel_line(roll_no: RollNo, body: CancelLine, submission: ByApprover) -> Response:
    """取消发放 — cancel a line."""
    return await submission.record(submission.books.cancel_line, body, roll_no=roll_no)


@router.get("/rolls", response_model=Page[roll_register.RollRow])
def list_rolls(ask: Ask, paged: Paged, project_code: str | None = None, state: str | None = None) -> Response:
    """发放名册 — the rolls by number."""
    return ask.page(
        "roll_register",
        lambda cursor: roll_register.rolls(cursor, paged, project_code=project_code, state=state),
    )


@router.get("/rolls/{roll_no}", response_model=roll_register.Roll)
def read_roll(roll_no: RollNo, ask: Ask) -> Response:
    """发放名册 — one roll with its sendings."""
    return ask.one("roll_register", Roll.id_of(roll_no), lambda cursor: roll_register.roll(cursor, roll_no))


@router.get("/rolls/{roll_no}/lines", response_model=Page[roll_register.RollLine])
def list_roll_lines(roll_no: RollNo, ask: Ask, paged: Paged, state: str | None = None) -> Response:
    """名册行 — the lines of one roll; persons by id only."""
    return ask.page("roll_register", lambda cursor: roll_register.lines(cursor, roll_no, paged, state=state))


@router.get("/persons/{person_id}/roll-lines", response_model=tuple[roll_register.PersonLine, ...])
def list_lines_of_person(person_id: PersonId, ask: Ask) -> Response:
    """个人发放明细 — what one person was due and got, on any roll; the person by id only."""
    person = one_spelling(person_id, "person_id")
    return ask.whole("roll_register", lambda cursor: roll_register.lines_of_person(cursor, person))
