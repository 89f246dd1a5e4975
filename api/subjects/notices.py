"""公示公告 (notices): what a person may do with them over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.http.reading import Ask, Paged
from api.http.writing import RECORDS, ByPublisher
from api.requests.notices import (
    AnswerObjection,
    CloseNotice,
    DraftNotice,
    ExtendNotice,
    PostNotice,
    RecordObjection,
    WithdrawNotice,
)
from api.subjects.paths import NoticeNo
from domain.notices.notice import Notice
from projections.notice_register import query as notice_register
from projections.reading.paging import Page

router = APIRouter(prefix="/notices", tags=["公示公告"])


@router.post("", **RECORDS)
async def draft_notice(body: DraftNotice, submission: ByPublisher) -> Response:
    """拟稿 — draft a notice."""
    return await submission.record(submission.books.draft_notice, body)


@router.post("/{notice_no}/posting", **RECORDS)
async def post_notice(notice_no: NoticeNo, body: PostNotice, submission: ByPublisher) -> Response:
    """张贴 — post a notice."""
    return await submission.record(submission.books.post_notice, body, notice_no=notice_no)


@router.post("/{notice_no}/objections", **RECORDS)
async def record_objection(notice_no: NoticeNo, body: RecordObjection, submission: ByPublisher) -> Response:
    """登记异议 — record an objection."""
    return await submission.record(submission.books.record_objection, body, notice_no=notice_no)


@router.post("/{notice_no}/answers", **RECORDS)
async def answer_objection(notice_no: NoticeNo, body: AnswerObjection, submission: ByPublisher) -> Response:
    """答复异议 — answer an objection."""
    return await submission.record(submission.books.answer_objection, body, notice_no=notice_no)


@router.post("/{notice_no}/extensions", **RECORDS)
async def extend_notice(notice_no: NoticeNo, body: ExtendNotice, submission: ByPublisher) -> Response:
    """变更续公示 — change a notice; its days begin again."""
    return await submission.record(submission.books.extend_notice, body, notice_no=notice_no)


@router.post("/{notice_no}/closure", **RECORDS)
async def close_notice(notice_no: NoticeNo, body: CloseNotice, submission: ByPublisher) -> Response:
    """公示期满 — close a notice after its days."""
    return await submission.record(submission.books.close_notice, body, notice_no=notice_no)


@router.post("/{notice_no}/withdrawal", **RECORDS)
async def withdraw_notice(notice_no: NoticeNo, body: WithdrawNotice, submission: ByPublisher) -> Response:
    """撤回公示 — withdraw a notice."""
    return await submission.record(submission.books.withdraw_notice, body, notice_no=notice_no)


@router.get("", response_model=Page[notice_register.NoticeRow])
def list_notices(
    ask: Ask, paged: Paged, only: Annotated[notice_register.NoticeFilter, Depends()]
) -> Response:
    """公示登记簿 — the notices by number."""
    return ask.page("notice_register", lambda cursor: notice_register.notices(cursor, paged, only))


@router.get("/{notice_no}", response_model=notice_register.Notice)
def read_notice(notice_no: NoticeNo, ask: Ask) -> Response:
    """公示 — one notice with its objections and extensions."""
    return ask.one(
        "notice_register",
        Notice.id_of(notice_no),
        lambda cursor: notice_register.notice(cursor, notice_no),
    )
