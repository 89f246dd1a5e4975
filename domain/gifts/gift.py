"""捐赠 (gift): pledged, received as cash or goods, handed out, its purpose changed with the donor's consent.

A pledge is not a receipt.  Its facts stand in `facts`, what they add up to in `state`, what is decided about goods in
`goods`.
"""

from domain.gifts import goods
from domain.gifts.refusals import PledgeUnchanged
from domain.gifts.state import Donor, GiftState
from domain.money.fen import check_amount
from domain.rules.refusals import NothingGiven
from domain.stamp import Stamp


class Gift(GiftState):
    """捐赠 `gift/{gift_no}`, with every decision about it as a method."""

    # 捐赠物资
    receive_goods = goods.receive_goods
    reverse_goods = goods.reverse_goods
    hand_out = goods.hand_out
    reverse_hand_out = goods.reverse_hand_out

    def pledge(
        self,
        stamp: Stamp,
        donor: Donor,
        amount_fen: int,
        *,
        gift_no: str,
        purpose: str,
        place_code: str,
        agreed_items: tuple[str, ...],
    ) -> None:
        """认捐.  Its donor and its items are those that the caller has looked at."""
        donor_id, donor_name, donor_kind = donor
        self.record(
            self.Pledged,
            **stamp.fields,
            gift_no=gift_no,
            donor_id=donor_id,
            donor_name=donor_name,
            donor_kind=donor_kind,
            amount_fen=amount_fen,
            purpose=purpose,
            place_code=place_code,
            agreed_items=agreed_items,
        )

    def correct_pledge(self, stamp: Stamp, donor: Donor, amount_fen: int, reason: str) -> None:
        """认捐更正; what was received and handed out stays as it is.  Raises PledgeUnchanged."""
        if (donor, amount_fen) == (self.donor, self.pledged_fen):
            raise PledgeUnchanged(self.gift_no, amount_fen)
        donor_id, donor_name, donor_kind = donor
        self.record(
            self.PledgeCorrected,
            **stamp.fields,
            donor_id=donor_id,
            donor_name=donor_name,
            donor_kind=donor_kind,
            amount_fen=amount_fen,
            former_amount_fen=self.pledged_fen,
            reason=reason,
        )

    def receive_cash(self, stamp: Stamp, voucher_no: str, account_code: str, amount_fen: int) -> None:
        """捐款到账; it may differ from the pledge."""
        check_amount(amount_fen)
        self.record(
            self.CashReceived,
            **stamp.fields,
            voucher_no=voucher_no,
            account_code=account_code,
            amount_fen=amount_fen,
        )

    def reverse_cash(
        self,
        stamp: Stamp,
        *,
        reversed_voucher_no: str,
        voucher_year: int,
        account_code: str,
        amount_fen: int,
        reason: str,
    ) -> None:
        """捐款到账冲销; whether the money is there is the account's to know."""
        self.record(
            self.CashReversed,
            **stamp.fields,
            reversed_voucher_no=reversed_voucher_no,
            voucher_year=voucher_year,
            account_code=account_code,
            amount_fen=amount_fen,
            reason=reason,
        )

    def change_purpose(
        self, stamp: Stamp, purpose: str, consent_sha256: str, agreed_items: tuple[str, ...]
    ) -> None:
        """捐赠用途变更.  The donor's consent is kept as a paper.  Raises NothingGiven.  Source: 慈善法 54, 56."""
        if not consent_sha256.strip():
            raise NothingGiven("consent_sha256")
        self.record(
            self.PurposeChanged,
            **stamp.fields,
            purpose=purpose,
            consent_sha256=consent_sha256,
            agreed_items=agreed_items,
        )
