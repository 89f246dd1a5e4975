"""A county lives its story with every reversal in it, then spends or returns the rest: nothing is left anywhere.

The story is the one of the examples (`api/story/`).  After its last steps every cash account of the trial balance
stands at zero, the special accounts are closed, and the auditor finds no difference.
"""

from typing import Any

import psycopg2
import pytest

from api.reference.examples import requests_of
from api.story.step import HOUSEHOLDS_ALLOCATION, money, step
from api.subjects.every_subject import every_command
from projections.access.roles import Role
from scripts.verify.audit import audit
from tests.api.service import Service
from tests.api.test_the_examples_tell_one_story import document_of, post, told
from tests.ways_back import TAKES_BACK

ACCOUNTS = ("6228-01", "ZZ-02", "ZZ-03")
ENDS_ON, SEEN_ON = "2026-06-10", "2026-06-30"
REST = (
    (HOUSEHOLDS_ALLOCATION, money(central=31_880_000)),
    ("FP-2025-014", money(central=2_200_000)),
    ("FP-2025-015", money(provincial=2_000_000)),
)
"""What arrived of each allocation and was not paid."""
ENDING = (
    *(
        step(
            "recover_surplus",
            ENDS_ON,
            allocation_no=number,
            voucher_no=f"银付-{number}",
            **rest,
            reason="年度结余",
        )
        for number, rest in REST
    ),
    step(
        "reverse_gift_cash",
        ENDS_ON,
        voucher_no="银收-2025-03-005",
        voucher_year=2025,
        reason="捐赠人账户有误，款项由银行退回捐赠人",
    ),
    step("hand_out_goods", ENDS_ON, quantity=50),
    step("close_account", ENDS_ON, code="6228-01", reason="年度终了，专户撤销"),
    step("close_account", ENDS_ON, code="ZZ-03", reason="年度终了，专账撤销"),
)


@pytest.fixture(scope="module", name="county")
def _county(service: Service) -> Service:
    """The books after the story and its ending."""
    document = document_of(service)
    told(service, document)
    for request in requests_of(ENDING, every_command(), document):
        answer = post(service, request)
        assert answer.status_code == 201, f"{request['path']}: {answer.text}"
    service.ledgers.wait_for(service.head())
    return service


def asked(county: Service, path: str, **query: Any) -> Any:
    return county.by(Role.AUDITOR).get(path, params=query).json()


def test_every_cash_account_of_the_trial_balance_stands_at_zero(county: Service) -> None:
    lines = asked(county, "/trial-balance", on=SEEN_ON)["lines"]
    cash = {line["account"]: line["closing_fen"] for line in lines if line["side"] == "cash"}
    assert len(cash) > 10
    assert cash == dict.fromkeys(cash, 0)


def test_every_special_account_is_empty_and_closed(county: Service) -> None:
    accounts = {account["code"]: account for account in asked(county, "/accounts")["rows"]}
    assert tuple(sorted(accounts)) == ACCOUNTS
    for account in accounts.values():
        assert (account["balance_fen"], account["in_transit_fen"]) == (0, 0)
        assert account["closed_on"] is not None


def test_every_kind_of_fact_that_takes_back_is_among_the_facts(county: Service) -> None:
    with psycopg2.connect(county.database.url) as opened, opened.cursor() as cursor:
        cursor.execute(f"SELECT DISTINCT topic FROM {county.database.schema}.journal")
        recorded = {topic for (topic,) in cursor.fetchall()}
    assert len(TAKES_BACK) > 60
    assert sorted(TAKES_BACK - recorded) == []


def test_the_auditor_finds_no_difference(county: Service) -> None:
    seen = audit(county.database.url, county.database.schema)
    assert list(seen.differences) == []
    assert seen.facts == county.head()
