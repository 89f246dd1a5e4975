"""项目台账, 实施 (project ledger, works): from the start to the end of the defect period."""

from collections.abc import Iterable

from domain.money.sources import SourceShare
from domain.projects.codes import Phase
from domain.projects.project import Project
from projections.ledger.page import Recorded
from projections.ledger.rows import Rows
from projections.project_ledger.pages import (
    ACCEPTANCES,
    DEFECTS,
    MEASUREMENTS,
    PROJECTS,
    SOURCES,
    Acceptance,
    Measurement,
    ProjectRow,
)


def started(recorded: Recorded, rows: Rows) -> None:
    """Work began."""
    project = rows.change(PROJECTS, recorded.key)
    project.phase = Phase.STARTED.code
    project.started_on = recorded.fact.effective_on


def start_reversed(recorded: Recorded, rows: Rows) -> None:
    """The works had not begun."""
    project = rows.change(PROJECTS, recorded.key)
    project.phase, project.started_on = recorded.fact.phase, None


def work_measured(recorded: Recorded, rows: Rows) -> None:
    """Work was certified: part of it uses up the advance, the rest is payable."""
    fact: Project.WorkMeasured = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.measured_fen += fact.amount_fen
    offset_fen, payable_fen = _work(recorded, rows, project, 1)
    rows.add(
        MEASUREMENTS,
        Measurement(
            project_code=recorded.key,
            certificate_no=fact.certificate_no,
            measured_on=fact.effective_on,
            amount_fen=fact.amount_fen,
            advance_offset_fen=offset_fen,
            payable_fen=payable_fen,
            work=fact.work,
        ),
    )


def measurement_reversed(recorded: Recorded, rows: Rows) -> None:
    """A certificate was reversed in red; it stays visible."""
    fact: Project.MeasurementReversed = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.measured_fen -= fact.amount_fen
    _work(recorded, rows, project, -1)
    measurement = rows.change(MEASUREMENTS, (recorded.key, fact.certificate_no))
    measurement.reversed_on = fact.effective_on
    measurement.reason = fact.reason


def completed(recorded: Recorded, rows: Rows) -> None:
    """Reported complete."""
    project = rows.change(PROJECTS, recorded.key)
    project.phase = Phase.COMPLETED.code
    project.completed_on = recorded.fact.effective_on


def completion_reversed(recorded: Recorded, rows: Rows) -> None:
    """The works are under way again."""
    project = rows.change(PROJECTS, recorded.key)
    project.phase, project.completed_on = Phase.STARTED.code, None


def acceptance_passed(recorded: Recorded, rows: Rows) -> None:
    """One level accepted; the project is accepted when the last one has."""
    fact: Project.AcceptancePassed = recorded.fact
    if fact.last_level:
        project = rows.change(PROJECTS, recorded.key)
        project.phase = Phase.ACCEPTED.code
        project.accepted_on = fact.effective_on
    rows.append(
        ACCEPTANCES,
        Acceptance(
            project_code=recorded.key,
            position=recorded.position,
            effective_on=fact.effective_on,
            level=fact.level,
            form_no=fact.form_no,
            passed=True,
            acceptors=fact.acceptors,
            representatives=fact.representatives,
            verdict=fact.verdict,
            rectify_by_on=None,
            reversal=False,
        ),
    )


def acceptance_reversed(recorded: Recorded, rows: Rows) -> None:
    """The last acceptance that passed was taken back: a line in red after it."""
    fact: Project.AcceptanceReversed = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.phase, project.accepted_on = Phase.COMPLETED.code, None
    rows.append(
        ACCEPTANCES,
        Acceptance(
            project_code=recorded.key,
            position=recorded.position,
            effective_on=fact.effective_on,
            level=fact.level,
            form_no=fact.form_no,
            passed=False,
            acceptors=(),
            representatives=0,
            verdict=fact.reason,
            rectify_by_on=None,
            reversal=True,
        ),
    )


def acceptance_rejected(recorded: Recorded, rows: Rows) -> None:
    """One level found defects."""
    fact: Project.AcceptanceRejected = recorded.fact
    rows.append(
        ACCEPTANCES,
        Acceptance(
            project_code=recorded.key,
            position=recorded.position,
            effective_on=fact.effective_on,
            level=fact.level,
            form_no=fact.form_no,
            passed=False,
            acceptors=fact.acceptors,
            representatives=0,
            verdict="",
            rectify_by_on=fact.rectify_by_on,
            reversal=False,
        ),
    )
    for found in fact.defects:
        # The same number may come again when a second look finds it open: it is then open again.
        defect = rows.at(DEFECTS, (recorded.key, fact.level, found.no))
        defect.text = found.text
        defect.found_on = fact.effective_on
        defect.rectify_by_on = fact.rectify_by_on
        defect.rectified_on = None
        defect.evidence_sha256 = ""


