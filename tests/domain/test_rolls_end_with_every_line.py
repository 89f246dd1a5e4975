"""花名册: lines that add up, approved after their notice, sent, and answered until no line is open."""

from dataclasses import replace
from time import perf_counter

import pytest

from domain.accounts.account import Account
from domain.accounts.refusals import SourceNotArrived
from domain.books.books import Books
from domain.claims.refusals import AboveCeiling
from domain.money.sources import SourceShare
from domain.notices.refusals import NoticeNotClosed
from domain.person import PersonMisread
from domain.projects.refusals import StepOutOfOrder
from domain.refusal import AlreadyRecorded
from domain.rolls.codes import CANCELLED, CONFIRMED
from domain.rolls.refusals import (
    ProjectPaidByRoll,
    RollKindDiffers,
    RollLinesWrong,
    RollProjectDiffers,
    RollStateDiffers,
    RollTotalsDiffer,
)
from domain.rolls.roll import Roll
from domain.rolls.sending_refusals import LineNotReturned, LinesNotInSending, SendingAnswered, UnknownSending
from domain.rolls.values import RollLine
from domain.rules.refusals import PersonalNumber, PersonOnBothSides, ReasonMissing
from tests.domain.project_papers import (
    ACCOUNT,
    APPROVER,
    FUND,
    PAYER,
    RECORDER,
    REGULATIONS,
    YUAN,
    day,
)
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.domain.roll_story import (
    APRIL,
    MARCH,
    PURPOSE,
    ROLL,
    answer,
    draw_up,
    household_story,
    line,
    post_and_close,
    roll_of,
    send,
)


@pytest.fixture
def story(books: Books) -> Story:
    return household_story(books)


def test_fifty_households_with_two_failures_end_at_zero_and_the_fund_is_down_by_49000(story: Story) -> None:
    draw_up(story)
    post_and_close(story)
    story.books.approve_roll(story.act(APPROVER, APRIL), roll_no=ROLL)
    assert sum(roll_of(story).sources.values()) == 50_000 * YUAN
    send(story)
    assert story.account.balance_fen == 0
    answer(story, "DF-1", 7, 13)
    assert story.account.balance_fen == 2_000 * YUAN
    story.books.resend_line(
        story.act(PAYER, APRIL), roll_no=ROLL, line_no=7, payment_no="DF-2", voucher_no="V-DF-2"
    )
    answer(story, "DF-2")
    story.books.cancel_line(story.act(PAYER, APRIL), roll_no=ROLL, line_no=13, reason="户已迁出")

    roll = roll_of(story)
    states = [one.state for one in roll.lines.values()]
    assert states.count(CONFIRMED) == 49
    assert states.count(CANCELLED) == 1
    assert set(roll.returned.values()) == {0}
    assert story.account.balance_fen == 1_000 * YUAN
    assert sum(story.account.paid_for(PURPOSE, "roll").values()) == 49_000 * YUAN
    assert owed(story) == {"2140": 0, "1030": 0}


def owed(story: Story) -> dict[str, int]:
    """What is owed to persons (2140) and on its way at the bank (1030), from the facts alone."""
    owed_fen = underway_fen = 0
    for fact in story.books.events.get(Roll.id_of(ROLL)):
        match fact:
            case Roll.Approved():
                owed_fen += fact.amount_fen
            case Roll.BankConfirmed():
                owed_fen -= fact.amount_fen
                underway_fen -= fact.amount_fen
                assert sum(part.amount_fen for part in fact.sources) == fact.amount_fen
            case Roll.LineCancelled():
                owed_fen -= fact.amount_fen
    for fact in story.books.events.get(Account.id_of(ACCOUNT)):
        match fact:
            case Account.Paid():
                underway_fen += fact.amount_fen
            case Account.RollReturned():
                underway_fen -= fact.amount_fen
    return {"2140": owed_fen, "1030": underway_fen}


def test_wrong_lines_are_all_named_and_totals_are_shown_on_both_sides(story: Story) -> None:
    wrong = (
        line(1),
        line(2, 900 * YUAN),
        line(3, person="p-1"),
        line(4, 0),
        line(5, 900 * YUAN, reason="扣考核"),
        line(0, person="p-9"),
    )
    with refused(story, RollLinesWrong, lines="2,3,4,4,0"):
        draw_up(story, wrong)
    with refused(story, RollTotalsDiffer, declared_count=57, count=50, sum_fen=50_000 * YUAN):
        draw_up(story, declared_count=57)
    with refused(story, RollTotalsDiffer, declared_sum_fen=1, sum_fen=50_000 * YUAN):
        draw_up(story, declared_sum_fen=1)
    with refused(story, RollTotalsDiffer, count=0):
        draw_up(story, ())
    with refused(story, PersonalNumber, kind="an identity number"):
        draw_up(story, (line(1, person="11010519491231002X"),))
    draw_up(story)
    with refused(story, AlreadyRecorded):
        draw_up(story)


