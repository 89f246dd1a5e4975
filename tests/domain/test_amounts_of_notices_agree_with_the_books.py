"""公示金额与账一致: what a notice prints is what the books have, or says why not."""

from dataclasses import replace
from typing import Any

import pytest

from domain.books.books import Books
from domain.funds.fund import Fund
from domain.money.sources import SourceShare
from domain.notices.field_text import FieldText
from domain.notices.figure_refusals import (
    FigureDiffers,
    FigureMissing,
    FigureUnexplained,
    FigureUnknown,
    NoticeAmountsMissing,
)
from domain.notices.notice import Notice
from domain.notices.notice_amount import NoticeAmount
from domain.notices.refusals import NoticeStateDiffers, SubjectUnknown
from domain.projects.project import Project
from domain.refusal import UnknownRecord
from domain.rulebook.refusals import RulebookMisread
from domain.rulebook.regulations import Regulations
from domain.rulebook.rulebook_is_whole import rulebook_is_whole
from tests.domain.project_papers import ACCOUNT, CODE, FUND, PLACE, REGULATIONS, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.notices import a_notice

SUBJECT = Project.id_of(CODE)
SETTLED_FEN = 942_300 * YUAN
FIELDS = tuple(FieldText(f.code, f.name_zh) for f in REGULATIONS.notice_kind("completion").fields)
ON = day("2024-09-21")


@pytest.fixture
def story(books: Books) -> Story:
    story = Story(books).worked_money().approved().contracted().started()
    story.measured(900_000 * YUAN).completed().accepted().settled(SETTLED_FEN)
    story.on = ON
    return story


def draft(story: Story, *amounts: NoticeAmount, notice_no: str = "GG-1") -> None:
    story.books.draft_notice(
        story.act("u-publisher"), **a_notice(notice_no, "completion", SUBJECT, fields=FIELDS, amounts=amounts)
    )


def drafted_amounts(story: Story, notice_no: str = "GG-1") -> tuple[NoticeAmount, ...]:
    notice = story.stream(Notice, notice_no)
    return notice.amounts


def amount(figure: str, amount_fen: int, **said: Any) -> NoticeAmount:
    return NoticeAmount("金额", amount_fen, figure, **said)


def test_an_amount_says_which_figure_it_is(story: Story) -> None:
    with refused(story, FigureMissing, label="金额"):
        draft(story, NoticeAmount("金额", SETTLED_FEN))


def test_a_difference_is_refused_with_both_figures(story: Story) -> None:
    differs: dict[str, Any] = {
        "figure": "settlement",
        "of": SUBJECT,
        "amount_fen": 1,
        "books_fen": SETTLED_FEN,
    }
    with refused(story, FigureDiffers, **differs):
        draft(story, amount("plan", 990_000 * YUAN), amount("settlement", 1))
    draft(story, amount("plan", 990_000 * YUAN), amount("settlement", SETTLED_FEN))
    assert drafted_amounts(story)[1] == amount(
        "settlement", SETTLED_FEN, figure_of=SUBJECT, books_fen=SETTLED_FEN
    )


@pytest.mark.parametrize(
    ("figure", "yuan"),
    [
        ("estimate", 990_000),
        ("plan", 990_000),
        ("allocated", 990_000),
        ("arrived", 990_000),
        ("contract", 960_000),
        ("measured", 942_300),
        ("settlement", 942_300),
        ("retention", 28_269),
        ("saving", 47_700),
        ("paid", 0),
        ("balance", 990_000),
    ],
)
def test_a_project_has_these_figures(story: Story, figure: str, yuan: int) -> None:
    with refused(story, FigureDiffers, books_fen=yuan * YUAN):
        draft(story, amount(figure, 1))
    draft(story, amount(figure, yuan * YUAN))


