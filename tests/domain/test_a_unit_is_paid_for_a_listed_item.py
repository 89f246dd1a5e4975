"""单位用款有事项: a unit names what it spends money on, brings its papers, posts it, proves it, and is paid then."""

from dataclasses import replace

import pytest

from domain.books.books import Books
from domain.claims.refusals import ClaimPaidAlready, ClaimStepOutOfOrder, DocumentsMissing
from domain.claims.spending_refusals import (
    AboveAccepted,
    AboveAllocatedItem,
    AcceptedBeyondClaim,
    AdvanceNotAccountedFor,
    DeliveryBuiltUpon,
    DeliveryNotAccepted,
    ItemNotAllocated,
    SheetNotDemanded,
)
from domain.money.refusals import AmountOutOfRange
from domain.notices.refusals import NoticeNotClosed
from domain.refusal import OutsideScope, UnknownRecord
from domain.rulebook.refusals import RulebookMisread
from domain.rulebook.rulebook_is_whole import rulebook_is_whole
from domain.rules.refusals import (
    CountOutOfRange,
    DatedBeforeFormerStep,
    PersonalNumber,
    PersonOnBothSides,
    ReasonMissing,
    SpendingItemNotAllowed,
)
from tests.domain.project_papers import RECORDER, REGULATIONS, YUAN, day
from tests.domain.refusing import refused
from tests.domain.spending_story import ACCEPTOR, CLOSED, PAID, RULES, SUBMITTED, UNIT, Spender
from tests.given.claims import a_claim

TRAINING = 12_900 * YUAN
"""86 persons at 150 yuan."""
BUDGET = 20_000 * YUAN
"""The budget of a work team for a year (阿坝州, 2019)."""
ALLOWED = "work_team,training,post_wages,project_design,upkeep,loan_subsidy"


@pytest.fixture
def story(books: Books) -> Spender:
    story = Spender(books)
    story.opens(RULES)
    return story.given()


def trained(story: Spender) -> str:
    """A training course that was claimed, accepted by its attendance sheet, posted and approved."""
    claim_no = story.claims("training", TRAINING)
    story.is_delivered(claim_no, TRAINING)
    story.is_announced(claim_no, "county")
    story.is_approved(claim_no, TRAINING)
    return claim_no


def advanced(story: Spender, amount_fen: int = BUDGET) -> str:
    """The budget of a work team, claimed, posted, approved and paid in advance."""
    claim_no = story.claims("work_team", amount_fen)
    story.is_announced(claim_no, "county")
    story.is_approved(claim_no, amount_fen)
    story.pays(claim_no, amount_fen, PAID)
    return claim_no


def test_a_training_course_is_paid_when_it_was_posted_and_its_sheet_accepted(story: Spender) -> None:
    claim_no = trained(story)
    story.pays(claim_no, TRAINING, PAID)
    claim = story.claim(claim_no)
    assert (claim.spending_item, claim.accepted_fen, claim.paid_fen) == ("training", TRAINING, TRAINING)
    assert claim.unaccounted_fen == 0


@pytest.mark.parametrize("item", ["", "banquet", "gift_goods"])
def test_a_unit_names_an_item_that_the_rulebook_lists(story: Spender, item: str) -> None:
    with refused(story, SpendingItemNotAllowed, spending_item=item, allowed=ALLOWED):
        story.claims(item, TRAINING)


def test_the_refusal_says_what_is_allowed_in_words(story: Spender) -> None:
    with pytest.raises(SpendingItemNotAllowed) as raised:
        story.claims("", TRAINING)
    assert "（未填）" in raised.value.detail_zh
    assert "work_team 驻村工作队工作经费、training 培训" in raised.value.detail_zh
    assert "training (training), post_wages (wages of public posts)" in raised.value.detail_en


@pytest.mark.parametrize("paper", ["trainee_list", "invoice", "expense_list", "application"])
def test_a_claim_brings_the_papers_of_its_stage_and_of_its_item(story: Spender, paper: str) -> None:
    with refused(story, DocumentsMissing, stage="unit", missing=paper):
        story.claims("training", TRAINING, without=paper)


