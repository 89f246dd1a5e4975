"""Each source of a plan is covered by what its fund allocated to the project (渠道不乱)."""

from domain.money.levels import Levels
from domain.projects.proposal_refusals import PlanNotCovered


def plan_is_covered_by_its_sources(document_no: str, level: str, planned_fen: int, allocated: Levels) -> None:
    """Raise PlanNotCovered when the plan takes more from the channel than the fund allocated to the project."""
    allocated_fen = allocated.get(level, 0)
    if planned_fen > allocated_fen:
        raise PlanNotCovered(planned_fen, allocated_fen, f"{document_no} {level}")