@pytest.mark.parametrize(
    ("figure", "yuan"),
    [("received", 1_000_000), ("allocated", 990_000), ("unallocated", 10_000), ("arrived", 990_000)],
)
def test_a_fund_has_these_figures_also_in_the_notice_of_a_project(
    story: Story, figure: str, yuan: int
) -> None:
    fund = Fund.id_of(FUND)
    with refused(story, FigureDiffers, of=fund, books_fen=yuan * YUAN):
        draft(story, amount(figure, 1, figure_of=fund))
    draft(story, amount(figure, yuan * YUAN, figure_of=fund))


def test_paid_follows_the_payments(story: Story) -> None:
    story.completion_posted()
    story.on = day("2024-10-09")
    story.claims_and_is_paid("settlement", 500_000 * YUAN, day("2024-10-08"))
    with refused(story, FigureDiffers, books_fen=500_000 * YUAN):
        draft(story, amount("paid", 490_000 * YUAN), notice_no="GG-2")
    draft(story, amount("paid", 500_000 * YUAN), amount("balance", 490_000 * YUAN), notice_no="GG-2")
    assert story.stream(Notice, "GG-2").version == 1


def test_a_fund_an_account_and_a_claim_say_what_was_paid_and_what_is_left(story: Story) -> None:
    story.completion_posted()
    story.on = day("2024-10-09")
    claim_no, spring = story.submits("settlement", 500_000 * YUAN, day("2024-10-08")), day("2024-10-08")
    claim, fund, account = f"claim/{claim_no}", Fund.id_of(FUND), f"account/{ACCOUNT}"
    with refused(story, FigureUnknown, figure="approved", of=claim, known="claimed, paid"):
        draft(story, amount("approved", 0, figure_of=claim), notice_no="GG-2")
    story.approves(claim_no, 400_000 * YUAN, spring)
    story.pays(claim_no, 300_000 * YUAN, spring)
    rightly = {(claim, "claimed"): 500_000, (claim, "approved"): 400_000, (claim, "paid"): 300_000}
    rightly |= {(fund, "paid"): 300_000, (fund, "balance"): 690_000, (account, "balance"): 690_000}
    for (of, figure), yuan in rightly.items():
        with refused(story, FigureDiffers, of=of, figure=figure, books_fen=yuan * YUAN):
            draft(story, amount(figure, 1, figure_of=of), notice_no="GG-2")
    draft(
        story,
        *(amount(figure, yuan * YUAN, figure_of=of) for (of, figure), yuan in rightly.items()),
        notice_no="GG-2",
    )


def test_a_kind_of_notice_names_its_amounts(books: Books) -> None:
    story = Story(books, on=day("2024-02-10")).worked_money(asking("plan", "paid")).approved()
    plan, paid = amount("plan", 990_000 * YUAN), amount("paid", 0)
    with refused(story, NoticeAmountsMissing, kind="completion", of=SUBJECT, missing="plan,paid"):
        draft(story)
    with refused(story, NoticeAmountsMissing, missing="paid"):
        draft(story, plan)
    with refused(story, NoticeAmountsMissing, missing="plan"):
        draft(story, paid, amount("allocated", 990_000 * YUAN, figure_of=Fund.id_of(FUND)))
    draft(story, plan, amount("paid", 5, otherwise_reason="原公告按合同价刊登"))
    story.posted("GG-1", story.on)
    with refused(story, NoticeAmountsMissing, missing="plan,paid"):
        story.books.extend_notice(
            story.act("u-publisher"), notice_no="GG-1", reason="更正", fields=FIELDS, amounts=()
        )


def test_a_rulebook_asks_for_figures_that_the_books_keep() -> None:
    with pytest.raises(RulebookMisread) as raised:
        rulebook_is_whole(asking("unkept"))
    assert raised.value.field == "notice_kinds.completion.figures"


def asking(*figures: str) -> Regulations:
    """The rules, with these amounts asked for in a completion notice."""
    kinds = REGULATIONS.notice_kinds
    asked = [replace(kind, figures=figures) if kind.code == "completion" else kind for kind in kinds]
    return replace(REGULATIONS, notice_kinds=tuple(asked))


