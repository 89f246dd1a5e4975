"""资金 (funds), derived anew: what each document received, passed on and took back, by source level."""

from scripts.verify.journal import State, Stored
from scripts.verify.papers import Papers
from scripts.verify.subject import SAYS_ITS_PLACE, Subject

LEVELS = "fund_ledger_levels"
PURPOSES = "fund_ledger_purposes"
ALLOCATIONS = "fund_ledger_allocations"
PASSINGS = "fund_ledger_passings"

STEPS = {
    "fund.indicator_received": ("received", 1),
    "fund.indicator_added": ("received", 1),
    "fund.indicator_cut": ("received", -1),
    "fund.passed_down": ("passed_down", 1),
    "fund.passing_down_reversed": ("passed_down", -1),
    "fund.allocated": ("allocated", 1),
    "fund.allocation_taken_back": ("allocated", -1),
    "fund.cash_arrived": ("arrived", 1),
    "fund.arrival_reversed": ("arrived", -1),
    "fund.surplus_recovered": ("recovered", 1),
    "fund.recovery_reversed": ("recovered", -1),
}
"""What a fact does to its document, and whether it does or undoes it."""


class Funds:
    """Derives the fund ledger and the steps of idle money; what was paid comes from the accounts."""

    def __init__(self, papers: Papers) -> None:
        """Write in `papers`."""
        self._papers = papers

    def add(self, fact: Stored) -> None:
        """Add one fact; facts of other streams change nothing here."""
        state, papers = fact.state, self._papers
        if fact.topic in STEPS:
            self._step(fact, *STEPS[fact.topic])
        match fact.topic:
            case "fund.indicator_received":
                self._received(fact)
            case "fund.title_corrected":
                header = papers.row("fund_ledger", fact.key)
                header["former_titles"] = [*header["former_titles"], state["former_title"]]
                header["title"] = papers.row("idle_money_funds", fact.key)["title"] = state["title"]
            case "fund.allocated":
                self._allocated(fact)
            case "fund.allocation_adjusted":
                self._allocation(fact, state["from_allocation_no"], allocated_fen=-state["amount_fen"])
                self._allocation(fact, state["to_allocation_no"], allocated_fen=state["amount_fen"])
            case "fund.carried_over":
                header = papers.row("fund_ledger", fact.key)
                header |= {"carried_over_fen": state["amount_fen"], "carried_to_year": state["to_year"]}
            case "fund.carry_over_reversed":
                former_fen = state["former_fen"]
                header = papers.row("fund_ledger", fact.key)
                header["carried_over_fen"] = former_fen
                header["carried_to_year"] = state["from_year"] if former_fen else None
            case "fund.integration_authorised":
                papers.row("fund_ledger_authorisations", fact.key, state["authorisation_no"]).update(state)

    def _step(self, fact: Stored, step: str, sign: int) -> None:
        state = fact.state
        again = bool(state.get("from_recovered") or state.get("to_recovered"))
        for part in state["sources"]:
            fen = sign * part["amount_fen"]
            level = self._papers.row(LEVELS, fact.key, part["level"])
            level[f"{step}_fen"] += fen
            match step:
                case "received":
                    level["unallocated_fen"] += fen
                case "passed_down":
                    level["unallocated_fen"] -= fen
                case "allocated":
                    level["recovered_left_fen" if again else "unallocated_fen"] -= fen
                case "recovered":
                    level["recovered_left_fen"] += fen
            idle = {
                "position": fact.position,
                "document_no": fact.key,
                "level": part["level"],
                "step": "reallocated" if again else step,
                "moved_on": state["effective_on"],
                "amount_fen": fen,
            }
            self._papers.line("idle_money", idle)
        if step == "passed_down":
            self._passed_down(fact, sign)
        elif step != "received" and fact.topic != "fund.allocated":
            self._allocation(fact, state["allocation_no"], **{f"{step}_fen": sign * state["amount_fen"]})

    def _passed_down(self, fact: Stored, sign: int) -> None:
        """Keep what a document below has: it began on the first day that something was given."""
        state = fact.state
        passing = self._papers.row(PASSINGS, fact.key, state["to_document_no"])
        passing["amount_fen"] += sign * state["amount_fen"]
        if "passed_on" not in passing:
            passing |= {"place_code": state["place_code"], "passed_on": state["effective_on"]}

    def _received(self, fact: Stored) -> None:
        state, papers = fact.state, self._papers
        papers.row("fund_ledger", fact.key).update(
            {"passed_down_from": ""} | state,
            received_on=state["effective_on"],
            use_code=state["use"],
            rulebook=state["rulebook_version"],
            former_titles=[],
        )
        batch = {"year": state["year"], "budget_code": state["budget_code"]}
        papers.row("trial_balance_batches", fact.key).update(batch)
        rule = papers.find("idle_money_rules", state["rulebook_version"])
        years = None if rule is None else rule["carry_over_years"]
        papers.row("idle_money_funds", fact.key).update(state, carry_over_years=years)

    def _allocated(self, fact: Stored) -> None:
        state, papers = fact.state, self._papers
        key = fact.key, state["allocation_no"]
        written = {column: state[column] for column in ("decision_no", "purpose_kind", "purpose_code")}
        papers.row(ALLOCATIONS, *key).update(
            written,
            use_code=state["use"],
            budget_code=state["budget_code"],
            allocated_on=state["effective_on"],
            fee_base_fen=state["fee_base_fen"],
            fee_base_note=state["fee_base_note"],
            from_recovered=state["from_recovered"],
            authorisation_no=state["authorisation_no"],
            spending_item=state.get("spending_item", ""),  # the oldest facts do not say it
        )
        self._allocation(fact, state["allocation_no"], allocated_fen=state["amount_fen"])
        if state["authorisation_no"]:
            authorisation = papers.row("fund_ledger_authorisations", fact.key, state["authorisation_no"])
            authorisation["used_fen"] += state["amount_fen"]
        purpose = state["purpose_kind"], state["purpose_code"]
        posted = papers.row("trial_balance_allocations", *key)
        posted["purpose_kind"], posted["purpose_code"] = purpose
        if papers.find("trial_balance_channels", fact.key, *purpose) is None:
            channel = papers.row("trial_balance_channels", fact.key, *purpose)
            channel["year"] = papers.row("trial_balance_batches", fact.key)["year"]
            channel["budget_code"] = state["budget_code"]

    def _allocation(self, fact: Stored, allocation_no: str, **figures: int) -> None:
        """Add to an allocation and to what it is for."""
        allocation = self._papers.row(ALLOCATIONS, fact.key, allocation_no)
        purpose = self._papers.row(PURPOSES, fact.key, allocation["purpose_kind"], allocation["purpose_code"])
        for column, fen in figures.items():
            allocation[column] += fen
            purpose[column] += fen


