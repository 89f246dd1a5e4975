"""项目 (projects), derived anew: what each project planned, measured, settled, owes and handed over."""

from typing import Any

from scripts.verify.journal import State, Stored
from scripts.verify.papers import DerivedRow, Papers
from scripts.verify.subject import SAYS_ITS_PLACE, Derive, Subject
from scripts.verify.subjects.funds import total

PROJECTS = "project_ledger"
SOURCES = "project_ledger_sources"
ORIGINS = "source_of_money_projects"
LARGEST_SHARE_BP = 10**15
"""The largest share that a change is shown with."""

PHASES = {
    "project.proposed": "proposed",
    "project.village_decided": "decided",
    "project.reviewed": "reviewed",
    "project.appraised": "appraised",
    "project.entered_library": "in_library",
    "project.planned": "planned",
    "project.approved": "approved",
    "project.contracted": "contracted",
    "project.started": "started",
    "project.completed": "completed",
    "project.settled": "settled",
    "project.household_closed": "closed",
    "project.handed_over": "handed_over",
    "project.retention_released": "released",
    "project.left_library": "appraised",
    "project.contract_reversed": "approved",
    "project.contract_terminated": "approved",
    "project.completion_reversed": "started",
    "project.acceptance_reversed": "completed",
    "project.settlement_reversed": "accepted",
    "project.hand_over_reversed": "settled",
    "project.retention_release_reversed": "handed_over",
}
DAYS = {
    "project.proposed": "proposed_on",
    "project.started": "started_on",
    "project.completed": "completed_on",
    "project.settled": "settled_on",
    "project.household_closed": "settled_on",
    "project.handed_over": "handed_over_on",
}
DAYS_GONE = {
    "project.start_reversed": "started_on",
    "project.completion_reversed": "completed_on",
    "project.acceptance_reversed": "accepted_on",
    "project.settlement_reversed": "settled_on",
    "project.hand_over_reversed": "handed_over_on",
}


