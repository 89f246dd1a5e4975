"""分录 (the postings), derived anew: every line with its rule and what it is about (辅助核算).

A line is about a channel (document and level), a purpose, a year and a budget code, and where it lies at a bank about
the account.  Year and budget code are those of the first allocation of the document to the purpose.
"""

from collections import Counter
from typing import NamedTuple

from scripts.verify.chart import moved
from scripts.verify.difference import Difference
from scripts.verify.journal import State, Stored
from scripts.verify.papers import Papers
from scripts.verify.subject import Derive, Subject

LINES = "trial_balance_lines"
WITHOUT_PURPOSE = {"Q10", "Q20", "Q25", "Q60"}
AT_A_BANK = {"1020", "1030"}
ARRIVED = "Q40"
AFTER_PAYMENT = {
    "account.payment_returned",
    "account.payment_reversed",
    "account.refunded",
    "account.return_reversed",
}


INTEREST_TAKEN_BACK = {
    "account.interest_reversed",
    "account.interest_payment_reversed",
    "account.interest_plan_reversed",
}
INTEREST_OF_BOTH = {"account.interest_received", "account.interest_reversed"}
INTEREST_PLANS = {"account.interest_planned", "account.interest_plan_reversed"}


class About(NamedTuple):
    """What a fact's money is for, and year and budget code as the fact itself says them."""

    kind: str
    code: str
    year: int = 0
    budget_code: str = ""


