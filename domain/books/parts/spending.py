"""单位和捐赠用款 (spending of units and gifts): what a claim of theirs names, brings and waits for, in one turn."""

from collections.abc import Iterator

from domain.accounts.account import Account
from domain.accounts.cash import Purpose
from domain.books.desk.turn import DecisionTurn
from domain.books.parts.notices_about import NoticesAbout
from domain.claims.claim import Claim
from domain.claims.spending_keeps_its_item import (
    former_advances_are_accounted_for,
    item_stays_within_its_money,
    item_stays_within_its_year,
    item_was_given,
    payment_follows_its_delivery,
)
from domain.claims.spending_refusals import DeliveryBuiltUpon
from domain.fact import Stream
from domain.funds.codes import PurposeKind
from domain.funds.fund import Fund
from domain.gifts.gift import Gift
from domain.gifts.gift_keeps_its_agreement import gift_keeps_its_agreement
from domain.rulebook.regulations import Regulations
from domain.rulebook.spending_rules import SpendingItem, items_paid_for
from domain.rules.item_is_listed import listed_item


class Spending:
    """Answers for the rulebook that judged the claim: a later one may not know its item."""

    def __init__(self, turn: DecisionTurn, notices: NoticesAbout) -> None:
        self._turn = turn
        self._notices = notices

    def check_claim(
        self, account: Account, kind: str, code: str, spending_item: str, amount_fen: int
    ) -> tuple[str, ...]:
        """Give the kinds of paper that a new claim for this purpose must bring for its item.

        Raises SpendingItemNotAllowed, GiftDiverted or ItemNotAllocated, AboveYearCap, AdvanceNotAccountedFor, in this
        order.
        """
        items = items_paid_for(self._turn.regulations.spending_items, kind)
        item = listed_item(spending_item, items)
        if item is None:
            return ()
        if kind == PurposeKind.GIFT:
            gift_keeps_its_agreement(self._turn.get(Gift, code), item.code)
        else:
            item_was_given(item, code, self._held_by_item(account, (kind, code)))
        paid = tuple(self._paid_claims(account, (kind, code)))
        item_stays_within_its_year(item, self._turn.act.effective_on.year, amount_fen, paid)
        former_advances_are_accounted_for(item, paid)
        return item.kinds

    def check_payment(self, account: Account, claim: Claim, amount_fen: int) -> None:
        """Refuse to pay what its item does not let be paid yet; a claim of an old rulebook has no item.

        Raises GiftDiverted, NoticeNotClosed, OpenObjections, DeliveryNotAccepted, AboveAccepted,
        AboveAllocatedItem, AboveYearCap, AdvanceNotAccountedFor, in this order.
        """
        item = self.item_of(claim)
        if item is None:
            return
        belongs: Stream = claim
        if claim.purpose_kind == PurposeKind.GIFT:
            belongs = gift = self._turn.get(Gift, claim.purpose_code)
            gift_keeps_its_agreement(gift, item.code)
        if item.notice_kind:
            kind, place_code = (
                self._rules_of(claim).notice_kind(item.notice_kind),
                self._turn.place_of(belongs),
            )
            self._notices.check_closed(self._turn, claim, kind, item.notice_levels, place_code)
            self._notices.check_objections(self._turn, claim)
        payment_follows_its_delivery(item, claim, amount_fen)
        others = [one for one in self._others(account, claim) if one.spending_item == item.code]
        if claim.purpose_kind == PurposeKind.UNIT:
            held_fen = self._held_by_item(account, (claim.purpose_kind, claim.purpose_code))
            spent_fen = claim.paid_fen + sum(one.paid_fen for one in others)
            item_stays_within_its_money(item, amount_fen, spent_fen, held_fen)
        item_stays_within_its_year(item, claim.submitted_on.year, amount_fen, (claim, *others))
        former_advances_are_accounted_for(item, others)

    def check_taken_back(self, account: Account, claim: Claim, item: SpendingItem) -> None:
        """Raise DeliveryBuiltUpon while a later advance for this item is open, given since this one was accepted."""
        for other in self._others(account, claim) if item.in_advance and claim.accepted_by else ():
            if other.spending_item == item.code and other.unaccounted_fen:
                raise DeliveryBuiltUpon(claim.claim_no, other.claim_no)

    def item_of(self, claim: Claim) -> SpendingItem | None:
        """The item of a claim as the rulebook had it that judged the claim."""
        return self._rules_of(claim).spending_item(claim.spending_item) if claim.spending_item else None

    def _rules_of(self, claim: Claim) -> Regulations:
        return self._turn.rulebook.of_version(claim.judged_by_version).regulations

    def _held_by_item(self, account: Account, purpose: Purpose) -> dict[str, int]:
        """What the documents that ever gave the account money for this unit let arrive for it, by item."""
        purse = account.purses.get(purpose)
        documents = dict.fromkeys(number for number, _ in (purse.arrived if purse else {}))
        held: dict[str, int] = {}
        for number in documents:
            for item, fen in self._turn.get(Fund, number).held_by_item(purpose).items():
                held[item] = held.get(item, 0) + fen
        return held

    def _others(self, account: Account, claim: Claim) -> Iterator[Claim]:
        purpose = claim.purpose_kind, claim.purpose_code
        return (other for other in self._paid_claims(account, purpose) if other is not claim)

    def _paid_claims(self, account: Account, purpose: Purpose) -> Iterator[Claim]:
        """The claims of this purpose that were ever paid from the account."""
        paid = [payment.fact for payment in account.payments.values()]
        numbers = dict.fromkeys(fact.claim_no for fact in paid if fact.purpose == purpose and fact.claim_no)
        return (self._turn.get(Claim, number) for number in numbers)
