"""答复示例 (examples of answers): what the service answered when the story was posted and then read.

`answers.json` holds them by method and path; `python -m tests.api.test_the_examples_tell_one_story` writes it anew.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

ANSWERS = Path(__file__).with_name("answers.json")

PROBLEM = {
    "type": "/problems/idempotency_key_missing",
    "title": "缺少幂等键",
    "status": 400,
    "detail": "记账请求必须带 Idempotency-Key 请求头。",
    "instance": "/funds",
    "code": "idempotency_key_missing",
    "correlation_id": "5f0c2b9a7d1e4c3f8a6b0d2e4f6a8c1e",
}


@cache
def recorded_answers() -> Mapping[str, Any]:
    """Give the answers by method and path, e.g. `post /funds`."""
    answers: Mapping[str, Any] = json.loads(ANSWERS.read_text(encoding="utf-8"))
    return answers
