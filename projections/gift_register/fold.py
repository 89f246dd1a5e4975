"""捐赠台账, 记账 (gift register, folding): pledge, receipt, use and stock of each gift."""

from datetime import date

from domain.accounts.paying import PAYS, UNPAYS
from domain.funds.codes import PurposeKind
from domain.gifts.gift import Gift
from projections.ledger.page import Recorded
from projections.ledger.projection import Projection, signed
from projections.ledger.rows import Rows
from projections.ledger.tables import Row, Table

GIFT = PurposeKind.GIFT.code


class GiftRow(Row):
    """See query.GiftRow."""

    gift_no: str
    donor_id: str
    donor_name: str
    donor_kind: str
    purpose: str
    place_code: str
    agreed_items: tuple[str, ...]
    pledged_on: date
    pledged_fen: int
    cash_fen: int = 0
    cash_used_fen: int = 0
    goods_fen: int = 0
    goods_out_fen: int = 0


class Goods(Row):
    """See query.GiftGoods."""

    gift_no: str
    item: str
    unit: str = ""
    received_quantity: int = 0
    received_fen: int = 0
    out_quantity: int = 0
    out_fen: int = 0


class Movement(Row):
    """See query.GiftMovement."""

    gift_no: str
    position: int
    reference: str
    amount_fen: int


GIFTS = Table("gift_register", GiftRow, key=("gift_no",))
GOODS = Table("gift_register_goods", Goods, key=("gift_no", "item"))
MOVEMENTS = Table("gift_register_movements", Movement)


def _pledged(recorded: Recorded, rows: Rows) -> None:
    fact: Gift.Pledged = recorded.fact
    rows.add(
        GIFTS,
        GiftRow(
            gift_no=fact.gift_no,
            donor_id=fact.donor_id,
            donor_name=fact.donor_name,
            donor_kind=fact.donor_kind,
            purpose=fact.purpose,
            place_code=fact.place_code,
            agreed_items=fact.agreed_items,
            pledged_on=fact.effective_on,
            pledged_fen=fact.amount_fen,
        ),
    )
    _note(recorded, rows, recorded.key, "", fact.amount_fen)


def _pledge_corrected(recorded: Recorded, rows: Rows) -> None:
    fact: Gift.PledgeCorrected = recorded.fact
    gift = rows.change(GIFTS, recorded.key)
    gift.donor_id, gift.donor_name, gift.donor_kind = fact.donor_id, fact.donor_name, fact.donor_kind
    gift.pledged_fen = fact.amount_fen
    _note(recorded, rows, recorded.key, "", fact.amount_fen - fact.former_amount_fen)


def _cash_received(recorded: Recorded, rows: Rows) -> None:
    fact: Gift.CashReceived = recorded.fact
    rows.change(GIFTS, recorded.key).cash_fen += fact.amount_fen
    _note(recorded, rows, recorded.key, fact.voucher_no, fact.amount_fen)


def _cash_reversed(recorded: Recorded, rows: Rows) -> None:
    fact: Gift.CashReversed = recorded.fact
    rows.change(GIFTS, recorded.key).cash_fen -= fact.amount_fen
    _note(recorded, rows, recorded.key, fact.reversed_voucher_no, -fact.amount_fen)


def _goods_received(recorded: Recorded, rows: Rows) -> None:
    fact: Gift.GoodsReceived = recorded.fact
    rows.change(GIFTS, recorded.key).goods_fen += fact.value_fen
    goods = rows.at(GOODS, (recorded.key, fact.item))
    goods.unit = fact.unit
    goods.received_quantity += fact.quantity
    goods.received_fen += fact.value_fen
    _note(recorded, rows, recorded.key, fact.item, fact.value_fen)


def _goods_reversed(recorded: Recorded, rows: Rows) -> None:
    fact: Gift.GoodsReversed = recorded.fact
    rows.change(GIFTS, recorded.key).goods_fen -= fact.value_fen
    goods = rows.change(GOODS, (recorded.key, fact.item))
    goods.received_quantity -= fact.quantity
    goods.received_fen -= fact.value_fen
    _note(recorded, rows, recorded.key, fact.item, -fact.value_fen)


def _hand_out(recorded: Recorded, rows: Rows, sign: int) -> None:
    fact: Gift.GoodsHandedOut | Gift.HandOutReversed = recorded.fact
    rows.change(GIFTS, recorded.key).goods_out_fen += sign * fact.value_fen
    goods = rows.change(GOODS, (recorded.key, fact.item))
    goods.out_quantity += sign * fact.quantity
    goods.out_fen += sign * fact.value_fen
    _note(recorded, rows, recorded.key, fact.item, -sign * fact.value_fen)


def _purpose_changed(recorded: Recorded, rows: Rows) -> None:
    gift = rows.change(GIFTS, recorded.key)
    gift.purpose, gift.agreed_items = recorded.fact.purpose, recorded.fact.agreed_items
    _note(recorded, rows, recorded.key, "", 0)


def _payment(recorded: Recorded, rows: Rows, sign: int) -> None:
    """A payment of an account with the purpose of a gift uses that gift's money."""
    fact = recorded.fact
    if fact.purpose_kind == GIFT:
        rows.change(GIFTS, fact.purpose_code).cash_used_fen += sign * fact.amount_fen
        _note(recorded, rows, fact.purpose_code, fact.payment_no, -sign * fact.amount_fen)


def _note(recorded: Recorded, rows: Rows, gift_no: str, reference: str, amount_fen: int) -> None:
    """Write the movement: what came in is positive, what was used negative."""
    rows.append(MOVEMENTS, Movement(gift_no, recorded.position, reference, amount_fen))


PROJECTION = Projection(
    "gift_register",
    (GIFTS, GOODS, MOVEMENTS),
    {
        "gift.pledged": _pledged,
        "gift.pledge_corrected": _pledge_corrected,
        "gift.cash_received": _cash_received,
        "gift.cash_reversed": _cash_reversed,
        "gift.goods_received": _goods_received,
        "gift.goods_reversed": _goods_reversed,
        "gift.goods_handed_out": signed(_hand_out, 1),
        "gift.hand_out_reversed": signed(_hand_out, -1),
        "gift.purpose_changed": _purpose_changed,
        **dict.fromkeys(PAYS, signed(_payment, 1)),
        **dict.fromkeys(UNPAYS, signed(_payment, -1)),
    },
)
