"""用款验收请求 (requests about deliveries): accepted by a signed sheet, or taken back."""

from api.requests.body import CommandBody
from api.requests.words import Fen, Name, Quantity, Sha256, Text


class AcceptDelivery(CommandBody):
    """Accept by a signed sheet what a unit or a gift spent money on."""

    sheet_sha256: Sha256
    delivered_quantity: Quantity
    delivered_unit: Name
    accepted_fen: Fen


class TakeBackDelivery(CommandBody):
    """Take back an acceptance whose sheet was wrong; the reason is kept as a fact."""

    reason: Text
