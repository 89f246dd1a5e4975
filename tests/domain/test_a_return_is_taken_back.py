"""冲销退回: a return by the bank, or a refund, that was entered by mistake; the payment stands again with its claim."""

from datetime import date

import pytest

from domain.accounts.payment_refusals import PaymentOfRoll, PaymentUnknown, ReturnSpent, ReturnUnknown
from domain.books.books import Books
from domain.claims.refusals import AbovePayable, ClaimOverdrawn, ClaimStepOutOfOrder
from domain.rules.refusals import DatesOutOfOrder, PersonalNumber, ReasonMissing
from tests.domain.project_papers import ACCOUNT, PAYER, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.domain.roll_story import ROLL, draw_up, household_story, paid
from tests.given.gifts import a_pledge

APRIL, MAY, JUNE = day("2024-04-10"), day("2024-05-10"), day("2024-06-10")
GIVEN_FEN, PAID_FEN = 900, 500


@pytest.fixture
def story(books: Books) -> Story:
    """A gift of 9 yuan, of which 5 were paid on a claim."""
    story = Story(books, on=APRIL).opens()
    story.books.pledge_gift(story.act(), **a_pledge("JZ-1", GIVEN_FEN))
    story.books.receive_gift_cash(
        story.act(), gift_no="JZ-1", voucher_no="捐-1", account_code=ACCOUNT, amount_fen=GIVEN_FEN
    )
    claim(story, PAID_FEN)
    return story


def claim(story: Story, amount_fen: int, on: date = APRIL) -> tuple[str, str]:
    """Claim of the gift and pay it; the claim and the payment."""
    claim_no = story.submits("gift", amount_fen, on, purpose=("gift", "JZ-1"), payee_id="v-1")
    story.approves(claim_no, amount_fen, on)
    return claim_no, story.pays(claim_no, amount_fen, on)


def payment_of(story: Story) -> str:
    return next(iter(story.account.payments))


def claim_of(story: Story) -> str:
    return story.account.payment(payment_of(story)).fact.claim_no


def bank_returns(story: Story, on: date = MAY) -> None:
    story.books.return_payment(
        story.act(PAYER, on),
        code=ACCOUNT,
        payment_no=payment_of(story),
        bank_reference="退-1",
        reason="户名不符",
    )


def refunds(story: Story, refund_no: str, amount_fen: int, on: date = MAY) -> None:
    story.books.record_refund(
        story.act(PAYER, on),
        code=ACCOUNT,
        refund_no=refund_no,
        payment_no=payment_of(story),
        amount_fen=amount_fen,
        reason="多付",
    )


def reverse(
    story: Story, refund_no: str = "", reason: str = "银行实际已付", on: date = JUNE, payment_no: str = ""
) -> None:
    story.books.reverse_return(
        story.act(PAYER, on),
        code=ACCOUNT,
        payment_no=payment_no or payment_of(story),
        refund_no=refund_no,
        reason=reason,
    )


def held(story: Story) -> tuple[int, int]:
    """The balance of the account, and what the payee holds of the claim."""
    return story.account.balance_fen, story.claim(claim_of(story)).paid_fen


def test_a_payment_that_the_bank_made_after_all_stands_again(story: Story) -> None:
    before = story.account.outstanding.entries
    bank_returns(story)
    assert held(story) == (GIVEN_FEN, 0)
    reverse(story)
    assert held(story) == (GIVEN_FEN - PAID_FEN, PAID_FEN)
    assert story.account.outstanding.entries == before, "the bank never saw the return"
    bank_returns(story, on=JUNE)
    assert held(story) == (GIVEN_FEN, 0), "it may be returned again, truly"


def test_each_refund_is_taken_back_by_its_number_however_it_is_spelt(story: Story) -> None:
    refunds(story, "TK-1", 100)
    refunds(story, "TK-2", 200)
    reverse(story, "tk－２")
    assert held(story) == (GIVEN_FEN - PAID_FEN + 100, PAID_FEN - 100)
    with refused(story, ReturnUnknown, refund_no="TK-2"):
        reverse(story, "TK-2")
    reverse(story, "TK-1")
    assert held(story) == (GIVEN_FEN - PAID_FEN, PAID_FEN)


def test_a_return_is_no_refund_and_an_unknown_payment_nothing(story: Story) -> None:
    with refused(story, ReturnUnknown):
        reverse(story)
    refunds(story, "TK-1", 100)
    with refused(story, ReturnUnknown):
        reverse(story)
    with refused(story, PaymentUnknown):
        reverse(story, payment_no="FK-9999")


def test_it_says_why_and_is_not_dated_before_the_return(story: Story) -> None:
    bank_returns(story)
    with refused(story, ReasonMissing):
        reverse(story, reason=" ")
    with refused(story, PersonalNumber):
        reverse(story, reason="付给13800138000")
    with refused(story, DatesOutOfOrder):
        reverse(story, on=day("2024-05-09"))
    reverse(story)
    with refused(story, ReturnUnknown):
        reverse(story)


def test_money_that_was_paid_again_on_the_claim_cannot_stand_twice(story: Story) -> None:
    bank_returns(story)
    story.pays(claim_of(story), 400, MAY)
    with refused(story, ClaimOverdrawn, asked_fen=PAID_FEN, limit_fen=100):
        reverse(story)


def test_money_that_was_spent_otherwise_is_not_there(story: Story) -> None:
    bank_returns(story)
    claim(story, GIVEN_FEN - 100, on=MAY)
    with refused(story, ReturnSpent, asked_fen=PAID_FEN, limit_fen=100):
        reverse(story)


def test_a_claim_that_was_withdrawn_since_is_not_paid(story: Story) -> None:
    bank_returns(story)
    story.books.withdraw_claim(story.act(on=MAY), claim_no=claim_of(story), reason="重新报账")
    with refused(story, ClaimStepOutOfOrder, state="withdrawn"):
        reverse(story)


SPRING = day("2024-03-15")


@pytest.fixture
def works(books: Books) -> Story:
    return Story(books).worked_money().approved().contracted().started()


def works_return(works: Story, payment_no: str) -> None:
    works.books.return_payment(
        works.act(PAYER, SPRING), code=ACCOUNT, payment_no=payment_no, bank_reference="T-1", reason="户名不符"
    )


def test_a_payment_of_works_stands_again_while_it_is_payable(works: Story) -> None:
    payment_no = works.claims_and_is_paid("advance", 1001, SPRING)
    works_return(works, payment_no)
    reverse(works, on=SPRING, payment_no=payment_no)
    assert sum(works.account.paid_for(("project", works.code), "advance").values()) == 1001


def test_what_works_no_longer_make_payable_does_not_stand_again(works: Story) -> None:
    works.measured(400_000 * YUAN, SPRING)
    payment_no = works.claims_and_is_paid("progress", 320_000 * YUAN, SPRING)
    works_return(works, payment_no)
    certificate = next(iter(works.project.certificates))
    works.books.reverse_measurement(
        works.act(on=SPRING), code=works.code, certificate_no=certificate, reason="误登"
    )
    with refused(works, AbovePayable, asked_fen=192_000 * YUAN, limit_fen=0):
        reverse(works, on=SPRING, payment_no=payment_no)


def test_a_payment_of_a_roll_comes_back_and_stands_again_by_its_roll(books: Books) -> None:
    households = household_story(books)
    draw_up(households)
    paid(households, 7)
    with refused(households, PaymentOfRoll, payment_no="DF-1", roll_no=ROLL):
        reverse(households, payment_no="DF-1")
