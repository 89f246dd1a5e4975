"""项目台账, 答案 (project ledger, answers): the shapes of what can be read of a project.  All amounts in fen."""

from dataclasses import dataclass
from datetime import date

from domain.money.sources import SourceShare


@dataclass(frozen=True)
class ProjectRow:
    """One project: what it is, how far it is, and its figures.

    former_names    what it was called before each correction, the oldest first.
    phase           a code of `Phase`, the furthest step reached; `suspended` and `ended` stand beside it.
    contract_fen    price with approved changes;  plan_fen: with approved changes.
    settlement_fen  the audited price; None before the price audit.
    advance_left_fen   advances paid and not yet offset by work;  payable_fen: measured or settled, not yet paid.
    retention_fen   held in all, of which `retention_paid_fen` is released and paid; due from `retention_release_on`.
    saving_fen      plan − settlement; None before settlement.
    rulebook        the version that judged its proposal: it says what `use_code` is called.
    Days are None until they happened.
    """

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
    phase: str
    suspended: bool
    ended: bool
    proposed_on: date
    library_no: str
    plan_no: str
    plan_year: int | None
    budget_code: str
    scheme: str
    starts_on: date | None
    ends_on: date | None
    approval_no: str
    started_on: date | None
    completed_on: date | None
    accepted_on: date | None
    settled_on: date | None
    handed_over_on: date | None
    audit_no: str
    estimate_fen: int
    plan_fen: int
    contract_fen: int
    measured_fen: int
    settlement_fen: int | None
    arrived_fen: int
    paid_fen: int
    advance_left_fen: int
    payable_fen: int
    retention_fen: int
    retention_paid_fen: int
    retention_release_on: date | None
    recovered_fen: int
    asset_value_fen: int
    saving_fen: int | None
    rulebook: int
    former_names: tuple[str, ...]


@dataclass(frozen=True)
class ProjectSource:
    """One channel (文号 + level) of a project; `settlement_fen` is what is measured of it, at last what is settled."""

    document_no: str
    level: str
    plan_fen: int
    arrived_fen: int
    paid_fen: int
    settlement_fen: int
    recovered_fen: int


@dataclass(frozen=True)
class ProjectTarget:
    """绩效目标: what is to be reached; `target_no` is its place in the library's list, from 1."""

    target_no: int
    code: str
    name: str
    unit: str
    value: int


@dataclass(frozen=True)
class ProjectDecisionStep:
    """One step of the village decision (四议两公开): votes, or the days it was posted (None: not a posting)."""

    position: int
    step_no: int
    checklist: str
    code: str
    held_on: date
    due_count: int
    present_count: int
    in_favour_count: int
    posted_from: date | None
    posted_to: date | None
    minutes_sha256: str


@dataclass(frozen=True)
class ProjectContract:
    """One contract as signed; changes of its price stand under the changes.

    former_names  what its contractor was called before each correction, the oldest first.

    ended_as  "", or how and why it ended on `ended_on`: `reversed`, recorded by mistake; it stands again when it is
              signed again under its number.  Or `terminated`, with its certified work and what was owed of it then.
    """

    contract_no: str
    route: str
    contractor_id: str
    contractor_name: str
    price_fen: int
    signed_on: date
    awarded_on: date | None
    ends_on: date
    defect_months: int
    former_names: tuple[str, ...]
    ended_as: str
    ended_on: date | None
    certified_fen: int
    owed_fen: int
    reason: str


@dataclass(frozen=True)
class ProjectMeasurement:
    """Certified work (计量).  `reversed_on` and `reason` are filled when it was reversed (红字冲销)."""

    certificate_no: str
    measured_on: date
    amount_fen: int
    advance_offset_fen: int
    payable_fen: int
    work: str
    reversed_on: date | None
    reason: str


@dataclass(frozen=True)
class ProjectAcceptance:
    """One acceptance (验收) at a level, passed or rejected; persons by their ids only.

    reversal  the line takes the last acceptance that passed back (红字冲销); `verdict` says why.
    """

    position: int
    effective_on: date
    level: str
    form_no: str
    passed: bool
    acceptors: tuple[str, ...]
    representatives: int
    verdict: str
    rectify_by_on: date | None
    reversal: bool


@dataclass(frozen=True)
class ProjectDefect:
    """One defect found; `rectified_on` is None while it is open."""

    level: str
    defect_no: str
    text: str
    found_on: date
    rectify_by_on: date
    rectified_on: date | None
    evidence_sha256: str


@dataclass(frozen=True)
class ProjectChange:
    """One change (变更) of plan, contract, content, place or period; signed amounts."""

    position: int
    effective_on: date
    change_no: str
    subject: str
    plan_change_fen: int
    contract_change_fen: int
    share_bp: int
    approval_no: str
    reason: str
    text: str


@dataclass(frozen=True)
class ProjectPayment:
    """One payment; `undone_fen` came back (returned by the bank, reversed or refunded)."""

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
    undone_fen: int
    sources: tuple[SourceShare, ...]


@dataclass(frozen=True)
class ProjectClaim:
    """One claim (报账) of the project: state submitted, reviewed, approved, refused."""

    claim_no: str
    submitted_on: date
    stage: str
    state: str
    asked_fen: int
    approved_fen: int
    paid_fen: int


@dataclass(frozen=True)
class ProjectNotice:
    """One notice about the project: state drafted, posted, closed, withdrawn."""

    notice_no: str
    kind: str
    level: str
    title: str
    state: str
    posted_on: date | None
    closes_on: date | None
    closed_on: date | None


@dataclass(frozen=True)
class TimelineEntry:
    """One dated sentence; `amount_fen` is None where the step moves no money."""

    position: int
    effective_on: date
    topic: str
    amount_fen: int | None
    sentence_zh: str
    sentence_en: str


@dataclass(frozen=True)
class Project:
    """Everything the ledger knows of one project, but its timeline (which is read by pages)."""

    total: ProjectRow
    sources: tuple[ProjectSource, ...]
    targets: tuple[ProjectTarget, ...]
    decision_steps: tuple[ProjectDecisionStep, ...]
    contracts: tuple[ProjectContract, ...]
    measurements: tuple[ProjectMeasurement, ...]
    acceptances: tuple[ProjectAcceptance, ...]
    defects: tuple[ProjectDefect, ...]
    changes: tuple[ProjectChange, ...]
    payments: tuple[ProjectPayment, ...]
    claims: tuple[ProjectClaim, ...]
    notices: tuple[ProjectNotice, ...]