def test_every_line_with_a_name_or_a_number_for_a_person_is_named(story: Story) -> None:
    lines = (line(1), line(2, person="王小明"), line(3), line(4, person="11010519491231002X"))
    with refused(story, PersonMisread, given="王小明"):
        draw_up(story, lines)
    with pytest.raises(PersonMisread, match=r"第 2 行（共 2 行有误，另为第 4 行）：.*“王小明”") as raised:
        draw_up(story, lines)
    assert "Line 2 (2 lines are wrong, also 4): " in raised.value.detail_en
    with pytest.raises(PersonalNumber, match=r"第 4 行：.*身份证号"):
        draw_up(story, (line(1), lines[3]))


def test_every_reason_with_the_number_of_a_person_is_named_by_its_line(story: Story) -> None:
    numbered = tuple(line(number, reason="本人电话 13800138000") for number in (3, 7))
    with refused(story, PersonalNumber, kind="a mobile number"):
        draw_up(story, (line(1), *numbered))
    with pytest.raises(PersonalNumber, match=r"第 3 行（共 2 行有误，另为第 7 行）"):
        draw_up(story, (line(1), *numbered))


def test_a_large_roll_of_names_is_told_in_a_bounded_sentence(story: Story) -> None:
    lines = tuple(
        line(number, person=f"王小{'一二三四五六七八九十'[number % 10]}") for number in range(1, 5_001)
    )
    with pytest.raises(
        PersonMisread, match=r"第 1 行（共 5000 行有误，另为第 2、3、.*、200 等 行）"
    ) as raised:
        draw_up(story, lines)
    assert len(raised.value.detail_zh) < 1_200


def test_a_roll_waits_for_its_notice_and_for_three_persons(story: Story) -> None:
    draw_up(story)
    with refused(story, NoticeNotClosed, subject="roll/FF-1", kind="roll"):
        story.books.approve_roll(story.act(APPROVER, APRIL), roll_no=ROLL)
    with refused(story, RollStateDiffers, needed="approved"):
        send(story)
    post_and_close(story)
    with refused(story, PersonOnBothSides, person=RECORDER):
        story.books.approve_roll(story.act(RECORDER, APRIL), roll_no=ROLL)
    story.books.approve_roll(story.act(APPROVER, APRIL), roll_no=ROLL)
    with refused(story, RollStateDiffers, state="approved"):
        story.books.approve_roll(story.act(APPROVER, APRIL), roll_no=ROLL)
    for person in (RECORDER, APPROVER):
        with refused(story, PersonOnBothSides, person=person):
            story.books.send_roll(
                story.act(person, APRIL), roll_no=ROLL, payment_no="DF-1", voucher_no="V-DF"
            )
    send(story)
    with refused(story, RollStateDiffers, state="sent"):
        send(story, "DF-2")


def test_the_bank_answers_each_sending_once_for_lines_that_were_in_it(story: Story) -> None:
    draw_up(story)
    post_and_close(story)
    story.books.approve_roll(story.act(APPROVER, APRIL), roll_no=ROLL)
    send(story)
    with refused(story, UnknownSending, payment_no="DF-9"):
        answer(story, "DF-9")
    with refused(story, LinesNotInSending, lines="51"):
        answer(story, "DF-1", 7, 51)
    with refused(story, LinesNotInSending, lines="7"):
        answer(story, "DF-1", 7, 7)
    with refused(story, LineNotReturned, state="sent"):
        story.books.cancel_line(story.act(PAYER, APRIL), roll_no=ROLL, line_no=7, reason="迁出")
    answer(story, "DF-1", 7)
    with refused(story, SendingAnswered):
        answer(story, "DF-1")
    with refused(story, ReasonMissing):
        story.books.cancel_line(story.act(PAYER, APRIL), roll_no=ROLL, line_no=7, reason=" ")
    for line_no, state in ((8, "confirmed"), (99, "")):
        with refused(story, LineNotReturned, line_no=line_no, state=state):
            story.books.resend_line(
                story.act(PAYER, APRIL), roll_no=ROLL, line_no=line_no, payment_no="DF-2", voucher_no="V-2"
            )


def test_a_roll_needs_an_approved_project_without_contract_and_money_that_arrived(books: Books) -> None:
    story = Story(books, on=MARCH).worked_money(kind="subsidy")
    replace(story, code="P2").in_library()
    with refused(story, StepOutOfOrder, needed="approved"):
        draw_up(story, project_code="P2")
    story.approved(kind="subsidy")
    draw_up(story, tuple(line(n, 900_000 * YUAN, reason="核定") for n in (1, 2)))
    post_and_close(story)
    with refused(story, SourceNotArrived, asked_fen=1_800_000 * YUAN, limit_fen=990_000 * YUAN):
        story.books.approve_roll(story.act(APPROVER, APRIL), roll_no=ROLL)


