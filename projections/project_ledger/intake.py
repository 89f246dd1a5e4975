"""项目台账, 立项 (project ledger, intake): from the proposal to the contract, and what is changed on the way."""

from domain.projects.codes import ContractEnd, Phase
from domain.projects.project import Project
from projections.ledger.page import Recorded
from projections.ledger.rows import Rows
from projections.project_ledger.pages import (
    CHANGES,
    CONTRACTS,
    DECISION_STEPS,
    PROJECTS,
    SOURCES,
    TARGETS,
    Change,
    DecisionStep,
    ProjectRow,
    Target,
)

LARGEST_SHARE_BP = 10**15
"""A change of an almost empty plan may be any multiple of it; a larger share is shown as this one."""


_SIGNED = (
    "route",
    "contractor_id",
    "contractor_name",
    "price_fen",
    "signed_on",
    "awarded_on",
    "ends_on",
    "defect_months",
)
"""What a contract says."""


def proposed(recorded: Recorded, rows: Rows) -> None:
    """A project begins."""
    fact: Project.Proposed = recorded.fact
    rows.add(
        PROJECTS,
        ProjectRow(
            code=fact.code,
            name=fact.name,
            use_code=fact.use,
            kind=fact.kind,
            place_code=fact.place_code,
            implementing_unit=fact.implementing_unit,
            proposer_unit=fact.proposer_unit,
            content=fact.content,
            beneficiaries=fact.beneficiaries,
            nature=fact.nature,
            proposed_on=fact.effective_on,
            estimate_fen=fact.estimate_fen,
            rulebook=fact.rulebook_version,
        ),
    )


def village_decided(recorded: Recorded, rows: Rows) -> None:
    """The village decided: keep each step with its votes."""
    fact: Project.VillageDecided = recorded.fact
    rows.change(PROJECTS, recorded.key).phase = Phase.DECIDED.code
    for step_no, step in enumerate(fact.steps, 1):
        rows.append(
            DECISION_STEPS,
            DecisionStep(
                project_code=recorded.key,
                position=recorded.position,
                step_no=step_no,
                checklist=fact.checklist,
                code=step.code,
                held_on=step.held_on,
                due_count=step.due_count,
                present_count=step.present_count,
                in_favour_count=step.in_favour_count,
                posted_from=step.posted_from,
                posted_to=step.posted_to,
                minutes_sha256=step.minutes_sha256,
            ),
        )


def reviewed(recorded: Recorded, rows: Rows) -> None:
    """The town reviewed it."""
    rows.change(PROJECTS, recorded.key).phase = Phase.REVIEWED.code


def appraised(recorded: Recorded, rows: Rows) -> None:
    """The county appraised it and fixed the estimate."""
    project = rows.change(PROJECTS, recorded.key)
    project.phase = Phase.APPRAISED.code
    project.estimate_fen = recorded.fact.estimate_fen


def entered_library(recorded: Recorded, rows: Rows) -> None:
    """It stands in the library with its targets."""
    fact: Project.EnteredLibrary = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.phase = Phase.IN_LIBRARY.code
    project.library_no = fact.library_no
    for target_no, target in enumerate(fact.targets, 1):
        rows.append(
            TARGETS,
            Target(
                project_code=recorded.key,
                position=recorded.position,
                target_no=target_no,
                code=target.code,
                name=target.name,
                unit=target.unit,
                value=target.value,
            ),
        )


def left_library(recorded: Recorded, rows: Rows) -> None:
    """It stands outside of the library, and has no plan."""
    fact: Project.LeftLibrary = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.phase, project.library_no = Phase.APPRAISED.code, ""
    project.plan_no = project.budget_code = project.scheme = project.approval_no = ""
    project.plan_year = project.starts_on = project.ends_on = None
    project.plan_fen -= fact.plan_fen
    for share in fact.sources:
        rows.at(SOURCES, (recorded.key, *share.channel)).plan_fen -= share.amount_fen


