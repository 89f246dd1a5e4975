"""公示公告 (notices): how one is drafted and posted, and the one about the money, whose first draft was withdrawn."""

from collections.abc import Iterator
from typing import Any

from api.story.step import COUNTY, Step, step, texts

PHONE = "0818-2650000"
FUND = "达市财农〔2025〕3号"
FUND_NAME = "2025年中央和省级衔接推进乡村振兴补助资金"


def posted(
    notice_no: str, on: str, *, place_text: str = "红星村村委会公示栏", close_on: str = "", **draft: Any
) -> Iterator[Step]:
    """Draft a notice and post it on the same day; close it where a day is named."""
    yield step("draft_notice", on, notice_no=notice_no, **draft)
    yield step("post_notice", on, notice_no=notice_no, place_text=place_text, first_day_on=on)
    if close_on:
        yield step("close_notice", close_on, notice_no=notice_no)


ALLOCATION: dict[str, Any] = {
    "kind": "allocation_result",
    "level": "county",
    "place_code": COUNTY,
    "subject": f"fund/{FUND}",
    "title": f"{FUND_NAME}分配结果公告",
    "fields": texts(
        fund_name=FUND_NAME,
        document_no=FUND,
        total="210 万元",
        source_split="中央 140 万元、省级 70 万元",
        allocation_principle="按项目库排序，先急后缓",
        result="村组道路 99 万元、到户奖补 32 万元、区民政局 5 万元、项目管理费 2 万元",
        responsible_unit="达川区财政局",
        issued_on="2025年1月27日",
        supervision_phone=PHONE,
        hotline_12317="12317",
    ),
    "amounts": [{"label": "资金总额", "amount_fen": 210_000_000, "figure": "received"}],
}

CHAPTER = 60
STEPS = (
    step("draft_notice", "2025-01-27", notice_no="GS-2025-028", **ALLOCATION),
    step("withdraw_notice", "2025-01-27", notice_no="GS-2025-028", reason="监督电话有误，更正后重新拟稿"),
    *posted(
        "GS-2025-029",
        "2025-02-06",
        close_on="2025-02-17",
        place_text="达川区人民政府公开栏",
        **ALLOCATION,
        replaces_notice_no="GS-2025-028",
    ),
)
