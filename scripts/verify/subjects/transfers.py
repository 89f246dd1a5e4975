"""调拨 (transfers), derived anew: which are in transit; the accounts must say the same of their money."""

from scripts.verify.journal import Stored
from scripts.verify.papers import Papers
from scripts.verify.subject import NO_PLACE, Derive, Subject

TRANSFERS = "transfer_register"

ENDS = {"received", "withdrawn", "came_back"}
"""Steps after which the money lies in an account again."""

STATES = {"receipt_reversed": "sent"}
"""Steps that bring back a state of another name."""


def transfers(fact: Stored, papers: Papers) -> None:
    """One step of a transfer."""
    state, step = fact.state, fact.topic.partition(".")[2]
    row = papers.row(TRANSFERS, fact.key)
    if step == "sent":
        row.update(state, sent_on=state["effective_on"])
    row["state"] = STATES.get(step, step)
    if step in ENDS:
        row.update(ended_on=state["effective_on"], in_transit_fen=0)
    else:
        row.update(ended_on=None, in_transit_fen=row["amount_fen"])
    papers.line(
        "transfer_register_steps",
        {"transfer_no": fact.key, "position": fact.position, "state": row["state"]},
    )


def _hears(papers: Papers) -> dict[str, Derive]:
    return {"transfer": lambda fact: transfers(fact, papers)}


SUBJECT = Subject(
    happens={"transfer": "came_back receipt_reversed received refused sent withdrawn"},
    opens={"transfer.sent": NO_PLACE},
    by_fact={"transfer_register_steps": ("position",)},
    at_the_end={TRANSFERS: ("transfer_no",)},
    hears=_hears,
)
