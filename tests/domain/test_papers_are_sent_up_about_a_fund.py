"""报送: the proposal of a split and the use plan are sent up about a fund; a mistaken one is withdrawn."""

import pytest

from domain.books.books import Books
from domain.funds.fund import Fund
from domain.funds.refusals import NumberUsedInFund
from domain.funds.report_refusals import FundReportUnknown, ReportNotFiled
from domain.funds.year_refusals import FactBeforeFund
from domain.keys import KeyMisread
from domain.refusal import OutsideScope, UnknownRecord
from domain.rules.refusals import DatesOutOfOrder, PersonalNumber, ReasonMissing
from tests.domain.project_papers import REGULATIONS, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused

FUND = "县农计〔2024〕5号"
FILED = day("2024-03-04")
PROPOSAL, PLAN = "split_proposal", "use_plan"


@pytest.fixture
def story(books: Books) -> Story:
    story = Story(books)
    story.opens(REGULATIONS)
    story.receives(100_00, 0, FUND)
    return story


def sends_up(story: Story, **otherwise: object) -> None:
    paper = {"document_no": FUND, "report": PROPOSAL, "filing_no": "方案1", "filed_with": "达州市财政局"}
    on = otherwise.pop("on", FILED)
    story.books.file_fund_report(story.act(on=on), **paper | otherwise)  # type: ignore[arg-type]  # by name


def withdraws(story: Story, **otherwise: object) -> None:
    paper = {"document_no": FUND, "report": PROPOSAL, "filing_no": "方案1", "reason": "退回修改"}
    on = otherwise.pop("on", FILED)
    story.books.withdraw_fund_report(story.act(on=on), **paper | otherwise)  # type: ignore[arg-type]  # by name


def standing(story: Story) -> dict[tuple[str, str], object]:
    return dict(story.stream(Fund, FUND).reports)


def test_papers_of_both_kinds_are_sent_up_and_one_is_withdrawn_and_sent_again(story: Story) -> None:
    sends_up(story)
    sends_up(story, report=PLAN)
    withdraws(story)
    assert standing(story) == {(PLAN, "方案1"): FILED}
    sends_up(story, on=day("2024-03-06"))
    assert standing(story)[PROPOSAL, "方案1"] == day("2024-03-06")


def test_a_paper_is_sent_up_once_by_its_number(story: Story) -> None:
    sends_up(story)
    with refused(story, NumberUsedInFund, document_no=FUND, number="方案1"):
        sends_up(story)


def test_what_is_sent_up_has_a_kind_a_number_and_a_day(story: Story) -> None:
    with refused(story, FundReportUnknown, given="letter"):
        sends_up(story, report="letter")
    with refused(story, KeyMisread):
        sends_up(story, filing_no=" ")
    with refused(story, PersonalNumber):
        sends_up(story, filed_with="张三 13812345678")
    with refused(story, FactBeforeFund):
        sends_up(story, on=day("2023-01-01"))
    with refused(story, UnknownRecord):
        sends_up(story, document_no="县农计〔2024〕99号")


def test_only_what_was_sent_up_is_withdrawn_and_with_a_reason(story: Story) -> None:
    with refused(story, ReportNotFiled, document_no=FUND, report=PROPOSAL, filing_no="方案1"):
        withdraws(story)
    sends_up(story)
    with refused(story, ReasonMissing):
        withdraws(story, reason=" ")
    with refused(story, FundReportUnknown, given="letter"):
        withdraws(story, report="letter")
    with refused(story, ReportNotFiled, report=PLAN):
        withdraws(story, report=PLAN)
    with refused(story, DatesOutOfOrder):
        withdraws(story, on=day("2024-03-01"))
    withdraws(story)
    with refused(story, ReportNotFiled, filing_no="方案1"):
        withdraws(story)


def test_a_paper_of_another_place_is_out_of_scope(story: Story) -> None:
    act = story.act(on=FILED, scope="510000")
    with refused(story, OutsideScope):
        story.books.file_fund_report(
            act, document_no=FUND, report=PROPOSAL, filing_no="方案1", filed_with="达州市财政局"
        )
