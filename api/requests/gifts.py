"""捐赠请求 (requests about gifts): pledge, receipt, goods, change of purpose."""

from typing import Annotated

from api.http.body import CommandBody
from api.http.words import (
    Fen,
    FenOrNone,
    Key,
    Name,
    NameOrNone,
    PersonId,
    Place,
    Quantity,
    Sha256,
    Text,
)
from api.requests.code_of import CodeOf
from domain.gifts.codes import DonorKind


class PledgeGift(CommandBody):
    """Record a pledge; a private person is named by id only."""

    gift_no: Key
    donor_id: PersonId
    donor_name: NameOrNone = ""
    donor_kind: Annotated[str, CodeOf(DonorKind)]
    amount_fen: FenOrNone
    purpose: Text
    place_code: Place


class ReceiveGiftCash(CommandBody):
    """Record the money of a gift on an account."""

    account_code: Key
    voucher_no: Key
    amount_fen: Fen


class ReceiveGiftGoods(CommandBody):
    """Take goods into stock at the value that the evidence gives."""

    item: Name
    quantity: Quantity
    unit: Name
    value_fen: Fen
    evidence_kind: Name
    evidence_sha256: Sha256


class HandOutGoods(CommandBody):
    """Hand goods out; their value follows the stock."""

    item: Name
    quantity: Quantity
    list_sha256: Sha256


class ChangeGiftPurpose(CommandBody):
    """Change what a gift is for, with the donor's consent."""

    purpose: Text
    consent_sha256: Sha256
