"""幂等键、请求号和日志不载个人号码: what stands beside the facts for ever holds no number of a person either."""

import json
import logging
from uuid import uuid4

import pytest

from api.http.logs import Answered, JsonLines
from projections.access.roles import Role
from tests.api.service import Service
from tests.api.test_idempotency import calendar

IDENTITY = "11010519491231002X"


@pytest.mark.parametrize("number", [IDENTITY, "110105-19491231-002X", "tel-13800138000"])
@pytest.mark.parametrize("twice", [[], [("X-Twice", "1"), ("X-Twice", "2")]], ids=["quick", "framework"])
def test_an_idempotency_key_with_a_number_of_a_person_is_refused(
    service: Service, number: str, twice: list[tuple[str, str]]
) -> None:
    client, head = service.by(Role.ADMINISTRATOR), service.head()
    client.get("/funds")
    answer = client.post("/calendars", json=calendar(2031), headers=[("Idempotency-Key", number), *twice])
    assert answer.status_code == 422
    said = answer.json()
    assert said["code"] == "personal_number"
    assert said["errors"][0]["pointer"] == "#/Idempotency-Key"
    assert "幂等键 Idempotency-Key" in said["detail_zh"]
    assert number not in answer.text
    assert service.head() == head


def test_a_request_id_with_a_number_of_a_person_gives_way_to_a_new_one(service: Service) -> None:
    headers = {"X-Request-ID": IDENTITY, "Idempotency-Key": uuid4().hex}
    answer = service.by(Role.ADMINISTRATOR).post("/calendars", json=calendar(2032), headers=headers)
    assert answer.status_code == 201
    assert len(answer.headers["X-Request-Id"]) == 32
    with service.ledgers.look() as look:
        look.cursor.execute("SELECT count(*) FROM journal WHERE request_id = %s", (IDENTITY,))
        assert look.cursor.fetchone() == (0,)


def test_a_path_with_a_number_of_a_person_is_neither_logged_nor_repeated(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, Answered.name)
    answer = service.by(Role.AUDITOR).get(f"/funds/{IDENTITY}")
    assert answer.status_code == 404
    assert IDENTITY not in answer.text
    assert answer.json()["instance"] == "/funds/…"
    lines = [
        json.loads(JsonLines().format(record)) for record in caplog.records if isinstance(record, Answered)
    ]
    assert "/funds/…" in [line["path"] for line in lines]
    assert IDENTITY not in json.dumps(lines)
