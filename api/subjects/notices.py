"""公示公告 (notices): the commands that a person may give, and the questions a person may ask."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.commands.declaration import Subject
from api.http.reading import Ask, Paged
from api.requests.notices import (
    AnswerObjection,
    CloseNotice,
    DraftNotice,
    ExtendNotice,
    PostNotice,
    RecordObjection,
    WithdrawNotice,
)
from api.requests.path_keys import path_key
from domain.notices.notice import Notice
from projections.access.roles import Role
from projections.notice_register import query as notice_register
from projections.number_index.query import recorded_stream
from projections.reading.paging import Cursor, Page

NoticeNo = Annotated[str, path_key("notice_no")]
SUBJECT = Subject(
    "公示公告", "Notices", chapter=60, stream=Notice.id_of("{notice_no}"), keys={"notice_no": NoticeNo}
)

COMMANDS = (
    SUBJECT.post(
        "/notices",
        "draft_notice",
        DraftNotice,
        by=Role.PUBLISHER,
        zh=("公示拟稿", "按公示种类的要求填写字段，拟好公示稿。"),
        en=("Draft notice", "Draft a notice with the fields that its kind demands."),
    ),
    SUBJECT.post(
        "/notices/{notice_no}/posting",
        "post_notice",
        PostNotice,
        by=Role.PUBLISHER,
        zh=("公示张贴", "登记公示已经张贴，附照片的校验值。"),
        en=("Post notice", "Record that a notice was posted, with the hash of its photo."),
    ),
    SUBJECT.post(
        "/notices/{notice_no}/objections",
        "record_objection",
        RecordObjection,
        by=Role.PUBLISHER,
        zh=("登记异议", "登记对公示的异议；提出人只记人员代码。"),
        en=("Record objection", "Record an objection to a notice; who objects is named by person id only."),
    ),
    SUBJECT.post(
        "/notices/{notice_no}/answers",
        "answer_objection",
        AnswerObjection,
        by=Role.PUBLISHER,
        zh=("答复异议", "答复异议，写明是否成立。"),
        en=("Answer objection", "Answer an objection and say whether it was right."),
    ),
    SUBJECT.post(
        "/notices/{notice_no}/extensions",
        "extend_notice",
        ExtendNotice,
        by=Role.PUBLISHER,
        zh=("更正并续公示", "更正已张贴的公示，公示天数重新计算。"),
        en=("Extend notice", "Correct a posted notice; its days begin again."),
    ),
    SUBJECT.post(
        "/notices/{notice_no}/closure",
        "close_notice",
        CloseNotice,
        by=Role.PUBLISHER,
        zh=("公示期满", "公示期满且异议都已答复，结束公示。"),
        en=("Close notice", "Close a notice after its days, once every objection is answered."),
    ),
    SUBJECT.post(
        "/notices/{notice_no}/withdrawal",
        "withdraw_notice",
        WithdrawNotice,
        by=Role.PUBLISHER,
        zh=("撤回公示", "撤回公示，写明原因。"),
        en=("Withdraw notice", "Withdraw a notice, with the reason."),
    ),
)

router = APIRouter(prefix="/notices", tags=[SUBJECT.zh])


@router.get("", response_model=Page[notice_register.NoticeRow])
def list_notices(
    ask: Ask, paged: Paged, only: Annotated[notice_register.NoticeFilter, Depends()]
) -> Response:
    """公示登记簿 — the notices by number."""
    return ask.page(
        "notice_register",
        lambda cursor: notice_register.notices(cursor, paged, _about_the_recorded(cursor, only)),
    )


def _about_the_recorded(cursor: Cursor, only: notice_register.NoticeFilter) -> notice_register.NoticeFilter:
    """Give the filter with its subject as the record has it."""
    return replace(only, subject=recorded_stream(cursor, only.subject)) if only.subject else only


@router.get("/{notice_no}", response_model=notice_register.Notice)
def read_notice(notice_no: NoticeNo, ask: Ask) -> Response:
    """公示 — one notice with its objections and extensions."""
    return ask.one("notice_register", Notice, notice_no, notice_register.notice)
