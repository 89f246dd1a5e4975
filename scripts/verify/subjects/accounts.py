"""账户 (accounts), derived anew: what each account holds, and what each source paid for which purpose."""

from collections.abc import Iterable
from typing import Any

from scripts.verify.journal import State, Stored
from scripts.verify.papers import Papers
from scripts.verify.subject import SAYS_ITS_PLACE, Derive, Subject

ACCOUNTS = "account_daybook_accounts"

SIDES = {
    "account.money_arrived": ("in_fen", 1),
    "account.gift_arrived": ("in_fen", 1),
    "account.interest_received": ("in_fen", 1),
    "account.payment_returned": ("in_fen", 1),
    "account.refunded": ("in_fen", 1),
    "account.roll_returned": ("in_fen", 1),
    "account.arrival_reversed": ("in_fen", -1),
    "account.return_reversed": ("in_fen", -1),
    "account.roll_return_reversed": ("in_fen", -1),
    "account.gift_reversed": ("in_fen", -1),
    "account.interest_reversed": ("in_fen", -1),
    "account.transfer_came_back": ("in_fen", 1),
    "account.transfer_received": ("in_fen", 1),
    "account.transfer_receipt_reversed": ("in_fen", -1),
    "account.transfer_sent": ("out_fen", 1),
    "account.transfer_withdrawn": ("out_fen", -1),
    "account.paid": ("out_fen", 1),
    "account.surplus_returned": ("out_fen", 1),
    "account.surplus_return_reversed": ("out_fen", -1),
    "account.interest_paid_over": ("out_fen", 1),
    "account.payment_reversed": ("out_fen", -1),
    "account.interest_payment_reversed": ("out_fen", -1),
    "account.interest_planned": ("out_fen", 1),
    "account.interest_plan_reversed": ("out_fen", -1),
}
"""On which side of the account the amount stands; what was reversed stands there in red."""

CHANNELS = {
    "account.money_arrived": ("arrived_fen", 1),
    "account.arrival_reversed": ("arrived_fen", -1),
    "account.paid": ("paid_fen", 1),
    "account.payment_returned": ("paid_fen", -1),
    "account.payment_reversed": ("paid_fen", -1),
    "account.refunded": ("paid_fen", -1),
    "account.roll_returned": ("paid_fen", -1),
    "account.return_reversed": ("paid_fen", 1),
    "account.roll_return_reversed": ("paid_fen", 1),
    "account.surplus_returned": ("recovered_fen", 1),
    "account.surplus_return_reversed": ("recovered_fen", -1),
}
"""What a fact does to the sources that it names."""

INTEREST_DUE = {
    "account.interest_received": 1,
    "account.interest_reversed": -1,
    "account.interest_paid_over": -1,
    "account.interest_payment_reversed": 1,
}
"""What a fact does to the interest that the account owes the treasury."""

IN_TRANSIT = {
    "account.transfer_sent": 1,
    "account.transfer_receipt_reversed": 1,
    "account.transfer_received": -1,
    "account.transfer_withdrawn": -1,
    "account.transfer_came_back": -1,
}
"""What a fact does to the money that is in transit from the account that sent it."""

VOUCHERS = ("voucher_no", "reversed_voucher_no", "bank_reference")
REFERENCES = ("refund_no", "payment_no", "gift_no", "transfer_no", "document_no")
OF_THE_PAYMENT = {"account.return_reversed"}
"""Facts that stand in the daybook under the number of their payment, though they name a refund."""

PARTIES = ("payee_name", "receiver", "to_account_code", "from_account_code")


