"""Payments together stay below the ceiling of their stage, settlement and retention (付款不超上限).

A stage is open when the conditions of one of its rows in the payment scheme hold: passed acceptance, settlement and a
closed notice among them (验收合格才付款).  Source: the payment schemes of the rulebook.
"""

from collections.abc import Callable, Mapping, Sequence

from domain.claims.refusals import AboveCeiling, AbovePayable, BelowLeast, ConditionsNotMet, StageUnknown
from domain.rulebook.codes import Condition
from domain.rulebook.payment_rules import PaymentScheme, SchemeStage

NoticeLacks = tuple[str, Sequence[str]]
"""A kind of notice, and the levels at which it is missing."""


def open_rows(
    scheme: PaymentScheme,
    stage: str,
    holds: Callable[[str], bool],
    notice_lacks: Callable[[], NoticeLacks],
) -> Sequence[SchemeStage]:
    """Give the rows of the stage whose conditions hold; `holds` is asked for those of this stage only.

    Raises StageUnknown where the scheme has no such stage, ConditionsNotMet with what the nearest row still lacks, the
    levels of its notice among it.
    """
    rows = scheme.rows(stage)
    if not rows:
        raise StageUnknown(stage, list(dict.fromkeys(row.stage for row in scheme.stages)))
    lacking = [[need for need in row.needs if not holds(need)] for row in rows]
    open_now = [row for row, missing in zip(rows, lacking, strict=True) if not missing]
    if not open_now:
        nearest = min(lacking, key=len)
        waits = notice_lacks() if Condition.NOTICE_CLOSED in nearest else ("", ())
        raise ConditionsNotMet(stage, nearest, *waits)
    return open_now


def ceiling_fen(
    rows: Sequence[SchemeStage], bases_fen: Mapping[str, int], settled_limit_fen: int | None
) -> int:
    """What payments together may reach: the highest open row, and never more than `settled_limit_fen`.

    settled_limit_fen  the audited settlement less the retention that is kept; None before the settlement.
    """
    highest_fen = max(row.ceiling_fen(bases_fen[row.of]) for row in rows)
    return highest_fen if settled_limit_fen is None else min(highest_fen, settled_limit_fen)


def claim_stays_below_the_ceiling(asked_fen: int, paid_fen: int, limit_fen: int) -> None:
    """Raise AboveCeiling when what is asked with what is paid (or approved) passes the ceiling."""
    if asked_fen + paid_fen > limit_fen:
        raise AboveCeiling(asked_fen, paid_fen, limit_fen)


def approval_reaches_the_least(approved_fen: int, asked_fen: int, paid_fen: int, least_fen: int) -> None:
    """Raise BelowLeast when less is approved than asked, and with what is paid it stays below the least of the stage.

    Source: 财建〔2022〕183号 (progress payments are not less than 80% of the work done).
    """
    if approved_fen < asked_fen and approved_fen + paid_fen < least_fen:
        raise BelowLeast(approved_fen, paid_fen, least_fen, asked_fen)


def payment_has_its_payable(asked_fen: int, payable_fen: int) -> None:
    """Raise AbovePayable when more is asked than works, settlement or retention made payable."""
    if asked_fen > payable_fen:
        raise AbovePayable(asked_fen, payable_fen)
