"""去向须在册 (allocated purpose): money is set apart only for what exists, or for a pool that the rulebook names."""

from domain.books.desk.turn import DecisionTurn
from domain.funds.codes import PurposeKind
from domain.funds.refusals import ProjectNotProposed
from domain.projects.project import Project


def allocated_purpose(turn: DecisionTurn, purpose_kind: str, purpose_code: str) -> str:
    """Give the code of what money is allocated to, that of a project as the project is recorded; the fee has none.

    Books without a register of units know any unit.  Raises NumberAmbiguous, ProjectNotProposed; for a unit that the
    register does not hold, PlaceUnknown or PlaceEnded; for a pool that the rulebook does not name, NotInRulebook.
    """
    if not purpose_code:
        return ""
    if purpose_kind == PurposeKind.UNIT:
        turn.places.check_unit("purpose_code", purpose_code, turn.act.effective_on)
    elif purpose_kind == PurposeKind.POOL:
        turn.regulations.pool(purpose_code)
    elif purpose_kind == PurposeKind.PROJECT:
        code = turn.recorded_number(Project, purpose_code)
        if not turn.find(Project, code).exists:
            raise ProjectNotProposed(code)
        return code
    return purpose_code
