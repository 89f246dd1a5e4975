"""更正代发结果: lines taken to be paid that came back, or the other way round, and pay-backs that were none."""

from datetime import date

import pytest

from domain.accounts.payment_refusals import ReturnSpent
from domain.books.books import Books
from domain.rolls.codes import CONFIRMED, PAID_BACK, RETURNED
from domain.rolls.refusals import PersonsPaidTwice, RollStateDiffers
from domain.rolls.sending_refusals import (
    LinesAnsweredOtherwise,
    LinesNotInSending,
    PaidBackAboveLine,
    PayBackUnknown,
    UnknownSending,
)
from domain.rules.refusals import DatedBeforeFormerStep, NothingGiven, PersonalNumber, ReasonMissing
from tests.domain.project_papers import APPROVER, PAYER, YUAN
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.domain.roll_story import (
    APRIL,
    MARCH,
    MAY,
    PURPOSE,
    ROLL,
    draw_up,
    household_story,
    line,
    paid,
    roll_of,
)

LINE_FEN = 1_000 * YUAN
WHOLE_FEN = 50 * LINE_FEN


@pytest.fixture
def story(books: Books) -> Story:
    """50 lines of 1,000 yuan, of which the bank, so it was entered, returned the lines 7 and 8."""
    story = household_story(books)
    draw_up(story)
    paid(story, 7, 8)
    return story


def were_returned(
    story: Story, *lines: int, payment_no: str = "DF-1", reason: str = "银行补送退回清单", on: date = MAY
) -> None:
    story.books.reverse_confirmation(
        story.act(PAYER, on), roll_no=ROLL, payment_no=payment_no, line_nos=lines, reason=reason
    )


def were_paid(
    story: Story, *lines: int, payment_no: str = "DF-1", reason: str = "银行更正：已发放", on: date = MAY
) -> None:
    story.books.reverse_line_returns(
        story.act(PAYER, on), roll_no=ROLL, payment_no=payment_no, line_nos=lines, reason=reason
    )


def pay_back(
    story: Story, line_no: int, fen: int = LINE_FEN, refund_no: str = "TK-1", on: date = MAY
) -> None:
    story.books.pay_back_line(
        story.act(PAYER, on),
        roll_no=ROLL,
        line_no=line_no,
        refund_no=refund_no,
        amount_fen=fen,
        reason="错发",
    )


def gave_nothing_back(
    story: Story, refund_no: str = "TK-1", reason: str = "记错花名册", on: date = MAY
) -> None:
    story.books.reverse_pay_back(story.act(PAYER, on), roll_no=ROLL, refund_no=refund_no, reason=reason)


def resend(story: Story, line_no: int, payment_no: str) -> None:
    story.books.resend_line(
        story.act(PAYER, MAY),
        roll_no=ROLL,
        line_no=line_no,
        payment_no=payment_no,
        voucher_no=f"V-{payment_no}",
    )


def cancel_line(story: Story, line_no: int, on: date = MAY) -> None:
    story.books.cancel_line(story.act(PAYER, on), roll_no=ROLL, line_no=line_no, reason="已迁出")


def close(story: Story) -> None:
    story.books.close_roll(story.act(APPROVER, MAY), roll_no=ROLL)


def paid_fen(story: Story) -> int:
    return sum(story.account.paid_for(PURPOSE, "roll").values())


def states(story: Story, *lines: int) -> list[str]:
    roll = roll_of(story)
    return [roll.lines[line_no].state for line_no in lines]


def test_lines_that_were_confirmed_and_came_back_are_returned_and_go_on(story: Story) -> None:
    were_returned(story, 3, 2, payment_no="df－１")
    assert states(story, 2, 3, 7) == [RETURNED, RETURNED, RETURNED]
    assert paid_fen(story) == WHOLE_FEN - 4 * LINE_FEN
    resend(story, 2, "DF-2")
    answer_in_may(story, "DF-2")
    for line_no in (3, 7, 8):
        cancel_line(story, line_no)
    close(story)
    assert (paid_fen(story), roll_of(story).owed_fen) == (WHOLE_FEN - 3 * LINE_FEN, WHOLE_FEN - 3 * LINE_FEN)


def answer_in_may(story: Story, payment_no: str) -> None:
    story.books.record_bank_answer(story.act(PAYER, MAY), roll_no=ROLL, payment_no=payment_no, returned=())


def test_the_payment_of_an_answer_and_of_a_recall_is_read_in_any_spelling(story: Story) -> None:
    resend(story, 7, "DF-2")
    story.books.recall_sending(story.act(PAYER, MAY), roll_no=ROLL, payment_no="ｄｆ－２", reason="银行未发")
    resend(story, 7, "DF-3")
    answer_in_may(story, "df－3")
    assert (states(story, 7), roll_of(story).lines[7].paid_in) == ([CONFIRMED], "DF-3")


def test_lines_that_were_returned_and_had_been_paid_are_confirmed(story: Story) -> None:
    were_paid(story, 8, 7)
    assert states(story, 7, 8) == [CONFIRMED, CONFIRMED]
    assert paid_fen(story) == WHOLE_FEN
    assert sum(story.account.available(PURPOSE).values()) == 0
    close(story)
    assert roll_of(story).closed


def test_a_wrong_correction_is_put_right_again(story: Story) -> None:
    were_returned(story, 1)
    were_paid(story, 1)
    were_returned(story, 1)
    assert states(story, 1) == [RETURNED]
    assert paid_fen(story) == WHOLE_FEN - 3 * LINE_FEN