def test_only_units_and_gifts_name_an_item(story: Spender) -> None:
    with refused(story, SpendingItemNotAllowed, spending_item="training", allowed=""):
        story.books.submit_claim(
            story.act(),
            **a_claim("BZ-fee", "fee", 1, (), ("fee", ""), fee_use="design", spending_item="training"),
        )


def test_nothing_is_paid_before_the_notice_hung_its_days(story: Spender) -> None:
    claim_no = story.claims("training", TRAINING)
    story.is_delivered(claim_no, TRAINING)
    story.is_approved(claim_no, TRAINING)
    missing = {"subject": f"claim/{claim_no}", "kind": "unit_spending", "levels": "county"}
    with refused(story, NoticeNotClosed, **missing):
        story.pays(claim_no, TRAINING, PAID)


def test_a_notice_that_was_withdrawn_opens_no_payment(story: Spender) -> None:
    claim_no = story.claims("training", TRAINING)
    story.is_delivered(claim_no, TRAINING)
    notice_no = story.is_announced(claim_no, "county")
    story.is_approved(claim_no, TRAINING)
    story.books.withdraw_notice(story.act("u-publisher", CLOSED), notice_no=notice_no, reason="金额有误")
    with refused(story, NoticeNotClosed, levels="county"):
        story.pays(claim_no, TRAINING, PAID)


def test_nothing_is_reimbursed_that_no_sheet_proves(story: Spender) -> None:
    claim_no = story.claims("training", TRAINING)
    story.is_announced(claim_no, "county")
    story.is_approved(claim_no, TRAINING)
    sheet = {"claim_no": claim_no, "spending_item": "training", "sheet": "attendance_sheet"}
    with refused(story, DeliveryNotAccepted, **sheet):
        story.pays(claim_no, TRAINING, PAID)
    story.is_delivered(claim_no, TRAINING - 100, PAID)
    with refused(story, AboveAccepted, asked_fen=TRAINING, limit_fen=TRAINING - 100):
        story.pays(claim_no, TRAINING, PAID)
    story.pays(claim_no, 900, PAID)
    with refused(story, AboveAccepted, asked_fen=TRAINING - 900, limit_fen=TRAINING - 1_000):
        story.pays(claim_no, TRAINING - 900, PAID)
    story.pays(claim_no, TRAINING - 1_000, PAID)


def test_a_sheet_proves_no_more_than_was_claimed(story: Spender) -> None:
    claim_no = story.claims("training", TRAINING)
    with refused(story, AcceptedBeyondClaim, asked_fen=TRAINING + 1, limit_fen=TRAINING):
        story.is_delivered(claim_no, TRAINING + 1)
    with refused(story, AmountOutOfRange):
        story.is_delivered(claim_no, 0)
    with refused(story, CountOutOfRange, given="0", smallest=1):
        story.is_delivered(claim_no, TRAINING, quantity=0)


def test_neither_the_submitter_nor_the_payee_accepts_the_delivery(story: Spender) -> None:
    claim_no = story.claims("training", TRAINING, payee_id="f-school")
    with refused(story, PersonOnBothSides, person=RECORDER, other="submission"):
        story.is_delivered(claim_no, TRAINING, by=RECORDER)
    with refused(story, PersonOnBothSides, person="f-school", other="receipt of the money"):
        story.is_delivered(claim_no, TRAINING, by="f-school")


def test_a_delivery_is_accepted_once_and_after_the_claim(story: Spender) -> None:
    claim_no = story.claims("training", TRAINING)
    with refused(story, DatedBeforeFormerStep):
        story.is_delivered(claim_no, TRAINING, day("2024-03-03"))
    story.is_delivered(claim_no, TRAINING)
    with refused(story, ClaimStepOutOfOrder, claim_no=claim_no, needed="not accepted"):
        story.is_delivered(claim_no, TRAINING)
    refused_no, withdrawn_no = story.claims("training", 100), story.claims("training", 100)
    story.refuses(refused_no)
    story.withdraws(withdrawn_no)
    with refused(story, ClaimStepOutOfOrder, state="refused"):
        story.is_delivered(refused_no, 100, PAID)
    with refused(story, ClaimStepOutOfOrder, state="withdrawn"):
        story.is_delivered(withdrawn_no, 100, PAID)


