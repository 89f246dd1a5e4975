"""项目台账, 账页 (project ledger, its tables): rows as the folds change them; their meaning stands in answers.py."""

from dataclasses import dataclass
from datetime import date

from domain.claims.codes import ClaimState
from domain.money.sources import SourceShare
from domain.notices.codes import NoticeState
from domain.projects.codes import Phase
from projections.ledger.tables import Row, Table
from projections.project_ledger import answers


class ProjectRow(Row):
    """See answers.ProjectRow."""

    code: str
    name: str
    use_code: str
    kind: str
    place_code: str
    implementing_unit: str
    proposer_unit: str
    content: str
    beneficiaries: str
    nature: str
    proposed_on: date
    estimate_fen: int
    rulebook: int
    phase: str = Phase.PROPOSED.code
    suspended: bool = False
    ended: bool = False
    library_no: str = ""
    plan_no: str = ""
    plan_year: int | None = None
    budget_code: str = ""
    scheme: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    approval_no: str = ""
    started_on: date | None = None
    completed_on: date | None = None
    accepted_on: date | None = None
    settled_on: date | None = None
    handed_over_on: date | None = None
    audit_no: str = ""
    plan_fen: int = 0
    contract_fen: int = 0
    measured_fen: int = 0
    settlement_fen: int | None = None
    advance_left_fen: int = 0
    payable_fen: int = 0
    retention_fen: int = 0
    retention_paid_fen: int = 0
    retention_release_on: date | None = None
    asset_value_fen: int = 0
    former_names: tuple[str, ...] = ()


class Source(Row):
    """See answers.ProjectSource."""

    project_code: str
    document_no: str
    level: str
    plan_fen: int = 0
    arrived_fen: int = 0
    paid_fen: int = 0
    settlement_fen: int = 0
    recovered_fen: int = 0


@dataclass(frozen=True)
class Target(answers.ProjectTarget):
    """One target of a project, by the entry into the library that set it."""

    project_code: str
    position: int


@dataclass(frozen=True)
class DecisionStep(answers.ProjectDecisionStep):
    """One step of a project's village decision."""

    project_code: str


class Contract(Row):
    """See answers.ProjectContract."""

    project_code: str
    contract_no: str
    route: str = ""
    contractor_id: str = ""
    contractor_name: str = ""
    price_fen: int = 0
    signed_on: date = date.min
    awarded_on: date | None = None
    ends_on: date = date.min
    defect_months: int = 0
    former_names: tuple[str, ...] = ()
    ended_as: str = ""
    ended_on: date | None = None
    certified_fen: int = 0
    owed_fen: int = 0
    reason: str = ""


class Measurement(Row):
    """See answers.ProjectMeasurement."""

    project_code: str
    certificate_no: str
    measured_on: date
    amount_fen: int
    advance_offset_fen: int
    payable_fen: int
    work: str
    reversed_on: date | None = None
    reason: str = ""


@dataclass(frozen=True)
class Acceptance(answers.ProjectAcceptance):
    """One acceptance of a project."""

    project_code: str


class Defect(Row):
    """See answers.ProjectDefect."""

    project_code: str
    level: str
    defect_no: str
    text: str = ""
    found_on: date = date.min
    rectify_by_on: date = date.min
    rectified_on: date | None = None
    evidence_sha256: str = ""


@dataclass(frozen=True)
class Change(answers.ProjectChange):
    """One change of a project."""

    project_code: str


class Payment(Row):
    """See answers.ProjectPayment."""

    project_code: str
    account_code: str
    payment_no: str
    position: int
    paid_on: date
    stage: str
    voucher_no: str
    claim_no: str
    roll_no: str
    payee_id: str
    payee_name: str
    amount_fen: int
    sources: tuple[SourceShare, ...]
    undone_fen: int = 0


class ClaimRow(Row):
    """See answers.ProjectClaim."""

    claim_no: str
    project_code: str
    submitted_on: date
    stage: str
    asked_fen: int
    state: str = ClaimState.SUBMITTED.code
    approved_fen: int = 0
    paid_fen: int = 0


class NoticeRow(Row):
    """See answers.ProjectNotice."""

    notice_no: str
    project_code: str
    kind: str
    level: str
    title: str
    state: str = NoticeState.DRAFTED.code
    posted_on: date | None = None
    closes_on: date | None = None
    closed_on: date | None = None


class Told(Row):
    """A fact that belongs to the story of a project."""

    project_code: str
    position: int


PROJECTS = Table("project_ledger", ProjectRow, key=("code",))
SOURCES = Table("project_ledger_sources", Source, key=("project_code", "document_no", "level"))
TARGETS = Table("project_ledger_targets", Target)
DECISION_STEPS = Table("project_ledger_decision_steps", DecisionStep)
CONTRACTS = Table("project_ledger_contracts", Contract, key=("project_code", "contract_no"))
MEASUREMENTS = Table("project_ledger_measurements", Measurement, key=("project_code", "certificate_no"))
ACCEPTANCES = Table("project_ledger_acceptances", Acceptance)
DEFECTS = Table("project_ledger_defects", Defect, key=("project_code", "level", "defect_no"))
CHANGES = Table("project_ledger_changes", Change)
PAYMENTS = Table("project_ledger_payments", Payment, key=("project_code", "account_code", "payment_no"))
CLAIMS = Table("project_ledger_claims", ClaimRow, key=("claim_no",))
NOTICES = Table("project_ledger_notices", NoticeRow, key=("notice_no",))
TIMELINE = Table("project_ledger_timeline", Told)

EVERY_TABLE = (
    PROJECTS,
    SOURCES,
    TARGETS,
    DECISION_STEPS,
    CONTRACTS,
    MEASUREMENTS,
    ACCEPTANCES,
    DEFECTS,
    CHANGES,
    PAYMENTS,
    CLAIMS,
    NOTICES,
    TIMELINE,
)
