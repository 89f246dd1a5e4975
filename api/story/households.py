"""到户奖补 (subsidies to households): one roll is paid to its last line, one is withdrawn, one cancelled."""

import json
from typing import Any

from api.story.intake import enter_library, plan_and_approve
from api.story.notices import FUND, PHONE, posted
from api.story.step import HOUSEHOLDS, SECOND_APPROVER, VILLAGE, Said, step, texts
from domain.fields.field import scan

PROPOSAL = {
    "code": HOUSEHOLDS,
    "name": "红星村脱贫户产业奖补",
    "use": "industry",
    "kind": "subsidy",
    "content": "种植每亩补助 300 元",
    "beneficiaries": "红星村脱贫户 3 户",
    "estimate_fen": 32_000_000,
}
TARGET = {"code": "planted_area", "name": "新增种植面积", "unit": "亩", "value": 9}
PLAN = {
    "plan_no": "达川乡振〔2025〕9号",
    "budget_code": "2130505",
    "plan_fen": 32_000_000,
    "sources": [{"document_no": FUND, "level": "central", "amount_fen": 32_000_000}],
    "scheme": "roll_after_notice",
    "starts_on": "2025-04-01",
    "ends_on": "2025-12-31",
}


def roll(period_text: str) -> dict[str, Any]:
    """Say the head of a roll for a period."""
    return {
        "project_code": HOUSEHOLDS,
        "title": f"{period_text}脱贫户产业奖补花名册",
        "period_text": period_text,
        "declared_count": 3,
        "declared_sum_fen": 270_000,
    }


def lines() -> list[Said]:
    """Say what three persons are due: two, three and four mu of 300 yuan."""
    return [
        {
            "line_no": line_no,
            "person_id": f"p-330{line_no}",
            "quantity": mu,
            "standard_fen": 30_000,
            "amount_fen": mu * 30_000,
        }
        for line_no, mu in enumerate((2, 3, 4), 1)
    ]


def roll_notice(roll_no: str, period_text: str) -> Said:
    """Say the notice of a roll."""
    return {
        "kind": "roll",
        "place_code": VILLAGE,
        "subject": f"roll/{roll_no}",
        "title": f"{period_text}脱贫户产业奖补发放公示",
        "fields": texts(
            village="红星村",
            standard="种植每亩补助 300 元",
            quantity="3 户 9 亩",
            amount="2,700.00 元",
            period=period_text,
            supervision_phone=PHONE,
        ),
        "amounts": [{"label": "应发合计", "amount_fen": 270_000, "figure": "total"}],
    }


FIRST_HALF, SECOND_HALF = "2025年上半年", "2025年下半年"
BATCH_HEAD = {
    "effective_on": "2025-09-01",
    "roll_no": "MC-2025-011",
    "account_code": "6228-01",
    **roll(SECOND_HALF),
    "standard_text": "种植每亩补助 300 元",
    "list_sha256": scan("名单"),
}

CHAPTER = 80
STEPS = (
    *enter_library(PROPOSAL, "GS-2025-032", "XMK-2025-106", TARGET),
    *plan_and_approve(PROPOSAL, "GS-2025-034", PLAN, "新增种植 9 亩"),
    step("draw_up_roll", "2025-05-06", roll_no="MC-2025-006", **roll(FIRST_HALF), lines=lines()),
    *posted("GS-2025-036", "2025-05-07", close_on="2025-05-15", **roll_notice("MC-2025-006", FIRST_HALF)),
    step("approve_roll", "2025-05-16", roll_no="MC-2025-006"),
    step("send_roll", "2025-05-19", payment_no="DF-2025-001", voucher_no="银付-2025-05-101"),
    step("recall_sending", "2025-05-20", payment_no="DF-2025-001", reason="代发文件格式有误，银行整批未发"),
    step("send_roll", "2025-05-21", payment_no="DF-2025-002", voucher_no="银付-2025-05-102"),
    step(
        "record_bank_answer",
        "2025-05-23",
        payment_no="DF-2025-002",
        returned=[{"line_no": 2, "reason": "账号有误"}, {"line_no": 3, "reason": "账户已注销"}],
    ),
    step("resend_line", "2025-05-26", line_no=2, payment_no="DF-2025-003", voucher_no="银付-2025-05-103"),
    step("record_bank_answer", "2025-05-28", payment_no="DF-2025-003", returned=[]),
    step("cancel_line", "2025-05-29", by=SECOND_APPROVER, line_no=3, reason="本人已迁出，不再符合条件"),
    step(
        "reverse_line_cancellation",
        "2025-05-30",
        by=SECOND_APPROVER,
        line_no=3,
        reason="同名村民迁出，取消有误",
    ),
    step("cancel_line", "2025-06-05", by=SECOND_APPROVER, line_no=3, reason="本人不再种植，不再符合条件"),
    step(
        "pay_back_line",
        "2025-06-10",
        line_no=1,
        refund_no="TK-2025-002",
        amount_fen=30_000,
        reason="复核种植面积少一亩",
    ),
    step("close_roll", "2025-06-16"),
    step(
        "draw_up_roll_in_batch",
        "2025-09-01",
        file="".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in (BATCH_HEAD, *lines())),
    ),
    step("withdraw_roll", "2025-09-03", roll_no="MC-2025-011", reason="名单须重新核对"),
    step("draw_up_roll", "2025-09-08", roll_no="MC-2025-012", **roll(SECOND_HALF), lines=lines()),
    *posted("GS-2025-040", "2025-09-09", close_on="2025-09-17", **roll_notice("MC-2025-012", SECOND_HALF)),
    step("approve_roll", "2025-09-18", roll_no="MC-2025-012"),
    step("cancel_roll", "2025-09-19", roll_no="MC-2025-012", reason="下半年奖补改由县级统一发放"),
    step("close_household_project", "2025-12-22", code=HOUSEHOLDS),
    step("reverse_household_closing", "2025-12-23", code=HOUSEHOLDS, reason="办结日期录入有误"),
    step("close_household_project", "2025-12-23", code=HOUSEHOLDS),
)