class Projects:
    """Derives the project ledger from the facts of projects, and what is owed from payments by stage."""

    def __init__(self, papers: Papers) -> None:
        """Write in `papers`."""
        self._papers = papers

    def add(self, fact: Stored) -> None:
        """Add one fact; facts of other streams change nothing here."""
        kind = fact.kind
        if kind == "account":
            self._payment(fact)
        elif kind == "project" and fact.topic != "project.claim_opened":
            project = self._papers.row(PROJECTS, fact.key)
            if fact.topic in PHASES:
                project["phase"] = PHASES[fact.topic]
            if fact.topic in DAYS:
                project[DAYS[fact.topic]] = fact.state["effective_on"]
            if fact.topic in DAYS_GONE:
                project[DAYS_GONE[fact.topic]] = None
            for derive in (self._intake, self._plan, self._works, self._acceptance, self._taken_back):
                derive(fact, project)

    def _intake(self, fact: Stored, project: DerivedRow) -> None:
        state = fact.state
        match fact.topic:
            case "project.proposed":
                project.update(state, use_code=state["use"], rulebook=state["rulebook_version"])
                project["former_names"] = []
                self._papers.row("asset_ledger_projects", fact.key).update(state)
            case "project.village_decided":
                for step_no, step in enumerate(state["steps"], 1):
                    self._line("decision_steps", fact, **step, step_no=step_no)
            case "project.name_corrected":
                project["former_names"] = [*project["former_names"], state["former_name"]]
                project["name"] = self._papers.row("asset_ledger_projects", fact.key)["name"] = state["name"]
            case "project.appraised":
                project["estimate_fen"] = state["estimate_fen"]
            case "project.entered_library":
                project["library_no"] = state["library_no"]
                for target_no, target in enumerate(state["targets"], 1):
                    self._line("targets", fact, **target, target_no=target_no)

    def _plan(self, fact: Stored, project: DerivedRow) -> None:
        state = fact.state
        match fact.topic:
            case "project.planned":
                self._planned(fact, project)
            case "project.approved":
                project["approval_no"] = state["approval_no"]
            case "project.contracted":
                project["contract_fen"] += state["price_fen"]
                anew: dict[str, Any] = {"ended_as": "", "ended_on": None, "reason": "", "former_names": []}
                signed = state | anew
                self._papers.row("project_ledger_contracts", fact.key, state["contract_no"]).update(signed)
            case "project.contractor_name_corrected":
                row = self._papers.row("project_ledger_contracts", fact.key, state["contract_no"])
                row["contractor_name"] = state["contractor_name"]
                row["former_names"] = [*row["former_names"], state["former_contractor_name"]]
            case "project.changed":
                project["plan_fen"] += state["plan_change_fen"]
                project["contract_fen"] += state["contract_change_fen"]
                self._split(fact, SOURCES, "plan_fen", "sources")
                self._split(fact, ORIGINS, "planned_fen", "sources")
                self._line("changes", fact, share_bp=min(state["share_bp"], LARGEST_SHARE_BP))
            case "project.suspended" | "project.resumed":
                project["suspended"] = fact.topic == "project.suspended"
            case "project.ended":
                project["ended"] = True

    def _planned(self, fact: Stored, project: DerivedRow) -> None:
        state = fact.state
        for column in ("plan_no", "budget_code", "scheme", "starts_on", "ends_on"):
            project[column] = state[column]
        project["plan_year"] = state["year"]
        project["plan_fen"] += state["plan_fen"]
        self._split(fact, SOURCES, "plan_fen", "sources")
        self._split(fact, ORIGINS, "planned_fen", "sources")
        plan = {"year": state["year"], "budget_code": state["budget_code"]}
        self._papers.row("trial_balance_plans", fact.key).update(plan)

    def _works(self, fact: Stored, project: DerivedRow) -> None:
        state = fact.state
        match fact.topic:
            case "project.work_measured":
                project["measured_fen"] += state["amount_fen"]
                self._measured(fact, project, 1)
                self._split(fact, ORIGINS, "measured_fen", "advance_offset", "payable")
                self._papers.row("project_ledger_measurements", fact.key, state["certificate_no"]).update(
                    measured_on=state["effective_on"],
                    amount_fen=state["amount_fen"],
                    advance_offset_fen=total(state["advance_offset"]),
                    payable_fen=total(state["payable"]),
                    work=state["work"],
                )
            case "project.measurement_reversed":
                project["measured_fen"] -= state["amount_fen"]
                self._measured(fact, project, -1)
                self._split(fact, ORIGINS, "measured_fen", "advance_offset", "payable", sign=-1)
                self._papers.row("project_ledger_measurements", fact.key, state["certificate_no"]).update(
                    reversed_on=state["effective_on"], reason=state["reason"]
                )
            case "project.settled":
                project.update(audit_no=state["audit_no"], settlement_fen=state["settlement_fen"])
                self._measured(fact, project, 1)
            case "project.household_closed":
                project["settlement_fen"] = state["paid_fen"]
                self._split(fact, SOURCES, "settlement_fen", "paid")
                self._split(fact, ORIGINS, "settled_fen", "paid")
            case "project.retention_held":
                project["payable_fen"] -= state["retention_fen"]
                project["retention_fen"] += state["retention_fen"]
                project["retention_release_on"] = state["release_from_on"]
                self._split(fact, ORIGINS, "retained_fen", "retention")
            case "project.handed_over":
                project["asset_value_fen"] = state["value_fen"]
                self._split(fact, ORIGINS, "handed_over_fen", "sources")
                self._asset(fact, project)

    def _acceptance(self, fact: Stored, project: DerivedRow) -> None:
        state = fact.state
        match fact.topic:
            case "project.acceptance_passed":
                if state["last_level"]:
                    project.update(phase="accepted", accepted_on=state["effective_on"])
                self._line("acceptances", fact, passed=True, reversal=False)
            case "project.acceptance_rejected":
                self._line("acceptances", fact, passed=False, reversal=False)
                self._defects(fact)
            case "project.defects_rectified":
                for defect_no in state["defect_nos"]:
                    self._papers.row("project_ledger_defects", fact.key, state["level"], defect_no).update(
                        rectified_on=state["effective_on"], evidence_sha256=state["evidence_sha256"]
                    )

    def _taken_back(self, fact: Stored, project: DerivedRow) -> None:
        """What a reversal takes away again; the contract and the asset stay to be seen, struck."""
        state, on = fact.state, fact.state["effective_on"]
        match fact.topic:
            case "project.left_library":
                blank = ("library_no", "plan_no", "budget_code", "scheme", "approval_no")
                project.update(dict.fromkeys(blank, ""), plan_year=None, starts_on=None, ends_on=None)
                project["plan_fen"] -= state["plan_fen"]
                self._split(fact, SOURCES, "plan_fen", "sources", sign=-1)
                self._split(fact, ORIGINS, "planned_fen", "sources", sign=-1)
            case "project.start_reversed":
                project["phase"] = state["phase"]
            case "project.household_closing_reversed":
                project.update(phase=state["phase"], settled_on=None, settlement_fen=None)
                self._split(fact, SOURCES, "settlement_fen", "paid", sign=-1)
                self._split(fact, ORIGINS, "settled_fen", "paid", sign=-1)
            case "project.contract_reversed":
                project["contract_fen"] -= state["price_fen"]
                struck = {"ended_as": "reversed", "ended_on": on, "reason": state["reason"]}
                self._papers.row("project_ledger_contracts", fact.key, state["contract_no"]).update(struck)
            case "project.contract_terminated":
                project["contract_fen"] += state["certified_fen"] - state["price_fen"]
                project.update(started_on=None, completed_on=None)
                ended = {"ended_as": "terminated", "ended_on": on, "reason": state["reason"]}
                amounts = {"certified_fen": state["certified_fen"], "owed_fen": state["owed_fen"]}
                row = self._papers.row("project_ledger_contracts", fact.key, state["contract_no"])
                row.update(ended, **amounts)
            case "project.acceptance_reversed":
                nobody = {"acceptors": [], "representatives": 0, "verdict": state["reason"]}
                self._line("acceptances", fact, passed=False, reversal=True, **nobody)
            case "project.settlement_reversed":
                project.update(audit_no="", settlement_fen=None, retention_release_on=None)
                project["payable_fen"] += state["retention_fen"]
                project["retention_fen"] -= state["retention_fen"]
                self._measured(fact, project, -1)
                self._split(fact, ORIGINS, "retained_fen", "retention", sign=-1)
            case "project.hand_over_reversed":
                project["asset_value_fen"] -= state["value_fen"]
                self._split(fact, ORIGINS, "handed_over_fen", "sources", sign=-1)
                if state["asset_class"] != "none":
                    card = self._papers.row("asset_ledger", state["asset_no"], fact.key)
                    card.update(reversed_on=on, reason=state["reason"])

    def _defects(self, fact: Stored) -> None:
        """A defect that is found again is open again."""
        for found in fact.state["defects"]:
            self._papers.row("project_ledger_defects", fact.key, fact.state["level"], found["no"]).update(
                text=found["text"],
                found_on=fact.state["effective_on"],
                rectify_by_on=fact.state["rectify_by_on"],
                rectified_on=None,
                evidence_sha256="",
            )

    def _asset(self, fact: Stored, project: DerivedRow) -> None:
        if fact.state["asset_class"] == "none":
            return
        self._papers.row("asset_ledger", fact.state["asset_no"], fact.key).update(
            fact.state,
            place_code=project["place_code"],
            handed_over_on=fact.state["effective_on"],
            reversed_on=None,
            reason="",
        )

    def _measured(self, fact: Stored, project: DerivedRow, sign: int) -> None:
        """Work done uses up the advance of its source first; the rest is owed."""
        project["advance_left_fen"] -= sign * total(fact.state["advance_offset"])
        project["payable_fen"] += sign * total(fact.state["payable"])
        self._split(fact, SOURCES, "settlement_fen", "advance_offset", "payable", sign=sign)
        self._split(fact, ORIGINS, "settled_fen", "advance_offset", "payable", sign=sign)

    def _payment(self, fact: Stored) -> None:
        """What a payment does to what is owed; nothing was owed to households and units."""
        state: State = fact.state
        undone = fact.topic in {"account.payment_returned", "account.payment_reversed", "account.refunded"}
        stands = fact.topic in {"account.paid", "account.return_reversed"}
        if not (stands or undone) or state["purpose_kind"] != "project":
            return
        fen = -state["amount_fen"] if undone else state["amount_fen"]
        match state["stage"]:
            case "advance":
                self._papers.row(PROJECTS, state["purpose_code"])["advance_left_fen"] += fen
            case "progress" | "settlement":
                self._papers.row(PROJECTS, state["purpose_code"])["payable_fen"] -= fen
            case "retention":
                self._papers.row(PROJECTS, state["purpose_code"])["retention_paid_fen"] += fen

    def _line(self, table: str, fact: Stored, **said: Any) -> None:
        row = {**fact.state, **said, "project_code": fact.key, "position": fact.position}
        self._papers.line(f"project_ledger_{table}", row)

    def _split(self, fact: Stored, table: str, column: str, *fields: str, sign: int = 1) -> None:
        """Add the parts of these splits, each to the row of its channel (渠道)."""
        for field in fields:
            for share in fact.state[field]:
                row = self._papers.row(table, fact.key, share["document_no"], share["level"])
                row[column] += sign * share["amount_fen"]


