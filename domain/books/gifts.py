"""捐赠业务 (business of gifts): pledged, received as cash or goods, handed out, purpose changed."""

from domain.accounts.account import Account
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.code import texts
from domain.gifts.codes import NAMELESS, DonorKind
from domain.gifts.gift import Gift
from domain.gifts.refusals import DonorKindUnknown, DonorNameShown
from domain.keys import business_key
from domain.money.fen import check_amount
from domain.person import person_id
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers


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
    ) -> None:
        """登记认捐; 0 fen for a pledge of goods.

        Raises OutsideScope, PlaceUnknown, PlaceEnded, KeyMisread, AlreadyRecorded, AmountOutOfRange,
        DonorKindUnknown, DonorNameShown, PersonMisread, PersonalNumber, in this order.
        """
        turn.check_place(place_code)
        key = business_key(gift_no, "gift_no")
        gift = turn.new(Gift, key)
        check_amount(amount_fen, smallest_fen=0)
        if donor_kind not in (kinds := texts(DonorKind)):
            raise DonorKindUnknown(donor_kind, kinds)
        if donor_name and donor_kind in NAMELESS:
            raise DonorNameShown(donor_kind)
        donor_id = person_id(donor_id, "donor_id")
        facts_hold_no_personal_numbers(donor_name=donor_name, purpose=purpose)
        gift.record(
            Gift.Pledged,
            **turn.stamp.fields,
            gift_no=key,
            donor_id=donor_id,
            donor_name=donor_name,
            donor_kind=donor_kind,
            amount_fen=amount_fen,
            purpose=purpose,
            place_code=place_code,
        )

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
    def hand_out_goods(
        self, turn: DecisionTurn, *, gift_no: str, item: str, quantity: int, list_sha256: str
    ) -> None:
        """登记捐赠物资发放.  Raises what `Gift.hand_out` raises."""
        turn.get_in_scope(Gift, gift_no).hand_out(turn.stamp, item, quantity, list_sha256)

    @command
    def change_gift_purpose(
        self, turn: DecisionTurn, *, gift_no: str, purpose: str, consent_sha256: str
    ) -> None:
        """变更捐赠用途.  Raises PersonalNumber, then what `Gift.change_purpose` raises."""
        gift = turn.get_in_scope(Gift, gift_no)
        facts_hold_no_personal_numbers(purpose=purpose)
        gift.change_purpose(turn.stamp, purpose, consent_sha256)
