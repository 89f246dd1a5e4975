"""可用代码 (known codes): which codes a parameter may have, with the Chinese word for each."""

from collections.abc import Iterable, Mapping

from domain.code import Code
from domain.rulebook.codes import (
    PAID_BY_SCHEME,
    ClockStart,
    ClockStop,
    Condition,
    DayUnit,
    DeliverySheet,
    Duty,
    Figure,
    InterestOwner,
    MajorityOf,
    PaymentBase,
    PaymentStage,
    PostingDay,
    RetentionBase,
    StepKind,
    TransferKind,
)
from domain.rulebook.regulations import Coded, Regulations, name_of_row

Known = Mapping[str, str]
"""The codes that a parameter may have, each with what it is called in Chinese; "" where nobody says."""


def named(codes: Iterable[Code]) -> Known:
    """Give declared codes with their words."""
    return {member.code: member.zh for member in codes}


def listed(rows: Iterable[Coded]) -> Known:
    """Give the codes of parameters with what the rulebook calls them."""
    return {row.code: name_of_row(row) for row in rows}


def levels_of_notices(regulations: Regulations) -> Mapping[str, Known]:
    """Give the levels where each kind of notice hangs."""
    return {kind.code: dict.fromkeys(kind.levels, "") for kind in regulations.notice_kinds}


LEFT_EMPTY = {"": "（留空）"}
UNITS = named(DayUnit)
STAGES = named(PAID_BY_SCHEME)
BASES = named(PaymentBase)
ROLL_BASES = named((PaymentBase.PLAN,))
RETENTION_BASES = named(RetentionBase)
CONDITIONS = named(Condition)
STEP_KINDS = named(StepKind)
MAJORITY_BASES = named(MajorityOf)
INTEREST_OWNERS = named(InterestOwner)
DUTIES = named(Duty)
POSTING_DAYS = named(PostingDay)
FIGURES = named(figure for figure in Figure if figure is not Figure.UNKEPT)
CLOCK_STARTS = named(ClockStart)
CLOCK_STOPS = named(ClockStop)
TRANSFER_KINDS = {**LEFT_EMPTY, **named(TransferKind)}
SHEETS = {**LEFT_EMPTY, **named(DeliverySheet)}
SPENT_BY_ITEM = named((PaymentStage.UNIT, PaymentStage.GIFT))
STEPS_AFTER_NOTICE = named((Duty.LIBRARY_ENTRY, Duty.APPROVAL))
