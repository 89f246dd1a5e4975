"""账期 (periods): the commands that a person may give."""

from typing import Annotated

from fastapi import Path

from api.commands.declaration import Subject
from api.http.patterns import MONTH
from api.requests.rulebooks import ClosePeriod, ReopenPeriod
from domain.periods.period import Period
from projections.access.roles import Role

Month = Annotated[str, Path(pattern=MONTH, description="月份，形如 2025-01", examples=["2025-01"])]
SUBJECT = Subject("账期", "Periods", chapter=100, stream=Period.id_of("{month}"), keys={"month": Month})

COMMANDS = (
    SUBJECT.post(
        "/periods/{month}/closure",
        "close_period",
        ClosePeriod,
        by=Role.APPROVER,
        zh=("结账", "结清一个月份（YYYY-MM），此后不能再登记这个月的业务。"),
        en=("Close period", "Close a month (YYYY-MM); nothing can be dated into it any more."),
    ),
    SUBJECT.post(
        "/periods/{month}/reopening",
        "reopen_period",
        ReopenPeriod,
        by=Role.APPROVER,
        zh=("反结账", "重新打开已结账的月份，写明原因。"),
        en=("Reopen period", "Reopen a closed month, with the reason."),
    ),
)