def test_no_sheet_is_brought_where_none_is_asked_for(story: Spender) -> None:
    claim_no = story.claims("loan_subsidy", 100)
    with refused(story, SheetNotDemanded, claim_no=claim_no, spending_item="loan_subsidy"):
        story.is_delivered(claim_no, 100)
    story.is_announced(claim_no, "county")
    story.is_approved(claim_no, 100)
    story.pays(claim_no, 100, PAID)
    with refused(story, ClaimStepOutOfOrder, claim_no=claim_no, needed="accepted"):
        story.takes_back(claim_no)


def test_a_wrong_sheet_is_taken_back_while_nothing_is_paid(story: Spender) -> None:
    claim_no = trained(story)
    with refused(story, ReasonMissing):
        story.takes_back(claim_no, reason=" ")
    with refused(story, PersonalNumber):
        story.takes_back(claim_no, reason="联系人 13812345678")
    with refused(story, DatedBeforeFormerStep):
        story.takes_back(claim_no, on=SUBMITTED)
    with refused(story, OutsideScope):
        act = story.act(ACCEPTOR, PAID, scope="510000")
        story.books.take_back_delivery(act, claim_no=claim_no, reason="签到表有误")
    with refused(story, UnknownRecord, stream="claim/BZ-9"):
        story.takes_back("BZ-9")
    story.takes_back(claim_no)
    with refused(story, ClaimStepOutOfOrder, needed="accepted"):
        story.takes_back(claim_no)
    with refused(story, DeliveryNotAccepted):
        story.pays(claim_no, TRAINING, PAID)
    story.is_delivered(claim_no, TRAINING, PAID)
    story.pays(claim_no, TRAINING, PAID)
    with refused(story, ClaimPaidAlready, claim_no=claim_no, paid_fen=TRAINING):
        story.takes_back(claim_no)


def test_an_advance_is_accounted_for_before_the_next(story: Spender) -> None:
    former, waiting = advanced(story), story.claims("training", 100)
    figures: dict[str, int | str] = {
        "claim_no": former,
        "paid_fen": BUDGET,
        "accepted_fen": 0,
        "open_fen": BUDGET,
    }
    with refused(story, AdvanceNotAccountedFor, **figures):
        story.claims("work_team", BUDGET, PAID)
    story.is_delivered(former, BUDGET - 5_000, PAID)
    figures |= {"accepted_fen": BUDGET - 5_000, "open_fen": 5_000}
    with refused(story, AdvanceNotAccountedFor, **figures):
        story.claims("work_team", BUDGET, PAID)
    (payment_no,) = story.claim(former).payments
    story.refunds(payment_no, 5_000)
    assert story.claim(former).unaccounted_fen == 0
    story.claims("work_team", BUDGET, PAID)
    assert story.claim(waiting).awaits_payment is False


def test_the_second_of_two_claimed_advances_waits_for_the_sheet_of_the_first(story: Spender) -> None:
    first, second = (story.claims("work_team", BUDGET) for _ in range(2))
    for claim_no in (first, second):
        story.is_announced(claim_no, "county")
        story.is_approved(claim_no, BUDGET)
    story.pays(first, BUDGET - 100, PAID)
    story.pays(first, 100, PAID)
    with refused(story, AdvanceNotAccountedFor, claim_no=first, open_fen=BUDGET):
        story.pays(second, BUDGET, PAID)
    story.is_delivered(first, BUDGET, PAID)
    story.pays(second, BUDGET, PAID)
    with refused(story, DeliveryBuiltUpon, claim_no=first, later_claim_no=second):
        story.takes_back(first)
    story.is_delivered(second, BUDGET, PAID)
    story.takes_back(first)
    assert story.claim(first).unaccounted_fen == BUDGET


