"""冲销捐赠: money, goods and hand-outs that were entered by mistake are taken back, unless something stands on them."""

from datetime import date

import pytest

from domain.accounts.refusals import AccountClosed, GiftReceiptUnknown, GiftSpent
from domain.books.books import Books
from domain.gifts.gift import Gift
from domain.gifts.refusals import (
    DonorKindUnknown,
    DonorNameShown,
    GoodsEntryUnknown,
    GoodsHandedOutSince,
    GoodsNotYetThere,
    PledgeUnchanged,
)
from domain.gifts.state import Stock
from domain.money.refusals import AmountOutOfRange
from domain.refusal import OutsideScope
from domain.rules.refusals import DatesOutOfOrder, PersonalNumber, ReasonMissing
from tests.domain.project_papers import ACCOUNT, HASH, PAYER, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.gifts import a_pledge, some_oil

GIFT, OIL, REASON = "JZ-1", "食用油", "记错捐赠"
APRIL, MAY, JUNE = day("2024-04-10"), day("2024-05-10"), day("2024-06-10")
GIVEN_FEN, BARRELS_FEN = 20_000 * YUAN, 12_000 * YUAN


@pytest.fixture
def story(books: Books) -> Story:
    story = Story(books, on=APRIL).opens()
    story.books.pledge_gift(story.act(), **a_pledge(GIFT, GIVEN_FEN))
    return story


def receive(story: Story, voucher_no: str = "捐-1", amount_fen: int = GIVEN_FEN, on: date = APRIL) -> None:
    story.books.receive_gift_cash(
        story.act(on=on), gift_no=GIFT, voucher_no=voucher_no, account_code=ACCOUNT, amount_fen=amount_fen
    )


def reverse_cash(
    story: Story, voucher_no: str = "捐-1", year: int = 2024, reason: str = REASON, on: date = MAY
) -> None:
    story.books.reverse_gift_cash(
        story.act(on=on),
        gift_no=GIFT,
        account_code=ACCOUNT,
        voucher_year=year,
        voucher_no=voucher_no,
        reason=reason,
    )


def take_in(story: Story, quantity: int = 300, value_fen: int = BARRELS_FEN, on: date = APRIL) -> None:
    story.books.receive_gift_goods(story.act(on=on), gift_no=GIFT, **some_oil(quantity, value_fen))


def reverse_goods(
    story: Story,
    quantity: int = 300,
    value_fen: int = BARRELS_FEN,
    *,
    received_on: date = APRIL,
    reason: str = REASON,
    on: date = JUNE,
) -> None:
    story.books.reverse_gift_goods(
        story.act(on=on),
        gift_no=GIFT,
        item=OIL,
        received_on=received_on,
        quantity=quantity,
        value_fen=value_fen,
        reason=reason,
    )


def hand_out(story: Story, quantity: int, on: date = MAY) -> None:
    story.books.hand_out_goods(story.act(on=on), gift_no=GIFT, item=OIL, quantity=quantity, list_sha256=HASH)


def reverse_hand_out(
    story: Story, quantity: int = 193, list_sha256: str = HASH, reason: str = REASON, on: date = JUNE
) -> None:
    story.books.reverse_hand_out(
        story.act(on=on),
        gift_no=GIFT,
        item=OIL,
        handed_out_on=MAY,
        quantity=quantity,
        list_sha256=list_sha256,
        reason=reason,
    )


def gift_of(story: Story) -> Gift:
    return story.stream(Gift, GIFT)


def stock(story: Story) -> Stock:
    return gift_of(story).held(OIL)


def correct(story: Story, **changes: object) -> None:
    given: dict[str, object] = {
        "gift_no": GIFT,
        "donor_id": "f-oil",
        "donor_name": "粮油公司",
        "donor_kind": "firm",
        "amount_fen": GIVEN_FEN,
        "reason": "认捐书金额录错",
    }
    story.books.correct_pledge(story.act(on=MAY), **(given | changes))  # type: ignore[arg-type]  # the form, changed


# 认捐 pledge


def test_a_pledge_is_corrected_and_both_amounts_are_kept(story: Story) -> None:
    correct(story, amount_fen=1_000, donor_name="粮油有限公司")
    corrected = story.fact(Gift, GIFT)
    assert isinstance(corrected, Gift.PledgeCorrected)
    assert (corrected.former_amount_fen, corrected.amount_fen) == (GIVEN_FEN, 1_000)
    assert (gift_of(story).pledged_fen, gift_of(story).donor[1]) == (1_000, "粮油有限公司")
    correct(story, amount_fen=0, donor_name="粮油有限公司", reason="捐赠人撤回认捐")
    assert gift_of(story).pledged_fen == 0


def test_a_correction_of_a_pledge_changes_something_and_says_why(story: Story) -> None:
    with refused(story, PledgeUnchanged, gift_no=GIFT, amount_fen=GIVEN_FEN):
        correct(story)
    with refused(story, ReasonMissing):
        correct(story, reason="", amount_fen=1)
    with refused(story, DonorNameShown, donor_kind="person"):
        correct(story, donor_kind="person")
    with refused(story, DonorKindUnknown):
        correct(story, donor_kind="martian")
    with refused(story, AmountOutOfRange):
        correct(story, amount_fen=-1)
    with refused(story, PersonalNumber):
        correct(story, donor_name="粮油公司13800138000")


# 捐款 money


def test_money_entered_by_mistake_leaves_gift_and_account_and_comes_anew(story: Story) -> None:
    receive(story)
    reverse_cash(story, "捐－１")
    assert (gift_of(story).received_fen, story.account.balance_fen) == (0, 0)
    assert story.account.outstanding.entries == {}, "the bank never saw it"
    receive(story, "捐-2", 500, on=MAY)
    assert (gift_of(story).received_fen, story.account.balance_fen) == (500, 500)


