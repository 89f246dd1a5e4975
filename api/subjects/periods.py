"""账期 (periods): the commands that a person may give, and the questions a person may ask."""

from fastapi import APIRouter

from api.commands.declaration import Subject, post
from api.requests.rules import ClosePeriod, ReopenPeriod
from projections.access.roles import Role

SUBJECT = Subject("账期", "Periods", chapter=100)

COMMANDS = SUBJECT.declare(
    post(
        "/periods/{month}/closure",
        "close_period",
        ClosePeriod,
        by=Role.APPROVER,
        zh=("结账", "结账后，不能再登记这个月的业务。"),
        en=("Close period", "Close a month (YYYY-MM)."),
    ),
    post(
        "/periods/{month}/reopening",
        "reopen_period",
        ReopenPeriod,
        by=Role.APPROVER,
        zh=("反结账", "重新打开已结账的月份，写明原因。"),
        en=("Reopen period", "Reopen a month, with a reason."),
    ),
)

router = APIRouter(prefix="/periods", tags=[SUBJECT.zh])
