"""账户间调拨 over HTTP: vouchers go in, and every page of the books holds the money once, also at a month's end."""

from collections.abc import Iterator
from typing import Any, cast

import pytest

from domain.books.books import Books
from projections.access.roles import Role
from tests.api.books_over_http import BooksOverHttp, Refused
from tests.api.service import Service, running_service
from tests.domain.project_papers import ACCOUNT, APPROVER, FUND, day
from tests.domain.transfer_story import CENTRAL, LATER, PROVINCIAL, TOWN_ACCOUNT, TOWN_PAYER, TransferStory

ALL = CENTRAL + PROVINCIAL


@pytest.fixture
def service(database_url: str) -> Iterator[Service]:
    """A service over new books, one for each test: months are closed here."""
    with running_service(database_url) as running:
        yield running


@pytest.fixture
def story(service: Service) -> TransferStory:
    return TransferStory(cast("Books", BooksOverHttp(service))).ready()


def read(service: Service, path: str, position: int) -> Any:
    joint = "&" if "?" in path else "?"
    answer = service.by(Role.AUDITOR).get(f"{path}{joint}min_position={position}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def closing(service: Service, account: str, on: str, position: int) -> int:
    """What an account of the neutral chart ends a day with."""
    lines = read(service, f"/trial-balance?on={on}", position)["lines"]
    return sum(line["closing_fen"] for line in lines if line["account"] == account)


def test_the_books_of_march_close_with_the_money_in_transit_and_those_of_april_without(
    service: Service, story: TransferStory
) -> None:
    story.sends(voucher_no="调-1")
    for month in ("2024-01", "2024-02", "2024-03"):
        closed = story.books.close_period(story.act(APPROVER, day("2024-04-01")), month=month)
    received = story.receives_transfer(voucher_no="收-1").last_position

    trail = read(service, "/audit-trail?topic=period.closed", received)["rows"]
    assert trail[-1]["position"] == closed.last_position
    assert trail[-1]["sentence_zh"].endswith("2024-03 账期结账，月末在途资金：DB-1 ZZ-01→ZX-01 10,000.00 元")
    assert "在途" not in trail[-2]["sentence_zh"]

    for on, in_bank, in_transit in (("2024-03-27", ALL, 0), ("2024-03-31", 0, ALL), ("2024-04-30", ALL, 0)):
        assert closing(service, "1020", on, received) == in_bank, on
        assert closing(service, "1040", on, received) == in_transit, on
        assert closing(service, "2010", on, received) == -ALL, on
    for chart in ("village", "county_unit"):
        totals = read(service, f"/trial-balance?on=2024-03-31&chart={chart}", received)["totals"]
        assert all(total["balanced"] for total in totals)


def test_the_accounts_the_register_and_the_fund_agree_at_every_step(
    service: Service, story: TransferStory
) -> None:
    def held(position: int) -> dict[str, tuple[int, int]]:
        rows = read(service, "/accounts", position)["rows"]
        return {row["code"]: (row["balance_fen"], row["in_transit_fen"]) for row in rows}

    sent = story.sends(voucher_no="调-1").last_position
    assert held(sent) == {ACCOUNT: (0, ALL), TOWN_ACCOUNT: (0, 0)}
    for page in ("/board?year=2024", f"/board/funds/{FUND}"):
        assert "账户间调拨在途" in service.by(Role.AUDITOR).get(page).text
    (waiting,) = read(service, "/transfers?in_transit=true", sent)["rows"]
    assert (waiting["transfer_no"], waiting["state"], waiting["ended_on"]) == ("DB-1", "sent", None)

    refused = story.refuses().last_position
    assert held(refused) == {ACCOUNT: (0, ALL), TOWN_ACCOUNT: (0, 0)}
    back = story.takes_back(voucher_no="回-1").last_position
    assert held(back) == {ACCOUNT: (ALL, 0), TOWN_ACCOUNT: (0, 0)}

    story.sends("DB-2", on=LATER, voucher_no="调-2")
    received = story.receives_transfer("DB-2", on=LATER, voucher_no="收-2").last_position
    assert held(received) == {ACCOUNT: (0, 0), TOWN_ACCOUNT: (ALL, 0)}
    assert read(service, "/transfers?in_transit=true", received)["rows"] == []
    assert "账户间调拨在途" not in service.by(Role.AUDITOR).get("/board?year=2024").text
    with pytest.raises(Refused) as again:
        story.receives_transfer("DB-2", on=LATER)
    assert again.value.problem["code"] == "transfer_not_at_this_step"
    assert again.value.problem["figures"] == {
        "transfer_no": "DB-2",
        "state": "received",
        "wanted": "on its way",
    }

    daybook = read(service, f"/accounts/{TOWN_ACCOUNT}/daybook", received)["rows"]
    assert [(row["voucher_no"], row["reference"], row["party"], row["in_fen"]) for row in daybook] == [
        ("收-2", "DB-2", ACCOUNT, ALL)
    ]
    total = read(service, f"/funds/{FUND}", received)["total"]
    assert (total["arrived_fen"], total["idle_fen"], total["paid_fen"]) == (ALL, ALL, 0)

    steps = read(service, "/transfers/ＤＢ-１", received)["steps"]
    assert [(step["state"], step["actor"]) for step in steps] == [
        ("sent", "u-payer"),
        ("refused", TOWN_PAYER),
        ("came_back", "u-payer"),
    ]
    assert steps[1]["sentence_zh"] == "转入方拒收调拨，资金退回途中，原因：账户有误"