def test_a_project_is_paid_by_rolls_or_under_a_contract_and_never_both(story: Story) -> None:
    story.receives(2, 0, "达市财农〔2024〕9号")
    one_fen = (SourceShare("达市财农〔2024〕9号", "central", 1),)
    works, contracted = (replace(story, code=code, fund=one_fen[0].document_no) for code in ("P3", "P4"))
    works.allocates(1, 0)
    works.approved(one_fen)
    with refused(story, RollKindDiffers, kind="works"):
        draw_up(story, project_code="P3")
    contracted.proposed("subsidy").allocates(1, 0)
    contracted.approved(one_fen, kind="subsidy").contracted(price_fen=1, route="self_build")
    with refused(story, RollProjectDiffers):
        draw_up(story, project_code="P4")
    draw_up(story)
    with refused(story, ProjectPaidByRoll, rolls=ROLL):
        story.contracted(route="self_build")


def test_claims_and_rolls_of_a_project_share_its_ceiling(books: Books) -> None:
    story = Story(books, on=MARCH).opens().proposed("subsidy").receives(60_000 * YUAN, 40_000 * YUAN)
    half = REGULATIONS.scheme("house_half_first")
    at_once = replace(half, code="half_at_once", stages=(replace(half.stages[0], needs=("plan_approved",)),))
    story.publishes_again(
        replace(REGULATIONS, payment_schemes=(*REGULATIONS.payment_schemes, at_once)),
        day("2021-01-01"),
        day("2024-01-03"),
    )
    story.money_arrives(story.allocates(60_000 * YUAN, 40_000 * YUAN), 60_000 * YUAN, 40_000 * YUAN)
    plan = (SourceShare(FUND, "central", 60_000 * YUAN), SourceShare(FUND, "provincial", 40_000 * YUAN))
    story.approved(plan, scheme="half_at_once", kind="subsidy")
    story.submits("advance", 50_000 * YUAN, MARCH)
    draw_up(story, tuple(line(number) for number in range(1, 50)))
    post_and_close(story)
    story.books.approve_roll(story.act(APPROVER, APRIL), roll_no=ROLL)
    with refused(story, AboveCeiling, paid_fen=49_000 * YUAN, ceiling_fen=50_000 * YUAN):
        story.submits("advance", 1_001 * YUAN, APRIL)
    claim_no = story.submits("advance", 1_000 * YUAN, APRIL)
    story.approves(claim_no, 1_000 * YUAN, APRIL)
    story.pays(claim_no, 1_000 * YUAN, APRIL)


def test_money_that_one_approved_roll_waits_for_is_not_promised_to_another(story: Story) -> None:
    draw_up(story, tuple(line(number) for number in range(1, 31)))
    post_and_close(story)
    story.books.approve_roll(story.act(APPROVER, APRIL), roll_no=ROLL)
    draw_up(story, tuple(line(number) for number in range(31, 52)), roll_no="FF-2")
    story.drafted("GS-2", "roll", Roll.id_of("FF-2"), MARCH)
    story.posted("GS-2", MARCH)
    story.books.close_notice(story.act("u-publisher", day("2024-03-12")), notice_no="GS-2")
    short = {"asked_fen": 21_000 * YUAN, "limit_fen": 20_000 * YUAN}
    with refused(story, SourceNotArrived, **short):
        story.books.approve_roll(story.act(APPROVER, APRIL), roll_no="FF-2")
    send(story)
    with refused(story, SourceNotArrived, **short):
        story.books.approve_roll(story.act(APPROVER, APRIL), roll_no="FF-2")
    answer(story, "DF-1", 7)
    with refused(story, SourceNotArrived, **short):
        story.books.approve_roll(story.act(APPROVER, APRIL), roll_no="FF-2")
    story.books.cancel_line(story.act(PAYER, APRIL), roll_no=ROLL, line_no=7, reason="户已迁出")
    story.books.approve_roll(story.act(APPROVER, APRIL), roll_no="FF-2")


def test_a_person_stands_once_on_a_roll_however_spelt(story: Story) -> None:
    with refused(story, RollLinesWrong, lines="2"):
        draw_up(story, (line(1, person="p-7"), line(2, person=" P-７")))
    with refused(story, PersonMisread):
        draw_up(story, (line(1, person="张三"),))


def test_twenty_thousand_lines_are_decided_in_seconds(story: Story) -> None:
    lines = tuple(RollLine(n, f"p-{n}", 1, 250, 250) for n in range(1, 20_001))
    began = perf_counter()
    draw_up(story, lines)
    post_and_close(story)
    story.books.approve_roll(story.act(APPROVER, APRIL), roll_no=ROLL)
    send(story)
    answer(story, "DF-1", *range(1, 101))
    assert perf_counter() - began < 15
    assert sum(story.account.paid_for(PURPOSE, "roll").values()) == 19_900 * 250