def test_what_the_bank_never_gave_back_is_no_entry_of_the_next_statement(story: Story) -> None:
    open_fen = [entry.amount_fen for entry in story.account.outstanding.entries.values()]
    assert 2 * LINE_FEN in open_fen
    were_paid(story, 7)
    open_fen = [entry.amount_fen for entry in story.account.outstanding.entries.values()]
    assert LINE_FEN in open_fen
    assert 2 * LINE_FEN not in open_fen
    were_paid(story, 8)
    assert all(entry.amount_fen != LINE_FEN for entry in story.account.outstanding.entries.values())


def test_a_line_is_put_right_while_it_stands_as_the_bank_answered(story: Story) -> None:
    with refused(story, LinesAnsweredOtherwise, line_no=7, state="returned", needed="confirmed"):
        were_returned(story, 1, 7)
    with refused(story, LinesAnsweredOtherwise, line_no=1, state="confirmed", needed="returned"):
        were_paid(story, 7, 1)
    cancel_line(story, 8)
    with refused(story, LinesAnsweredOtherwise, line_no=8, state="cancelled"):
        were_paid(story, 8)
    resend(story, 7, "DF-2")
    with refused(story, LinesAnsweredOtherwise, line_no=7, state="sent", sent_in="DF-2", payment_no="DF-1"):
        were_paid(story, 7)
    story.books.record_bank_answer(story.act(PAYER, MAY), roll_no=ROLL, payment_no="DF-2", returned=())
    with refused(story, LinesAnsweredOtherwise, line_no=7, sent_in="DF-2", payment_no="DF-1"):
        were_returned(story, 7)
    were_returned(story, 7, payment_no="DF-2")
    assert states(story, 7) == [RETURNED]


def test_only_lines_of_the_sending_are_put_right_each_once(story: Story) -> None:
    for wrong in ((51,), (1, 1)):
        with refused(story, LinesNotInSending, payment_no="DF-1"):
            were_returned(story, *wrong)
    with refused(story, UnknownSending, payment_no="DF-9"):
        were_paid(story, 7, payment_no="DF-9")
    for put_right in (were_returned, were_paid):
        with refused(story, NothingGiven):
            put_right(story)


def test_a_correction_says_why_and_follows_in_time(story: Story) -> None:
    for put_right, line_no in ((were_returned, 1), (were_paid, 7)):
        with refused(story, ReasonMissing):
            put_right(story, line_no, reason=" ")
        with refused(story, PersonalNumber):
            put_right(story, line_no, reason="电话 13800138000")
        with refused(story, DatedBeforeFormerStep):
            put_right(story, line_no, on=MARCH)


def test_a_line_of_which_something_was_paid_back_had_been_paid(story: Story) -> None:
    pay_back(story, 1, 400 * YUAN)
    with refused(story, PaidBackAboveLine, asked_fen=LINE_FEN, limit_fen=600 * YUAN):
        were_returned(story, 1)
    pay_back(story, 1, 600 * YUAN, "TK-2")
    with refused(story, LinesAnsweredOtherwise, line_no=1, state="paid_back"):
        were_returned(story, 1)


def test_a_closed_roll_opens_no_line_again(story: Story) -> None:
    were_paid(story, 7, 8)
    close(story)
    with refused(story, RollStateDiffers, state="closed"):
        were_returned(story, 1)


# 退回领取款


def test_a_pay_back_that_was_none_is_taken_back_by_its_refund(story: Story) -> None:
    pay_back(story, 1, 400 * YUAN)
    pay_back(story, 1, 600 * YUAN, "TK-2")
    assert states(story, 1) == [PAID_BACK]
    gave_nothing_back(story, "tk－1")
    assert states(story, 1) == [CONFIRMED]
    assert roll_of(story).lines[1].paid_back_fen == 600 * YUAN
    with refused(story, PayBackUnknown, refund_no="TK-1"):
        gave_nothing_back(story)
    gave_nothing_back(story, "TK-2")
    assert (paid_fen(story), roll_of(story).owed_fen) == (WHOLE_FEN - 2 * LINE_FEN, WHOLE_FEN)


def test_a_pay_back_is_taken_back_also_when_the_roll_is_closed(story: Story) -> None:
    were_paid(story, 7, 8)
    close(story)
    pay_back(story, 1)
    gave_nothing_back(story)
    assert paid_fen(story) == WHOLE_FEN


def test_a_pay_back_is_taken_back_with_a_reason_in_time(story: Story) -> None:
    pay_back(story, 1)
    with refused(story, ReasonMissing):
        gave_nothing_back(story, reason="")
    with refused(story, PersonalNumber):
        gave_nothing_back(story, reason="电话 13800138000")
    with refused(story, DatedBeforeFormerStep):
        gave_nothing_back(story, on=APRIL)


def test_money_that_another_roll_waits_for_was_given_back(story: Story) -> None:
    pay_back(story, 1, on=APRIL)
    cancel_line(story, 7, on=APRIL)
    cancel_line(story, 8, on=APRIL)
    draw_up(story, (line(1, 3 * LINE_FEN, "p-60", "三个月"),), roll_no="FF-2")
    paid(story, roll_no="FF-2", payment_no="DF-9")
    with refused(story, ReturnSpent, asked_fen=666_66, limit_fen=0):
        gave_nothing_back(story)


def test_a_person_who_was_paid_again_since_gave_it_back(story: Story) -> None:
    pay_back(story, 1, on=APRIL)
    draw_up(story, (line(1),), roll_no="FF-2")
    paid(story, roll_no="FF-2", payment_no="DF-9")
    with refused(story, PersonsPaidTwice, roll_no=ROLL, other_roll_no="FF-2"):
        gave_nothing_back(story)