def _hears(papers: Papers) -> dict[str, Derive]:
    projects = Projects(papers)
    return {"account": projects.add, "project": projects.add}


SUBJECT = Subject(
    happens={
        "project": (
            "acceptance_passed acceptance_rejected acceptance_reversed appraised approved changed "
            "claim_opened completed completion_reversed contract_reversed contract_terminated contracted "
            "contractor_name_corrected defects_rectified ended entered_library hand_over_reversed "
            "handed_over household_closed household_closing_reversed left_library measurement_reversed "
            "name_corrected planned proposed resumed retention_held retention_release_reversed "
            "retention_released reviewed roll_opened settled settlement_reversed start_reversed started "
            "suspended village_decided work_measured"
        ),
    },
    opens={"project.proposed": SAYS_ITS_PLACE},
    by_fact={
        "project_ledger_acceptances": ("position",),
        "project_ledger_changes": ("position",),
        "project_ledger_decision_steps": ("position", "step_no"),
        "project_ledger_targets": ("position", "target_no"),
    },
    at_the_end={
        "asset_ledger": ("asset_no", "project_code"),
        "asset_ledger_projects": ("code",),
        PROJECTS: ("code",),
        "project_ledger_contracts": ("project_code", "contract_no"),
        "project_ledger_defects": ("project_code", "level", "defect_no"),
        "project_ledger_measurements": ("project_code", "certificate_no"),
        SOURCES: ("project_code", "document_no", "level"),
        ORIGINS: ("project_code", "document_no", "level"),
        "trial_balance_plans": ("project_code",),
    },
    hears=_hears,
)
