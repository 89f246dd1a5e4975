"""登记簿 (registers), derived anew: claims, notices, rolls and gifts."""

from scripts.verify.journal import Stored
from scripts.verify.sums import Sums

CLAIMS = "claim_register"
NOTICES = "notice_register"
ROLLS = "roll_register"
GIFTS = "gift_register"


def add_to_registers(fact: Stored, sums: Sums) -> None:
    """Add one fact to the register of its stream."""
    kind = fact.topic.partition(".")[0]
    columns = {"claim": _claim, "notice": _notice, "roll": _roll, "gift": _gift}.get(kind, _nothing)(fact)
    table = {"claim": CLAIMS, "notice": NOTICES, "roll": ROLLS, "gift": GIFTS}.get(kind, "")
    sums.add(table, (fact.key,), **columns)
    _add_details(fact, sums)


def _add_details(fact: Stored, sums: Sums) -> None:
    """The rows below a register: the lines of a roll, the goods of a gift."""
    state = fact.state
    match fact.topic:
        case "roll.line_due":
            sums.add("roll_register_lines", (fact.key,), lines=1, sum_fen=state["amount_fen"])
        case "gift.goods_received":
            received = {"received_quantity": state["quantity"], "received_fen": state["value_fen"]}
            sums.add("gift_register_goods", (fact.key, state["item"]), **received)
        case "gift.goods_handed_out":
            handed_out = {"out_quantity": state["quantity"], "out_fen": state["value_fen"]}
            sums.add("gift_register_goods", (fact.key, state["item"]), **handed_out)


def _nothing(_: Stored) -> dict[str, int]:
    return {}


def _claim(fact: Stored) -> dict[str, int]:
    state = fact.state
    match fact.topic:
        case "claim.submitted":
            return {"asked_fen": state["amount_fen"]}
        case "claim.approved":
            return {"approved_fen": state["approved_fen"]}
        case "claim.paid":
            return {"paid_fen": state["amount_fen"]}
        case "claim.payment_returned" | "claim.payment_reversed" | "claim.payment_refunded":
            return {"undone_fen": state["amount_fen"]}
    return {}


def _notice(fact: Stored) -> dict[str, int]:
    match fact.topic:
        case "notice.objected":
            return {"objections_count": 1, "open_objections": 1}
        case "notice.answered":
            return {"open_objections": -1}
    return {}


def _roll(fact: Stored) -> dict[str, int]:
    state = fact.state
    match fact.topic:
        case "roll.line_due":
            return {"due_fen": state["amount_fen"]}
        case "roll.approved":
            return {"approved_fen": state["amount_fen"]}
        case "roll.bank_confirmed":
            return {"confirmed_fen": state["amount_fen"], "confirmed_count": len(state["lines"])}
        case "roll.bank_returned":
            return {"returned_fen": state["amount_fen"]}
        case "roll.line_cancelled":
            return {"cancelled_fen": state["amount_fen"], "cancelled_count": 1}
    return {}


def _gift(fact: Stored) -> dict[str, int]:
    state = fact.state
    match fact.topic:
        case "gift.pledged":
            return {"pledged_fen": state["amount_fen"]}
        case "gift.cash_received":
            return {"cash_fen": state["amount_fen"]}
        case "gift.goods_received":
            return {"goods_fen": state["value_fen"]}
        case "gift.goods_handed_out":
            return {"goods_out_fen": state["value_fen"]}
    return {}
