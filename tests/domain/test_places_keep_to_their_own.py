"""Places: money moves in the accounts of the caller's place, and what counts for all is done by the county."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.books.books import Books
from domain.refusal import OutsideScope
from tests.domain.county import RULES
from tests.domain.project_papers import ACCOUNT
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.funds import an_allocation, an_indicator
from tests.given.gifts import a_pledge
from tests.sources import levels


def test_money_moves_only_in_accounts_of_the_callers_place(books: Books) -> None:
    story = Story(books).worked_money()
    neighbour = replace(story.act(), scope="511703101")
    books.receive_indicator(neighbour, **an_indicator("镇1号", levels(central=100), place_code="511703101"))
    books.allocate_fund(
        neighbour, document_no="镇1号", **an_allocation("A1", levels(central=100), ("unit", "U1"))
    )
    cash: dict[str, Any] = {
        "document_no": "镇1号",
        "allocation_no": "A1",
        "account_code": ACCOUNT,
        "voucher_no": "V-镇",
        "sources": levels(central=100),
        "amount_fen": 100,
    }
    with refused(story, OutsideScope, place_code="511703", scope="511703101"):
        books.record_cash_arrival(neighbour, **cash)
    books.record_cash_arrival(story.act(), **cash)
    with refused(story, OutsideScope, place_code="511703"):
        books.recover_surplus(neighbour, **{**cash, "voucher_no": "V-收"}, reason="结余")
    with refused(story, OutsideScope, place_code="511703"):
        books.reverse_cash_arrival(
            neighbour,
            document_no="镇1号",
            account_code=ACCOUNT,
            arrived_year=story.act().effective_on.year,
            voucher_no="V-镇",
            reason="误登",
        )


def test_a_gift_arrives_only_in_an_account_of_the_callers_place(books: Books) -> None:
    story = Story(books).opens()
    neighbour = replace(story.act(), scope="511703101")
    books.pledge_gift(neighbour, **a_pledge("G1", 100, place_code="511703101"))
    with refused(story, OutsideScope, place_code="511703"):
        books.receive_gift_cash(
            neighbour, gift_no="G1", voucher_no="V-捐", account_code=ACCOUNT, amount_fen=100
        )


@pytest.mark.parametrize("scope", ["511703101", "511703101203"])
def test_a_town_closes_no_month_and_publishes_no_rulebook(books: Books, scope: str) -> None:
    story = Story(books).opens()
    town, county = (replace(story.act(on=date(2024, 5, 1)), scope=one) for one in (scope, "511703"))
    calendar: dict[str, Any] = {
        "year": 2025,
        "days_off": (),
        "make_up_days": (),
        "source": "国办发明电〔2024〕12号",
    }
    rulebook: dict[str, Any] = {
        "version": 2,
        "title": "规章",
        "document_no": "县财〔2024〕9号",
        "in_force_from": date(2024, 6, 1),
        "regulations": RULES,
    }
    with refused(story, OutsideScope, place_code="511703", scope=scope):
        books.close_period(town, month="2024-03")
    with refused(story, OutsideScope):
        books.publish_calendar(town, **calendar)
    with refused(story, OutsideScope):
        books.publish_rulebook(town, **rulebook)
    for month in ("2024-01", "2024-02", "2024-03"):
        books.close_period(county, month=month)
    with refused(story, OutsideScope):
        books.reopen_period(town, month="2024-03", reason="更正")
    books.publish_calendar(county, **calendar)
    books.publish_rulebook(county, **rulebook)
    books.reopen_period(county, month="2024-03", reason="更正")
