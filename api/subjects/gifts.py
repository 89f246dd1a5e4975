"""捐赠 (gifts): the commands that a person may give, and the questions a person may ask."""

from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response

from api.commands.declaration import Subject
from api.http.reading import Ask, Paged
from api.requests.gifts import (
    ChangeGiftPurpose,
    CorrectPledge,
    HandOutGoods,
    PledgeGift,
    ReceiveGiftCash,
    ReceiveGiftGoods,
    ReverseGiftCash,
    ReverseGiftGoods,
    ReverseHandOut,
)
from api.requests.path_keys import path_key
from api.requests.words import PlaceAround
from domain.gifts.gift import Gift
from projections.access.roles import Role
from projections.gift_register import query as gift_register
from projections.reading.paging import Page

GiftNo = Annotated[str, path_key("gift_no")]
SUBJECT = Subject("捐赠", "Gifts", chapter=80, stream=Gift.id_of("{gift_no}"), keys={"gift_no": GiftNo})

COMMANDS = (
    SUBJECT.post(
        "/gifts",
        "pledge_gift",
        PledgeGift,
        by=Role.RECORDER,
        zh=("登记认捐", "登记认捐；个人捐赠人只记人员代码。"),
        en=("Pledge gift", "Record a pledge; a private person is named by id only."),
    ),
    SUBJECT.post(
        "/gifts/{gift_no}/pledge-corrections",
        "correct_pledge",
        CorrectPledge,
        by=Role.RECORDER,
        zh=("更正认捐", "更正登记有误的捐赠人或认捐金额，更正前后都保留。"),
        en=("Correct pledge", "Correct the donor or the amount of a pledge; both versions are kept."),
    ),
    SUBJECT.post(
        "/gifts/{gift_no}/receipts",
        "receive_gift_cash",
        ReceiveGiftCash,
        by=Role.RECORDER,
        zh=("登记捐款到账", "登记捐款到达账户。"),
        en=("Receive gift cash", "Record the money of a gift that arrived on an account."),
    ),
    SUBJECT.post(
        "/gifts/{gift_no}/goods",
        "receive_gift_goods",
        ReceiveGiftGoods,
        by=Role.RECORDER,
        zh=("登记捐赠物资入库", "按凭据所载价值，登记捐赠物资入库。"),
        en=("Receive gift goods", "Record goods that came into stock, at the value that the evidence gives."),
    ),
    SUBJECT.post(
        "/gifts/{gift_no}/hand-outs",
        "hand_out_goods",
        HandOutGoods,
        by=Role.RECORDER,
        zh=("登记捐赠物资发放", "登记捐赠物资的发放，价值按库存结转。"),
        en=("Hand out goods", "Record goods that were handed out; their value follows the stock."),
    ),
    SUBJECT.post(
        "/gifts/{gift_no}/receipt-reversals",
        "reverse_gift_cash",
        ReverseGiftCash,
        by=Role.RECORDER,
        zh=("冲销捐款到账", "用红字冲销登记有误的捐款到账。"),
        en=("Reverse gift cash", "Reverse the money of a gift that was recorded wrongly."),
    ),
    SUBJECT.post(
        "/gifts/{gift_no}/goods-reversals",
        "reverse_gift_goods",
        ReverseGiftGoods,
        by=Role.RECORDER,
        zh=("冲销捐赠物资入库", "用红字冲销登记有误的捐赠物资入库。"),
        en=("Reverse gift goods", "Reverse goods that were taken into stock wrongly."),
    ),
    SUBJECT.post(
        "/gifts/{gift_no}/hand-out-reversals",
        "reverse_hand_out",
        ReverseHandOut,
        by=Role.RECORDER,
        zh=("冲销捐赠物资发放", "用红字冲销登记有误的捐赠物资发放，物资退回库存。"),
        en=(
            "Reverse hand-out",
            "Reverse a hand-out that was recorded wrongly; its goods are in stock again.",
        ),
    ),
    SUBJECT.post(
        "/gifts/{gift_no}/purpose-changes",
        "change_gift_purpose",
        ChangeGiftPurpose,
        by=Role.RECORDER,
        zh=("变更捐赠用途", "经捐赠人同意，变更捐赠用途。"),
        en=("Change gift purpose", "Change what a gift is for, with the donor's consent."),
    ),
)

router = APIRouter(prefix="/gifts", tags=[SUBJECT.zh])


@router.get("", response_model=Page[gift_register.GiftRow])
def list_gifts(ask: Ask, paged: Paged, place: PlaceAround = "", donor_kind: str | None = None) -> Response:
    """捐赠台账 — the gifts by number."""
    return ask.page(
        "gift_register",
        lambda cursor: gift_register.gifts(cursor, paged, place=place, donor_kind=donor_kind),
    )


@router.get("/{gift_no}", response_model=gift_register.Gift)
def read_gift(gift_no: GiftNo, ask: Ask) -> Response:
    """捐赠 — one gift with its goods and movements."""
    return ask.one("gift_register", Gift, gift_no, gift_register.gift)
