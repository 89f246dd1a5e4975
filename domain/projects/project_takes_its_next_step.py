"""A project takes its steps in order, none left out (按程序逐步办理)."""

from domain.projects.codes import Phase
from domain.projects.refusals import StepOutOfOrder


def project_takes_its_next_step(code: str, phase: Phase, needed: Phase, last: Phase) -> None:
    """Raise StepOutOfOrder unless the phase lies between `needed` and `last`, both included."""
    if not needed <= phase <= last:
        raise StepOutOfOrder(code, phase.word, needed.word)
