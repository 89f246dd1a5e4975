"""捐赠台账, 查询 (gift register, reading): what each donor pledged, gave, and what was made of it.

A pledge (认捐) is not a receipt (到账): pledged_fen never counts as money.  Amounts in fen.
"""

from dataclasses import dataclass
from datetime import date

from projections.ledger.page import facts_at
from projections.reading.paging import Cursor, Page, Paging, read_page, read_row, read_rows
from projections.words.writing import sentence_of


@dataclass(frozen=True)
class GiftRow:
    """One gift.  cash_left = cash − cash_used; stock = goods − goods_out, at the value they came in with.

    donor_name is "" for private persons and on wish; donor_kind says what the donor is.  agreed_items are the spending
    items that the agreement, or the donor's consent to a change, lets the money be spent on.
    """

    gift_no: str
    donor_id: str
    donor_name: str
    donor_kind: str
    purpose: str
    place_code: str
    agreed_items: tuple[str, ...]
    pledged_on: date
    pledged_fen: int
    cash_fen: int
    cash_used_fen: int
    cash_left_fen: int
    goods_fen: int
    goods_out_fen: int
    stock_fen: int


@dataclass(frozen=True)
class GiftGoods:
    """One kind of goods of a gift: quantities in `unit`, values in fen."""

    item: str
    unit: str
    received_quantity: int
    received_fen: int
    out_quantity: int
    out_fen: int
    stock_quantity: int
    stock_fen: int


@dataclass(frozen=True)
class GiftMovement:
    """One step of a gift.  `kind` is the topic's own word; `reference` a voucher or payment number, or the goods."""

    position: int
    effective_on: date
    kind: str
    reference: str
    amount_fen: int
    sentence_zh: str
    sentence_en: str


@dataclass(frozen=True)
class Gift:
    """Everything the register knows of one gift."""

    total: GiftRow
    goods: tuple[GiftGoods, ...]
    movements: tuple[GiftMovement, ...]


_GIFTS = """SELECT *, cash_fen - cash_used_fen AS cash_left_fen, goods_fen - goods_out_fen AS stock_fen
              FROM gift_register"""


def gifts(cursor: Cursor, paging: Paging, *, place: str = "", donor_kind: str | None = None) -> Page[GiftRow]:
    """The gifts by number.  `place` is a prefix of the place code.  Errors: CursorMismatch."""
    query = f"""{_GIFTS} WHERE starts_with(place_code, %(place)s)
        AND (%(donor_kind)s::text IS NULL OR donor_kind = %(donor_kind)s)"""
    filters = {"place": place, "donor_kind": donor_kind}
    return read_page(cursor, GiftRow, query, filters, paging, keys=["gift_no"])


def gift(cursor: Cursor, gift_no: str) -> Gift | None:
    """One gift with its goods and movements; None when no such gift was pledged."""
    key = {"gift_no": gift_no}
    total = read_row(cursor, GiftRow, f"{_GIFTS} WHERE gift_no = %(gift_no)s", key)
    if total is None:
        return None
    goods = """SELECT *, received_quantity - out_quantity AS stock_quantity, received_fen - out_fen AS stock_fen
        FROM gift_register_goods WHERE gift_no = %(gift_no)s ORDER BY item"""
    return Gift(
        total=total,
        goods=tuple(read_rows(cursor, GiftGoods, goods, key)),
        movements=_movements(cursor, gift_no),
    )


def _movements(cursor: Cursor, gift_no: str) -> tuple[GiftMovement, ...]:
    cursor.execute(
        "SELECT position, reference, amount_fen FROM gift_register_movements WHERE gift_no = %s ORDER BY position",
        (gift_no,),
    )
    moved = cursor.fetchall()
    facts = facts_at(cursor, [position for position, _, _ in moved])
    return tuple(
        GiftMovement(
            position,
            facts[position].fact.effective_on,
            facts[position].topic.partition(".")[2],
            reference,
            amount_fen,
            *sentence_of(facts[position].topic, facts[position].fact),
        )
        for position, reference, amount_fen in moved
    )
