"""村组道路 (the road): contracted, changed, built, measured, accepted level by level, settled and handed over."""

from typing import Any

from api.story.intake import enter_library, plan_and_approve
from api.story.notices import FUND, posted
from api.story.step import COUNTY_ACCEPTOR, REVIEWER, ROAD, TOWN_ACCEPTOR, VILLAGE, Step, step, texts

PROPOSAL = {
    "code": ROAD,
    "name": "红星村村组道路硬化",
    "kind": "works",
    "content": "硬化村组道路 3 公里，宽 3.5 米",
    "beneficiaries": "红星村 412 户 1,386 人",
    "estimate_fen": 102_000_000,
}
TARGET = {"code": "road_length", "name": "硬化村组道路里程", "unit": "公里", "value": 3}
PLAN = {
    "plan_no": "达川乡振〔2025〕8号",
    "plan_fen": 99_000_000,
    "sources": [
        {"document_no": FUND, "level": "central", "amount_fen": 59_400_000},
        {"document_no": FUND, "level": "provincial", "amount_fen": 39_600_000},
    ],
    "scheme": "works_2022",
    "starts_on": "2025-04-01",
    "ends_on": "2025-09-30",
}
COMPLETION: dict[str, Any] = {
    "fields": texts(
        funds_used="审定结算价 942,300.00 元，中央和省级衔接资金",
        results="硬化村组道路 3 公里，宽 3.5 米",
        acceptance="村、乡镇、县三级验收合格",
        targets_met="硬化村组道路 3 公里，目标实现",
    ),
    "amounts": [
        {"label": "项目审定结算价", "amount_fen": 94_230_000, "figure": "settlement"},
        {"label": "计划资金", "amount_fen": 99_000_000, "figure": "plan"},
        {"label": "已支付", "amount_fen": 38_000_000, "figure": "paid"},
    ],
}


def signed(contract_no: str, on: str, price_fen: int) -> Step:
    """Sign the contract that came to nothing."""
    return step(
        "contract_project",
        on,
        contract_no=contract_no,
        contractor_id="f-1024",
        contractor_name="达州市通达建筑有限公司",
        price_fen=price_fen,
        awarded_on="2025-03-18",
        signed_on="2025-03-20",
        defect_months=6,
    )


