"""花名册 (rolls): the commands that a person may give, and the questions a person may ask."""

from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response

from api.commands.declaration import BodyFormat, Subject
from api.http.reading import Ask, Paged
from api.requests.path_keys import path_key
from api.requests.roll_batch import NDJSON, read_roll_batch
from api.requests.rolls import (
    ApproveRoll,
    CancelLine,
    CancelRoll,
    CloseRoll,
    DrawUpRoll,
    PayBackLine,
    RecallSending,
    RecordBankAnswer,
    ResendLine,
    ReverseConfirmation,
    ReverseLineCancellation,
    ReverseLineReturns,
    ReversePayBack,
    SendRoll,
    WithdrawRoll,
)
from domain.person import person_id as one_spelling
from domain.projects.project import Project
from domain.rolls.roll import Roll
from projections.access.roles import Role
from projections.number_index.query import recorded_number
from projections.reading.paging import Page
from projections.roll_register import query as roll_register

RollNo = Annotated[str, path_key("roll_no")]
PersonId = Annotated[str, path_key("person_id")]
SUBJECT = Subject("花名册", "Rolls", chapter=70, stream=Roll.id_of("{roll_no}"), keys={"roll_no": RollNo})

COMMANDS = (
    SUBJECT.post(
        "/rolls",
        "draw_up_roll",
        DrawUpRoll,
        by=Role.RECORDER,
        zh=("编制花名册", "编制到户发放的花名册，人数和金额须与明细相符。"),
        en=(
            "Draw up roll",
            "Draw up a roll of household payments; its count and sum must be those of its lines.",
        ),
    ),
    SUBJECT.post(
        "/rolls/batch",
        "draw_up_roll",
        DrawUpRoll,
        by=Role.RECORDER,
        zh=("批量编制花名册", "逐行提交一份大花名册：第一行是表头，其后每人一行。"),
        en=(
            "Draw up roll in batch",
            "Draw up a roll from a stream of lines: the head first, then one line for each person.",
        ),
        operation="draw_up_roll_in_batch",
        body_format=BodyFormat(read_roll_batch, NDJSON),
    ),
    SUBJECT.post(
        "/rolls/{roll_no}/approvals",
        "approve_roll",
        ApproveRoll,
        by=Role.APPROVER,
        zh=("审定发放", "公示期满后审定花名册的发放。"),
        en=("Approve roll", "Approve the payment of a roll after its notice closed."),
    ),
    SUBJECT.post(
        "/rolls/{roll_no}/sendings",
        "send_roll",
        SendRoll,
        by=Role.PAYER,
        zh=("提交银行代发", "把花名册提交银行代发。"),
        en=("Send roll to the bank", "Send a roll to the bank."),
    ),
    SUBJECT.post(
        "/rolls/{roll_no}/bank-answers",
        "record_bank_answer",
        RecordBankAnswer,
        by=Role.PAYER,
        zh=("登记代发结果", "登记银行退回的行；其余各行即为已发放。"),
        en=("Record bank answer", "Record the lines that the bank returned; all others are paid."),
    ),
    SUBJECT.post(
        "/rolls/{roll_no}/resendings",
        "resend_line",
        ResendLine,
        by=Role.PAYER,
        zh=("重发退回的一行", "把被退回的一行再次提交银行代发。"),
        en=("Resend line", "Send a returned line to the bank again."),
    ),
    SUBJECT.post(
        "/rolls/{roll_no}/cancellations",
        "cancel_line",
        CancelLine,
        by=Role.APPROVER,
        zh=("取消退回的一行", "取消花名册中被退回的一行，金额退回项目。"),
        en=("Cancel line", "Cancel a returned line of a roll; its money goes back to the project."),
    ),
    SUBJECT.post(
        "/rolls/{roll_no}/cancellation-reversals",
        "reverse_line_cancellation",
        ReverseLineCancellation,
        by=Role.APPROVER,
        zh=("冲销取消", "用红字冲销误取消的一行，该行重新应发，可重发；资金已另用或花名册已办结的不能冲销。"),
        en=(
            "Reverse line cancellation",
            "Reverse the cancellation of a line: it is owed again while its money is there and the roll is open.",
        ),
    ),
    SUBJECT.post(
        "/rolls/{roll_no}/withdrawals",
        "withdraw_roll",
        WithdrawRoll,
        by=Role.RECORDER,
        zh=("撤回花名册", "撤回尚未审定的花名册，名单上的人可以列入另一花名册。"),
        en=("Withdraw roll", "Withdraw a roll that is not approved; its persons may stand on another."),
    ),
    SUBJECT.post(
        "/rolls/{roll_no}/roll-cancellations",
        "cancel_roll",
        CancelRoll,
        by=Role.APPROVER,
        zh=("取消花名册", "取消已审定、未提交代发的花名册，金额退回项目。"),
        en=("Cancel roll", "Cancel an approved roll before it is sent; its money goes back to the project."),
    ),
    SUBJECT.post(
        "/rolls/{roll_no}/recalls",
        "recall_sending",
        RecallSending,
        by=Role.PAYER,
        zh=("收回代发", "银行尚未发放时收回一个发放批次，可重新提交或取消。"),
        en=("Recall sending", "Recall a sending that the bank did not pay, to send it again or cancel it."),
    ),
    SUBJECT.post(
        "/rolls/{roll_no}/paybacks",
        "pay_back_line",
        PayBackLine,
        by=Role.PAYER,
        zh=("登记退回领取款", "登记领取人退回的全部或部分款项，金额退回项目。"),
        en=("Pay back line", "Record what a person gave back of a paid line; it goes back to the project."),
    ),
    SUBJECT.post(
        "/rolls/{roll_no}/confirmation-reversals",
        "reverse_confirmation",
        ReverseConfirmation,
        by=Role.PAYER,
        zh=("更正发放成功", "把误登为发放成功的行更正为退回，可重发或取消。"),
        en=("Reverse confirmation", "Put right lines that were taken to be paid and came back."),
    ),
    SUBJECT.post(
        "/rolls/{roll_no}/return-reversals",
        "reverse_line_returns",
        ReverseLineReturns,
        by=Role.PAYER,
        zh=("更正发放退回", "把误登为退回的行更正为发放成功。"),
        en=("Reverse line returns", "Put right lines that were taken to have come back and were paid."),
    ),
    SUBJECT.post(
        "/rolls/{roll_no}/payback-reversals",
        "reverse_pay_back",
        ReversePayBack,
        by=Role.PAYER,
        zh=("冲销退回领取款", "用红字冲销登记有误的退回领取款。"),
        en=("Reverse pay-back", "Reverse a pay-back that was recorded wrongly."),
    ),
    SUBJECT.post(
        "/rolls/{roll_no}/closings",
        "close_roll",
        CloseRoll,
        by=Role.APPROVER,
        zh=("花名册办结", "各行都已发放或取消后办结花名册，列明结余。"),
        en=("Close roll", "Close a roll when every line is answered, and state its saving."),
    ),
)