def total(shares: list[State]) -> int:
    """The sum of a split."""
    return sum(share["amount_fen"] for share in shares)


SUBJECT = Subject(
    happens={
        "fund": (
            "allocated allocation_adjusted allocation_taken_back arrival_reversed "
            "carried_over carry_over_reversed cash_arrived indicator_added indicator_cut indicator_received "
            "integration_authorised passed_down passing_down_reversed recovery_reversed report_filed "
            "report_withdrawn surplus_recovered title_corrected"
        ),
    },
    opens={"fund.indicator_received": SAYS_ITS_PLACE},
    by_fact={"idle_money": ("position", "document_no", "level")},
    at_the_end={
        "fund_ledger": ("document_no",),
        ALLOCATIONS: ("document_no", "allocation_no"),
        "fund_ledger_authorisations": ("document_no", "authorisation_no"),
        LEVELS: ("document_no", "level"),
        PASSINGS: ("document_no", "to_document_no"),
        PURPOSES: ("document_no", "purpose_kind", "purpose_code"),
        "idle_money_funds": ("document_no",),
        "trial_balance_allocations": ("document_no", "allocation_no"),
        "trial_balance_batches": ("document_no",),
        "trial_balance_channels": ("document_no", "purpose_kind", "purpose_code"),
    },
    hears=lambda papers: {"fund": Funds(papers).add},
)
