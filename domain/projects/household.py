"""到户项目办结 (closing of a household project): its rolls are closed, and its scheme may ask for acceptance."""

from domain.money.shares import ByChannel, less, shares_of, total_fen
from domain.projects.codes import Phase
from domain.projects.state import ProjectState
from domain.rulebook.codes import Condition, PaymentStage
from domain.rulebook.rulebook import Rulebook
from domain.stamp import Stamp

ACCEPTED = frozenset({Condition.ACCEPTED_TOWN, Condition.ACCEPTED_ALL})
"""The conditions of a payment scheme that ask for an acceptance."""


def close_household(project: ProjectState, stamp: Stamp, rulebook: Rulebook, paid: ByChannel) -> None:
    """办结, with what was `paid` by source; what the plan has over is the saving.

    Raises ProjectNotActive, StepOutOfOrder (also before the acceptance that the payment scheme asks for),
    DatedBeforeFormerStep, in this order.
    """
    first = Phase.APPROVED
    if project.phase >= first:
        needs = {need for row in project.scheme_by(rulebook).rows(PaymentStage.ROLL) for need in row.needs}
        first = Phase.ACCEPTED if needs & ACCEPTED else first
    project.check_within(first, Phase.ACCEPTED, stamp)
    saving = less(project.plan, paid)
    project.record(
        project.HouseholdClosed,
        **stamp.fields,
        paid_fen=total_fen(paid),
        paid=shares_of(paid),
        saving_fen=total_fen(saving),
        saving=shares_of(saving),
    )
