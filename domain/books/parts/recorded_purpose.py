"""报账对象须在账 (recorded purpose): no claim is for a gift or a unit that the books do not know."""

from domain.accounts.account import Account
from domain.accounts.cash import Purpose
from domain.books.desk.turn import DecisionTurn
from domain.funds.codes import PurposeKind
from domain.gifts.gift import Gift
from domain.refusal import UnknownRecord


def recorded_purpose(turn: DecisionTurn, account: Account, purpose: Purpose) -> str:
    """Give the code of the purpose as it is recorded: of a gift that was pledged, of a unit that is registered.

    Books without a register of units know a unit by the money that came into the account for it.
    Raises UnknownRecord, NumberAmbiguous; for a unit that the register does not hold, PlaceUnknown or PlaceEnded.
    """
    kind, code = purpose
    if kind == PurposeKind.GIFT:
        return turn.named(Gift, code).gift_no
    if kind == PurposeKind.UNIT and turn.places.units_count:
        turn.places.check_unit("purpose_code", code, turn.act.effective_on)
    elif kind == PurposeKind.UNIT and purpose not in account.purses:
        zh, en = PurposeKind.UNIT.word
        raise UnknownRecord(f"{kind}/{code}", (f"{zh} {code}", f"{en} {code}"))
    return code
