"""答复示例 (examples of answers): what a request never says and only an answer holds, and whole bodies.

Fields of requests and facts have their examples where they are declared (`domain/fields/`).
"""

from collections.abc import Mapping
from typing import Any

NAMED: Mapping[str, Any] = {
    "account": "1020",
    "actor": "u-103",
    "bank_reason": "账号已注销",
    "behind_seconds": 0.2,
    "chart": "service",
    "edition": "2024",
    "ledger": "fund_ledger",
    "list": "uses",
    "meaning": "记账请求必须带 Idempotency-Key 请求头，重发时用同一个键。",
    "oldest_unread_seconds": 0.4,
    "party": "达州市鸿远建设工程有限公司",
    "phase": "started",
    "project_name": "白马村村组道路硬化",
    "reference": "PZ-2024-06-001",
    "refused_because": "documents_missing",
    "replaces": "GS-2024-027",
    "rule": "claim_paid",
    "state": "posted",
    "status": "ready",
    "stream": "fund/达市财农〔2024〕3号",
    "topic": "fund.allocated",
    "type": "missing",
    "msg": "Field required",
    "use_code": "infrastructure",
    "version": "0.1.0",
}
"""By the name of the field."""

BY_ENDING: Mapping[str, Any] = {
    "_fen": 60_000_000,
    "_count": 12,
    "_days": 30,
    "_on": "2024-06-30",
    "_at": "2024-06-30T09:30:00Z",
    "_by": "u-102",
    "_in": "ZF-2024-036",
    "_no": "BH-2024-01",
    "_year": 2024,
    "_reason": "资料不全，退回补正",
    "_zh": "分配资金 600,000.00 元",
    "_en": "Allocated 600,000.00 yuan",
}
"""By the ending of the name, for names that stand above in no line."""

SHOWN_FROM: Mapping[str, tuple[str, ...]] = {
    "ProjectNotice": ("notices",),
    "ProjectSource": (),
    "Unit": ("UnitRow", "places"),
}
"""Where the fields of an answer are declared, when it shows something else than its subject and its name."""

BY_TYPE: Mapping[str, Any] = {
    "boolean": False,
    "date": "2024-06-30",
    "date-time": "2024-06-30T09:30:00Z",
    "integer": 1,
    "number": 0.2,
}
UNKNOWN = "…"

RECORDED_FACTS = [
    {"position": 128, "stream": "fund/达市财农〔2024〕3号", "version": 2, "topic": "fund.allocated"}
]

PROBLEM = {
    "type": "/problems/idempotency_key_missing",
    "title": "缺少幂等键",
    "status": 400,
    "detail": "记账请求必须带 Idempotency-Key 请求头。",
    "instance": "/funds",
    "code": "idempotency_key_missing",
    "correlation_id": "5f0c2b9a7d1e4c3f8a6b0d2e4f6a8c1e",
}


def example_in_answer(name: str, kind: str) -> Any:
    """Give an example by the name, by the ending of the name, or by the type or format (`kind`)."""
    if kind in {"date", "date-time", "boolean"}:
        return BY_TYPE[kind]
    wanted = {"integer": int, "number": float}.get(kind, str)
    if isinstance(NAMED.get(name), wanted):
        return NAMED[name]
    for ending, example in BY_ENDING.items():
        if name.endswith(ending) and isinstance(example, wanted):
            return example
    return BY_TYPE.get(kind, UNKNOWN)