def defects_rectified(recorded: Recorded, rows: Rows) -> None:
    """Defects were put right, with evidence."""
    fact: Project.DefectsRectified = recorded.fact
    for defect_no in fact.defect_nos:
        defect = rows.change(DEFECTS, (recorded.key, fact.level, defect_no))
        defect.rectified_on = fact.effective_on
        defect.evidence_sha256 = fact.evidence_sha256


def settled(recorded: Recorded, rows: Rows) -> None:
    """The price was audited: the signed difference to what was measured moves as work does."""
    fact: Project.Settled = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.phase = Phase.SETTLED.code
    project.settled_on = fact.effective_on
    project.audit_no = fact.audit_no
    project.settlement_fen = fact.settlement_fen
    _work(recorded, rows, project, 1)


def settlement_reversed(recorded: Recorded, rows: Rows) -> None:
    """The settlement was taken back, and the retention that was held from it."""
    fact: Project.SettlementReversed = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.phase, project.settled_on, project.audit_no = Phase.ACCEPTED.code, None, ""
    project.settlement_fen = project.retention_release_on = None
    _work(recorded, rows, project, -1)
    project.retention_fen -= fact.retention_fen
    project.payable_fen += fact.retention_fen


def household_closed(recorded: Recorded, rows: Rows) -> None:
    """What households got counts as the settlement of their project."""
    fact: Project.HouseholdClosed = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.phase = Phase.CLOSED.code
    project.settled_on = fact.effective_on
    project.settlement_fen = fact.paid_fen
    for share in fact.paid:
        rows.at(SOURCES, (recorded.key, *share.channel)).settlement_fen += share.amount_fen


def household_closing_reversed(recorded: Recorded, rows: Rows) -> None:
    """It goes on where it was closed."""
    fact: Project.HouseholdClosingReversed = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.phase, project.settled_on, project.settlement_fen = fact.phase, None, None
    for share in fact.paid:
        rows.at(SOURCES, (recorded.key, *share.channel)).settlement_fen -= share.amount_fen


def retention_held(recorded: Recorded, rows: Rows) -> None:
    """Part of what is payable is kept back until the defect period is over."""
    fact: Project.RetentionHeld = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.retention_fen += fact.retention_fen
    project.payable_fen -= fact.retention_fen
    project.retention_release_on = fact.release_from_on


def handed_over(recorded: Recorded, rows: Rows) -> None:
    """The owner has it."""
    fact: Project.HandedOver = recorded.fact
    project = rows.change(PROJECTS, recorded.key)
    project.phase = Phase.HANDED_OVER.code
    project.handed_over_on = fact.effective_on
    project.asset_value_fen = fact.value_fen


def hand_over_reversed(recorded: Recorded, rows: Rows) -> None:
    """It is a work under way again."""
    project = rows.change(PROJECTS, recorded.key)
    project.phase, project.handed_over_on = Phase.SETTLED.code, None
    project.asset_value_fen -= recorded.fact.value_fen


def retention_released(recorded: Recorded, rows: Rows) -> None:
    """The defect period is over; the retention may be paid."""
    rows.change(PROJECTS, recorded.key).phase = Phase.RELEASED.code


def retention_release_reversed(recorded: Recorded, rows: Rows) -> None:
    """The retention is kept again."""
    rows.change(PROJECTS, recorded.key).phase = Phase.HANDED_OVER.code


def _work(recorded: Recorded, rows: Rows, project: ProjectRow, sign: int) -> tuple[int, int]:
    """Book work by source: what it used up of the advance, and what became payable.  Gives both sums."""
    fact = recorded.fact
    for share in (*fact.advance_offset, *fact.payable):
        rows.at(SOURCES, (recorded.key, *share.channel)).settlement_fen += sign * share.amount_fen
    offset_fen, payable_fen = _sum(fact.advance_offset), _sum(fact.payable)
    project.advance_left_fen -= sign * offset_fen
    project.payable_fen += sign * payable_fen
    return offset_fen, payable_fen


def _sum(shares: Iterable[SourceShare]) -> int:
    return sum(share.amount_fen for share in shares)
