"""A suspended or ended project takes no further steps (中止、终止的项目不再办理)."""

from domain.projects.codes import Halt
from domain.projects.refusals import ProjectNotActive


def project_is_active(code: str, *, suspended: bool, ended: bool) -> None:
    """Raise ProjectNotActive when the project is ended or suspended."""
    if ended:
        raise ProjectNotActive(code, Halt.ENDED.code)
    if suspended:
        raise ProjectNotActive(code, Halt.SUSPENDED.code)
