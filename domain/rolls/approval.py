"""编制与审定 (drawing up and approval of a roll): who is paid how much, owed source by source."""

from collections.abc import Iterable

from domain.money.shares import ByChannel, shares_of, total_fen
from domain.rolls.state import RollState
from domain.rolls.values import RollLine
from domain.rulebook.codes import Duty
from domain.rules.duties_are_kept_apart import duties_are_kept_apart
from domain.rules.steps_follow_in_time import steps_follow_in_time
from domain.stamp import Stamp


def draw_up(
    roll: RollState,
    stamp: Stamp,
    *,
    roll_no: str,
    project_code: str,
    account_code: str,
    title: str,
    period_text: str,
    period: str,
    standard_text: str,
    declared_count: int,
    declared_sum_fen: int,
    list_sha256: str,
    again_reason: str,
    lines: Iterable[RollLine],
) -> None:
    """编制花名册.  Its rules are those of `roll_lines_add_up`, which the caller has asked."""
    roll.record(
        roll.DrawnUp,
        **stamp.fields,
        roll_no=roll_no,
        project_code=project_code,
        account_code=account_code,
        title=title,
        period_text=period_text,
        period=period,
        standard_text=standard_text,
        declared_count=declared_count,
        declared_sum_fen=declared_sum_fen,
        list_sha256=list_sha256,
        again_reason=again_reason,
    )
    base = stamp.fields
    for line in lines:
        roll.record(
            roll.LineDue,
            **base,
            line_no=line.line_no,
            person_id=line.person_id,
            quantity=line.quantity,
            standard_fen=line.standard_fen,
            amount_fen=line.amount_fen,
            reason=line.reason,
        )


def check_approval(roll: RollState, stamp: Stamp) -> None:
    """Refuse an approval of what was withdrawn, that was given before, or by the person who drew the roll up.

    Raises RollStateDiffers, DatedBeforeFormerStep, PersonOnBothSides, in this order.
    """
    roll.check_not_approved()
    steps_follow_in_time(roll.id, roll.latest_on, stamp.effective_on)
    duties_are_kept_apart(stamp.by, Duty.CONFIRMATION, {Duty.DRAWING_UP: roll.drawn_up_by})


def approve(roll: RollState, stamp: Stamp, sources: ByChannel, year: int, budget_code: str) -> None:
    """审定发放, split over the sources; asked before by `check_approval`."""
    roll.record(
        roll.Approved,
        **stamp.fields,
        sources=shares_of(sources),
        amount_fen=total_fen(sources),
        year=year,
        budget_code=budget_code,
        project_code=roll.project_code,
    )