def test_an_advance_is_proved_when_it_was_paid_and_no_further(story: Spender) -> None:
    claim_no = story.claims("work_team", BUDGET)
    with refused(story, ClaimStepOutOfOrder, state="submitted", needed="paid"):
        story.is_delivered(claim_no, BUDGET)
    paid_no = advanced(story, 300)
    with refused(story, AcceptedBeyondClaim, asked_fen=301, limit_fen=300):
        story.is_delivered(paid_no, 301, PAID)


def test_a_claim_is_judged_by_the_version_under_which_it_was_submitted(books: Books) -> None:
    story = Spender(books)
    story.opens(REGULATIONS)
    story.given()
    old = story.claims("", 100)
    with refused(story, SpendingItemNotAllowed, spending_item="training", allowed=""):
        story.claims("training", 100)
    story.publishes_again(RULES, day("2024-03-01"), on=day("2024-03-20"))
    story.is_approved(old, 100)
    story.pays(old, 100, PAID)
    with refused(story, SpendingItemNotAllowed, spending_item="", allowed=ALLOWED):
        story.claims("", 100)
    with refused(story, SheetNotDemanded, claim_no=old, spending_item=""):
        story.is_delivered(old, 100, PAID)


def test_a_paid_unit_claim_without_a_sheet_waits_at_every_level_that_its_item_names(story: Spender) -> None:
    assert story.regulations.spending_item("loan_subsidy").notice_levels == ("county", "town", "village")
    claim_no = story.claims("loan_subsidy", 100, purpose=UNIT)
    story.is_approved(claim_no, 100)
    with refused(story, NoticeNotClosed, kind="unit_spending", levels="county"):
        story.pays(claim_no, 100, PAID)


def test_a_unit_spends_on_what_it_was_given_for(books: Books) -> None:
    story = Spender(books)
    story.opens(RULES)
    story.given_for("training", TRAINING, "县农计〔2024〕7号")
    with refused(story, ItemNotAllocated, unit=UNIT[1], spending_item="work_team", allocated="training"):
        story.claims("work_team", 100)
    story.pays(trained(story), TRAINING, PAID)
    story.given_for("work_team", BUDGET, "县农计〔2024〕8号")
    more = story.claims("training", 100)
    story.is_delivered(more, 100)
    story.is_announced(more, "county")
    story.is_approved(more, 100)
    with refused(story, AboveAllocatedItem, asked_fen=100, limit_fen=0):
        story.pays(more, 100, PAID)
    story.given_for("", 60, "县农计〔2024〕9号")
    with refused(story, AboveAllocatedItem, asked_fen=100, limit_fen=60):
        story.pays(more, 100, PAID)
    story.pays(more, 60, PAID)


def test_money_is_allocated_for_an_item_of_the_rulebook(story: Spender) -> None:
    story.receives(100, 0, "县农计〔2024〕7号")
    for item in ("banquet", "gift_works"):
        with refused(story, SpendingItemNotAllowed, spending_item=item, allowed=ALLOWED):
            story.allocates(100, 0, UNIT, "县农计〔2024〕7号", spending_item=item)
    with refused(story, SpendingItemNotAllowed, spending_item="training", allowed=""):
        story.allocates(100, 0, ("fee", ""), "县农计〔2024〕7号", spending_item="training")


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"paid_for": "project"}, "spending_items.work_team.paid_for"),
        ({"sheet": "photo"}, "spending_items.work_team.sheet"),
        ({"notice_kind": "poster"}, "spending_items.work_team.notice_kind"),
        ({"notice_levels": ("site",)}, "spending_items.work_team.notice_levels"),
        ({"code": "training"}, "spending_items"),
        ({"year_cap_fen": -1}, "spending_items.work_team.year_cap_fen"),
        ({"source": " "}, "spending_items[0].source"),
    ],
)
def test_an_item_of_the_rulebook_leads_somewhere(change: dict[str, object], where: str) -> None:
    first, *rest = RULES.spending_items
    changed = replace(first, **change)  # type: ignore[arg-type]  # one field of an item
    with pytest.raises(RulebookMisread) as raised:
        rulebook_is_whole(replace(RULES, spending_items=(changed, *rest)))
    assert raised.value.field == where
