"""A village decision takes every step of its checklist, with quorum and majority (四议两公开).

Source: 村民委员会组织法 22, 26, as parameters of the rulebook's checklists.
"""

from collections.abc import Sequence
from datetime import date

from domain.code import Word
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
    _takes_its_steps(checklist, steps)
    former_on = voted_on = date.min
    for rule, step in zip(checklist.steps, steps, strict=True):
        if not former_on <= step.held_on <= decided_on:
            held_on = str(step.held_on)
            raise _incomplete(rule, (held_on, held_on), _span(former_on, decided_on))
        former_on = step.held_on
        if rule.kind == StepKind.POSTING:
            _hangs_its_days(rule, step, voted_on, decided_on)
        elif rule.kind == StepKind.VOTE:
            _is_carried(rule, step)
            voted_on = step.held_on


def _span(first_on: date, last_on: date) -> Word:
    """The days on which a step may be held; before the first step `first_on` is the first day there is."""
    if first_on == date.min:
        return f"不晚于 {last_on}", f"≤ {last_on}"
    return f"在 {first_on} 至 {last_on} 之间", f"{first_on}–{last_on}"


def _takes_its_steps(checklist: Checklist, steps: Sequence[DecisionStep]) -> None:
    names = {step.code: step.name_zh for step in checklist.steps}
    given = [step.code for step in steps]
    if given != list(names):
        found = "、".join(names.get(code, code) for code in given) or "没有步骤", "、".join(given) or "—"
        needed = "、".join(names.values()), "、".join(names)
        raise DecisionIncomplete(checklist.code, checklist.name, found, needed)


def _is_carried(rule: ChecklistStep, step: DecisionStep) -> None:
    in_favour, present, due = step.in_favour_count, step.present_count, step.due_count
    counts = f"赞成 {in_favour}、实到 {present}、应到 {due}", f"{in_favour}/{present}/{due}"
    if not 0 <= in_favour <= present <= due or due == 0:
        raise _incomplete(rule, counts, ("赞成不多于实到，实到不多于应到", "0 ≤ in favour ≤ present ≤ due"))
    if present * rule.quorum_under < due * rule.quorum_over:
        share = f"{rule.quorum_over}/{rule.quorum_under}"
        raise _incomplete(rule, counts, (f"实到不少于应到的 {share}", f"present ≥ {share}"))
    of, voters = MajorityOf.of(rule.majority_of), due if rule.majority_of == MajorityOf.DUE else present
    if in_favour * rule.majority_under <= voters * rule.majority_over:
        share = f"{rule.majority_over}/{rule.majority_under}"
        raise _incomplete(rule, counts, (f"赞成多于{of.zh}的 {share}", f"in favour > {share} ({of})"))


def _hangs_its_days(rule: ChecklistStep, step: DecisionStep, voted_on: date, decided_on: date) -> None:
    hung_from, hung_to = step.posted_from, step.posted_to
    if hung_from is None or hung_to is None:
        raise _incomplete(rule, ("没有公开", "—"), (f"公开 {rule.days} 天", f"{rule.days} days"))
    if hung_from < voted_on:
        found = f"{hung_from} 公开", f"posted {hung_from}"
        raise _incomplete(rule, found, (f"不早于 {voted_on} 的表决", f"≥ voted {voted_on}"))
    days = (hung_to - hung_from).days + 1
    if days < rule.days or hung_to > decided_on:
        found = f"{hung_from} 至 {hung_to} 公开 {days} 天", f"{hung_from}–{hung_to}: {days}"
        needed = f"至少 {rule.days} 天，不晚于 {decided_on} 结束", f"{rule.days} days, ≤ {decided_on}"
        raise _incomplete(rule, found, needed)


def _incomplete(rule: ChecklistStep, found: Word, needed: Word) -> DecisionIncomplete:
    return DecisionIncomplete(rule.code, rule.name_zh, found, needed)
