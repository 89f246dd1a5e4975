"""项目台账, 往来文书 (project ledger, papers): its claims, its notices, and the timeline that tells all of it."""

from domain.claims.claim import Claim
from domain.claims.codes import ClaimState
from domain.code import texts
from domain.funds.codes import PurposeKind
from domain.notices.codes import PUBLIC, NoticeState
from domain.notices.notice import Notice
from domain.projects.project import Project
from projections.ledger.page import Recorded
from projections.ledger.projection import Fold
from projections.ledger.rows import Rows
from projections.project_ledger.pages import (
    CLAIMS,
    NOTICES,
    TIMELINE,
    ClaimRow,
    NoticeRow,
    Told,
)

PROJECT = PurposeKind.PROJECT.code
POSTED, CLOSED = NoticeState.POSTED.code, NoticeState.CLOSED.code
STATES = frozenset(texts(PUBLIC))
"""The steps of a notice that bring it to the state of their name."""


def tell(recorded: Recorded, rows: Rows, project_code: str) -> None:
    """Add the fact to the timeline of a project."""
    rows.append(TIMELINE, Told(project_code, recorded.position))


def told(fold: Fold) -> Fold:
    """Make a fold of a project's own fact that also tells it."""

    def fold_and_tell(recorded: Recorded, rows: Rows) -> None:
        fold(recorded, rows)
        tell(recorded, rows, recorded.key)

    return fold_and_tell


def told_of_purpose(fold: Fold) -> Fold:
    """Make a fold of a fact of an account that also tells it, when its purpose is a project."""

    def fold_and_tell(recorded: Recorded, rows: Rows) -> None:
        fold(recorded, rows)
        if recorded.fact.purpose_kind == PROJECT:
            tell(recorded, rows, recorded.fact.purpose_code)

    return fold_and_tell


def of_purpose(recorded: Recorded, rows: Rows) -> None:
    """A document gave money to the project, or its money went from one account to another."""
    if recorded.fact.purpose_kind == PROJECT:
        tell(recorded, rows, recorded.fact.purpose_code)


def claim_opened(recorded: Recorded, rows: Rows) -> None:
    """A claim of the project was opened; the claim's own fact carries its figures."""
    tell(recorded, rows, recorded.key)


def claim_submitted(recorded: Recorded, rows: Rows) -> None:
    """A claim came in."""
    fact: Claim.Submitted = recorded.fact
    if fact.purpose_kind == PROJECT:
        claim = ClaimRow(fact.claim_no, fact.purpose_code, fact.effective_on, fact.stage, fact.amount_fen)
        rows.add(CLAIMS, claim)


def _claim_step(reached: ClaimState, approved: str = "") -> Fold:
    """Make the fold of a step that gives a claim its next state."""
    state = reached.code

    def step(recorded: Recorded, rows: Rows) -> None:
        if rows.get(CLAIMS, recorded.key) is None:
            return
        claim = rows.change(CLAIMS, recorded.key)
        claim.state = state
        if approved:
            claim.approved_fen = getattr(recorded.fact, approved)
        tell(recorded, rows, claim.project_code)

    return step


claim_reviewed = _claim_step(ClaimState.REVIEWED)
claim_approved = _claim_step(ClaimState.APPROVED, "approved_fen")
claim_refused = _claim_step(ClaimState.REFUSED)
claim_withdrawn = _claim_step(ClaimState.WITHDRAWN)


def _claim_payment(sign: int) -> Fold:
    """Make the fold of money paid on a claim (1) or come back (-1); the account's fact tells it."""

    def pay(recorded: Recorded, rows: Rows) -> None:
        if rows.get(CLAIMS, recorded.key) is not None:
            rows.change(CLAIMS, recorded.key).paid_fen += sign * recorded.fact.amount_fen

    return pay


claim_paid = _claim_payment(1)
claim_payment_undone = _claim_payment(-1)


def notice_drafted(recorded: Recorded, rows: Rows) -> None:
    """A notice about a project was drafted; notices about other things are passed over."""
    fact: Notice.Drafted = recorded.fact
    kind, _, project_code = fact.subject.partition("/")
    if kind == Project.KIND:
        notice = NoticeRow(fact.notice_no, project_code, fact.kind, fact.level, fact.title)
        rows.add(NOTICES, notice)


def notice_step(recorded: Recorded, rows: Rows) -> None:
    """A notice about a project took a step."""
    fact = recorded.fact
    if rows.get(NOTICES, recorded.key) is None:
        return
    notice = rows.change(NOTICES, recorded.key)
    step = recorded.topic.partition(".")[2]
    if step in STATES:
        notice.state = step
    if step == POSTED:
        notice.posted_on = fact.first_day_on
    if step in {POSTED, "extended"}:
        notice.closes_on = fact.closes_on
    if step == CLOSED:
        notice.closed_on = fact.effective_on
    tell(recorded, rows, notice.project_code)
