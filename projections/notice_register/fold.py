"""公示台账, 记账 (notice register, folding): what hangs where, since when, and what was said against it."""

from datetime import date

from domain.notices.codes import NoticeState
from domain.notices.field_text import FieldText
from domain.notices.notice import Notice
from domain.notices.notice_amount import NoticeAmount
from projections.ledger.page import Recorded
from projections.ledger.projection import Projection
from projections.ledger.rows import Rows
from projections.ledger.tables import Row, Table


class NoticeRow(Row):
    """See query.NoticeRow."""

    notice_no: str
    kind: str
    level: str
    place_code: str
    subject: str
    title: str
    fields: tuple[FieldText, ...]
    amounts: tuple[NoticeAmount, ...]
    replaces: str
    drafted_on: date
    drafted_by: str
    rulebook: int
    state: str = NoticeState.DRAFTED.code
    posted_on: date | None = None
    posted_by: str = ""
    recorded_on: date | None = None
    place_text: str = ""
    photo_sha256: str = ""
    closes_on: date | None = None
    closed_on: date | None = None
    days_posted: int | None = None
    objections_count: int = 0
    open_objections: int = 0
    withdrawn_on: date | None = None
    withdrawn_reason: str = ""


class Objection(Row):
    """See query.NoticeObjection."""

    notice_no: str
    objection_no: str
    objected_on: date
    objector_id: str
    summary: str
    answer_by_on: date
    answered_on: date | None = None
    answer: str = ""
    upheld: bool | None = None


class Extension(Row):
    """See query.NoticeExtension."""

    notice_no: str
    position: int
    extended_on: date
    reason: str
    closes_on: date


NOTICES = Table("notice_register", NoticeRow, key=("notice_no",))
OBJECTIONS = Table("notice_register_objections", Objection, key=("notice_no", "objection_no"))
EXTENSIONS = Table("notice_register_extensions", Extension)


def _drafted(recorded: Recorded, rows: Rows) -> None:
    fact: Notice.Drafted = recorded.fact
    rows.add(
        NOTICES,
        NoticeRow(
            notice_no=fact.notice_no,
            kind=fact.kind,
            level=fact.level,
            place_code=fact.place_code,
            subject=fact.subject,
            title=fact.title,
            fields=fact.fields,
            amounts=fact.amounts,
            replaces=fact.replaces_notice_no,
            drafted_on=fact.effective_on,
            drafted_by=fact.by,
            rulebook=fact.rulebook_version,
        ),
    )


def _posted(recorded: Recorded, rows: Rows) -> None:
    fact: Notice.Posted = recorded.fact
    notice = rows.change(NOTICES, recorded.key)
    notice.state = NoticeState.POSTED.code
    notice.posted_on = fact.first_day_on
    notice.posted_by = fact.by
    notice.recorded_on = fact.recorded_on
    notice.place_text = fact.place_text
    notice.photo_sha256 = fact.photo_sha256
    notice.closes_on = fact.closes_on


def _objected(recorded: Recorded, rows: Rows) -> None:
    fact: Notice.Objected = recorded.fact
    notice = rows.change(NOTICES, recorded.key)
    notice.objections_count += 1
    notice.open_objections += 1
    rows.add(
        OBJECTIONS,
        Objection(
            notice_no=recorded.key,
            objection_no=fact.objection_no,
            objected_on=fact.effective_on,
            objector_id=fact.objector_id,
            summary=fact.summary,
            answer_by_on=fact.answer_by_on,
        ),
    )


def _answered(recorded: Recorded, rows: Rows) -> None:
    fact: Notice.Answered = recorded.fact
    rows.change(NOTICES, recorded.key).open_objections -= 1
    objection = rows.change(OBJECTIONS, (recorded.key, fact.objection_no))
    objection.answered_on = fact.effective_on
    objection.answer = fact.answer
    objection.upheld = fact.upheld


def _extended(recorded: Recorded, rows: Rows) -> None:
    fact: Notice.Extended = recorded.fact
    notice = rows.change(NOTICES, recorded.key)
    notice.fields = fact.fields
    notice.amounts = fact.amounts
    notice.closes_on = fact.closes_on
    rows.append(
        EXTENSIONS,
        Extension(recorded.key, recorded.position, fact.effective_on, fact.reason, fact.closes_on),
    )


def _closed(recorded: Recorded, rows: Rows) -> None:
    notice = rows.change(NOTICES, recorded.key)
    notice.state = NoticeState.CLOSED.code
    notice.closed_on = recorded.fact.effective_on
    notice.days_posted = recorded.fact.days_posted


def _withdrawn(recorded: Recorded, rows: Rows) -> None:
    notice = rows.change(NOTICES, recorded.key)
    notice.state = NoticeState.WITHDRAWN.code
    notice.withdrawn_on = recorded.fact.effective_on
    notice.withdrawn_reason = recorded.fact.reason


PROJECTION = Projection(
    "notice_register",
    (NOTICES, OBJECTIONS, EXTENSIONS),
    {
        "notice.drafted": _drafted,
        "notice.posted": _posted,
        "notice.objected": _objected,
        "notice.answered": _answered,
        "notice.extended": _extended,
        "notice.closed": _closed,
        "notice.withdrawn": _withdrawn,
    },
)
