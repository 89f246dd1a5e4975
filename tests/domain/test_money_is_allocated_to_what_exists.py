"""分配去向须在册: to a proposed project, a registered unit, the fee, or a pool that the rulebook names."""

from datetime import date

import pytest

from domain.books.books import Books
from domain.books.desk.turn import DecisionTurn
from domain.funds.fund import Fund
from domain.funds.refusals import PoolTakesNoCash, ProjectNotProposed, PurposeUnknown
from domain.places.refusals import PlaceUnknown
from domain.places.rows import DivisionRow, UnitRow
from domain.rulebook.ready.ready import ready_rulebook
from domain.rulebook.refusals import NotInRulebook
from tests.domain.project_papers import CODE, COUNTY, FUND, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.funds import an_allocation
from tests.sources import levels

RULES = ready_rulebook("2021-2")
POOL, PROJECT = ("pool", "households"), ("project", CODE)
FEN = 10_000 * YUAN


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books).opens(RULES).receives(600_000 * YUAN, 400_000 * YUAN)


def allocate(story: Story, purpose: tuple[str, str], allocation_no: str = "分-1", fen: int = FEN) -> None:
    """Allocate as an office does, to whatever it writes."""
    story.books.allocate_fund(
        story.act("u-fund", day("2024-01-20")),
        document_no=FUND,
        **an_allocation(allocation_no, levels(fen), purpose),
    )


def allocate_as_before(story: Story, allocation_no: str, project_code: str) -> None:
    """Record what earlier releases recorded: an allocation to a project that nobody proposed."""

    def decide(turn: DecisionTurn) -> None:
        turn.get(Fund, FUND).allocate(
            turn.stamp,
            turn.regulations,
            allocation_no=allocation_no,
            decision_no="县领导小组0号",
            purpose_kind="project",
            purpose_code=project_code,
            use="infrastructure",
            budget_code="2130504",
            sources=levels(FEN),
            amount_fen=FEN,
        )

    with story.books.turn(story.act("u-fund", day("2024-01-21"))) as turn:
        queued = turn.decide(decide)
    queued.receipt()


def adjust(story: Story, giver: str, taker: str, on: date = date(2024, 2, 20)) -> None:
    story.books.adjust_allocation(
        story.act("u-fund", on),
        document_no=FUND,
        from_allocation_no=giver,
        to_allocation_no=taker,
        decision_no="县领导小组2号",
        sources=levels(FEN),
        amount_fen=FEN,
        reason="项目立项",
    )


def allocated(story: Story, purpose: tuple[str, str]) -> int:
    fund = story.stream(Fund, FUND)
    return sum(fund.allocated_to(purpose).values())


def test_a_project_has_money_once_it_was_proposed(story: Story) -> None:
    with refused(story, ProjectNotProposed, project_code=CODE):
        allocate(story, PROJECT)
    story.proposed()
    allocate(story, ("project", "ｐ1"))
    assert allocated(story, PROJECT) == FEN


def test_a_unit_has_money_when_the_register_holds_it(story: Story) -> None:
    admin = story.act("u-admin", day("2024-01-02"))
    story.books.register_divisions(admin, rows=(DivisionRow(COUNTY, "城厢区"),), source="区划表")
    story.books.register_units(
        admin, rows=(UnitRow("D-ZJB", "区农业农村局", "office", place_code=COUNTY),), source="单位名册"
    )
    with refused(story, PlaceUnknown):
        allocate(story, ("unit", "D-WU"))
    allocate(story, ("unit", "D-ZJB"))


def test_a_pool_has_a_name_of_the_rulebook(story: Story) -> None:
    with refused(story, NotInRulebook):
        allocate(story, ("pool", "小金库"))
    with refused(story, PurposeUnknown):
        allocate(story, ("pool", ""))
    allocate(story, POOL)
    assert allocated(story, POOL) == FEN


def test_the_money_of_a_pool_is_adjusted_to_its_project_before_it_arrives(story: Story) -> None:
    allocate(story, POOL)
    with refused(story, PoolTakesNoCash, allocation_no="分-1", pool_code="households"):
        story.money_arrives("分-1", FEN, 0)
    story.proposed()
    allocate(story, PROJECT, "分-2")
    adjust(story, "分-1", "分-2", day("2024-01-25"))
    assert (allocated(story, POOL), allocated(story, PROJECT)) == (0, 2 * FEN)
    story.money_arrives("分-2", 2 * FEN, 0)
    assert story.account.balance_fen == 2 * FEN


def test_what_a_pool_keeps_is_taken_back(story: Story) -> None:
    allocate(story, POOL)
    story.takes_allocation_back("分-1", FEN, on=day("2024-02-20"))
    assert allocated(story, POOL) == 0


def test_an_old_allocation_to_what_never_was_stays_and_gets_no_more(story: Story) -> None:
    """Books of earlier releases hold such allocations: their facts count as before."""
    allocate(story, POOL)
    allocate_as_before(story, "旧-1", "从未申报")
    assert allocated(story, ("project", "从未申报")) == FEN
    story.money_arrives("旧-1", FEN, 0)
    story.reverses_arrival(next(iter(story.account.arrivals))[1], day("2024-02-02"))
    with refused(story, ProjectNotProposed, project_code="从未申报"):
        adjust(story, "分-1", "旧-1")
    adjust(story, "旧-1", "分-1")
    assert allocated(story, ("project", "从未申报")) == 0
