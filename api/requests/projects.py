"""项目申报与计划请求 (requests about projects before the works): proposal, decision, library, plan, contract."""

from typing import Annotated, ClassVar

from api.requests.body import CommandBody, Part
from api.requests.code_of import CodeOf
from api.requests.parts import SourceShare, Target
from api.requests.words import (
    Code,
    Count,
    Day,
    Fen,
    FenOrNone,
    Key,
    KeyOrNone,
    Name,
    PersonId,
    Place,
    Sha256,
    SignedFen,
    Text,
    TextOrNone,
    Year,
    entries_of,
)
from domain.money import sources as values
from domain.projects import values as project_values
from domain.projects.codes import ChangeSubject, ProjectKind, ProjectNature, Route
from domain.rules.codes import Tier


class ProposeProject(CommandBody):
    """Propose a project."""

    code: Key
    name: Name
    use: Code
    kind: Annotated[str, CodeOf(ProjectKind)]
    place_code: Place
    implementing_unit: Name
    proposer_unit: Name
    content: Text
    beneficiaries: Text
    nature: Annotated[str, CodeOf(ProjectNature)]
    estimate_fen: Fen


class DecisionStep(Part):
    """民主决策的一步 — one meeting or posting of a village decision."""

    VALUE: ClassVar[type] = project_values.DecisionStep

    code: Code
    held_on: Day
    due_count: Count
    present_count: Count
    in_favour_count: Count
    posted_from: Day | None = None
    posted_to: Day | None = None
    minutes_sha256: Sha256


class RecordVillageDecision(CommandBody):
    """Record how the village decided, step by step of a checklist."""

    checklist: Code
    steps: Annotated[tuple[DecisionStep, ...], entries_of("steps", "projects")]


class ReviewProject(CommandBody):
    """Record the town's review."""

    level: Annotated[str, CodeOf([Tier.TOWN])] = Tier.TOWN.code
    opinion: Text


class AppraiseProject(CommandBody):
    """Record the county departments' appraisal and estimate."""

    unit: Name
    opinion: Text
    estimate_fen: Fen


class EnterLibrary(CommandBody):
    """Enter a project into the library; no target, no entry."""

    library_no: Key
    targets: Annotated[tuple[Target, ...], entries_of("targets")]


class LeaveLibrary(CommandBody):
    """Take the project out of the library; its plan falls."""

    decision_no: Key
    reason: Text


class PlanProject(CommandBody):
    """Give a project its money, source by source, and its payment scheme."""

    plan_no: Key
    year: Year
    budget_code: Code
    plan_fen: Fen
    sources: Annotated[tuple[SourceShare, ...], entries_of("sources")]
    scheme: Code
    starts_on: Day
    ends_on: Day


class ApproveProject(CommandBody):
    """Approve the implementing plan."""

    approval_no: Key


class ContractProject(CommandBody):
    """Record the contract and the route that led to it."""

    contract_no: Key
    route: Annotated[str, CodeOf(Route)]
    contractor_id: PersonId
    contractor_name: Name
    price_fen: Fen
    signed_on: Day
    awarded_on: Day | None = None
    ends_on: Day
    defect_months: Count
    confirm_unusual: TextOrNone = ""


class ReverseContract(CommandBody):
    """Take back a contract that was recorded by mistake (红字冲销)."""

    reason: Text


class ReverseHouseholdClosing(CommandBody):
    """Take back the closing of a project of households (红字冲销)."""

    reason: Text


class TerminateContract(CommandBody):
    """Terminate a contract (合同解除) with what is owed of it."""

    termination_no: Key
    owed_fen: FenOrNone
    reason: Text


class CorrectProjectName(CommandBody):
    """Correct the name of a project; both names are shown."""

    name: Name
    reason: Text


class PlanShift(Part):
    """计划增减 — how much the plan changes for one source; less is negative."""

    VALUE: ClassVar[type] = values.SourceShare

    document_no: Key
    level: Code
    amount_fen: SignedFen


class ChangeProject(CommandBody):
    """Change plan, contract, content, place or period; beyond the dated share it needs an approval."""

    change_no: Key
    subject: Annotated[str, CodeOf(ChangeSubject)]
    plan_change_fen: SignedFen = 0
    sources: Annotated[tuple[PlanShift, ...], entries_of("sources")] = ()
    contract_change_fen: SignedFen = 0
    approval_no: KeyOrNone = ""
    reason: Text
    text: TextOrNone = ""


class SuspendProject(CommandBody):
    """Suspend a project."""

    reason: Text
    decision_no: Key


class ResumeProject(CommandBody):
    """Resume a suspended project."""

    reason: Text
    decision_no: Key


class CloseHouseholdProject(CommandBody):
    """Close a project that pays households; its saving may be recovered."""


class EndProject(CommandBody):
    """End a project before its time."""

    reason: Text
    decision_no: Key