class Accounts:
    """Derives the daybook, and what the sources of a project and of a document gave."""

    def __init__(self, papers: Papers) -> None:
        """Write in `papers`."""
        self._papers = papers

    def add(self, fact: Stored) -> None:
        """Add one fact; facts of other streams change nothing here."""
        state, topic = fact.state, fact.topic
        if topic in SIDES:
            self._entry(fact, *SIDES[topic])
        if topic in CHANNELS:
            self._sources(state, *CHANNELS[topic])
        elif topic in IN_TRANSIT:
            sender = self._papers.row(ACCOUNTS, state.get("from_account_code", fact.key))
            sender["in_transit_fen"] += IN_TRANSIT[topic] * state["amount_fen"]
        elif topic in SIDES:
            self._papers.beside_fen += (
                SIDES[topic][1] * state["amount_fen"] * (1 if SIDES[topic][0] == "in_fen" else -1)
            )
        if topic in INTEREST_DUE and state["owner"] == "treasury":
            self._papers.row(ACCOUNTS, fact.key)["interest_due_fen"] += (
                INTEREST_DUE[topic] * state["amount_fen"]
            )
        match topic:
            case "account.opened":
                self._papers.row(ACCOUNTS, fact.key).update(state, opened_on=state["effective_on"])
            case "account.closed":
                self._papers.row(ACCOUNTS, fact.key)["closed_on"] = state["effective_on"]
            case "account.reconciled":
                self._papers.row(ACCOUNTS, fact.key).update(
                    reconciled_on=state["statement_on"], differences_count=len(state["differences"])
                )
                row = {**state, "account_code": fact.key, "position": fact.position}
                self._papers.line("account_daybook_reconciliations", row)

    def _entry(self, fact: Stored, side: str, sign: int) -> None:
        """One line of the daybook, with the balance after it."""
        state = fact.state
        fen = sign * state["amount_fen"]
        account = self._papers.row(ACCOUNTS, fact.key)
        account[side] += fen
        account["balance_fen"] += fen if side == "in_fen" else -fen
        account["entries_count"] += 1
        entry = {
            "account_code": fact.key,
            "position": fact.position,
            "effective_on": state["effective_on"],
            "kind": fact.topic.partition(".")[2],
            "voucher_no": _first(state, VOUCHERS),
            "reference": _first(state, REFERENCES[fact.topic in OF_THE_PAYMENT :]),
            "purpose_kind": state.get("purpose_kind", ""),
            "purpose_code": state.get("purpose_code", ""),
            "stage": state.get("stage", ""),
            "party": _first(state, PARTIES),
            side: fen,
            "balance_fen": account["balance_fen"],
        }
        self._papers.line("account_daybook", entry)

    def _sources(self, state: State, column: str, sign: int) -> None:
        """What the sources gave, to the project and out of the document; gifts have a ledger of their own."""
        kind, code, papers = state["purpose_kind"], state["purpose_code"], self._papers
        if kind == "gift":
            self._papers.beside_fen -= sign * state["amount_fen"]
            return
        for share in state["sources"]:
            document_no, level, fen = share["document_no"], share["level"], sign * share["amount_fen"]
            if kind == "project":
                for table in ("project_ledger_sources", "source_of_money_projects"):
                    papers.row(table, code, document_no, level)[column] += fen
                if state.get("stage") == "advance":
                    papers.row("source_of_money_projects", code, document_no, level)["advanced_fen"] += fen
            if column == "paid_fen":
                papers.row("fund_ledger_levels", document_no, level)["paid_fen"] += fen
                papers.row("fund_ledger_purposes", document_no, kind, code)["paid_fen"] += fen


def idle_payments(fact: Stored, papers: Papers) -> None:
    """Payments, and what came back of them, as steps of idle money."""
    column, sign = CHANNELS.get(fact.topic, ("", 0))
    if column != "paid_fen" or fact.state["purpose_kind"] == "gift":
        return
    for share in fact.state["sources"]:
        row = {
            **share,
            "position": fact.position,
            "step": "paid",
            "moved_on": fact.state["effective_on"],
            "amount_fen": sign * share["amount_fen"],
        }
        papers.line("idle_money", row)


def payments(fact: Stored, papers: Papers) -> None:
    """Payments one by one, in the order of the facts of their account."""
    column, sign = CHANNELS.get(fact.topic, ("", 0))
    if column != "paid_fen":
        return
    state, account = fact.state, fact.key
    number, day = state["payment_no"], state["effective_on"]
    of_project = state["purpose_kind"] == "project"
    if fact.topic != "account.paid":
        if of_project:
            papers.row("project_ledger_payments", account, number)["undone_fen"] -= sign * state["amount_fen"]
        for share in state["sources"]:
            key = account, number, share["document_no"], share["level"]
            papers.row("source_of_money_payments", *key)["returned_fen"] -= sign * share["amount_fen"]
        return
    said = {**state, "position": fact.position, "paid_on": day}
    papers.row("trial_balance_payments", account, number)["paid_in_year"] = int(day[:4])
    if of_project:
        papers.row("project_ledger_payments", account, number).update(
            said, project_code=state["purpose_code"]
        )
    for share in state["sources"]:
        row = papers.row("source_of_money_payments", account, number, share["document_no"], share["level"])
        row.update(said, level=share["level"], paid_fen=share["amount_fen"])


def _first(state: State, fields: Iterable[str]) -> Any:
    return next((state[field] for field in fields if field in state), "")


def _hears(papers: Papers) -> dict[str, Derive]:
    accounts = Accounts(papers)

    def account(fact: Stored) -> None:
        accounts.add(fact)
        idle_payments(fact, papers)

    return {"account": account}


SUBJECT = Subject(
    happens={
        "account": (
            "arrival_reversed closed gift_arrived gift_reversed interest_paid_over interest_payment_reversed "
            "interest_plan_reversed interest_planned "
            "interest_received interest_reversed "
            "money_arrived opened paid payment_returned payment_reversed reconciled refunded "
            "report_filed report_withdrawn "
            "return_reversed roll_return_reversed roll_returned surplus_return_reversed surplus_returned "
            "transfer_came_back transfer_receipt_reversed transfer_received transfer_sent transfer_withdrawn"
        ),
    },
    opens={"account.opened": SAYS_ITS_PLACE},
    by_fact={"account_daybook": ("position",), "account_daybook_reconciliations": ("position",)},
    by_stream={
        "project_ledger_payments": ("account_code", "payment_no"),
        "source_of_money_payments": ("account_code", "payment_no", "document_no", "level"),
        "trial_balance_payments": ("account_code", "payment_no"),
    },
    at_the_end={ACCOUNTS: ("code",)},
    streams={"account": payments},
    hears=_hears,
)
