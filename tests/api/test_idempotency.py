"""A request is recorded once, however often it is sent: the first answer comes again, or a clear no."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from types import MappingProxyType

import pytest

from projections.access.roles import Role
from tests.api.service import Service

CALENDAR = {
    "effective_on": "2024-01-02",
    "days_off": ["2024-01-01"],
    "make_up_days": [],
    "source": "国办发明电〔2023〕7号",
}


def calendar(year: int = 2024, other: Mapping[str, object] = MappingProxyType({})) -> dict[str, object]:
    return {**CALENDAR, "year": year, "days_off": [f"{year}-01-01"], **other}


def test_a_repeated_request_gets_the_original_answer_and_is_told_so(service: Service) -> None:
    first = service.post(Role.ADMINISTRATOR, "/calendars", calendar(), key="repeat-1")
    head = service.head()
    again = service.post(Role.ADMINISTRATOR, "/calendars", calendar(), key="repeat-1")
    assert first.status_code == again.status_code == 201
    assert again.content == first.content
    assert again.headers["X-Journal-Position"] == first.headers["X-Journal-Position"]
    assert "Idempotency-Hit" not in first.headers
    assert again.headers["Idempotency-Hit"] == "true"
    assert service.head() == head


def test_spaces_and_the_order_of_fields_make_no_other_request(service: Service) -> None:
    service.post(Role.ADMINISTRATOR, "/calendars", calendar(), key="order-1")
    turned = dict(reversed(calendar().items()))
    assert service.post(Role.ADMINISTRATOR, "/calendars", turned, key="order-1").headers["Idempotency-Hit"]


@pytest.mark.parametrize("other", [{"source": "另一份通知"}, {"effective_on": "2024-01-03"}])
def test_the_same_key_with_another_body_is_refused_and_records_nothing(
    service: Service, other: dict[str, object]
) -> None:
    service.post(Role.ADMINISTRATOR, "/calendars", calendar(), key="other-body")
    head = service.head()
    answer = service.post(Role.ADMINISTRATOR, "/calendars", calendar(other=other), key="other-body")
    assert answer.status_code == 422
    assert answer.json()["code"] == "key_reused_with_other_body"
    assert service.head() == head


def test_the_same_key_of_another_person_is_refused(service: Service) -> None:
    service.post(Role.ADMINISTRATOR, "/calendars", calendar(), key="other-person")
    answer = service.post(Role.ADMINISTRATOR, "/calendars", calendar(), key="other-person", person="u-2")
    assert answer.json()["code"] == "key_reused_with_other_body"


def test_a_refused_request_does_not_use_its_key_up(service: Service) -> None:
    wrong = calendar(2030, {"days_off": ["2031-01-01"]})
    assert service.post(Role.ADMINISTRATOR, "/calendars", wrong, key="mended").status_code == 422
    assert service.post(Role.ADMINISTRATOR, "/calendars", calendar(2030), key="mended").status_code == 201


def test_many_who_send_the_same_request_at_once_record_it_once(service: Service) -> None:
    head = service.head()

    def send(_: int) -> tuple[int, bytes]:
        answer = service.post(Role.ADMINISTRATOR, "/calendars", calendar(2029), key="at-once")
        return answer.status_code, answer.content

    service.by(Role.ADMINISTRATOR)
    with ThreadPoolExecutor(16) as many:
        answers = set(many.map(send, range(48)))
    assert len(answers) == 1
    assert answers.pop()[0] == 201
    assert service.head() == head + 1


def test_the_receipt_names_every_fact_and_its_place(service: Service) -> None:
    answer = service.post(Role.ADMINISTRATOR, "/calendars", calendar(2028))
    position = service.head()
    assert answer.json() == {
        "first_position": position,
        "last_position": position,
        "facts": [
            {
                "position": position,
                "stream": "calendar/2028",
                "version": 1,
                "topic": "calendar.year_published",
            }
        ],
    }
    assert answer.headers["X-Journal-Position"] == str(position)
