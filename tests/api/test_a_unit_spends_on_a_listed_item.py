"""单位用款 over HTTP: vouchers of a training course and of a work team go in, and the page of the books comes out."""

from typing import Any

import pytest

from domain.rulebook.ready.ready import ready_rulebook
from projections.access.roles import Role
from tests.api.books_over_http import BooksOverHttp, Refused
from tests.api.service import Service
from tests.domain.project_papers import ACCOUNT, YUAN
from tests.domain.spending_story import DOCUMENT, GIFT, PAID, UNIT, Spender

TRAINING, BUDGET = 12_900 * YUAN, 20_000 * YUAN
FIGURES = ("claim_no", "spending_item", "state", "paid_fen", "undone_fen", "accepted_fen", "delivered_by")


@pytest.fixture(scope="module")
def books(service: Service) -> BooksOverHttp:
    return BooksOverHttp(service)


@pytest.fixture(scope="module")
def story(books: BooksOverHttp) -> Spender:
    story = Spender(books)  # type: ignore[arg-type]  # it speaks the words of Books, over HTTP
    story.opens(ready_rulebook("2021-2"))
    return story.given()


def test_vouchers_in_the_page_of_the_books_out(
    story: Spender, books: BooksOverHttp, service: Service
) -> None:
    course, team = story.claims("training", TRAINING), story.claims("work_team", BUDGET)
    story.is_delivered(course, TRAINING)
    payments = []
    for claim_no, fen in ((course, TRAINING), (team, BUDGET)):
        story.is_announced(claim_no, "county")
        story.is_approved(claim_no, fen)
        payments.append(story.pays(claim_no, fen, PAID))
    story.is_delivered(team, BUDGET - 500, PAID)
    story.refunds(payments[1], 500)
    with pytest.raises(Refused) as refused:
        story.claims("banquet", 100)
    problem = refused.value.problem
    assert (problem["code"], problem["errors"][0]["pointer"]) == (
        "spending_item_not_allowed",
        "#/spending_item",
    )
    service.ledgers.wait_for(books.last_position)
    reader = service.by(Role.AUDITOR)
    page = reader.get("/claims", params={"purpose_kind": "unit"}).json()["rows"]
    assert [tuple(row[name] for name in FIGURES) for row in page] == [
        (course, "training", "paid", TRAINING, 0, TRAINING, "u-acceptor"),
        (team, "work_team", "approved", BUDGET, 500, BUDGET - 500, "u-acceptor"),
    ]
    (row,) = reader.get("/claims", params={"spending_item": "training"}).json()["rows"]
    assert (row["claim_no"], row["sheet"], row["delivered_quantity"]) == (course, "attendance_sheet", 86)
    steps = reader.get(f"/claims/{course}").json()["steps"]
    said = [(step["kind"], step["sentence_zh"]) for step in steps[:2]]
    assert said[0][1].startswith(f"提交报账单 {course}：单位{UNIT[1]}的单位用款（培训） 12,900.00 元")
    assert said[1] == ("delivery_accepted", "用款验收：凭签到考勤表验收 86 人次，12,900.00 元")


def test_a_gift_is_read_with_what_was_agreed_and_diverted_to_nothing_else(
    story: Spender, books: BooksOverHttp, service: Service
) -> None:
    story.gives("gift_industry", "gift_works")
    with pytest.raises(Refused) as refused:
        story.claims("gift_relief", 100, purpose=GIFT)
    problem = refused.value.problem
    assert (problem["code"], problem["figures"]["agreed"]) == ("gift_diverted", "gift_industry,gift_works")
    claim_no = story.claims("gift_works", 100, purpose=GIFT)
    story.is_delivered(claim_no, 100)
    story.is_announced(claim_no, "village", "gift_use")
    story.is_approved(claim_no, 100)
    story.pays(claim_no, 100, PAID)
    service.ledgers.wait_for(books.last_position)
    gift = service.by(Role.AUDITOR).get("/gifts/JZ-1").json()
    assert (gift["total"]["agreed_items"], gift["total"]["cash_used_fen"]) == (
        ["gift_industry", "gift_works"],
        100,
    )
    assert "，约定事项：发展产业、捐建和修缮公益设施" in gift["movements"][0]["sentence_zh"]


@pytest.mark.usefixtures("story")
def test_a_registered_unit_is_named_in_every_row_and_every_sentence(service: Service) -> None:
    for key, path, rows in (
        ("k-divisions", "divisions", "区划代码,名称,级别\n511703,达川区,县\n"),
        ("k-units", "units", f"单位代码,单位名称,单位类别,所在地\n{UNIT[1]},达川区乡村振兴局,机关,511703\n"),
    ):
        answer = service.by(Role.ADMINISTRATOR).post(
            f"/places/county/{path}/file?effective_on=2024-01-02&source=名册",
            content=rows.encode(),
            headers={"Idempotency-Key": key, "Content-Type": "text/csv"},
        )
        assert answer.status_code == 201, answer.text
    reader = service.by(Role.AUDITOR)

    def read(path: str) -> Any:
        return reader.get(path, params={"min_position": service.head()}).json()

    claims, fund = read("/claims")["rows"], read(f"/funds/{DOCUMENT}")
    claim, daybook = read(f"/claims/{claims[0]['claim_no']}"), read(f"/accounts/{ACCOUNT}/daybook")["rows"]
    for row in (*claims, claim["total"], *fund["purposes"], *fund["allocations"], *daybook):
        named = "达川区乡村振兴局" if row["purpose_kind"] == "unit" else None
        assert row.get("purpose_name") == named, row
    allocated = next(change for change in fund["changes"] if change["kind"] == "allocated")
    assert f"向单位{UNIT[1]} 达川区乡村振兴局分配" in allocated["sentence_zh"]
    assert f"was allocated to unit {UNIT[1]} 达川区乡村振兴局 under" in allocated["sentence_en"]
    told = [row["sentence_zh"] for row in read("/audit-trail?limit=200")["rows"]]
    assert allocated["sentence_zh"] in told
    assert not [one for one in told if f"单位{UNIT[1]}" in one and "达川区乡村振兴局" not in one]
