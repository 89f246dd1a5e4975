"""捐赠请求 (requests about gifts): pledge, receipt, goods, change of purpose, and what takes an entry back."""

from typing import Annotated

from api.requests.body import CommandBody
from api.requests.code_of import CodeOf
from api.requests.words import (
    Code,
    Day,
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
    Year,
    entries_of,
)
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
    agreed_items: Annotated[tuple[Code, ...], entries_of("agreed_items")] = ()


class CorrectPledge(CommandBody):
    """Correct who pledged, or how much; 0 for a pledge that was withdrawn."""

    donor_id: PersonId
    donor_name: NameOrNone = ""
    donor_kind: Annotated[str, CodeOf(DonorKind)]
    amount_fen: FenOrNone
    reason: Text


class ReceiveGiftCash(CommandBody):
    """Record the money of a gift on an account."""

    account_code: Key
    voucher_no: Key
    amount_fen: Fen


class ReverseGiftCash(CommandBody):
    """Reverse the money of a gift that was recorded wrongly (红字冲销)."""

    account_code: Key
    voucher_year: Year
    voucher_no: Key
    reason: Text


class ReceiveGiftGoods(CommandBody):
    """Take goods into stock at the value that the evidence gives."""

    item: Name
    quantity: Quantity
    unit: Name
    value_fen: Fen
    evidence_kind: Name
    evidence_sha256: Sha256


class ReverseGiftGoods(CommandBody):
    """Reverse goods that were taken into stock wrongly (红字冲销)."""

    item: Name
    received_on: Day
    quantity: Quantity
    value_fen: Fen
    reason: Text


class HandOutGoods(CommandBody):
    """Hand goods out; their value follows the stock."""

    item: Name
    quantity: Quantity
    list_sha256: Sha256


class ReverseHandOut(CommandBody):
    """Reverse a hand-out that was recorded wrongly; its goods are in stock again (红字冲销)."""

    item: Name
    handed_out_on: Day
    quantity: Quantity
    list_sha256: Sha256
    reason: Text


class ChangeGiftPurpose(CommandBody):
    """Change what a gift is for, with the donor's consent."""

    purpose: Text
    consent_sha256: Sha256
    agreed_items: Annotated[tuple[Code, ...], entries_of("agreed_items")] = ()
