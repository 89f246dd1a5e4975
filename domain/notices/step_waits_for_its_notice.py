"""A project enters the library and is approved when the notice that says so hangs (先公示后入库、批复).

Source: 国开办发〔2018〕11号, as the parameter `notices_before`.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from domain.notices.codes import IN_FORCE
from domain.notices.notice import Notice
from domain.notices.refusals import NoticeNotPosted
from domain.rulebook.procedure_rules import NoticeBefore


def step_waits_for_its_notice(
    rows: Iterable[NoticeBefore], step: str, on: date, notices: Sequence[Notice]
) -> None:
    """Raise NoticeNotPosted for the first row of the step without a notice that hangs since `on` or before.

    notices  those about the project that were not withdrawn.
    """
    hanging = [one for one in notices if one.state in IN_FORCE and one.first_day_on <= on]
    for row in rows:
        levels = [one.level for one in hanging if one.kind == row.kind]
        if row.step == step and row.level not in levels:
            raise NoticeNotPosted(row.kind, row.level, on, levels)
