"""分配结果公告 (the notice of an allocation): the ten fields of its kind, printed or assumed."""

from collections.abc import Mapping

from domain.amount_text import wan_text
from scripts.demo.case import Case
from scripts.demo.notice_path import NoticeText


def allocation_notice(
    case: Case, document_no: str, *, total_fen: int, split: Mapping[str, str], result: str
) -> NoticeText:
    """The complete notice; `split` is the printed amount of each printed level, `result` the text of the lines."""
    return NoticeText(
        notice_no=f"演示-公告-{case.case_id}",
        kind="allocation_result",
        level="county",
        place_code=case.text("place_code"),
        subject=f"fund/{document_no}",
        title=case.title,
        fields={
            "fund_name": case.title,
            "document_no": document_no,
            "total": f"{wan_text(total_fen)} 万元",
            "source_split": "、".join(f"{level} {amount} {case.unit}" for level, amount in split.items()),
            "allocation_principle": case.text("allocation_principle"),
            "result": result,
            "responsible_unit": case.text("responsible_unit"),
            "issued_on": case.published,
            "supervision_phone": case.text("supervision_phone"),
            "hotline_12317": case.text("hotline_12317"),
        },
        amounts={"合计": total_fen},
    )