def planned(recorded: Recorded, rows: Rows) -> None:
    """It got money, source by source."""
    fact: Project.Planned = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.phase = Phase.PLANNED.code
    project.plan_no = fact.plan_no
    project.plan_year = fact.year
    project.budget_code = fact.budget_code
    project.scheme = fact.scheme
    project.starts_on = fact.starts_on
    project.ends_on = fact.ends_on
    project.plan_fen += fact.plan_fen
    for share in fact.sources:
        rows.at(SOURCES, (recorded.key, *share.channel)).plan_fen += share.amount_fen


def approved(recorded: Recorded, rows: Rows) -> None:
    """The implementing plan was approved."""
    project = rows.change(PROJECTS, recorded.key)
    project.phase = Phase.APPROVED.code
    project.approval_no = recorded.fact.approval_no


def contracted(recorded: Recorded, rows: Rows) -> None:
    """A contract was signed."""
    fact: Project.Contracted = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.phase = Phase.CONTRACTED.code
    project.contract_fen += fact.price_fen
    contract = rows.at(CONTRACTS, (recorded.key, fact.contract_no))
    for column in _SIGNED:
        setattr(contract, column, getattr(fact, column))
    # A contract that was taken back may be signed again under its number.
    contract.ended_as, contract.ended_on, contract.reason, contract.former_names = "", None, "", ()


def contract_reversed(recorded: Recorded, rows: Rows) -> None:
    """A contract was taken back; it stays visible."""
    fact: Project.ContractReversed = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.phase = Phase.APPROVED.code
    project.contract_fen -= fact.price_fen
    contract = rows.change(CONTRACTS, (recorded.key, fact.contract_no))
    contract.ended_as, contract.ended_on = ContractEnd.REVERSED.code, fact.effective_on
    contract.reason = fact.reason


def contract_terminated(recorded: Recorded, rows: Rows) -> None:
    """A contract ended with its certified work; the project may contract anew."""
    fact: Project.ContractTerminated = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.phase, project.started_on, project.completed_on = Phase.APPROVED.code, None, None
    project.contract_fen -= fact.price_fen - fact.certified_fen
    contract = rows.change(CONTRACTS, (recorded.key, fact.contract_no))
    contract.ended_as, contract.ended_on = ContractEnd.TERMINATED.code, fact.effective_on
    contract.reason = fact.reason
    contract.certified_fen, contract.owed_fen = fact.certified_fen, fact.owed_fen


def changed(recorded: Recorded, rows: Rows) -> None:
    """Plan, contract, content, place or period changed; both amounts are signed."""
    fact: Project.Changed = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.plan_fen += fact.plan_change_fen
    project.contract_fen += fact.contract_change_fen
    for share in fact.sources:
        rows.at(SOURCES, (recorded.key, *share.channel)).plan_fen += share.amount_fen
    rows.append(
        CHANGES,
        Change(
            project_code=recorded.key,
            position=recorded.position,
            effective_on=fact.effective_on,
            change_no=fact.change_no,
            subject=fact.subject,
            plan_change_fen=fact.plan_change_fen,
            contract_change_fen=fact.contract_change_fen,
            share_bp=min(fact.share_bp, LARGEST_SHARE_BP),
            approval_no=fact.approval_no,
            reason=fact.reason,
            text=fact.text,
        ),
    )


def name_corrected(recorded: Recorded, rows: Rows) -> None:
    """It was called otherwise; both names stay to be seen."""
    fact: Project.NameCorrected = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.name, project.former_names = fact.name, (*project.former_names, fact.former_name)


def contractor_name_corrected(recorded: Recorded, rows: Rows) -> None:
    """Its contractor was called otherwise; both names stay to be seen."""
    fact: Project.ContractorNameCorrected = recorded.fact
    contract = rows.change(CONTRACTS, (recorded.key, fact.contract_no))
    contract.contractor_name = fact.contractor_name
    contract.former_names = (*contract.former_names, fact.former_contractor_name)


def suspended(recorded: Recorded, rows: Rows) -> None:
    """It rests."""
    rows.change(PROJECTS, recorded.key).suspended = True


def resumed(recorded: Recorded, rows: Rows) -> None:
    """It goes on."""
    rows.change(PROJECTS, recorded.key).suspended = False


def ended(recorded: Recorded, rows: Rows) -> None:
    """It was ended for good."""
    rows.change(PROJECTS, recorded.key).ended = True
