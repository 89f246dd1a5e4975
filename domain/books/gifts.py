"""捐赠业务 (business of gifts): pledged, received as cash or goods, handed out, purpose changed, entries taken back."""

from datetime import date

from domain.accounts.account import Account
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.code import texts
from domain.funds.codes import PurposeKind
from domain.gifts.codes import NAMELESS, DonorKind
from domain.gifts.gift import Gift
from domain.gifts.refusals import DonorKindUnknown, DonorNameShown
from domain.keys import business_key
from domain.money.fen import check_amount
from domain.person import person_id
from domain.rulebook.spending_rules import items_paid_for
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.item_is_listed import listed_item
from domain.rules.taking_back_says_why import taking_back_says_why


class GiftDesk(Desk):
    """捐赠.  Commands raise what `get_in_scope` raises first, and RulebookMissing."""

    @command
    def pledge_gift(
        self,
        turn: DecisionTurn,
        *,
        gift_no: str,
        donor_id: str,
        donor_kind: str,
        amount_fen: int,
        purpose: str,
        place_code: str,
        donor_name: str = "",
        agreed_items: tuple[str, ...] = (),
    ) -> None:
        """登记认捐; 0 fen for a pledge of goods.

        Raises PlaceUnknown, PlaceEnded, OutsideScope, KeyMisread, AlreadyRecorded, AmountOutOfRange,
        DonorKindUnknown, DonorNameShown, PersonMisread, PersonalNumber, SpendingItemNotAllowed, in this order.
        """
        turn.check_place(place_code)
        key = business_key(gift_no, "gift_no")
        gift = turn.new(Gift, key)
        donor_id = self._donor(donor_id, donor_name, donor_kind, amount_fen)
        facts_hold_no_personal_numbers(donor_name=donor_name, purpose=purpose)
        self._check_items(turn, agreed_items)
        gift.pledge(
            turn.stamp,
            (donor_id, donor_name, donor_kind),
            amount_fen,
            gift_no=key,
            purpose=purpose,
            place_code=place_code,
            agreed_items=agreed_items,
        )

    @staticmethod
    def _check_items(turn: DecisionTurn, agreed_items: tuple[str, ...]) -> None:
        """Raise SpendingItemNotAllowed for the first item that the rulebook does not list for gifts."""
        listed = items_paid_for(turn.regulations.spending_items, PurposeKind.GIFT)
        for item in agreed_items:
            listed_item(item, listed, "agreed_items")

    @staticmethod
    def _donor(donor_id: str, donor_name: str, donor_kind: str, amount_fen: int) -> str:
        """Give the id of the donor in its one spelling.

        Raises AmountOutOfRange, DonorKindUnknown, DonorNameShown, PersonMisread, in this order.
        """
        check_amount(amount_fen, smallest_fen=0)
        if donor_kind not in (kinds := texts(DonorKind)):
            raise DonorKindUnknown(donor_kind, kinds)
        if donor_name and donor_kind in NAMELESS:
            raise DonorNameShown(donor_kind)
        return person_id(donor_id, "donor_id")

    @command
    def correct_pledge(
        self,
        turn: DecisionTurn,
        *,
        gift_no: str,
        donor_id: str,
        donor_kind: str,
        amount_fen: int,
        reason: str,
        donor_name: str = "",
    ) -> None:
        """更正认捐: donor and amount as they should be, 0 fen for a pledge that was withdrawn.

        Raises ReasonMissing, PersonalNumber, AmountOutOfRange, DonorKindUnknown, DonorNameShown, PersonMisread,
        PersonalNumber, PledgeUnchanged, in this order.
        """
        gift = turn.get_in_scope(Gift, gift_no)
        taking_back_says_why(reason)
        donor_id = self._donor(donor_id, donor_name, donor_kind, amount_fen)
        facts_hold_no_personal_numbers(donor_name=donor_name)
        gift.correct_pledge(turn.stamp, (donor_id, donor_name, donor_kind), amount_fen, reason)

    @command
    def receive_gift_cash(
        self, turn: DecisionTurn, *, gift_no: str, voucher_no: str, account_code: str, amount_fen: int
    ) -> None:
        """登记捐款到账.

        Raises OutsideScope (the account), AmountOutOfRange, KeyMisread, then what `Account.receive_gift` raises.
        """
        gift, account = turn.get_in_scope(Gift, gift_no), turn.get_in_scope(Account, account_code)
        stamp = turn.stamp
        check_amount(amount_fen)
        number = business_key(voucher_no, "voucher_no")
        account.receive_gift(stamp, voucher_no=number, gift_no=gift.gift_no, amount_fen=amount_fen)
        gift.receive_cash(stamp, number, account.code, amount_fen)

    @command
    def reverse_gift_cash(
        self,
        turn: DecisionTurn,
        *,
        gift_no: str,
        account_code: str,
        voucher_year: int,
        voucher_no: str,
        reason: str,
    ) -> None:
        """冲销误登的捐款到账, named by its account, year and voucher.

        Raises OutsideScope (the account), ReasonMissing, PersonalNumber, then what `Account.reverse_gift` raises.
        """
        gift, account = turn.get_in_scope(Gift, gift_no), turn.get_in_scope(Account, account_code)
        taking_back_says_why(reason)
        undone = account.reverse_gift(
            turn.stamp, voucher_year=voucher_year, voucher_no=voucher_no, gift_no=gift.gift_no, reason=reason
        )
        gift.reverse_cash(
            turn.stamp,
            reversed_voucher_no=undone.reversed_voucher_no,
            voucher_year=voucher_year,
            account_code=account.code,
            amount_fen=undone.amount_fen,
            reason=reason,
        )

    @command
    def receive_gift_goods(
        self,
        turn: DecisionTurn,
        *,
        gift_no: str,
        item: str,
        quantity: int,
        unit: str,
        value_fen: int,
        evidence_kind: str,
        evidence_sha256: str,
    ) -> None:
        """登记捐赠物资入库.  Raises what `Gift.receive_goods` raises."""
        turn.get_in_scope(Gift, gift_no).receive_goods(
            turn.stamp,
            item=item,
            quantity=quantity,
            unit=unit,
            value_fen=value_fen,
            evidence_kind=evidence_kind,
            evidence_sha256=evidence_sha256,
        )

    @command
    def reverse_gift_goods(
        self,
        turn: DecisionTurn,
        *,
        gift_no: str,
        item: str,
        received_on: date,
        quantity: int,
        value_fen: int,
        reason: str,
    ) -> None:
        """冲销误登的捐赠物资入库.  Raises ReasonMissing, PersonalNumber, then what `Gift.reverse_goods` raises."""
        gift = turn.get_in_scope(Gift, gift_no)
        taking_back_says_why(reason)
        gift.reverse_goods(
            turn.stamp,
            item=item,
            received_on=received_on,
            quantity=quantity,
            value_fen=value_fen,
            reason=reason,
        )

    @command
    def hand_out_goods(
        self, turn: DecisionTurn, *, gift_no: str, item: str, quantity: int, list_sha256: str
    ) -> None:
        """登记捐赠物资发放.  Raises what `Gift.hand_out` raises."""
        turn.get_in_scope(Gift, gift_no).hand_out(turn.stamp, item, quantity, list_sha256)

    @command
    def reverse_hand_out(
        self,
        turn: DecisionTurn,
        *,
        gift_no: str,
        item: str,
        handed_out_on: date,
        quantity: int,
        list_sha256: str,
        reason: str,
    ) -> None:
        """冲销误登的捐赠物资发放.  Raises ReasonMissing, PersonalNumber, then what `Gift.reverse_hand_out` raises."""
        gift = turn.get_in_scope(Gift, gift_no)
        taking_back_says_why(reason)
        gift.reverse_hand_out(
            turn.stamp,
            item=item,
            handed_out_on=handed_out_on,
            quantity=quantity,
            list_sha256=list_sha256,
            reason=reason,
        )

    @command
    def change_gift_purpose(
        self,
        turn: DecisionTurn,
        *,
        gift_no: str,
        purpose: str,
        consent_sha256: str,
        agreed_items: tuple[str, ...] = (),
    ) -> None:
        """变更捐赠用途.  Raises PersonalNumber, SpendingItemNotAllowed, then what `Gift.change_purpose` raises."""
        gift = turn.get_in_scope(Gift, gift_no)
        facts_hold_no_personal_numbers(purpose=purpose)
        self._check_items(turn, agreed_items)
        gift.change_purpose(turn.stamp, purpose, consent_sha256, agreed_items)
