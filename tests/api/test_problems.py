"""Every "no" has one shape: RFC 9457, both languages, a page of its own, and nothing of the inside."""

import json
import re
from datetime import date
from typing import Any

import httpx
import pytest

from api.app import create_app
from api.http.clock import today
from api.http.read_only import WriterAddress
from api.http.refusals import UnknownPath
from api.reference.problem_pages import every_problem
from domain.money.fen import LARGEST_FEN
from domain.refusal import Refusal
from projections.access.roles import Role
from tests.api.service import Service, serving_app

KEY = {"Idempotency-Key": "k-problems"}
INDICATOR = {
    "effective_on": "2024-03-01",
    "document_no": "达市财农〔2024〕3号",
    "title": "2024年衔接资金",
    "year": 2024,
    "place_code": "511703",
    "issuer": "达州市财政局",
    "issued_on": "2024-03-01",
    "use": "industry",
    "nature": "grant",
    "budget_code": "2130504",
    "sources": [{"level": "central", "amount_fen": 60_000_000}],
    "amount_fen": 60_000_000,
}


def problem_of(answer: httpx.Response, status: int, code: str) -> dict[str, Any]:
    """The problem, after checking what every problem must have."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    assert problem["code"] == code
    assert problem["type"] == f"/problems/{code}"
    assert problem["status"] == status
    assert problem["instance"] == answer.request.url.path
    assert problem["correlation_id"] == answer.headers["X-Request-Id"]
    assert problem["detail_zh"]
    assert problem["detail_en"]
    return problem


def test_an_unknown_address_is_a_problem(service: Service) -> None:
    problem_of(service.by(None).get("/nowhere"), 404, "unknown_path")


def test_a_method_that_an_address_does_not_know_is_a_problem_and_names_the_others(service: Service) -> None:
    answer = service.by(Role.RECORDER).delete("/funds/F1")
    problem_of(answer, 405, "method_not_allowed")
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize(
    ("path", "of_the_service", "of_a_reader"),
    [
        ("/funds", "GET, HEAD, POST", "GET, HEAD"),
        ("/funds/F1", "GET, HEAD", "GET, HEAD"),
        ("/calendars", "POST", ""),
        ("/board", "GET, HEAD", "GET, HEAD"),
        ("/nowhere", None, None),
    ],
)
@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS"])
def test_allow_names_every_method_that_the_address_knows_here(
    service: Service, method: str, path: str, of_the_service: str | None, of_a_reader: str | None
) -> None:
    answers = [service.by(None).request(method, path)]
    with serving_app(create_app(WriterAddress(8000), service.ledgers, service.register)) as url:
        answers.append(httpx.request(method, url + path))
    assert [answer.headers.get("Allow") for answer in answers] == [of_the_service, of_a_reader]
    for answer in answers:
        problem_of(answer, *((404, "unknown_path") if path == "/nowhere" else (405, "method_not_allowed")))


def test_a_request_without_token_is_told_to_bring_one(service: Service) -> None:
    answer = service.by(None).get("/funds")
    problem_of(answer, 401, "token_missing")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_an_unknown_token_opens_nothing_and_is_not_echoed(service: Service) -> None:
    answer = service.by(None).get("/funds", headers={"Authorization": "Bearer sl_stolen"})
    problem_of(answer, 401, "token_unknown")
    assert "sl_stolen" not in answer.text


def test_a_role_that_does_not_fit_is_told_which_one_does(service: Service) -> None:
    problem = problem_of(service.post(Role.AUDITOR, "/funds", INDICATOR), 403, "role_missing")
    assert problem["figures"] == {"has": "auditor", "needs": "recorder"}


def test_a_request_that_records_must_carry_a_key(service: Service) -> None:
    answer = service.by(Role.RECORDER).post("/funds", json=INDICATOR)
    problem_of(answer, 400, "idempotency_key_missing")


@pytest.mark.parametrize("key", ["", "a b", "键".encode().decode("latin-1"), "x" * 129])
def test_a_key_that_cannot_be_printed_or_is_too_long_is_refused(service: Service, key: str) -> None:
    headers = {b"Idempotency-Key": key.encode("latin-1")}
    answer = service.by(Role.RECORDER).post("/funds", json=INDICATOR, headers=headers)
    problem_of(answer, 400, "idempotency_key_unusable")


def test_a_body_that_is_not_json_is_a_problem(service: Service) -> None:
    headers = KEY | {"Content-Type": "application/json"}
    answer = service.by(Role.RECORDER).post("/funds", content=b"{nonsense", headers=headers)
    problem_of(answer, 400, "invalid_json")


def test_a_body_of_another_kind_is_told_which_kind_is_read(service: Service) -> None:
    headers = KEY | {"Content-Type": "text/plain"}
    answer = service.by(Role.RECORDER).post("/funds", content=b"hello", headers=headers)
    problem_of(answer, 415, "unsupported_body")


def test_a_body_beyond_the_limit_is_not_read(service: Service) -> None:
    headers = KEY | {"Content-Type": "application/json"}
    answer = service.by(Role.RECORDER).post("/funds", content=b" " * (17 * 2**20), headers=headers)
    problem_of(answer, 413, "body_too_large")


def test_a_body_that_does_not_say_its_length_is_measured_as_it_comes(service: Service) -> None:
    headers = KEY | {"Content-Type": "application/json"}
    pieces = (b" " * 2**20 for _ in range(17))
    answer = service.by(Role.RECORDER).post("/funds", content=pieces, headers=headers)
    problem_of(answer, 413, "body_too_large")


def test_an_unknown_query_parameter_is_refused_with_the_known_ones(service: Service) -> None:
    problem = problem_of(service.by(Role.AUDITOR).get("/funds?colour=red"), 400, "unknown_parameter")
    assert "place" in str(problem["detail_en"])


@pytest.mark.parametrize("day", ["20240630", "2024-6-30", "yesterday", "1719705600", "2024-02-30"])
def test_a_day_in_a_query_is_written_as_a_day(service: Service, day: str) -> None:
    problem_of(service.by(Role.AUDITOR).get(f"/idle-money?on={day}"), 422, "invalid_request")


@pytest.mark.parametrize("day", ["9999-12-31", "2101-01-01", "1989-12-31", "0001-01-01"])
@pytest.mark.parametrize(
    "address", ["/trial-balance?on=", "/trial-balance?since=", "/idle-money?on=", "/late-notices?on="]
)
def test_a_day_beyond_the_calendar_of_the_books_is_refused(service: Service, address: str, day: str) -> None:
    problem_of(service.by(Role.AUDITOR).get(f"{address}{day}"), 422, "invalid_request")


@pytest.mark.parametrize("day", ["9999-12-31", "2101-01-01", "1989-12-31"])
@pytest.mark.parametrize("field", ["effective_on", "issued_on"])
def test_a_day_of_a_request_lies_within_the_calendar_of_the_books(
    service: Service, field: str, day: str
) -> None:
    before = service.head()
    problem = problem_of(
        service.post(Role.RECORDER, "/funds", {**INDICATOR, field: day}), 422, "invalid_request"
    )
    (place,) = problem["errors"]
    assert place["pointer"] == f"#/{field}"
    assert service.head() == before


def test_nothing_is_recorded_before_its_day_has_come(service: Service) -> None:
    before = service.head()
    tomorrow = today() + date.resolution
    answer = service.post(Role.RECORDER, "/funds", {**INDICATOR, "effective_on": str(tomorrow)})
    problem = problem_of(answer, 422, "date_in_the_future")
    assert problem["figures"] == {"on": str(tomorrow), "today": str(today())}
    assert service.head() == before


@pytest.mark.parametrize("person", ["u-seen-first-now", ""])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"amount_fen"', '"amount_fen": 1, "amount_fen"'),
        ('"level"', '"level": "county", "level"'),
        ('"title"', '"\\u0074itle": "x", "title"'),
    ],
)
def test_a_field_that_stands_twice_is_refused(service: Service, old: str, new: str, person: str) -> None:
    before = service.head()
    client = service.by(Role.RECORDER, person=person)
    body = json.dumps(INDICATOR).replace(old, new, 1)
    answer = client.post("/funds", content=body, headers=KEY | {"Content-Type": "application/json"})
    problem_of(answer, 400, "duplicate_member")
    assert service.head() == before


@pytest.mark.parametrize("address", ["/funds/%00", "/funds?place=%00", "/audit-trail?stream=%1b"])
def test_a_control_character_in_an_address_is_refused(service: Service, address: str) -> None:
    problem_of(service.by(Role.AUDITOR).get(address), 422, "invalid_request")


def test_a_figure_beyond_what_the_database_holds_is_a_problem_of_the_caller(service: Service) -> None:
    answer = service.by(Role.AUDITOR).get("/funds?year=99999999999999999999")
    problem_of(answer, 422, "value_out_of_range")


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (1.5, "100 分"),
        ("60000000", "100 分"),
        (True, "100 分"),
        (None, "100 分"),
        (0, "应大于 0"),
        (-1, "应大于 0"),
        (LARGEST_FEN + 1, "不得大于"),
    ],
)
def test_an_amount_is_a_whole_positive_number_of_fen(service: Service, amount: object, said: str) -> None:
    before = service.head()
    answer = service.post(Role.RECORDER, "/funds", {**INDICATOR, "amount_fen": amount})
    problem = problem_of(answer, 422, "invalid_request")
    (place,) = problem["errors"]
    assert place["pointer"] == "#/amount_fen"
    assert said in place["detail_zh"]
    assert service.head() == before


def test_every_wrong_place_is_listed_with_its_pointer(service: Service) -> None:
    wrong = {
        **INDICATOR,
        "sources": [{"level": "central", "amount_fen": 1.5, "colour": "red"}],
        "year": "2024",
    }
    del wrong["title"]
    problem = problem_of(service.post(Role.RECORDER, "/funds", wrong), 422, "invalid_request")
    assert {place["pointer"] for place in problem["errors"]} == {
        "#/sources/0/amount_fen",
        "#/sources/0/colour",
        "#/title",
        "#/year",
    }


def test_what_may_be_the_number_of_a_person_is_never_echoed(service: Service) -> None:
    number = "511703199001011234"
    wrong = {**INDICATOR, "amount_fen": int(number), "title": number * 20, number: 1, "issued_on": number}
    answer = service.post(Role.RECORDER, "/funds", wrong)
    problem_of(answer, 422, "invalid_request")
    assert number not in answer.text


@pytest.mark.parametrize(
    ("accepts", "title"),
    [
        ("", "没有这个地址"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "没有这个地址"),
        ("en-GB,en;q=0.9", "No such address"),
        ("fr", "没有这个地址"),
        ("en;q=0.5,zh;q=0.1", "No such address"),
        ("nonsense;q=x", "没有这个地址"),
    ],
)
def test_the_language_follows_the_caller(service: Service, accepts: str, title: str) -> None:
    answer = service.by(None).get("/nowhere", headers={"Accept-Language": accepts})
    assert answer.json()["title"] == title
    assert answer.headers["Vary"] == "Accept-Language"


def test_every_code_has_its_page_for_machines_and_for_people(service: Service) -> None:
    pages = every_problem()
    assert pages.keys() == Refusal.KINDS.keys()
    for code, page in pages.items():
        answer = service.by(None).get(f"/problems/{code}")
        assert answer.json()["title_zh"] == page.title_zh
        assert page.meaning, code
    shown = service.by(None).get("/problems", headers={"Accept": "text/html"}).text
    assert all(code in shown for code in pages)


def test_an_unknown_code_has_no_page(service: Service) -> None:
    problem_of(service.by(None).get("/problems/no_such_code"), 404, "unknown_path")
    shown = service.by(None).get("/problems/no_such_code", headers={"Accept": "text/html"})
    assert (shown.status_code, shown.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert UnknownPath.remedy_zh in shown.text


def test_the_page_about_a_problem_speaks_to_an_accountant_in_chinese_first(service: Service) -> None:
    told = service.by(None).get("/problems/account_not_empty").json()
    assert told["says_zh"] == "账户 … 余额 … 元，销户余额应为 0.00 元。"
    assert told["remedy_zh"] == "请先付清、收回或上缴余额。"
    shown = service.by(None).get("/problems/account_not_empty", headers={"Accept": "text/html"}).text
    assert shown.index(told["says_zh"]) < shown.index(told["says_en"])
    assert shown.index(told["remedy_zh"]) < shown.index(told["remedy_en"])


def test_no_page_about_a_problem_speaks_to_those_who_write_code() -> None:
    for problem in every_problem().values():
        assert not re.search(
            r"\b(subclass|class|attribute|argument|docstring)\w*\b|Source:|\{|\n",
            problem.meaning,
            re.IGNORECASE,
        )
        for sentence in (problem.says_zh, problem.remedy_zh):
            assert re.search(r"[\u4e00-\u9fff]", sentence), problem.code
            assert "{" not in sentence
