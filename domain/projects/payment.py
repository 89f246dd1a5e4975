"""项目付款 (payment of a project): the claims and rolls that ask for its money."""

from domain.projects.state import ProjectState
from domain.stamp import Stamp


def open_claim(project: ProjectState, stamp: Stamp, claim_no: str, stage: str) -> None:
    """申请报账, in the same save as the claim itself; its rules stand with the claim."""
    project.record(project.ClaimOpened, **stamp.fields, claim_no=claim_no, stage=stage)


def open_roll(project: ProjectState, stamp: Stamp, roll_no: str) -> None:
    """列入花名册, in the same save as the roll itself; its rules stand with the roll."""
    project.record(project.RollOpened, **stamp.fields, roll_no=roll_no)