def test_what_the_books_do_not_have_is_not_compared_with_nothing(books: Books) -> None:
    story = Story(books, on=ON).worked_money().proposed()
    with refused(story, FigureUnknown, figure="settlement", known="estimate"):
        draft(story, amount("settlement", 0))
    with refused(story, FigureUnknown, figure="pledged"):
        draft(story, amount("pledged", 0))
    with refused(story, FigureUnknown, of="rulebook/county", known=""):
        draft(story, amount("balance", 0, figure_of="rulebook/county"))
    with refused(story, UnknownRecord):
        draft(story, amount("plan", 0, figure_of="project/none"))
    for nothing in ("weather/today", "project/", "P1"):
        with refused(story, SubjectUnknown):
            draft(story, amount("plan", 0, figure_of=nothing))


def test_what_the_books_do_not_keep_says_where_it_comes_from(story: Story) -> None:
    with refused(story, FigureUnexplained, label="金额"):
        draft(story, amount("unkept", 30_000 * YUAN, otherwise_reason=" "))
    draft(story, amount("unkept", 30_000 * YUAN, otherwise_reason="村民自筹，不入专账"))
    (kept,) = drafted_amounts(story)
    assert kept.unkept
    assert not kept.printed_otherwise


def test_an_old_paper_keeps_what_it_printed_beside_the_figure_of_the_books(story: Story) -> None:
    draft(story, amount("settlement", 942_000 * YUAN, otherwise_reason="原公告四舍五入到千元"))
    (kept,) = drafted_amounts(story)
    assert kept.printed_otherwise
    assert (kept.amount_fen, kept.books_fen) == (942_000 * YUAN, SETTLED_FEN)
    story.posted("GG-1", ON)


def test_what_agreed_when_it_was_drafted_is_compared_again_when_it_is_posted(books: Books) -> None:
    story = Story(books, on=day("2024-02-10")).worked_money().approved()
    draft(story, amount("paid", 0), amount("plan", 990_000 * YUAN))
    story.books.change_project(
        story.act("u-change", day("2024-02-11")),
        code=CODE,
        change_no="BG-1",
        subject="plan",
        reason="调减",
        plan_change_fen=-10_000 * YUAN,
        sources=(SourceShare(FUND, "central", -10_000 * YUAN),),
        approval_no="批-1",
    )
    with refused(story, FigureDiffers, amount_fen=990_000 * YUAN, books_fen=980_000 * YUAN):
        story.posted("GG-1", day("2024-02-12"))
    story.books.withdraw_notice(
        story.act("u-publisher", day("2024-02-12")), notice_no="GG-1", reason="计划已调减"
    )
    with refused(story, NoticeStateDiffers, state="withdrawn"):
        story.posted("GG-1", day("2024-02-12"))


def test_a_changed_notice_is_compared_too(story: Story) -> None:
    draft(story)
    story.posted("GG-1", ON)
    change: dict[str, Any] = {"notice_no": "GG-1", "reason": "补登金额", "fields": FIELDS}
    with refused(story, FigureDiffers, books_fen=SETTLED_FEN):
        story.books.extend_notice(story.act("u-publisher"), **change, amounts=(amount("settlement", 1),))
    story.books.extend_notice(
        story.act("u-publisher"), **change, amounts=(amount("settlement", SETTLED_FEN),)
    )


def test_drafts_from_before_figures_were_named_are_posted_as_they_are(story: Story) -> None:
    old = Notice(Notice.id_of("GG-0"))
    old.record(
        Notice.Drafted,
        effective_on=ON,
        by="u-publisher",
        notice_no="GG-0",
        kind="completion",
        level="village",
        place_code=PLACE,
        subject=SUBJECT,
        title="完成公告",
        fields=FIELDS,
        amounts=(NoticeAmount("总额", 1),),
    )
    story.books.recorder.insert_events(
        [story.books.mapper.to_stored_event(fact) for fact in old.collect_events()]
    )
    story.posted("GG-0", ON)
    assert isinstance(story.fact(Notice, "GG-0"), Notice.Posted)
