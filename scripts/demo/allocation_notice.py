"""分配结果公告 (the notice of an allocation): the ten fields of its kind, printed or assumed."""

from datetime import timedelta

from domain.money.amount_text import wan_text
from domain.notices.notice_amount import NoticeAmount
from domain.rulebook.codes import Figure
from scripts.demo.case import Case
from scripts.demo.clerk import Clerk
from scripts.demo.money_path import Sources
from scripts.demo.notice_path import NoticeText, run
from scripts.demo.papers import LEVEL_NAMES, total_fen

POSTED_AFTER, POSTED_FOR = timedelta(3), timedelta(10)


def allocation_notice(case: Case, document_no: str, title: str, sources: Sources, result: str) -> NoticeText:
    """The complete notice about a document; `result` says who received how much."""
    return NoticeText(
        notice_no=f"演示-公告-{case.case_id}",
        kind="allocation_result",
        level="county",
        place_code=case.text("place_code"),
        subject=f"fund/{document_no}",
        title=title,
        fields={
            "fund_name": title,
            "document_no": document_no,
            "total": f"{wan_text(total_fen(sources))} 万元",
            "source_split": "、".join(
                f"{LEVEL_NAMES[one.level]} {wan_text(one.amount_fen)} 万元" for one in sources
            ),
            "allocation_principle": case.told("allocation_principle"),
            "result": result,
            "responsible_unit": case.told("responsible_unit"),
            "issued_on": case.published,
            "supervision_phone": case.told("supervision_phone"),
            "hotline_12317": case.told("hotline_12317"),
        },
        amounts=(NoticeAmount("合计", total_fen(sources), Figure.RECEIVED.code),),
    )


def announce(clerk: Clerk, case: Case, document_no: str, title: str, sources: Sources, result: str) -> None:
    """Post the allocation of a document whose own notice is not part of the case: three days after, for ten days."""
    notice = allocation_notice(case, document_no, f"{title}分配结果公告（演示）", sources, result)
    first_day_on = case.day("allocated_on") + POSTED_AFTER
    run(clerk, notice, first_day_on, first_day_on + POSTED_FOR)
