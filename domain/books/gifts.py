"""捐赠业务 (business of gifts): pledged, received as cash or goods, handed out, purpose changed."""

from domain.books.accounts import AccountDesk
from domain.books.act import Act
from domain.books.desk import command
from domain.gifts.gift import DONOR_KINDS, Gift
from domain.gifts.refusals import DonorKindUnknown, DonorNameShown
from domain.keys import business_key
from domain.money.fen import check_amount
from domain.person import person_id
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers

NAMELESS = ("person", "anonymous")
"""Donors whose names facts never hold."""


class GiftDesk(AccountDesk):
    """捐赠.  Commands also raise UnknownRecord, OutsideScope, RulebookMissing first."""

    def _gift(self, act: Act, gift_no: str) -> Gift:
        """Give the gift, when it exists and lies inside the caller's scope."""
        gift = self._get(Gift, gift_no)
        self._within(act, gift.place_code)
        return gift

    @command
    def pledge_gift(
        self,
        act: Act,
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

        Raises OutsideScope, KeyMisread, AlreadyRecorded, AmountOutOfRange, DonorKindUnknown, DonorNameShown,
        PersonMisread, PersonalNumber, in this order.
        """
        self._within(act, place_code)
        key = business_key(gift_no, "gift_no")
        gift = self._new(Gift, key)
        check_amount(amount_fen, smallest_fen=0)
        if donor_kind not in DONOR_KINDS:
            raise DonorKindUnknown(donor_kind, DONOR_KINDS)
        if donor_name and donor_kind in NAMELESS:
            raise DonorNameShown(donor_kind)
        donor_id = person_id(donor_id, "donor_id")
        facts_hold_no_personal_numbers(donor_name=donor_name, purpose=purpose)
        gift.record(
            Gift.Pledged,
            **self._stamp(act).fields,
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
        self, act: Act, *, gift_no: str, voucher_no: str, account_code: str, amount_fen: int
    ) -> None:
        """登记捐款到账.

        Raises OutsideScope (the account), AmountOutOfRange, KeyMisread, then what `Account.receive_gift` raises.
        """
        gift, account = self._gift(act, gift_no), self._account(act, account_code)
        stamp = self._stamp(act)
        check_amount(amount_fen)
        number = business_key(voucher_no, "voucher_no")
        account.receive_gift(stamp, voucher_no=number, gift_no=gift.gift_no, amount_fen=amount_fen)
        gift.receive_cash(stamp, number, account_code, amount_fen)

    @command
    def receive_gift_goods(
        self,
        act: Act,
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
        self._gift(act, gift_no).receive_goods(
            self._stamp(act),
            item=item,
            quantity=quantity,
            unit=unit,
            value_fen=value_fen,
            evidence_kind=evidence_kind,
            evidence_sha256=evidence_sha256,
        )

    @command
    def hand_out_goods(self, act: Act, *, gift_no: str, item: str, quantity: int, list_sha256: str) -> None:
        """登记捐赠物资发放.  Raises what `Gift.hand_out` raises."""
        self._gift(act, gift_no).hand_out(self._stamp(act), item, quantity, list_sha256)

    @command
    def change_gift_purpose(self, act: Act, *, gift_no: str, purpose: str, consent_sha256: str) -> None:
        """变更捐赠用途.  Raises PersonalNumber, then what `Gift.change_purpose` raises."""
        gift = self._gift(act, gift_no)
        facts_hold_no_personal_numbers(purpose=purpose)
        gift.change_purpose(self._stamp(act), purpose, consent_sha256)
