"""异议与答复 (objections): what people say against a notice while it hangs, and what they are answered."""

from datetime import date

from domain.keys import recorded_spelling
from domain.notices.codes import NoticeState
from domain.notices.objection_refusals import UnknownObjection
from domain.notices.state import NoticeStanding
from domain.rules.refusals import NumberUsedTwice
from domain.stamp import Stamp


def object_to(
    notice: NoticeStanding,
    stamp: Stamp,
    *,
    objection_no: str,
    objector_id: str,
    summary: str,
    answer_by_on: date,
) -> None:
    """异议, as long as the notice hangs.

    Raises NoticeStateDiffers, DatedBeforeFormerStep, NumberUsedTwice, in this order.
    """
    notice.check_is(NoticeState.POSTED, stamp)
    if recorded_spelling(objection_no, notice.objections) in notice.objections:
        raise NumberUsedTwice("objection_no", objection_no)
    notice.record(
        notice.Objected,
        **stamp.fields,
        objection_no=objection_no,
        objector_id=objector_id,
        summary=summary,
        answer_by_on=answer_by_on,
    )


def answer(notice: NoticeStanding, stamp: Stamp, objection_no: str, answer: str, *, upheld: bool) -> None:
    """答复 of an open objection, once.

    Raises NoticeStateDiffers, DatedBeforeFormerStep, UnknownObjection, in this order.
    """
    notice.check_is(NoticeState.POSTED, stamp)
    objection_no = recorded_spelling(objection_no, notice.objections)
    if objection_no not in notice.open_objections:
        raise UnknownObjection(objection_no, notice.open_objections)
    notice.record(notice.Answered, **stamp.fields, objection_no=objection_no, answer=answer, upheld=upheld)
