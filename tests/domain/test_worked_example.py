"""The worked example of the trade (报账全过程): 990,000 yuan, contract 960,000, scheme 30/80/97/3, to the fen."""

from domain.books.books import Books
from domain.money.shares import total_fen
from domain.projects.codes import Phase
from domain.projects.project import Project
from tests.domain.project_papers import ACCOUNT, CODE, FUND, YUAN, day
from tests.domain.project_story import Story

CENTRAL, PROVINCIAL = (FUND, "central"), (FUND, "provincial")
PURPOSE = ("project", CODE)


def test_a_project_goes_from_its_plan_to_the_release_of_its_retention_and_every_source_ends_at_zero(
    books: Books,
) -> None:
    story = Story(books).worked_money().approved().contracted().started()

    story.claims_and_is_paid("advance", 288_000 * YUAN, day("2024-02-26"))
    assert story.account.paid_for(PURPOSE, "advance") == {CENTRAL: 172_800 * YUAN, PROVINCIAL: 115_200 * YUAN}

    story.measured(600_000 * YUAN, day("2024-06-01"))
    assert story.project.offset == {CENTRAL: 172_800 * YUAN, PROVINCIAL: 115_200 * YUAN}
    assert total_fen(story.project.payable) == 312_000 * YUAN

    story.claims_and_is_paid("progress", 192_000 * YUAN, day("2024-06-10"))
    story.completed().accepted().settled(942_300 * YUAN)
    project = story.project
    assert project.measured_fen == project.settlement_fen == 942_300 * YUAN
    assert project.settlement == {CENTRAL: 565_380 * YUAN, PROVINCIAL: 376_920 * YUAN}
    assert total_fen(project.payable) == (312_000 + 342_300) * YUAN
    assert project.retention_fen == 28_269 * YUAN
    assert project.release_from_on == day("2025-09-10")

    story.completion_posted()
    story.claims_and_is_paid("settlement", 434_031 * YUAN, day("2024-10-08"))
    story.handed_over()
    assert story.project.saving == {CENTRAL: 28_620 * YUAN, PROVINCIAL: 19_080 * YUAN}
    story.recovers("V-saving", 28_620 * YUAN, 19_080 * YUAN, on=day("2024-11-01"))
    story.released()
    story.claims_and_is_paid("retention", 28_269 * YUAN, day("2025-09-12"))
    interest = story.act("u-fund", day("2025-09-20"))
    books.record_interest(
        interest,
        code=ACCOUNT,
        voucher_no="V-in",
        amount_fen=123_456,
        period_from=day("2025-06-21"),
        period_to=day("2025-09-20"),
    )
    books.pay_over_interest(interest, code=ACCOUNT, voucher_no="V-out", amount_fen=123_456, receiver="国库")

    assert story.account.balance_fen == 0
    assert set(story.account.available(PURPOSE).values()) == {0}
    paid = story.account.paid_for(PURPOSE, "progress", "settlement", "retention")
    assert paid == story.project.payable
    assert story.account.paid_for(PURPOSE, "advance") == story.project.offset
    assert story.project.phase is Phase.RELEASED


def test_the_plan_is_settlement_and_saving_source_by_source(books: Books) -> None:
    story = Story(books).worked_money().approved().contracted().started()
    story.measured(333_333_33, day("2024-05-01")).measured(77_777_77, day("2024-05-02"))
    story.completed().accepted().settled(555_555_55)
    project: Project = story.project
    assert total_fen(project.settlement) == 555_555_55
    for channel, planned_fen in project.plan.items():
        assert project.settlement[channel] + project.saving[channel] == planned_fen
        assert project.settlement[channel] >= 0
