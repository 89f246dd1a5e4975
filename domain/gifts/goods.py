"""捐赠物资 (goods): taken into stock at their value, handed out, and each taken back.

A hand-out takes its share of the value of the stock by quantity, rounded down, and the last piece takes the rest.
"""

from datetime import date

from domain.gifts.goods_leave_after_they_came import goods_leave_after_they_came
from domain.gifts.refusals import GoodsHandedOutSince, GoodsUnitDiffers, StockTooSmall
from domain.gifts.state import GiftState
from domain.money.fen import check_amount
from domain.rules.counts_are_in_range import check_count
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


def receive_goods(
    gift: GiftState,
    stamp: Stamp,
    *,
    item: str,
    quantity: int,
    unit: str,
    value_fen: int,
    evidence_kind: str,
    evidence_sha256: str,
) -> None:
    """捐赠物资入库.  One item keeps one unit.  Raises CountOutOfRange, AmountOutOfRange, GoodsUnitDiffers."""
    check_count(quantity, "quantity")
    check_amount(value_fen, "value_fen")
    held = gift.stock.get(item)
    if held is not None and held.unit != unit:
        raise GoodsUnitDiffers(item, unit, held.unit)
    gift.record(
        gift.GoodsReceived,
        **stamp.fields,
        item=item,
        quantity=quantity,
        unit=unit,
        value_fen=value_fen,
        evidence_kind=evidence_kind,
        evidence_sha256=evidence_sha256,
    )


def reverse_goods(
    gift: GiftState,
    stamp: Stamp,
    *,
    item: str,
    received_on: date,
    quantity: int,
    value_fen: int,
    reason: str,
) -> None:
    """冲销误登的物资入库.

    Raises GoodsEntryUnknown, GoodsHandedOutSince when hand-outs stand on it, GoodsNotYetThere (more of the stock came
    on a later day), DatesOutOfOrder (before they were taken in), in that order.
    """
    entry = gift.receipt((item, received_on, quantity, value_fen))
    held = gift.held(item)
    rest = held.plus(-quantity, -value_fen)
    # A rest is worth something, and nothing is worth nothing: else hand-outs have taken of the value that goes.
    if min(rest.quantity, rest.value_fen) < 0 or bool(rest.quantity) != bool(rest.value_fen):
        raise GoodsHandedOutSince(item, quantity, held.quantity, value_fen, held.value_fen)
    goods_leave_after_they_came(stamp.effective_on, item, rest.quantity, gift.came_in)
    day_is_not_before("effective_on", stamp.effective_on, entry.effective_on)
    gift.record(
        gift.GoodsReversed,
        **stamp.fields,
        item=item,
        received_on=received_on,
        quantity=quantity,
        unit=entry.unit,
        value_fen=value_fen,
        evidence_sha256=entry.evidence_sha256,
        reason=reason,
    )


def hand_out(gift: GiftState, stamp: Stamp, item: str, quantity: int, list_sha256: str) -> None:
    """捐赠物资发放.  Not more than the stock, nor before it came.

    Raises CountOutOfRange, StockTooSmall, GoodsNotYetThere, in this order.
    """
    check_count(quantity, "quantity")
    held = gift.held(item)
    if quantity > held.quantity:
        raise StockTooSmall(item, quantity, held.quantity)
    goods_leave_after_they_came(stamp.effective_on, item, held.quantity - quantity, gift.came_in)
    gift.record(
        gift.GoodsHandedOut,
        **stamp.fields,
        item=item,
        quantity=quantity,
        value_fen=held.value_fen * quantity // held.quantity,
        list_sha256=list_sha256,
    )


def reverse_hand_out(
    gift: GiftState,
    stamp: Stamp,
    *,
    item: str,
    handed_out_on: date,
    quantity: int,
    list_sha256: str,
    reason: str,
) -> None:
    """冲销误登的物资发放; its goods are in stock again from the day of the reversal.

    Raises GoodsEntryUnknown, DatesOutOfOrder (before they were handed out), in that order.
    """
    entry = gift.handed_out((item, handed_out_on, quantity, list_sha256))
    day_is_not_before("effective_on", stamp.effective_on, entry.effective_on)
    gift.record(
        gift.HandOutReversed,
        **stamp.fields,
        item=item,
        handed_out_on=handed_out_on,
        quantity=quantity,
        unit=gift.held(item).unit,
        value_fen=entry.value_fen,
        list_sha256=list_sha256,
        reason=reason,
    )