class Postings:
    """Derives the lines, and watches that no source ever spends what has not arrived."""

    def __init__(self, papers: Papers) -> None:
        """Write in `papers`; say there at once what breaks a law."""
        self._papers = papers
        self._paid_in: dict[tuple[str, str], str] = {}
        self._arrived: Counter[tuple[str, str]] = Counter()

    def add(self, fact: Stored) -> None:
        """Add the lines of one fact."""
        if fact.topic == "account.paid":
            self._paid_in[fact.key, fact.state["payment_no"]] = fact.state["effective_on"][:4]
        sides = {"quota": 0, "cash": 0}
        spent = set()
        rule = bank = ""
        for account, effect, level, document_no, fen in moved(fact):
            if not rule:
                rule, bank = self._rule(fact), self._bank(fact)
            row = {
                "position": fact.position,
                "effective_on": fact.state["effective_on"],
                "rule": rule,
                "account": account,
                "level": level,
                "document_no": document_no,
                "debit_fen" if fen > 0 else "credit_fen": abs(fen),
                "account_code": bank if account in AT_A_BANK else "",
            }
            if account in WITHOUT_PURPOSE:
                batch = self._papers.row("trial_balance_batches", document_no)
                row |= {"year": batch["year"], "budget_code": batch["budget_code"]}
            else:
                row |= self._about(fact, document_no, effect.allocation)
            self._papers.line(LINES, row)
            sides["quota" if account.startswith("Q") else "cash"] += fen
            if account == ARRIVED:
                self._arrived[document_no, level] += fen
                spent.add((document_no, level))
        self._watch(fact, sides, spent)

    def _watch(self, fact: Stored, sides: dict[str, int], spent: set[tuple[str, str]]) -> None:
        """Debit equals credit on each side; what has arrived and is not spent is never below zero."""
        for side, fen in sides.items():
            if fen:
                self._papers.say(Difference(f"借贷相等 debit = credit #{fact.position}", side, fen, 0))
        for source in sorted(spent):
            if self._arrived[source] > 0:
                where = f"支出不超到位 spent ≤ arrived {' '.join(source)} #{fact.position}"
                self._papers.say(Difference(where, ARRIVED, self._arrived[source], 0))

    def _rule(self, fact: Stored) -> str:
        """The topic, and the variant where facts of one topic are posted differently."""
        variant = self._variant(fact)
        return f"{fact.topic} {variant}" if variant else fact.topic

    def _variant(self, fact: Stored) -> str:
        state, variant = fact.state, ""
        match fact.topic:
            case topic if topic.startswith("fund."):
                variant = self._of_fund(topic, state)
            case "roll.line_paid_back" | "roll.pay_back_reversed":
                of_this_year = str(state["paid_in_year"]) == state["effective_on"][:4]
                variant = "this_year" if of_this_year else "former_year"
            case topic if topic.startswith("account.interest"):
                variant = _of_interest(topic, state)
            case "account.paid":
                variant = state["stage"]
            case "project.handed_over" | "project.hand_over_reversed":
                variant = self._to_whom(state)
            case topic if topic in AFTER_PAYMENT:
                former = self._paid_in[fact.key, state["payment_no"]] < state["effective_on"][:4]
                variant = f"{state['stage']}{' former_year' if former else ''}"
        return variant

    @staticmethod
    def _to_whom(state: State) -> str:
        """Who got the asset; what is taken back after the year of its hand-over says so."""
        village = state["owner_level"] == "village"
        asset_class = state["asset_class"]
        whom = (
            asset_class if asset_class in {"none", "household"} else "village" if village else "public_unit"
        )
        former = "former_on" in state and state["former_on"][:4] < state["effective_on"][:4]
        return f"{whom} former_year" if former else str(whom)

    @staticmethod
    def _of_fund(topic: str, state: State) -> str:
        if topic.startswith("fund.indicator_"):
            return "passed_down" if state.get("passed_down_from") else ""
        if topic in {"fund.allocated", "fund.allocation_taken_back"}:
            again = state.get("from_recovered") or state.get("to_recovered")
            return "recovered" if again else "received"
        return ""

    def _bank(self, fact: Stored) -> str:
        if fact.kind == "roll":
            return str(self._papers.row("trial_balance_rolls", fact.key)["account_code"])
        return fact.key if fact.kind == "account" else ""

    def _about(self, fact: Stored, document_no: str, allocation_field: str) -> dict[str, str | int]:
        about = self._purpose(fact, allocation_field)
        known = self._papers.find("trial_balance_channels", document_no, about.kind, about.code)
        if about.kind in {"gift", "interest"}:
            about = about._replace(year=0, budget_code="")
        elif known is not None:
            about = about._replace(year=known["year"], budget_code=known["budget_code"])
        return {
            "purpose_kind": about.kind,
            "purpose_code": about.code,
            "year": about.year,
            "budget_code": about.budget_code,
        }

    def _purpose(self, fact: Stored, allocation_field: str) -> About:
        state = fact.state
        match fact.kind:
            case "fund":
                row = self._papers.row("trial_balance_allocations", fact.key, state[allocation_field])
                return About(row["purpose_kind"], row["purpose_code"])
            case "project":
                plan = self._papers.row("trial_balance_plans", fact.key)
                return About("project", fact.key, plan["year"], plan["budget_code"])
            case "roll":
                return About("project", state["project_code"], state["year"], state["budget_code"])
            case "gift":
                return About("gift", fact.key)
        return self._of_account(fact)

    def _of_account(self, fact: Stored) -> About:
        state = fact.state
        if fact.topic.startswith("account.interest"):
            return About("interest", "")
        if fact.topic in {"account.gift_arrived", "account.gift_reversed"}:
            return About("gift", state["gift_no"])
        return About(state["purpose_kind"], state["purpose_code"], state["year"], state["budget_code"])


def _of_interest(topic: str, state: State) -> str:
    """Whose interest came or was taken back; only what the aid fund keeps is told by year, and named when it leaves."""
    ours = state["owner"] == "aid_fund"
    taken_back = topic in INTEREST_TAKEN_BACK and ours
    former = taken_back and state["voucher_year"] < int(state["effective_on"][:4])
    named = topic in INTEREST_OF_BOTH or (ours and topic not in INTEREST_PLANS)
    return " ".join([state["owner"]] * named + ["former_year"] * former)


def _hears(papers: Papers) -> dict[str, Derive]:
    postings = Postings(papers)
    return dict.fromkeys(("account", "fund", "gift", "project", "roll"), postings.add)


SUBJECT = Subject(
    happens={
        "period": "closed reopened",
    },
    by_fact={LINES: ("position", "account", "document_no", "level")},
    hears=_hears,
    comes_last=True,
)
