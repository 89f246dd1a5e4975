"""捐赠 (gifts): what a person may do with them over HTTP."""

from fastapi import APIRouter
from starlette.responses import Response

from api.http.reading import Ask, Paged
from api.http.writing import RECORDS, ByRecorder
from api.requests.gifts import (
    ChangeGiftPurpose,
    HandOutGoods,
    PledgeGift,
    ReceiveGiftCash,
    ReceiveGiftGoods,
)
from api.subjects.paths import GiftNo
from domain.gifts.gift import Gift
from projections.gift_register import query as gift_register
from projections.reading.paging import Page

router = APIRouter(prefix="/gifts", tags=["捐赠"])


@router.post("", **RECORDS)
async def pledge_gift(body: PledgeGift, submission: ByRecorder) -> Response:
    """认捐 — record a pledge."""
    return await submission.record(submission.books.pledge_gift, body)


@router.post("/{gift_no}/receipts", **RECORDS)
async def receive_gift_cash(gift_no: GiftNo, body: ReceiveGiftCash, submission: ByRecorder) -> Response:
    """捐款到账 — record the money of a gift."""
    return await submission.record(submission.books.receive_gift_cash, body, gift_no=gift_no)


@router.post("/{gift_no}/goods", **RECORDS)
async def receive_gift_goods(gift_no: GiftNo, body: ReceiveGiftGoods, submission: ByRecorder) -> Response:
    """接收捐赠物资 — take goods into stock."""
    return await submission.record(submission.books.receive_gift_goods, body, gift_no=gift_no)


@router.post("/{gift_no}/hand-outs", **RECORDS)
async def hand_out_goods(gift_no: GiftNo, body: HandOutGoods, submission: ByRecorder) -> Response:
    """发放物资 — hand goods out."""
    return await submission.record(submission.books.hand_out_goods, body, gift_no=gift_no)


@router.post("/{gift_no}/purpose-changes", **RECORDS)
async def change_gift_purpose(gift_no: GiftNo, body: ChangeGiftPurpose, submission: ByRecorder) -> Response:
    """变更捐赠用途 — change what a gift is for."""
    return await submission.record(submission.books.change_gift_purpose, body, gift_no=gift_no)


@router.get("", response_model=Page[gift_register.GiftRow])
def list_gifts(ask: Ask, paged: Paged, place: str = "", donor_kind: str | None = None) -> Response:
    """捐赠台账 — the gifts by number."""
    return ask.page(
        "gift_register",
        lambda cursor: gift_register.gifts(cursor, paged, place=place, donor_kind=donor_kind),
    )


@router.get("/{gift_no}", response_model=gift_register.Gift)
def read_gift(gift_no: GiftNo, ask: Ask) -> Response:
    """捐赠 — one gift with its goods and movements."""
    return ask.one("gift_register", Gift.id_of(gift_no), lambda cursor: gift_register.gift(cursor, gift_no))
