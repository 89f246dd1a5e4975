"""规章、日历、账期 (rules, calendar, months): what is published before anything is recorded, and what changes later."""

from dataclasses import replace
from typing import Any

import msgspec

from api.story.step import SECOND_ADMINISTRATOR, step
from domain.rulebook.ready.ready import ready_rulebook
from domain.rulebook.regulations import Regulations


def as_sent(regulations: Regulations) -> Any:
    """Give regulations as JSON holds them."""
    return msgspec.json.decode(msgspec.json.encode(regulations))


READY = ready_rulebook("2021-3")
STRICTER = replace(READY, change=replace(READY.change, approval_bp=800, source="达川府办〔2026〕6号 第三条"))
REVISION = {
    "version": 2,
    "title": f"{READY.name}（2026年修订）",
    "document_no": "达川府办〔2026〕6号",
    "in_force_from": "2026-01-01",
    "regulations": as_sent(STRICTER),
}
NEXT = REVISION | {"version": 3, "document_no": "达川府办〔2026〕9号", "in_force_from": "2026-03-01"}

CHAPTER = 10
STEPS = (
    step(
        "publish_rulebook",
        "2021-03-26",
        version=1,
        title=READY.name,
        document_no="财农〔2021〕19号",
        in_force_from="2021-03-26",
        regulations=as_sent(READY),
    ),
    step(
        "publish_calendar",
        "2024-12-01",
        year=2025,
        days_off=[
            "2025-01-01",
            *(f"2025-01-{day}" for day in range(28, 32)),
            *(f"2025-02-{day:02}" for day in range(1, 5)),
            *(f"2025-04-{day:02}" for day in range(4, 7)),
            *(f"2025-05-{day:02}" for day in range(1, 6)),
            *("2025-05-31", "2025-06-01", "2025-06-02"),
            *(f"2025-10-{day:02}" for day in range(1, 9)),
        ],
        make_up_days=["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
        source="国务院办公厅关于2025年部分节假日安排的通知",
    ),
    step("close_period", "2026-05-06", month="2025-01"),
    step("reopen_period", "2026-05-07", month="2025-01", reason="补登一月份的银行回单"),
    step("propose_rulebook", "2026-05-08", **REVISION, reason="县里收紧了项目调整的报批比例"),
    step("confirm_rulebook", "2026-05-11", by=SECOND_ADMINISTRATOR, version=2),
    step("propose_rulebook", "2026-05-12", **NEXT, reason="施行日期改到三月"),
    step("withdraw_rulebook", "2026-05-13", version=3, reason="依据的文号写错"),
    step("propose_rulebook", "2026-05-14", **NEXT, reason="文号核对后重新拟定"),
)
