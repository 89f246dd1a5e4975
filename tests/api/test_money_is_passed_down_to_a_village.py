"""下达下级 over HTTP: vouchers in; ledgers, totals, trial balance and board out, each fen counted once."""

from typing import Any

import httpx
import pytest

from projections.access.roles import Role
from tests.api.books_over_http import BooksOverHttp
from tests.api.service import Service
from tests.domain.project_story import Story

ABOVE, BELOW, LOWEST = "达市财农〔2024〕30号", "达川财农〔2024〕9号", "平昌财〔2024〕2号"
TOWN, VILLAGE = "511703103", "511703103207"
MONEY = {"year": 2024, "nature": "grant", "use": "comprehensive", "budget_code": "2130599"}


def post(service: Service, path: str, **body: Any) -> httpx.Response:
    return service.post(Role.RECORDER, path, {"effective_on": "2024-03-20", **body})


def central(fen: int) -> dict[str, Any]:
    return {"sources": [{"level": "central", "amount_fen": fen}], "amount_fen": fen}


def pass_down(
    service: Service, above: str, below: str, place_code: str, fen: int, **otherwise: Any
) -> httpx.Response:
    paper = {"to_document_no": below, "title": f"下达{below}", "place_code": place_code, "issuer": "财政局"}
    body = {**paper, "issued_on": "2024-03-20", **MONEY, **central(fen), **otherwise}
    return post(service, f"/funds/{above}/passings-down", **body)


def read(service: Service, path: str, **query: Any) -> Any:
    asked = {"min_position": service.head(), **query}
    return service.by(Role.AUDITOR).get(path, params=asked).json()


def received_fen(service: Service, place: str = "") -> int:
    return sum(row["received_fen"] for row in read(service, "/fund-totals", place=place))


def quota(service: Service) -> dict[str, int]:
    lines = read(service, "/trial-balance", on="2024-12-31")["lines"]
    sums: dict[str, int] = {}
    for line in lines:
        sums[line["account"]] = sums.get(line["account"], 0) + line["closing_fen"]
    return sums


@pytest.fixture(scope="module")
def county(service: Service) -> Service:
    """100,000 yuan of the county; 60,000 of them of the town, 20,000 of those of the village."""
    Story(BooksOverHttp(service)).opens()  # type: ignore[arg-type]  # it speaks the words of Books
    county = {"document_no": ABOVE, "title": "第一批", "place_code": "511703", "issuer": "达州市财政局"}
    received = {**county, "issued_on": "2024-03-15", **MONEY, **central(100_000_00)}
    assert post(service, "/funds", **received).status_code == 201
    assert pass_down(service, ABOVE, BELOW, TOWN, 60_000_00).status_code == 201
    assert pass_down(service, BELOW, LOWEST, VILLAGE, 20_000_00).status_code == 201
    return service


def test_each_ledger_tells_both_ends(county: Service) -> None:
    above, below = read(county, f"/funds/{ABOVE}"), read(county, f"/funds/{BELOW}")
    assert above["total"]["received_fen"] == 100_000_00
    assert above["total"]["passed_down_fen"] == 60_000_00
    assert above["total"]["unallocated_fen"] == 40_000_00
    (passing,) = above["passings"]
    assert passing == {
        "to_document_no": BELOW, "place_code": TOWN, "passed_on": "2024-03-20", "amount_fen": 60_000_00
    }  # fmt: skip
    assert below["total"]["passed_down_from"] == ABOVE
    assert [below["total"][figure] for figure in ("received_fen", "passed_down_fen")] == [
        60_000_00,
        20_000_00,
    ]


def test_the_county_counts_what_came_from_outside_once(county: Service) -> None:
    assert received_fen(county, TOWN) == 60_000_00
    assert received_fen(county, VILLAGE) == 20_000_00
    whole = received_fen(county)
    balance = quota(county)
    assert balance["Q10"] == whole
    assert balance.get("Q25", 0) == 0
    idle = {row["document_no"]: row for row in read(county, "/idle-money", on="2024-04-01")["rows"]}
    assert [idle[one]["unallocated_fen"] for one in (ABOVE, BELOW, LOWEST)] == [
        40_000_00,
        40_000_00,
        20_000_00,
    ]


def test_the_board_links_both_documents(county: Service) -> None:
    read(county, f"/funds/{BELOW}")
    page = county.by(None).get(f"/board/funds/{ABOVE}").text
    assert "下达下级" in page
    assert BELOW in page
    assert f"{ABOVE}</a>" in county.by(None).get(f"/board/funds/{BELOW}").text


def test_a_refusal_shows_both_figures_and_records_nothing(county: Service) -> None:
    head = county.head()
    problem = pass_down(county, ABOVE, "甲〔2024〕1号", TOWN, 40_000_01).json()
    assert problem["code"] == "passed_down_above_free"
    assert (problem["figures"]["asked_fen"], problem["figures"]["limit_fen"]) == (40_000_01, 40_000_00)
    problem = pass_down(county, ABOVE, "甲〔2024〕1号", "511704100", 1).json()
    assert (problem["code"], problem["errors"][0]["pointer"]) == ("place_not_below", "#/place_code")
    assert pass_down(county, ABOVE, "甲〔2024〕1号", TOWN, 1, year=2023).json()["figures"] == {
        "given": "2023", "first": "2024"
    }  # fmt: skip
    assert county.head() == head


def test_what_comes_back_is_counted_above_again(county: Service) -> None:
    whole = received_fen(county)
    path, paper = (
        f"/funds/{BELOW}/passing-down-reversals",
        {"decision_no": "平昌财〔2024〕5号", "reason": "文件有误"},
    )
    first = post(county, path, to_document_no=LOWEST, **paper)
    assert first.status_code == 201
    again = post(county, path, to_document_no=LOWEST, **paper)
    assert (again.status_code, again.json()["code"]) == (404, "passing_down_unknown")
    below = read(county, f"/funds/{BELOW}")
    assert below["passings"] == []
    assert below["total"]["unallocated_fen"] == 60_000_00
    assert received_fen(county) == whole
    assert received_fen(county, VILLAGE) == 0
    assert below["changes"][-1]["sentence_zh"] == (
        f"凭 平昌财〔2024〕5号 冲回下达 {LOWEST} 的 20,000.00 元（中央 20,000.00 元），原因：文件有误"
    )
