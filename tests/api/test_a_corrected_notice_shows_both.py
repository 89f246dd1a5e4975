"""公示更正 over HTTP: a wrong amount is refused with both figures; a withdrawn notice and its successor are linked."""

from typing import Any

import httpx
import pytest

from projections.access.roles import Role
from tests.api.books_over_http import BooksOverHttp
from tests.api.service import Service
from tests.domain.project_papers import CODE, HASH, PLACE, REGULATIONS, YUAN
from tests.domain.project_story import Story

FIELDS = [{"code": f.code, "text": f.name_zh} for f in REGULATIONS.notice_kind("completion").fields]


def act(service: Service, path: str, **body: Any) -> httpx.Response:
    return service.post(Role.PUBLISHER, path, {"effective_on": "2024-03-01", **body})


def draft(service: Service, notice_no: str, amount: dict[str, Any], replaces: str = "") -> httpx.Response:
    return act(
        service,
        "/notices",
        notice_no=notice_no,
        kind="completion",
        level="village",
        place_code=PLACE,
        subject=f"project/{CODE}",
        title="完成公告",
        fields=FIELDS,
        amounts=[{"label": "概算", **amount}],
        replaces_notice_no=replaces,
    )


def post(service: Service, notice_no: str) -> httpx.Response:
    path = f"/notices/{notice_no}/posting"
    return act(service, path, place_text="村务公开栏", photo_sha256=HASH, first_day_on="2024-03-01")


def read(service: Service, path: str) -> httpx.Response:
    return service.by(Role.AUDITOR).get(f"{path}?min_position={service.head()}")


ESTIMATE = {"figure": "estimate", "amount_fen": 990_000 * YUAN}


@pytest.fixture(scope="module")
def county(service: Service) -> Service:
    Story(BooksOverHttp(service)).opens().proposed()  # type: ignore[arg-type]  # it speaks the words of Books
    return service


def test_a_wrong_amount_is_refused_with_both_figures(county: Service) -> None:
    head = county.head()
    refused = draft(county, "GG-1", ESTIMATE | {"amount_fen": 1})
    assert refused.status_code == 409
    problem = refused.json()
    assert problem["code"] == "figure_differs"
    assert problem["figures"]["amount_fen"] == 1
    assert problem["figures"]["books_fen"] == 990_000 * YUAN
    assert draft(county, "GG-1", {"amount_fen": 1}).json()["code"] == "figure_missing"
    assert draft(county, "GG-1", {"figure": "rumour", "amount_fen": 1}).status_code == 422
    assert county.head() == head


def test_both_notices_refer_to_each_other(county: Service) -> None:
    otherwise = {"amount_fen": 980_000 * YUAN, "otherwise_reason": "原公告漏列10万元中的1万元"}
    assert draft(county, "GG-1", ESTIMATE | otherwise).status_code == 201
    assert post(county, "GG-1").status_code == 201
    assert draft(county, "GG-2", ESTIMATE, "GG-1").json()["code"] == "notice_state_differs"
    assert act(county, "/notices/GG-1/withdrawal", reason="概算有误").status_code == 201
    assert draft(county, "GG-2", ESTIMATE, "GG-1").status_code == 201
    former = read(county, "/notices/GG-1").json()
    assert former["total"]["withdrawn_reason"] == "概算有误"
    assert former["total"]["amounts"][0]["books_fen"] == 990_000 * YUAN
    assert former["replaced_by"] == [{"notice_no": "GG-2", "state": "drafted", "posted_on": None}]
    page = county.by(None).get("/board/notices/GG-1").text
    assert "概算有误" in page
    assert "与账不符，照原件登记" in page
    assert "GG-2" not in page
    assert post(county, "GG-2").status_code == 201
    assert read(county, "/notices/GG-2").json()["total"]["replaces"] == "GG-1"
    assert "GG-2" in county.by(None).get("/board/notices/GG-1").text
    assert "GG-1" in county.by(None).get("/board/notices/GG-2").text
