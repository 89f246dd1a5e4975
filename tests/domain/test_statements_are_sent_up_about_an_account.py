"""报表上报: the statement of a quarter or a year is sent up once; a mistaken one is withdrawn with a reason."""

from datetime import date

import pytest

from domain.accounts.account import Account
from domain.accounts.report_refusals import (
    AccountReportFiled,
    AccountReportNotFiled,
    AccountReportUnknown,
    ReportPeriodMisread,
)
from domain.books.books import Books
from domain.rules.refusals import DatesOutOfOrder, PersonalNumber, ReasonMissing
from tests.domain.project_papers import ACCOUNT, REGULATIONS, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused

MARCH, FILED = day("2024-03-31"), day("2024-04-10")


@pytest.fixture
def story(books: Books) -> Story:
    story = Story(books)
    story.opens(REGULATIONS)
    return story


def sends_up(
    story: Story,
    until_on: date = MARCH,
    on: date = FILED,
    *,
    report: str = "quarterly",
    filed_with: str = "达州市财政局",
) -> None:
    story.books.file_account_report(
        story.act(on=on), code=ACCOUNT, report=report, report_until_on=until_on, filed_with=filed_with
    )


def withdraws(
    story: Story,
    until_on: date = MARCH,
    on: date = FILED,
    *,
    report: str = "quarterly",
    reason: str = "退回修改",
) -> None:
    story.books.withdraw_account_report(
        story.act(on=on), code=ACCOUNT, report=report, report_until_on=until_on, reason=reason
    )


def standing(story: Story) -> dict[tuple[str, date], date]:
    return story.stream(Account, ACCOUNT).reports


def test_a_statement_is_sent_up_withdrawn_and_sent_up_again(story: Story) -> None:
    sends_up(story)
    with refused(story, AccountReportFiled, account_code=ACCOUNT, report="quarterly"):
        sends_up(story)
    withdraws(story)
    assert standing(story) == {}
    sends_up(story, on=day("2024-04-12"))
    assert standing(story) == {("quarterly", MARCH): day("2024-04-12")}


def test_quarter_and_year_end_on_their_last_day(story: Story) -> None:
    for until_on, report in (
        (day("2024-03-30"), "quarterly"),
        (day("2024-04-30"), "quarterly"),
        (MARCH, "yearly"),
    ):
        with refused(story, ReportPeriodMisread, report=report):
            sends_up(story, until_on, day("2025-01-10"), report=report)
    december = day("2024-12-31")
    for report in ("quarterly", "yearly"):
        sends_up(story, december, day("2025-01-10"), report=report)
    assert list(standing(story)) == [("quarterly", december), ("yearly", december)]


def test_what_is_sent_up_has_a_kind_and_its_period_has_ended(story: Story) -> None:
    with refused(story, AccountReportUnknown, given="monthly"):
        sends_up(story, report="monthly")
    with refused(story, DatesOutOfOrder):
        sends_up(story, on=day("2024-03-30"))
    with refused(story, DatesOutOfOrder):
        sends_up(story, day("2001-03-31"))
    with refused(story, PersonalNumber):
        sends_up(story, filed_with="张三 13812345678")


def test_only_what_was_sent_up_is_withdrawn_and_with_a_reason(story: Story) -> None:
    with refused(story, AccountReportNotFiled, account_code=ACCOUNT, report="quarterly"):
        withdraws(story)
    sends_up(story)
    with refused(story, AccountReportUnknown, given="monthly"):
        withdraws(story, report="monthly")
    with refused(story, AccountReportNotFiled, report="yearly"):
        withdraws(story, report="yearly")
    with refused(story, ReasonMissing):
        withdraws(story, reason=" ")
    with refused(story, DatesOutOfOrder):
        withdraws(story, on=day("2024-04-09"))
    withdraws(story)
    with refused(story, AccountReportNotFiled):
        withdraws(story)
