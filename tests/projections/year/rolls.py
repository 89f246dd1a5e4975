"""名册 (rolls): three households of whom the bank pays two, one of them at the second try."""

from datetime import date
from typing import Any

from domain.rolls.values import ReturnedLine
from tests.given.rolls import a_roll
from tests.projections.given import GivenBooks
from tests.projections.worked_example import ACCOUNT, FUND
from tests.sources import shares

ROLL = "HMC1"


def pay_roll(given: GivenBooks) -> None:
    """Three lines of 1,000 yuan: one confirmed, one returned and sent again, one returned and cancelled."""
    given.record(
        "roll.drawn_up",
        ROLL,
        **a_roll(
            ROLL,
            3,
            3_000_00,
            project_code="P2",
            account_code=ACCOUNT,
            title="改厕补助",
            standard_text="每户 1,000 元",
            list_sha256="f6",
        ),
    )
    for line_no in (1, 2, 3):
        given.record(
            "roll.line_due",
            ROLL,
            line_no=line_no,
            person_id=f"p-{line_no}",
            quantity=1,
            standard_fen=1_000_00,
            amount_fen=1_000_00,
        )
    send(given)


def send(given: GivenBooks) -> None:
    """Approved, sent; the bank confirms one line and returns two."""
    kept: dict[str, Any] = {
        "sources": shares(FUND, county=3_000_00),
        "year": 2024,
        "budget_code": "2130505",
        "project_code": "P2",
    }
    given.record("roll.approved", ROLL, on=date(2024, 3, 5), amount_fen=3_000_00, **kept)
    given.record("roll.sent", ROLL, on=date(2024, 3, 6), payment_no="DF1", amount_fen=3_000_00, count=3)
    given.record(
        "roll.bank_confirmed",
        ROLL,
        on=date(2024, 3, 7),
        payment_no="DF1",
        lines=(1,),
        amount_fen=1_000_00,
        **kept,
    )
    given.record(
        "roll.bank_returned",
        ROLL,
        on=date(2024, 3, 7),
        payment_no="DF1",
        lines=(ReturnedLine(2, "账号有误"), ReturnedLine(3, "已销户")),
        amount_fen=2_000_00,
    )
    given.record(
        "roll.line_resent", ROLL, on=date(2024, 3, 8), line_no=2, payment_no="DF2", amount_fen=1_000_00
    )
    given.record(
        "roll.line_cancelled",
        ROLL,
        on=date(2024, 3, 9),
        line_no=3,
        amount_fen=1_000_00,
        reason="已迁出",
        **kept,
    )
    given.record(
        "roll.line_paid_back",
        ROLL,
        on=date(2024, 3, 11),
        line_no=1,
        payment_no="DF1",
        refund_no="TK1",
        paid_in_year=2024,
        amount_fen=400_00,
        whole=False,
        reason="不符合条件",
        **kept | {"sources": shares(FUND, county=400_00)},
    )


CHAPTERS = {
    150: pay_roll,
}
