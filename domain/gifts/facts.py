"""捐赠事实 (facts of gifts): what can happen to a pledge, to its money and to its goods."""

from dataclasses import dataclass
from datetime import date

from domain.fact import Fact


class GiftFacts:
    """What is recorded of a gift; `Gift` gives each by its own name, as `Gift.Pledged`."""

    # 认捐 pledge

    @dataclass(frozen=True, kw_only=True)
    class Pledged(Fact):
        """认捐.  `donor_name` is empty for private persons and for donors who wish it.

        agreed_items  the spending items of the rulebook that the agreement lets its money be spent on.
        """

        TOPIC = "gift.pledged"
        OPENS = True
        gift_no: str
        donor_id: str
        donor_name: str
        donor_kind: str
        amount_fen: int
        purpose: str
        place_code: str
        agreed_items: tuple[str, ...] = ()

    @dataclass(frozen=True, kw_only=True)
    class PledgeCorrected(Fact):
        """认捐更正: what was pledged, or by whom, as it should have been entered."""

        TOPIC = "gift.pledge_corrected"
        donor_id: str
        donor_name: str
        donor_kind: str
        amount_fen: int
        former_amount_fen: int
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class PurposeChanged(Fact):
        """捐赠用途变更, with the donor's consent; the items take the place of those before."""

        TOPIC = "gift.purpose_changed"
        purpose: str
        consent_sha256: str
        agreed_items: tuple[str, ...] = ()

    # 捐款 money

    @dataclass(frozen=True, kw_only=True)
    class CashReceived(Fact):
        """捐款到账: recorded together with `account.gift_arrived`."""

        TOPIC = "gift.cash_received"
        voucher_no: str
        account_code: str
        amount_fen: int

    @dataclass(frozen=True, kw_only=True)
    class CashReversed(Fact):
        """捐款到账冲销: money was entered by mistake; recorded together with `account.gift_reversed`."""

        TOPIC = "gift.cash_reversed"
        reversed_voucher_no: str
        voucher_year: int
        account_code: str
        amount_fen: int
        reason: str

    # 捐赠物资 goods

    @dataclass(frozen=True, kw_only=True)
    class GoodsReceived(Fact):
        """捐赠物资入库, at the fair value that the evidence shows."""

        TOPIC = "gift.goods_received"
        item: str
        quantity: int
        unit: str
        value_fen: int
        evidence_kind: str
        evidence_sha256: str

    @dataclass(frozen=True, kw_only=True)
    class GoodsReversed(Fact):
        """捐赠物资入库冲销: goods were taken in by mistake and leave the stock, at the value they came with."""

        TOPIC = "gift.goods_reversed"
        item: str
        received_on: date
        quantity: int
        unit: str
        value_fen: int
        evidence_sha256: str
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class GoodsHandedOut(Fact):
        """捐赠物资发放, by a list of who received."""

        TOPIC = "gift.goods_handed_out"
        item: str
        quantity: int
        value_fen: int
        list_sha256: str

    @dataclass(frozen=True, kw_only=True)
    class HandOutReversed(Fact):
        """捐赠物资发放冲销: a hand-out was entered by mistake; its goods are in stock again, at their value."""

        TOPIC = "gift.hand_out_reversed"
        item: str
        handed_out_on: date
        quantity: int
        unit: str
        value_fen: int
        list_sha256: str
        reason: str
