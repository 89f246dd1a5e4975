"""逾期事项 over HTTP: vouchers in; the late list out on the route and on the board, each line with law and article."""

from datetime import date
from typing import Any

import httpx
import pytest

from domain.rulebook.ready.ready import ready_rulebook
from projections.access.roles import Role
from tests.api.books_over_http import BooksOverHttp
from tests.api.service import Service
from tests.domain.project_story import Story

ABOVE, BELOW = "达川财农〔2024〕1号", "达川财农〔2024〕9号"
MONEY = {"year": 2024, "nature": "grant", "use": "comprehensive", "budget_code": "2130599"}


def post(service: Service, path: str, on: str, **body: Any) -> httpx.Response:
    return service.post(Role.RECORDER, path, {"effective_on": on, **body})


def own(fen: int) -> dict[str, Any]:
    return {"sources": [{"level": "county", "amount_fen": fen}], "amount_fen": fen}


def read(service: Service, path: str, **query: Any) -> Any:
    asked = {"min_position": service.head(), **query}
    return service.by(Role.AUDITOR).get(path, params=asked).json()


@pytest.fixture(scope="module")
def county(service: Service) -> Service:
    """The county approved its budget on 20 January and passed its own money down on 30 March: ten days late."""
    Story(BooksOverHttp(service)).opens(ready_rulebook("2021-2"))  # type: ignore[arg-type]  # it speaks the words of Books
    steps = "/budgets/county/2024/steps"
    assert (
        post(service, steps, "2024-01-20", step="approved", decision_no="人大〔2024〕1号").status_code == 201
    )
    paper = {"document_no": ABOVE, "title": "县级配套", "place_code": "511703", "issuer": "财政局"}
    received = {**paper, "issued_on": "2024-02-20", **MONEY, **own(100_00), "transfer_kind": "earmarked"}
    assert post(service, "/funds", "2024-03-01", **received).status_code == 201
    below = {"to_document_no": BELOW, "title": "下达", "place_code": "511703103", "issuer": "财政局"}
    passed = {**below, "issued_on": "2024-03-29", **MONEY, **own(60_00)}
    assert post(service, f"/funds/{ABOVE}/passings-down", "2024-03-30", **passed).status_code == 201
    return service


def test_the_list_names_law_and_article_due_day_and_days_late(county: Service) -> None:
    (late,) = read(county, "/late-acts", on="2024-04-01", code="own_transfer_earmarked")["rows"]
    assert (late["source"], late["source_en"]) == ("预算法 第52条", "Budget Law, article 52")
    assert (late["subject"], late["due_on"], late["done_on"]) == (f"fund/{BELOW}", "2024-03-20", "2024-03-30")
    assert (late["state"], late["days_late"]) == ("late", 10)
    missing = read(county, "/late-acts", on="2024-04-01", state="missing")["rows"]
    assert [(row["code"], row["source"]) for row in missing if row["subject"] == "budget/county-2024"] == [
        ("budget_disclosure", "预算法 第14条"),
        ("finance_to_departments", "预算法 第52条"),
    ]
    counts = read(county, "/late-act-counts", on="2024-04-01")
    assert counts["missing"] == len(missing)


def test_the_board_shows_it_to_everybody_in_both_languages(county: Service) -> None:
    read(county, "/late-acts")
    chinese = county.by(None).get("/board/late-acts").text
    assert "预算法 第52条" in chinese
    assert "晚 10 天" in chinese
    assert "2024年县级预算" in chinese
    english = county.by(None).get("/board/late-acts?lang=en").text
    assert "Budget Law, article 52" in english
    assert "/board/late-acts" in county.by(None).get("/board").text


def test_a_step_ends_what_was_missing_and_is_recorded_once(county: Service) -> None:
    steps, step = "/budgets/county/2024/steps", {"step": "departments_informed", "decision_no": "财预1"}
    assert post(county, steps, "2024-02-05", **step).status_code == 201
    head = county.head()
    again = post(county, steps, "2024-02-06", **step)
    assert (again.status_code, again.json()["code"]) == (409, "budget_step_taken")
    assert post(county, "/budgets/village/2024/steps", "2024-02-06", **step).status_code == 422
    assert county.head() == head
    assert post(county, steps, "2024-02-06", **step, reason="日期误登").status_code == 201
    (met,) = read(county, "/late-acts", on="2024-04-01", code="finance_to_departments", state="met")["rows"]
    assert met["done_on"] == str(date(2024, 2, 6))