CHAPTER = 70
STEPS = (
    *enter_library(PROPOSAL, "GS-2025-031", "XMK-2025-105", TARGET),
    step(
        "leave_library",
        "2025-02-21",
        decision_no="达川委农领〔2025〕9号",
        reason="绩效目标录入有误，退出后重新入库",
    ),
    step(
        "enter_library",
        "2025-02-22",
        by=REVIEWER,
        code=ROAD,
        library_no="XMK-2025-105",
        targets=[TARGET],
    ),
    *plan_and_approve(PROPOSAL, "GS-2025-033", PLAN, "硬化村组道路 3 公里"),
    signed("HT-2025-011", "2025-03-20", 95_000_000),
    step("reverse_contract", "2025-03-21", reason="合同价录入有误"),
    signed("HT-2025-011", "2025-03-21", 96_000_000),
    step("terminate_contract", "2025-03-25", owed_fen=0, reason="承包单位放弃承包，双方协议解除"),
    step(
        "contract_project",
        "2025-03-26",
        contractor_name="达州市通川建设有限公司",
        defect_months=6,
        awarded_on="2025-03-18",
    ),
    step("correct_contractor_name", "2025-03-27", reason="“建筑”误录为“建设”，以合同印章为准"),
    step(
        "change_project",
        "2025-03-28",
        contract_change_fen=-1_770_000,
        text="二组支路由 0.8 公里改为 0.6 公里",
    ),
    step("start_project", "2025-04-02"),
    step("reverse_start", "2025-04-03", reason="开工令编号录入有误"),
    step("start_project", "2025-04-03"),
    step(
        "measure_work",
        "2025-05-20",
        certificate_no="JL-2025-014-01",
        amount_fen=40_000_000,
        work="完成路基整形 3 公里、路面混凝土 1.2 公里",
    ),
    step(
        "measure_work",
        "2025-05-22",
        certificate_no="JL-2025-014-02",
        amount_fen=5_000_000,
        work="完成路肩培土 1.2 公里",
    ),
    step("reverse_measurement", "2025-05-25", certificate_no="JL-2025-014-02", reason="路肩工程量重复计量"),
    step("suspend_project", "2025-06-20", reason="连续暴雨，路基积水", decision_no="达川委农领〔2025〕21号"),
    step(
        "resume_project", "2025-07-07", reason="雨季结束，路基排水完毕", decision_no="达川委农领〔2025〕24号"
    ),
    step(
        "measure_work",
        "2025-08-28",
        certificate_no="JL-2025-014-03",
        amount_fen=54_000_000,
        work="完成路面混凝土 1.8 公里、路肩培土 3 公里",
    ),
    step("complete_project", "2025-09-10"),
    step("reverse_completion", "2025-09-11", reason="完工报告日期录入有误"),
    step("complete_project", "2025-09-11"),
    step(
        "pass_acceptance",
        "2025-09-12",
        level="village",
        form_no="YS-2025-014",
        acceptors=["u-301"],
        verdict="道路通行正常，同意村级自验",
    ),
    step(
        "reject_acceptance",
        "2025-09-16",
        by=TOWN_ACCEPTOR,
        form_no="YS-2025-015",
        acceptors=["u-302"],
        defects=[{"no": "问题1", "text": "K0+120 处路面厚度不足"}],
        rectify_by_on="2025-09-30",
    ),
    step("rectify_defects", "2025-09-25", defect_nos=["问题1"]),
    step("pass_acceptance", "2025-09-28", by=TOWN_ACCEPTOR, form_no="YS-2025-016", acceptors=["u-302"]),
    step(
        "pass_acceptance",
        "2025-10-10",
        by=COUNTY_ACCEPTOR,
        level="county",
        form_no="YS-2025-017",
        acceptors=["u-303"],
        verdict="资料齐全，质量合格，同意县级验收",
    ),
    step(
        "reverse_acceptance",
        "2025-10-13",
        by=COUNTY_ACCEPTOR,
        level="county",
        reason="验收表漏签，补签后重新登记",
    ),
    step(
        "pass_acceptance",
        "2025-10-13",
        by=COUNTY_ACCEPTOR,
        level="county",
        form_no="YS-2025-018",
        acceptors=["u-303"],
        verdict="资料齐全，质量合格，同意县级验收",
    ),
    step("settle_project", "2025-10-17", by=REVIEWER, settlement_fen=94_203_000),
    step("reverse_settlement", "2025-10-20", reason="审定结算价录入有误"),
    step("settle_project", "2025-10-20", by=REVIEWER, settlement_fen=94_230_000),
    *posted(
        "GS-2025-041",
        "2025-10-21",
        kind="completion",
        place_code=VILLAGE,
        subject=f"project/{ROAD}",
        title="红星村村组道路硬化完工公告",
        **COMPLETION,
    ),
    step("record_objection", "2025-10-23", notice_no="GS-2025-041"),
    step("answer_objection", "2025-10-27", notice_no="GS-2025-041"),
    step(
        "extend_notice",
        "2025-10-28",
        notice_no="GS-2025-041",
        reason="补充支路复测结果，重新公示",
        **COMPLETION,
    ),
    step("close_notice", "2025-11-10", notice_no="GS-2025-041"),
    step("hand_over_project", "2025-11-19", owner_level="town"),
    step("reverse_hand_over", "2025-11-20", reason="权属级次录入有误"),
    step("hand_over_project", "2025-11-20", owner_level="village"),
    step("release_retention", "2026-04-13", by=COUNTY_ACCEPTOR, inspected_on="2026-04-09"),
    step("reverse_retention_release", "2026-04-13", by=COUNTY_ACCEPTOR, reason="检查日期录入有误"),
    step("release_retention", "2026-04-13", by=COUNTY_ACCEPTOR, inspected_on="2026-04-10"),
    step(
        "propose_project",
        "2025-01-12",
        code="XM-2025-022",
        name="红星村四组蓄水池",
        content="新建蓄水池 1 座",
        beneficiaries="红星村四组 36 户",
        estimate_fen=10_000_000,
    ),
    step(
        "correct_project_name",
        "2025-01-13",
        code="XM-2025-022",
        name="红星村四组灌溉蓄水池",
        reason="名称漏写用途",
    ),
    step(
        "end_project",
        "2025-06-30",
        code="XM-2025-022",
        reason="选址下方发现采空区，不宜建设",
        decision_no="达川委农领〔2025〕22号",
    ),
)
