"""A county lives its story with every reversal in it, then spends or returns the rest: nothing is left anywhere.

The story is the one of the examples (`api/story/`).  After its last steps every cash account of the trial balance
stands at zero, the special accounts are closed, and the auditor finds no difference.
"""

from typing import Any

import psycopg2
import pytest

from api.reference.examples import requests_of
from api.story.step import HOUSEHOLDS_ALLOCATION, ROAD, money, step
from api.subjects.every_subject import every_command
from projections.access.roles import Role
from scripts.verify.audit import audit
from tests.api.service import Service
from tests.api.test_the_examples_tell_one_story import document_of, post, told
from tests.known_facts import TAKES_BACK

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


def live_to_the_end(service: Service) -> None:
    """Record the story and its ending; the ledgers count all of it."""
    document = document_of(service)
    told(service, document)
    for request in requests_of(ENDING, every_command(), document):
        answer = post(service, request)
        assert answer.status_code == 201, f"{request['path']}: {answer.text}"
    service.ledgers.wait_for(service.head())


@pytest.fixture(scope="module", name="county")
def _county(service: Service) -> Service:
    """The books after the story and its ending."""
    live_to_the_end(service)
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


FILTERS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("/rolls", "project_code", {}),
    ("/claims", "account_code", {}),
    ("/claims", "purpose_code", {"purpose_kind": "project"}),
    ("/transfers", "document_no", {}),
    ("/notices", "subject", {}),
    ("/accounts/ZZ-02/daybook", "purpose_code", {"purpose_kind": "project"}),
    ("/accounts/ZZ-02/daybook", "voucher_no", {}),
    ("/audit-trail", "stream", {"topic": "project.proposed"}),
    ("/late-notices", "subject", {"state": "missing", "on": SEEN_ON}),
    ("/late-acts", "subject", {"state": "met", "on": SEEN_ON}),
)
"""The lists that are filtered by a number, which of their members holds it, and what else is asked."""


@pytest.mark.parametrize(("path", "member", "more"), FILTERS)
def test_a_list_is_filtered_by_a_number_in_any_spelling(
    county: Service, path: str, member: str, more: dict[str, str]
) -> None:
    rows = asked(county, path, **more)["rows"]
    number = next(row[member] for row in rows if row[member])
    exact = asked(county, path, **more, **{member: number})
    assert exact["rows"]
    assert asked(county, path, **more, **{member: otherwise(number)})["rows"] == exact["rows"]
    assert asked(county, path, **more, **{member: f"{number}7"})["rows"] == []


def otherwise(number: str) -> str:
    """Spell a number, or the number of a stream, in full width and small letters."""
    kind, slash, own = number.rpartition("/")
    wide = (chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in own.lower())
    return f"{kind}{slash}{''.join(wide)}"


def test_projects_are_filtered_by_their_document_in_any_spelling(county: Service) -> None:
    found = {
        fund["document_no"]: asked(county, "/projects", document_no=fund["document_no"])["rows"]
        for fund in asked(county, "/funds")["rows"]
    }
    assert any(found.values())
    for document_no, rows in found.items():
        assert asked(county, "/projects", document_no=otherwise(document_no))["rows"] == rows


def test_the_trial_balance_is_asked_for_a_number_in_any_spelling(county: Service) -> None:
    document_no = asked(county, "/funds")["rows"][0]["document_no"]
    for name, number in (
        ("document_no", document_no),
        ("account_code", "ZZ-02"),
        ("purpose_code", ROAD),
    ):
        lines = asked(county, "/trial-balance", on=SEEN_ON, **{name: number})["lines"]
        assert any(line["closing_fen"] or line["debit_fen"] for line in lines)
        assert asked(county, "/trial-balance", on=SEEN_ON, **{name: otherwise(number)})["lines"] == lines


def test_the_sources_of_a_payment_are_found_in_any_spelling(county: Service) -> None:
    (payment, *_) = asked(county, f"/projects/{ROAD}/payments")["rows"]
    path = "/accounts/{}/payments/{}/sources"
    exact = asked(county, path.format(payment["account_code"], payment["payment_no"]))
    assert exact
    spelt = path.format(otherwise(payment["account_code"]), otherwise(payment["payment_no"]))
    assert asked(county, spelt) == exact
