"""预算 (budget): on which days the budget of a year was approved, handed on and published.

The books keep no budget's figures, only the days that the time limits of the law count from and to.
"""

from dataclasses import dataclass
from datetime import date

from domain.budgets.codes import FOLLOWS, BudgetLevel, BudgetStep
from domain.budgets.refusals import BudgetLevelUnknown, BudgetStepTaken, BudgetStepTooEarly, BudgetStepUnknown
from domain.code import Word, texts
from domain.fact import Fact, Stream, applies
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp

LEVELS = texts(BudgetLevel)


class Budget(Stream):
    """预算 `budget/{level}-{year}`."""

    KIND = "budget"
    WORD = "预算", "budget"

    @dataclass(frozen=True, kw_only=True)
    class StepTaken(Fact):
        """预算步骤, on its business day.  Recorded again, with a reason, it corrects the day."""

        TOPIC = "budget.step_taken"
        level: str
        year: int
        step: str
        decision_no: str
        reason: str = ""

    @classmethod
    def called(cls, key: str) -> Word:
        """Say whose budget it is, and of which year."""
        level, _, year = key.partition("-")
        zh, en = BudgetLevel.word_of(level)
        return f"{year}年{zh}预算", f"{en} budget of {year}"

    def __init__(self, stream_id: str) -> None:
        """Begin without a step; `taken` has the day of each."""
        super().__init__(stream_id)
        self.taken: dict[str, date] = {}

    @applies(StepTaken)
    def _step_taken(self, fact: StepTaken) -> None:
        self.taken[fact.step] = fact.effective_on

    def take_step(
        self, stamp: Stamp, *, level: str, year: int, step: str, decision_no: str, reason: str = ""
    ) -> None:
        """登记预算步骤.

        Raises BudgetLevelUnknown, BudgetStepUnknown, BudgetStepTooEarly, DatesOutOfOrder (before the step that it
        follows, or a correction after one that follows it), BudgetStepTaken, in that order.
        """
        if level not in LEVELS:
            raise BudgetLevelUnknown(level, LEVELS)
        steps = texts(BudgetStep) if level == BudgetLevel.COUNTY else (BudgetStep.APPROVED.code,)
        if step not in steps:
            raise BudgetStepUnknown(level, step, steps)
        self._check_order(BudgetStep.of(step), stamp.effective_on)
        if step in self.taken and not reason.strip():
            raise BudgetStepTaken(step, self.taken[step], stamp.effective_on)
        self.record(
            self.StepTaken,
            **stamp.fields,
            level=level,
            year=year,
            step=step,
            decision_no=decision_no,
            reason=reason,
        )

    def _check_order(self, step: BudgetStep, on: date) -> None:
        former = FOLLOWS.get(step)
        if former is not None:
            if former not in self.taken:
                raise BudgetStepTooEarly(step, former)
            day_is_not_before("effective_on", on, self.taken[former])
        for later, follows in FOLLOWS.items():
            if follows is step and later in self.taken:
                day_is_not_before(later, self.taken[later], on)
