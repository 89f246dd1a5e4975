"""No target, no entry (无绩效目标不得入库).  Source: rules of project libraries."""

from collections.abc import Sequence

from domain.projects.proposal_refusals import NoTargetNoEntry
from domain.projects.values import Target


def no_target_no_entry(targets: Sequence[Target]) -> None:
    """Raise NoTargetNoEntry unless there is a target and each has a name, a unit and a value above zero."""
    complete = [t for t in targets if t.name.strip() and t.unit.strip() and t.value > 0]
    if not complete or len(complete) < len(targets):
        raise NoTargetNoEntry(len(complete))
