"""A village decision takes every step of its checklist, with quorum and majority (四议两公开).

Source: 村民委员会组织法 22, 26, as parameters of the rulebook's checklists.
"""

from collections.abc import Sequence
from datetime import date

from domain.projects.proposal_refusals import DecisionIncomplete
from domain.projects.values import DecisionStep
from domain.rulebook.codes import MajorityOf, StepKind
from domain.rulebook.project_rules import Checklist, ChecklistStep


def village_decision_reaches_its_quorum(
    checklist: Checklist, steps: Sequence[DecisionStep], decided_on: date
) -> None:
    """Refuse a decision that skips its checklist.

    Raises DecisionIncomplete for a missing or misplaced step; then for each step, in this order: out of time,
    counts that cannot be, a quorum or majority missed, a posting from before the vote that it posts, one that hung too
    short.
    """
    wanted, given = [step.code for step in checklist.steps], [step.code for step in steps]
    if wanted != given:
        raise DecisionIncomplete(checklist.code, "、".join(given) or "—", "、".join(wanted))
    former_on = voted_on = date.min
    for rule, step in zip(checklist.steps, steps, strict=True):
        if not former_on <= step.held_on <= decided_on:
            raise DecisionIncomplete(step.code, str(step.held_on), f"{former_on}–{decided_on}")
        former_on = step.held_on
        if rule.kind == StepKind.POSTING:
            _hangs_its_days(rule, step, voted_on, decided_on)
        elif rule.kind == StepKind.VOTE:
            _is_carried(rule, step)
            voted_on = step.held_on


def _is_carried(rule: ChecklistStep, step: DecisionStep) -> None:
    counts = f"{step.in_favour_count}/{step.present_count}/{step.due_count}"
    if not 0 <= step.in_favour_count <= step.present_count <= step.due_count or step.due_count == 0:
        raise DecisionIncomplete(step.code, counts, "0 ≤ 赞成 in favour ≤ 到会 present ≤ 应到 due")
    if step.present_count * rule.quorum_under < step.due_count * rule.quorum_over:
        raise DecisionIncomplete(step.code, counts, f"到会 present ≥ {rule.quorum_over}/{rule.quorum_under}")
    voters = step.due_count if rule.majority_of == MajorityOf.DUE else step.present_count
    if step.in_favour_count * rule.majority_under <= voters * rule.majority_over:
        needed = f"赞成 in favour > {rule.majority_over}/{rule.majority_under} ({rule.majority_of})"
        raise DecisionIncomplete(step.code, counts, needed)


def _hangs_its_days(rule: ChecklistStep, step: DecisionStep, voted_on: date, decided_on: date) -> None:
    if step.posted_from is None or step.posted_to is None:
        raise DecisionIncomplete(step.code, "—", f"{rule.days} 天 days")
    if step.posted_from < voted_on:
        raise DecisionIncomplete(step.code, f"公开 posted {step.posted_from}", f"≥ 表决 voted {voted_on}")
    days = (step.posted_to - step.posted_from).days + 1
    if days < rule.days or step.posted_to > decided_on:
        found = f"{step.posted_from}–{step.posted_to}: {days}"
        raise DecisionIncomplete(step.code, found, f"{rule.days} 天 days, ≤ {decided_on}")
