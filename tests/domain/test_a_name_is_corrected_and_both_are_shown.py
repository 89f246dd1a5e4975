"""名称更正: a name that was recorded wrongly is corrected with a reason; the former one is shown beside it."""

from collections.abc import Callable
from datetime import date

import pytest

from domain.books.books import Books
from domain.funds.fund import Fund
from domain.funds.year_refusals import FactBeforeFund
from domain.projects.project import Project
from domain.projects.refusals import StepOutOfOrder
from domain.projects.settlement_refusals import AuditorIsImplementer
from domain.rules.refusals import DatedBeforeFormerStep, NothingCorrected, PersonalNumber, ReasonMissing
from tests.domain.project_papers import CODE, FUND, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused

MARCH = day("2024-03-01")
NAME, TITLE, BUILDER = "村道硬化", "衔接推进乡村振兴补助资金", "宏远建设有限公司"


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books).worked_money().approved().contracted()


def correct_project(story: Story, name: str, reason: str = "笔误", on: date = MARCH) -> None:
    story.books.correct_project_name(story.act(on=on), code=CODE, name=name, reason=reason)


def correct_fund(story: Story, title: str, reason: str = "笔误", on: date = MARCH) -> None:
    story.books.correct_fund_title(story.act(on=on), document_no=FUND, title=title, reason=reason)


def correct_contractor(story: Story, name: str, reason: str = "笔误", on: date = MARCH) -> None:
    story.books.correct_contractor_name(story.act(on=on), code=CODE, contractor_name=name, reason=reason)


CORRECTIONS = [(correct_project, NAME), (correct_fund, TITLE), (correct_contractor, BUILDER)]


def test_a_correction_keeps_the_former_name(story: Story) -> None:
    correct_project(story, "后塘村村道硬化")
    correct_project(story, "后塘村主路硬化")
    renamed = [
        fact
        for fact in story.books.events.get(Project.id_of(CODE))
        if isinstance(fact, Project.NameCorrected)
    ]
    assert [(fact.former_name, fact.name) for fact in renamed] == [
        (NAME, "后塘村村道硬化"),
        ("后塘村村道硬化", "后塘村主路硬化"),
    ]
    assert story.project.name == "后塘村主路硬化"
    correct_fund(story, "2024年衔接资金")
    fact = story.fact(Fund, FUND)
    assert isinstance(fact, Fund.TitleCorrected)
    assert (fact.former_title, fact.title) == (TITLE, "2024年衔接资金")


@pytest.mark.parametrize(("correct", "former"), CORRECTIONS)
def test_a_correction_says_why_and_something_else(
    story: Story, correct: Callable[..., None], former: str
) -> None:
    with refused(story, ReasonMissing):
        correct(story, "更正后的名称", " ")
    with refused(story, PersonalNumber):
        correct(story, "更正后的名称", "电话13800138000")
    with refused(story, PersonalNumber):
        correct(story, "张某13800138000")
    with refused(story, NothingCorrected, given=former, former=former):
        correct(story, former)
    correct(story, "更正后的名称")
    with refused(story, NothingCorrected, given="更正后的名称", former="更正后的名称"):
        correct(story, "更正后的名称")


def test_a_correction_is_not_dated_before_what_it_corrects(story: Story) -> None:
    early = day("2024-01-03")
    for correct in (correct_project, correct_contractor):
        with refused(story, DatedBeforeFormerStep):
            correct(story, "更正后的名称", on=early)
    with refused(story, FactBeforeFund):
        correct_fund(story, "更正后的名称", on=early)


def test_a_contractor_is_corrected_where_a_contract_stands(books: Books) -> None:
    story = Story(books).worked_money().approved()
    with refused(story, StepOutOfOrder, phase="approved", needed="contracted"):
        correct_contractor(story, "更正后的名称")


def test_who_audits_is_compared_with_the_corrected_contractor(story: Story) -> None:
    correct_contractor(story, "正信造价咨询", on=day("2024-02-20"))
    story.started().measured(900_000 * YUAN).completed().accepted()
    with refused(story, AuditorIsImplementer, implementer="正信造价咨询"):
        story.settled(900_000 * YUAN)