def test_spent_money_of_a_gift_stays_until_its_payment_is_reversed(story: Story) -> None:
    receive(story)
    claim_no = story.submits("gift", 500, APRIL, purpose=("gift", GIFT), payee_id="v-1")
    story.approves(claim_no, 500, APRIL)
    payment_no = story.pays(claim_no, 500, APRIL)
    with refused(story, GiftSpent, asked_fen=GIVEN_FEN, limit_fen=GIVEN_FEN - 500):
        reverse_cash(story)
    story.books.reverse_payment(story.act(PAYER, MAY), code=ACCOUNT, payment_no=payment_no, reason="记错付款")
    reverse_cash(story)
    assert story.account.balance_fen == 0


def test_the_money_of_another_gift_covers_nothing(story: Story) -> None:
    receive(story, amount_fen=700)
    with refused(story, GiftReceiptUnknown, year=2024, voucher_no="捐-9"):
        reverse_cash(story, "捐-9")
    with refused(story, GiftReceiptUnknown, year=2023):
        reverse_cash(story, year=2023)


def test_money_is_taken_back_once_with_a_reason_and_not_before_it_came(story: Story) -> None:
    receive(story)
    with refused(story, ReasonMissing):
        reverse_cash(story, reason=" ")
    with refused(story, PersonalNumber):
        reverse_cash(story, reason="退给13800138000")
    with refused(story, DatesOutOfOrder):
        reverse_cash(story, on=day("2024-04-09"))
    with refused(story, OutsideScope):
        story.books.reverse_gift_cash(
            story.act(on=MAY, scope="350302"),
            gift_no=GIFT,
            account_code=ACCOUNT,
            voucher_year=2024,
            voucher_no="捐-1",
            reason=REASON,
        )
    reverse_cash(story)
    with refused(story, GiftReceiptUnknown):
        reverse_cash(story)


def test_a_closed_account_gives_no_gift_back(story: Story) -> None:
    receive(story)
    reverse_cash(story)
    story.books.close_account(story.act(on=MAY), code=ACCOUNT, reason="并户")
    with refused(story, AccountClosed):
        reverse_cash(story)


# 物资 goods


def test_goods_taken_in_by_mistake_leave_the_stock(story: Story) -> None:
    take_in(story, 10, 400 * YUAN)
    take_in(story)
    reverse_goods(story)
    assert stock(story) == Stock(10, "桶", 400 * YUAN)
    with refused(story, GoodsEntryUnknown, gift_no=GIFT, item=OIL, on="2024-04-10", quantity=300):
        reverse_goods(story)


def test_goods_handed_out_since_come_back_first(story: Story) -> None:
    take_in(story)
    hand_out(story, 193)
    with refused(story, GoodsHandedOutSince, quantity=300, held=107, held_fen=4_280 * YUAN):
        reverse_goods(story)
    reverse_hand_out(story)
    assert stock(story) == Stock(300, "桶", BARRELS_FEN)
    with refused(story, GoodsEntryUnknown, on="2024-05-10", quantity=193):
        reverse_hand_out(story)
    reverse_goods(story)
    assert stock(story) == Stock(0, "桶", 0)


def test_a_hand_out_that_took_of_the_value_stands_on_the_receipt(story: Story) -> None:
    """100 at 1 fen and, by mistake, 100 at 3: the 100 handed out took 2 fen each, so 100 for 200 fen are left."""
    take_in(story, 100, 100)
    take_in(story, 100, 300)
    hand_out(story, 100)
    with refused(story, GoodsHandedOutSince, quantity=100, held=100, value_fen=300, held_fen=200):
        reverse_goods(story, 100, 300)


def test_a_receipt_is_named_by_its_day_quantity_and_value(story: Story) -> None:
    take_in(story, 5, 100)
    for quantity, value_fen, received_on in ((6, 100, APRIL), (5, 101, APRIL), (5, 100, MAY)):
        with refused(story, GoodsEntryUnknown):
            reverse_goods(story, quantity, value_fen, received_on=received_on)


def test_a_hand_out_is_named_by_its_list(story: Story) -> None:
    take_in(story)
    hand_out(story, 193)
    with refused(story, GoodsEntryUnknown):
        reverse_hand_out(story, list_sha256="f" * 64)
    with refused(story, GoodsEntryUnknown):
        reverse_hand_out(story, 192)


def test_the_stock_of_no_day_goes_below_nothing(story: Story) -> None:
    take_in(story, 10, 100, on=APRIL)
    hand_out(story, 10, on=MAY)
    take_in(story, 10, 100, on=JUNE)
    with refused(story, GoodsNotYetThere, item=OIL, on="2024-06-09", came_on="2024-06-10"):
        reverse_goods(story, 10, 100, on=day("2024-06-09"))
    reverse_goods(story, 10, 100)
    assert stock(story).quantity == 0


def test_goods_are_taken_back_with_a_reason_and_not_before_they_moved(story: Story) -> None:
    take_in(story)
    hand_out(story, 193)
    with refused(story, ReasonMissing):
        reverse_hand_out(story, reason="")
    with refused(story, DatesOutOfOrder):
        reverse_hand_out(story, on=day("2024-05-09"))
    reverse_hand_out(story)
    with refused(story, ReasonMissing):
        reverse_goods(story, reason="")
    with refused(story, PersonalNumber):
        reverse_goods(story, reason="退给13800138000")
    assert stock(story).quantity == 300


def test_the_last_piece_comes_back_at_the_value_it_left_with(story: Story) -> None:
    take_in(story, 3, 100)
    for _ in range(3):
        hand_out(story, 1)
    reverse_hand_out(story, 1)
    assert stock(story) == Stock(1, "桶", 34)
