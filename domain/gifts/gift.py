"""捐赠 (gift): pledged, received as cash or goods, handed out, and its purpose changed with the donor's consent.

A pledge is not a receipt.  Goods stand in stock at their value; a hand-out takes its share of that value by quantity,
rounded down, and the last piece takes the rest.
"""

from dataclasses import dataclass, replace

from domain.fact import Fact, Stream, applies
from domain.gifts.goods_leave_after_they_came import goods_leave_after_they_came
from domain.gifts.refusals import GoodsUnitDiffers, StockTooSmall
from domain.money.fen import check_amount
from domain.money.inflows import Inflows
from domain.rules.refusals import NothingGiven
from domain.stamp import Stamp


@dataclass(frozen=True)
class Stock:
    """库存物资: how many of an item there are and what they are worth together."""

    quantity: int
    unit: str
    value_fen: int


class Gift(Stream):
    """捐赠: `gift/{gift_no}`."""

    KIND = "gift"
    NUMBERED = True
    SUBJECT_OF_NOTICES = True

    @dataclass(frozen=True, kw_only=True)
    class Pledged(Fact):
        """认捐.  `donor_name` is empty for private persons and for donors who wish it."""

        TOPIC = "gift.pledged"
        OPENS = True
        gift_no: str
        donor_id: str
        donor_name: str
        donor_kind: str
        amount_fen: int
        purpose: str
        place_code: str

    @dataclass(frozen=True, kw_only=True)
    class CashReceived(Fact):
        """捐款到账: recorded together with `account.gift_arrived`."""

        TOPIC = "gift.cash_received"
        voucher_no: str
        account_code: str
        amount_fen: int

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
    class GoodsHandedOut(Fact):
        """捐赠物资发放, by a list of who received."""

        TOPIC = "gift.goods_handed_out"
        item: str
        quantity: int
        value_fen: int
        list_sha256: str

    @dataclass(frozen=True, kw_only=True)
    class PurposeChanged(Fact):
        """捐赠用途变更, with the donor's consent."""

        TOPIC = "gift.purpose_changed"
        purpose: str
        consent_sha256: str

    def __init__(self, stream_id: str) -> None:
        super().__init__(stream_id)
        self.gift_no = self.purpose = self.place_code = ""
        self.pledged_fen = self.received_fen = 0
        self.stock: dict[str, Stock] = {}
        self.came_in: Inflows[str] = Inflows()

    # What the facts add up to

    @applies(Pledged)
    def _pledged(self, fact: Pledged) -> None:
        self.gift_no, self.purpose, self.place_code = fact.gift_no, fact.purpose, fact.place_code
        self.pledged_fen = fact.amount_fen

    @applies(CashReceived)
    def _cash_received(self, fact: CashReceived) -> None:
        self.received_fen += fact.amount_fen

    @applies(GoodsReceived)
    def _goods_received(self, fact: GoodsReceived) -> None:
        held = self.stock.get(fact.item, Stock(0, fact.unit, 0))
        self.stock[fact.item] = replace(
            held, quantity=held.quantity + fact.quantity, value_fen=held.value_fen + fact.value_fen
        )
        self.came_in.add(fact.effective_on, [(fact.item, fact.quantity)])

    @applies(GoodsHandedOut)
    def _goods_handed_out(self, fact: GoodsHandedOut) -> None:
        held = self.stock[fact.item]
        self.stock[fact.item] = replace(
            held, quantity=held.quantity - fact.quantity, value_fen=held.value_fen - fact.value_fen
        )

    @applies(PurposeChanged)
    def _purpose_changed(self, fact: PurposeChanged) -> None:
        self.purpose = fact.purpose

    # What may be decided

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

    def receive_goods(
        self,
        stamp: Stamp,
        *,
        item: str,
        quantity: int,
        unit: str,
        value_fen: int,
        evidence_kind: str,
        evidence_sha256: str,
    ) -> None:
        """捐赠物资入库.  One item keeps one unit."""
        check_amount(quantity, "quantity")
        check_amount(value_fen, "value_fen")
        held = self.stock.get(item)
        if held is not None and held.unit != unit:
            raise GoodsUnitDiffers(item, unit, held.unit)
        self.record(
            self.GoodsReceived,
            **stamp.fields,
            item=item,
            quantity=quantity,
            unit=unit,
            value_fen=value_fen,
            evidence_kind=evidence_kind,
            evidence_sha256=evidence_sha256,
        )

    def hand_out(self, stamp: Stamp, item: str, quantity: int, list_sha256: str) -> None:
        """捐赠物资发放.  Not more than the stock, nor before it came: StockTooSmall, GoodsNotYetThere."""
        check_amount(quantity, "quantity")
        held = self.stock.get(item, Stock(0, "", 0))
        if quantity > held.quantity:
            raise StockTooSmall(item, quantity, held.quantity)
        goods_leave_after_they_came(stamp.effective_on, item, held.quantity - quantity, self.came_in)
        self.record(
            self.GoodsHandedOut,
            **stamp.fields,
            item=item,
            quantity=quantity,
            value_fen=held.value_fen * quantity // held.quantity,
            list_sha256=list_sha256,
        )

    def change_purpose(self, stamp: Stamp, purpose: str, consent_sha256: str) -> None:
        """捐赠用途变更.  The donor's consent is kept as a paper.  Source: 慈善法 54, 56."""
        if not consent_sha256.strip():
            raise NothingGiven("consent_sha256")
        self.record(self.PurposeChanged, **stamp.fields, purpose=purpose, consent_sha256=consent_sha256)
