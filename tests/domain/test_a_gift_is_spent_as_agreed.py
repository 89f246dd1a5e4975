"""捐款按约定使用: the money of a gift is spent on what its donor agreed to, with papers, notice and proof."""

import pytest

from domain.books.books import Books
from domain.claims.refusals import DocumentsMissing
from domain.claims.spending_refusals import DeliveryNotAccepted
from domain.gifts.gift import Gift
from domain.gifts.refusals import GiftDiverted
from domain.notices.refusals import NoticeNotClosed
from domain.rules.refusals import SpendingItemNotAllowed
from tests.domain.project_papers import HASH, REGULATIONS, YUAN, day
from tests.domain.refusing import refused
from tests.domain.spending_story import GIFT, PAID, RULES, Spender

ALLOWED = "gift_works,gift_goods,gift_relief,gift_education,gift_industry"
HENS = 30_000 * YUAN


@pytest.fixture
def story(books: Books) -> Spender:
    story = Spender(books)
    story.opens(RULES)
    return story


def change(story: Spender, *items: str) -> None:
    story.books.change_gift_purpose(
        story.act(on=PAID), gift_no="JZ-1", purpose="慰问困难户", consent_sha256=HASH, agreed_items=items
    )


def test_a_gift_is_paid_for_what_was_agreed_when_it_hung_in_the_village(story: Spender) -> None:
    story.gives("gift_industry")
    claim_no = story.claims("gift_industry", HENS, purpose=GIFT)
    story.is_approved(claim_no, HENS)
    with refused(story, NoticeNotClosed, kind="gift_use", levels="village"):
        story.pays(claim_no, HENS, PAID)
    story.is_announced(claim_no, "county", "gift_use")
    with refused(story, NoticeNotClosed, kind="gift_use", levels="village"):
        story.pays(claim_no, HENS, PAID)
    story.is_announced(claim_no, "village", "gift_use")
    with refused(story, DeliveryNotAccepted, sheet="acceptance_form"):
        story.pays(claim_no, HENS, PAID)
    story.is_delivered(claim_no, HENS, PAID)
    story.pays(claim_no, HENS, PAID)
    assert story.account.available(GIFT) == {("JZ-1", "social"): 50_000 * YUAN}


def test_a_claim_for_a_gift_names_an_item_for_gifts(story: Spender) -> None:
    story.gives("gift_industry")
    for item in ("", "training"):
        with refused(story, SpendingItemNotAllowed, spending_item=item, allowed=ALLOWED):
            story.claims(item, HENS, purpose=GIFT)


def test_another_use_than_the_agreed_one_needs_the_donors_consent(story: Spender) -> None:
    story.gives("gift_industry", "gift_works")
    asked = {"gift_no": "JZ-1", "spending_item": "gift_relief", "agreed": "gift_industry,gift_works"}
    with refused(story, GiftDiverted, **asked):
        story.claims("gift_relief", HENS, purpose=GIFT)
    waiting = story.claims("gift_industry", HENS, purpose=GIFT)
    story.is_announced(waiting, "village", "gift_use")
    story.is_approved(waiting, HENS)
    change(story, "gift_relief")
    story.is_delivered(waiting, HENS, PAID)
    with refused(story, GiftDiverted, spending_item="gift_industry", agreed="gift_relief"):
        story.pays(waiting, HENS, PAID)
    story.claims("gift_relief", HENS, PAID, purpose=GIFT)


def test_a_gift_without_agreed_items_waits_for_the_donors_word(story: Spender) -> None:
    story.gives()
    with pytest.raises(GiftDiverted) as raised:
        story.claims("gift_works", HENS, purpose=GIFT)
    assert "“瓦高村发展产业”，约定的用款事项：（无）" in raised.value.detail_zh
    change(story, "gift_works")
    story.claims("gift_works", HENS, PAID, purpose=GIFT)
    gift = story.stream(Gift, "JZ-1")
    assert gift.agreed_items == ("gift_works",)


@pytest.mark.parametrize("paper", ["application", "gift_agreement", "invoice"])
def test_a_claim_for_a_gift_brings_its_agreement(story: Spender, paper: str) -> None:
    story.gives("gift_industry")
    with refused(story, DocumentsMissing, stage="gift", missing=paper):
        story.claims("gift_industry", HENS, purpose=GIFT, without=paper)


def test_an_agreement_names_items_that_the_rulebook_lists_for_gifts(story: Spender) -> None:
    for item in ("banquet", "training"):
        with refused(story, SpendingItemNotAllowed, spending_item=item, allowed=ALLOWED):
            story.gives("gift_works", item)
    story.gives("gift_works")
    with pytest.raises(SpendingItemNotAllowed) as raised:
        change(story, "banquet")
    assert raised.value.field == "agreed_items"


def test_a_gift_of_an_old_rulebook_is_paid_as_it_was(books: Books) -> None:
    story = Spender(books)
    story.opens(REGULATIONS)
    with refused(story, SpendingItemNotAllowed, spending_item="gift_works", allowed=""):
        story.gives("gift_works")
    story.gives()
    old = story.claims("", HENS, purpose=GIFT)
    story.publishes_again(RULES, day("2024-03-01"), on=day("2024-03-20"))
    story.is_approved(old, HENS)
    story.pays(old, HENS, PAID)