router = APIRouter(tags=[SUBJECT.zh])


@router.get("/rolls", response_model=Page[roll_register.RollRow])
def list_rolls(ask: Ask, paged: Paged, project_code: str | None = None, state: str | None = None) -> Response:
    """花名册登记簿 — the rolls by number."""
    return ask.page(
        "roll_register",
        lambda cursor: roll_register.rolls(
            cursor,
            paged,
            project_code=project_code and recorded_number(cursor, Project, project_code),
            state=state,
        ),
    )


@router.get("/rolls/{roll_no}", response_model=roll_register.Roll)
def read_roll(roll_no: RollNo, ask: Ask) -> Response:
    """花名册 — one roll with its sendings."""
    return ask.one("roll_register", Roll, roll_no, roll_register.roll)


@router.get("/rolls/{roll_no}/lines", response_model=Page[roll_register.RollLine])
def list_roll_lines(roll_no: RollNo, ask: Ask, paged: Paged, state: str | None = None) -> Response:
    """花名册明细 — the lines of one roll; persons by id only."""
    return ask.page(
        "roll_register",
        lambda cursor: roll_register.lines(
            cursor, recorded_number(cursor, Roll, roll_no), paged, state=state
        ),
    )


@router.get("/persons/{person_id}/roll-lines", response_model=tuple[roll_register.PersonLine, ...])
def list_lines_of_person(person_id: PersonId, ask: Ask) -> Response:
    """个人发放明细 — what one person was due and got, on any roll; the person by id only."""
    person = one_spelling(person_id, "person_id")
    return ask.whole("roll_register", lambda cursor: roll_register.lines_of_person(cursor, person))
