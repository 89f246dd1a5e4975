"""花名册 (rolls), derived anew: each roll and its lines, what was sent, and what the bank answered."""

from collections.abc import Set as AbstractSet

from scripts.verify.journal import Stored
from scripts.verify.papers import DerivedRow, Papers
from scripts.verify.subject import PLACE_OF_ITS_PROJECT, Derive, Subject


def rolls(fact: Stored, papers: Papers) -> None:
    """A roll, and each line of it."""
    state, day = fact.state, fact.state["effective_on"]
    if fact.topic == "roll.line_due":
        papers.row("roll_register", fact.key)["due_fen"] += state["amount_fen"]
        line = papers.row("roll_register_lines", fact.key, state["line_no"])
        for column in ("person_id", "quantity", "standard_fen", "amount_fen", "reason"):
            line[column] = state[column]
        return
    roll = papers.row("roll_register", fact.key)
    match fact.topic:
        case "roll.drawn_up":
            roll.update(state, drawn_up_on=day)
        case "roll.approved":
            roll.update(approved_on=day, approved_by=state["by"], approved_fen=state["amount_fen"])
        case "roll.sent":
            roll.update(sent_on=day, sent_in=state["payment_no"])
            roll["sent_fen"] += state["amount_fen"]
        case "roll.withdrawn" | "roll.cancelled" | "roll.closed":
            roll.update(ended_on=day, ended_as=fact.topic[len("roll.") :], end_reason=state.get("reason", ""))
        case _:
            _after_sending(fact, roll)


def _after_sending(fact: Stored, roll: DerivedRow) -> None:
    """What the bank said of the roll as a whole."""
    state = fact.state
    match fact.topic:
        case "roll.line_resent":
            roll["sent_fen"] += state["amount_fen"]
        case "roll.bank_confirmed":
            roll["confirmed_fen"] += state["amount_fen"]
            roll["confirmed_count"] += len(state["lines"])
        case "roll.bank_returned":
            roll["returned_fen"] += state["amount_fen"]
        case "roll.line_cancelled" | "roll.line_cancellation_reversed":
            sign = 1 if fact.topic == "roll.line_cancelled" else -1
            roll["cancelled_fen"] += sign * state["amount_fen"]
            roll["cancelled_count"] += sign
        case "roll.recalled":
            roll["recalled_fen"] += state["amount_fen"]
            if state["whole"]:
                roll.update(sent_on=None, sent_in="")
        case "roll.line_paid_back":
            roll["paid_back_fen"] += state["amount_fen"]
            roll["paid_back_count"] += state["whole"]
        case "roll.pay_back_reversed":
            roll["paid_back_fen"] -= state["amount_fen"]
            roll["paid_back_count"] -= state["whole"]
        case "roll.confirmation_reversed" | "roll.return_reversed":
            sign = 1 if fact.topic == "roll.return_reversed" else -1
            roll["confirmed_fen"] += sign * state["amount_fen"]
            roll["confirmed_count"] += sign * len(state["lines"])
            roll["returned_fen"] -= sign * state["amount_fen"]


OF_ONE_LINE = {
    "roll.line_resent": "sent",
    "roll.line_cancelled": "cancelled",
    "roll.line_cancellation_reversed": "returned",
    "roll.line_paid_back": "paid_back",
    "roll.pay_back_reversed": "confirmed",
}
"""What a fact says of its one line; where it may be about a part of it, only when it is about the whole."""


def answers(fact: Stored, papers: Papers) -> None:
    """What became of which lines, one row a reason."""
    state = fact.state
    lines: dict[str, set[int]] = {}
    match fact.topic:
        case topic if topic in OF_ONE_LINE and state.get("whole", True):
            said, lines[""] = OF_ONE_LINE[topic], {state["line_no"]}
        case "roll.bank_confirmed" | "roll.return_reversed":
            said, lines[""] = "confirmed", set(state["lines"])
        case "roll.confirmation_reversed":
            said, lines[state["reason"]] = "returned", set(state["lines"])
        case "roll.bank_returned":
            said = "returned"
            for returned in state["lines"]:
                lines.setdefault(returned["reason"], set()).add(returned["line_no"])
        case "roll.recalled" if not state["whole"]:
            said, lines[state["reason"]] = "returned", {state["line_no"]}
        case _:
            return
    row = {"roll_no": fact.key, "position": fact.position, "state": said, "state_on": state["effective_on"]}
    for reason, numbers in lines.items():
        told = {"bank_reason": reason, "payment_no": state.get("payment_no", ""), "lines": _ranges(numbers)}
        papers.line("roll_register_answers", row | told)


def _ranges(numbers: AbstractSet[int]) -> str:
    """A set of line numbers as PostgreSQL writes it: from each first number to the one after its last neighbour."""
    firsts = sorted(number for number in numbers if number - 1 not in numbers)
    ends = sorted(number + 1 for number in numbers if number + 1 not in numbers)
    return "{" + ",".join(f"[{first},{end})" for first, end in zip(firsts, ends, strict=True)) + "}"


def sendings(fact: Stored, papers: Papers) -> None:
    """Each time something was sent to the bank or paid back; the account that a roll is paid from."""
    state = fact.state
    match fact.topic:
        case "roll.drawn_up":
            papers.row("trial_balance_rolls", fact.key)["account_code"] = state["account_code"]
        case "roll.sent" | "roll.line_resent":
            count = state.get("count", 1)
            row = {**state, "roll_no": fact.key, "position": fact.position, "count": count}
            papers.line("roll_register_sendings", row | {"sent_on": state["effective_on"]})
        case "roll.line_paid_back" | "roll.pay_back_reversed":
            sign = 1 if fact.topic == "roll.line_paid_back" else -1
            row = {**state, "roll_no": fact.key, "position": fact.position}
            row |= {"paid_back_on": state["effective_on"], "amount_fen": sign * state["amount_fen"]}
            papers.line("roll_register_paid_back", row)


def _hears(papers: Papers) -> dict[str, Derive]:
    def roll(fact: Stored) -> None:
        sendings(fact, papers)
        answers(fact, papers)

    return {"roll": roll}


SUBJECT = Subject(
    happens={
        "roll": (
            "approved bank_confirmed bank_returned cancelled closed confirmation_reversed drawn_up "
            "line_cancellation_reversed line_cancelled line_due line_paid_back line_resent "
            "pay_back_reversed recalled return_reversed sent withdrawn"
        ),
    },
    opens={"roll.drawn_up": PLACE_OF_ITS_PROJECT},
    by_fact={
        "roll_register_answers": ("position", "bank_reason"),
        "roll_register_paid_back": ("position",),
        "roll_register_sendings": ("position",),
    },
    by_stream={"roll_register": ("roll_no",), "roll_register_lines": ("roll_no", "line_no")},
    streams={"roll": rolls},
    at_the_end={"trial_balance_rolls": ("roll_no",)},
    hears=_hears,
)
