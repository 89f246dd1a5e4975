"""报账 (claims), derived anew: each claim from its submission to the payee's money, and the invoices it used."""

from scripts.verify.journal import Stored
from scripts.verify.papers import DerivedRow, Papers
from scripts.verify.subject import NO_PLACE, Subject

PROVEN = ("accepted_fen", "delivered_quantity")
"""The figures that a sheet proves."""


def claims(fact: Stored, papers: Papers) -> None:
    """A claim from its submission to the payee's money; in the ledger of its project as well."""
    state, step = fact.state, fact.topic.partition(".")[2]
    claim = papers.row("claim_register", fact.key)
    if step == "submitted":
        claim.update(
            state,
            state=step,
            asked_fen=state["amount_fen"],
            submitted_on=state["effective_on"],
            submitted_by=state["by"],
            rulebook=state["rulebook_version"],
        )
        if state["purpose_kind"] == "project":
            papers.row("project_ledger_claims", fact.key).update(
                claim, project_code=state["purpose_code"], purpose_code=""
            )
    elif step == "reviewed":
        claim.update(state=step, reviewed_on=state["effective_on"], reviewed_by=state["by"])
    elif step in {"approved", "refused"}:
        claim.update(state=step, decided_on=state["effective_on"], decided_by=state["by"])
        if step == "approved":
            claim["approved_fen"] = state["approved_fen"]
        else:
            claim.update(refused_because=state["reason_code"], refused_reason=state["reason"])
    elif step == "delivery_accepted":
        claim.update(state, delivered_on=state["effective_on"], delivered_by=state["by"])
    elif step == "delivery_taken_back":
        claim.update(
            dict.fromkeys(PROVEN, 0), sheet="", delivered_unit="", delivered_by="", delivered_on=None
        )
    elif step == "withdrawn":
        claim.update(
            state=step,
            withdrawn_on=state["effective_on"],
            withdrawn_by=state["by"],
            withdrawn_reason=state["reason"],
        )
    elif step == "return_reversed":
        claim["undone_fen"] -= state["amount_fen"]
        claim["state"] = _held(claim)
    else:
        claim["paid_fen" if step == "paid" else "undone_fen"] += state["amount_fen"]
        claim["state"] = _held(claim)
    _claim_of_project(papers.find("project_ledger_claims", fact.key), claim, step)


def _held(claim: DerivedRow) -> str:
    """Whether the payee holds what was approved."""
    return "paid" if claim["paid_fen"] - claim["undone_fen"] == claim["approved_fen"] else "approved"


def _claim_of_project(row: DerivedRow | None, claim: DerivedRow, step: str) -> None:
    """The project shows the last decision, and what the payee holds."""
    if row is None:
        return
    if step in {"reviewed", "approved", "refused", "withdrawn"}:
        row["state"] = step
    row["approved_fen"] = claim["approved_fen"]
    row["paid_fen"] = claim["paid_fen"] - claim["undone_fen"]


def invoices(fact: Stored, papers: Papers) -> None:
    """The last use of an invoice number, and whether it was released."""
    state = fact.state
    invoice = papers.row("claim_register_invoices", fact.key)
    if fact.topic == "invoice.used":
        invoice.update(
            claim_no=state["claim_no"],
            amount_fen=state["amount_fen"],
            used_on=state["effective_on"],
            released_on=None,
            reason="",
        )
    else:
        invoice.update(released_on=state["effective_on"], reason=state["reason"])


SUBJECT = Subject(
    happens={
        "claim": (
            "approved delivery_accepted delivery_taken_back paid payment_refunded payment_returned payment_reversed "
            "refused return_reversed reviewed submitted withdrawn"
        ),
        "invoice": "released used",
    },
    opens={"claim.submitted": NO_PLACE},
    by_stream={
        "claim_register": ("claim_no",),
        "claim_register_invoices": ("number",),
        "project_ledger_claims": ("claim_no",),
    },
    streams={"claim": claims, "invoice": invoices},
)
