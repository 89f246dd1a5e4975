"""演示的纸 (papers of the demo): small values that many cases need, made from what the case prints or assumes."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from hashlib import sha256

from domain.claims.document import Document
from domain.money.sources import SourceAmount, SourceShare
from domain.projects.values import DecisionStep
from domain.rulebook.project_rules import Checklist
from domain.rulebook.regulations import Regulations

LEVEL_NAMES = {"central": "中央", "provincial": "省级"}
"""Source levels as the demo prints them."""


def scan(*words: str) -> str:
    """The hash of a photo or a scan that the demo does not have: that of its description."""
    return sha256(" ".join(("演示", *words)).encode()).hexdigest()


def of_level(level: str, amount_fen: int) -> tuple[SourceAmount, ...]:
    """Money of one source level."""
    return (SourceAmount(level, amount_fen),)


def shares(document_no: str, sources: Iterable[SourceAmount]) -> tuple[SourceShare, ...]:
    """The same money, named with its document."""
    return tuple(SourceShare(document_no, source.level, source.amount_fen) for source in sources)


def total_fen(sources: Iterable[SourceAmount | SourceShare]) -> int:
    """The sum of a split."""
    return sum(source.amount_fen for source in sources)


def claim_papers(
    regulations: Regulations, stage: str, claim_no: str, fen: int, on: date, more: Sequence[str] = ()
) -> tuple[Document, ...]:
    """One paper of each kind that the rulebook asks for at this stage, and `more`, numbered after the claim."""
    return tuple(
        Document(kind, f"{claim_no}-{kind}", scan(claim_no, kind), fen if kind == "invoice" else 0, on)
        for kind in (*regulations.documents_for(stage), *more)
    )


def decision_steps(
    checklist: Checklist, first_on: date, present_count: int = 29, in_favour_count: int = 28
) -> tuple[DecisionStep, ...]:
    """A village decision that meets its checklist, one step a day, by those present and in favour of 30 persons."""
    held_on, steps = first_on, list[DecisionStep]()
    for rule in checklist.steps:
        posted = rule.kind == "posting"
        voted = rule.kind == "vote"
        steps.append(
            DecisionStep(
                code=rule.code,
                held_on=held_on,
                due_count=30 if voted else 0,
                present_count=present_count if voted else 0,
                in_favour_count=in_favour_count if voted else 0,
                posted_from=held_on if posted else None,
                posted_to=held_on + timedelta(rule.days - 1) if posted else None,
                minutes_sha256=scan(checklist.code, rule.code, str(first_on)),
            )
        )
        held_on += timedelta(1)
    return tuple(steps)


def decided_on(steps: Sequence[DecisionStep]) -> date:
    """The first day on which every step of a decision is over."""
    return max(step.posted_to or step.held_on for step in steps)
