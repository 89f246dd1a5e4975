"""示例 (examples): one example for each field name, for the reference of the interface.

The figures are those of the worked example: a quota of 1,000,000 yuan, 600,000 of it central.
"""

from collections.abc import Mapping
from typing import Any

SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

NAMED: Mapping[str, Any] = {
    "Defect.text": "路面厚度不足，K0+120 处",
    "Document.kind": "invoice",
    "DraftNotice.kind": "completion",
    "DraftNotice.level": "village",
    "DraftNotice.title": "村组道路硬化完工公告",
    "FieldText.code": "name",
    "FieldText.text": "村组道路硬化",
    "OpenAccount.code": "ZH-01",
    "OpenAccount.name": "衔接资金专账",
    "SurveyCut.cut": "按性质",
    "SurveyRow.class_name": "公益性资产",
    "Target.code": "length",
    "Target.name": "硬化里程",
    "Target.value": 2000,
    "DecisionStep.code": "villagers_decision",
    "account_code": "ZH-01",
    "actor": "u-101",
    "allocation_no": "FP-2024-01",
    "approval_no": "达市乡振函〔2024〕12号",
    "arrived_year": 2024,
    "asset_no": "ZC-2024-001",
    "audit_no": "SJ-2024-08",
    "authorisation_no": "TC-2024-01",
    "budget_code": "2130504",
    "by": "u-101",
    "certificate_no": "JL-01",
    "change_no": "BG-01",
    "checklist": "four_two",
    "claim_no": "BZ-2024-001",
    "code": "P1",
    "contract_no": "HT-2024-01",
    "contractor_id": "u-901",
    "contractor_name": "达州市通川建筑有限公司",
    "decision_no": "县委农领〔2024〕5号",
    "document_no": "达市财农〔2024〕3号",
    "document_no_of_authority": "国办发〔2016〕22号",
    "donor_id": "u-801",
    "donor_name": "达川商会",
    "fee_base_note": "",
    "fee_use": "",
    "first_position": 128,
    "form_no": "YS-2024-01",
    "from_allocation_no": "FP-2024-01",
    "from_year": 2024,
    "gift_no": "JZ-2024-01",
    "interest_owner": "treasury",
    "invoice_no": "24512000000012345678",
    "issuer": "达州市财政局",
    "item": "食用油",
    "kind": "works",
    "last_position": 128,
    "level": "central",
    "library_no": "XMK-2024-001",
    "line_no": 1,
    "list_sha256": SHA256,
    "month": "2024-06",
    "name": "村组道路硬化",
    "next_cursor": "",
    "no": "1",
    "notice_no": "GS-2024-001",
    "number": "24512000000012345678",
    "objection_no": "YY-01",
    "objector_id": "p-3301",
    "payee_id": "u-901",
    "payee_name": "达州市通川建筑有限公司",
    "payment_no": "ZF-2024-001",
    "person_id": "p-3301",
    "place_code": "511703",
    "plan_no": "JH-2024-01",
    "project_code": "P1",
    "purpose_code": "P1",
    "purpose_kind": "project",
    "refund_no": "TK-2024-01",
    "report_no": "WG-2024-01",
    "roll_no": "MC-2024-01",
    "scheme": "works_2022",
    "sha256": SHA256,
    "source": "财农〔2021〕19号",
    "stage": "advance",
    "start_order_no": "KG-2024-01",
    "status": "ready",
    "stream": "fund/达市财农〔2024〕3号",
    "subject": "project/P1",
    "survey_no": "QC-2024",
    "title": "2024年中央财政衔接推进乡村振兴补助资金",
    "to_allocation_no": "FP-2024-02",
    "to_year": 2025,
    "topic": "fund.allocated",
    "unit": "米",
    "use": "infrastructure",
    "version": 1,
    "voucher_no": "PZ-2024-06-001",
    "year": 2024,
}
"""Examples by the name of the field, or of model and field; others follow the ending of their name."""

BY_ENDING: Mapping[str, Any] = {
    "_fen": 60_000_000,
    "_bp": 300,
    "_count": 12,
    "_months": 12,
    "_on": "2024-06-30",
    "_from": "2024-06-01",
    "_to": "2024-06-30",
    "_at": "2024-06-30T09:30:00Z",
    "_sha256": SHA256,
    "_no": "BH-2024-01",
    "_id": "u-101",
    "_zh": "分配资金 600,000.00 元",
    "_en": "Allocated 600,000.00 yuan",
    "_code": "P1",
    "acceptors": "u-301",
    "defect_nos": "1",
    "reason": "按县委农村工作领导小组会议纪要办理",
}

BY_TYPE: Mapping[str, Any] = {
    "boolean": False,
    "date": "2024-06-30",
    "date-time": "2024-06-30T09:30:00Z",
    "integer": 1,
    "number": 0.2,
    "string": "见附件",
}

RECORDED_FACTS = [
    {"position": 128, "stream": "fund/达市财农〔2024〕3号", "version": 2, "topic": "fund.allocated"}
]

ROLL_BATCH = (
    '{"effective_on": "2024-06-30", "roll_no": "MC-2024-01", "project_code": "P1", "account_code": "ZH-01", '
    '"title": "2024年产业奖补", "period_text": "2024年上半年", "standard_text": "每亩 300 元", '
    f'"declared_count": 2, "declared_sum_fen": 150000, "list_sha256": "{SHA256}"}}\n'
    '{"line_no": 1, "person_id": "p-3301", "quantity": 2, "standard_fen": 30000, "amount_fen": 60000}\n'
    '{"line_no": 2, "person_id": "p-3302", "quantity": 3, "standard_fen": 30000, "amount_fen": 90000}\n'
)
"""A roll as a stream of lines: the head, then the persons."""

PROBLEM = {
    "type": "/problems/idempotency_key_missing",
    "title": "缺少幂等键",
    "status": 400,
    "detail": "记账请求必须带 Idempotency-Key 请求头。",
    "instance": "/funds",
    "code": "idempotency_key_missing",
    "correlation_id": "5f0c2b9a7d1e4c3f8a6b0d2e4f6a8c1e",
}


def named_example(owner: str, name: str, kind: str) -> Any:
    """Give the example of a field: of its model, by its name, by the ending of its name, by its type or format."""
    if kind in {"date", "date-time", "boolean"}:
        return BY_TYPE[kind]
    wanted = int if kind == "integer" else str
    for known in (f"{owner}.{name}", name):
        if isinstance(NAMED.get(known), wanted):
            return NAMED[known]
    for ending, example in BY_ENDING.items():
        if name.endswith(ending) and isinstance(example, wanted):
            return example
    return BY_TYPE.get(kind, "见附件")
