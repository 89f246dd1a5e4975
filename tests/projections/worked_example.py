"""The worked example of the trade (quota Q1 to Q5, entries 1 to 11), as facts.  Sources 60:40, in fen."""

from datetime import date
from typing import Any

from domain.money.sources import SourceShare
from tests.given.accounts import a_payment, an_entry
from tests.given.fields import INDUSTRY
from tests.given.funds import an_allocation, an_indicator, cash_of
from tests.given.projects import a_hand_over, a_plan
from tests.projections.given import GivenBooks
from tests.sources import levels, shares

FUND = "达市财农〔2024〕3号"
PROJECT = "P1"
ACCOUNT = "zh01"


def split(total_fen: int) -> tuple[SourceShare, ...]:
    """60:40 to the fen; every amount of the example divides without a rest, or the last level takes it."""
    central = round(total_fen * 6 / 10)
    return shares(FUND, central=central, provincial=total_fen - central)


def quota(given: GivenBooks) -> None:
    """Q1 to Q3, with entry 1: received, allocated, and the treasury's transfer arrives."""
    given.record(
        "fund.indicator_received",
        FUND,
        **an_indicator(
            FUND,
            levels(central=600_000_00, provincial=400_000_00),
            title="2024年衔接资金",
            issuer="达州市财政局",
            issued_on=date(2024, 1, 10),
            **INDUSTRY,
        ),
    )
    for allocation_no, kind, code, central, provincial in (
        ("A1", "project", PROJECT, 594_000_00, 396_000_00),
        ("A2", "fee", "", 6_000_00, 4_000_00),
    ):
        given.record(
            "fund.allocated",
            FUND,
            **an_allocation(
                allocation_no,
                levels(central, provincial),
                (kind, code),
                decision_no="D1",
                use="industry",
                budget_code="2130505",
            ),
        )
    given.record(
        "project.planned",
        PROJECT,
        **a_plan(
            split(990_000_00),
            plan_no="J1",
            budget_code="2130505",
            scheme="works",
            starts_on=date(2024, 3, 1),
            ends_on=date(2024, 9, 1),
        ),
    )
    arrive(given)


def arrive(given: GivenBooks) -> None:
    given.record(
        "fund.cash_arrived",
        FUND,
        **cash_of("A1", "V1", levels(central=594_000_00, provincial=396_000_00), account_code=ACCOUNT),
    )
    given.record(
        "account.money_arrived",
        ACCOUNT,
        **an_entry(split(990_000_00), voucher_no="V1", document_no=FUND, allocation_no="A1"),
    )


def pay(given: GivenBooks, number: int, stage: str, sources: tuple[SourceShare, ...], on: date) -> int:
    return given.record("account.paid", ACCOUNT, on=on, **a_payment(number, stage, sources))


def works(given: GivenBooks) -> None:
    """Entries 2 to 7: advance, certified work, progress, settlement, retention, up to 97%."""
    pay(given, 1, "advance", split(288_000_00), date(2024, 3, 20))
    measure(given)
    pay(given, 2, "progress", split(192_000_00), date(2024, 6, 10))
    settle(given)
    pay(given, 3, "settlement", split(434_031_00), date(2024, 9, 30))


def measure(given: GivenBooks) -> None:
    """Certified work takes the advance in."""
    given.record(
        "project.work_measured",
        PROJECT,
        on=date(2024, 5, 31),
        certificate_no="JL1",
        amount_fen=600_000_00,
        work="路基",
        advance_offset=split(288_000_00),
        payable=split(312_000_00),
    )


def settle(given: GivenBooks) -> None:
    given.record(
        "project.settled",
        PROJECT,
        on=date(2024, 9, 10),
        audit_no="SJ1",
        auditor_unit="达川区审计局",
        settlement_fen=942_300_00,
        advance_offset=(),
        payable=split(342_300_00),
    )
    given.record(
        "project.retention_held",
        PROJECT,
        on=date(2024, 9, 10),
        retention=split(28_269_00),
        retention_fen=28_269_00,
        retention_bp=300,
        base="settlement",
        release_from_on=date(2025, 9, 10),
    )


def hand_over(given: GivenBooks, on: date = date(2024, 10, 8), **said: Any) -> None:
    asset = a_hand_over("ZC1", value_fen=942_300_00, sources=split(942_300_00))
    given.record("project.handed_over", PROJECT, on=on, **asset | said)


def recover_saving(given: GivenBooks) -> None:
    """The plan's 990,000 less the settlement goes back to the fund."""
    on, saved = date(2024, 10, 20), levels(central=28_620_00, provincial=19_080_00)
    cash = cash_of("A1", "V9", saved, account_code=ACCOUNT, reason="结余")
    given.record("fund.surplus_recovered", FUND, on=on, **cash)
    entry = an_entry(split(47_700_00), voucher_no="V9", document_no=FUND, allocation_no="A1")
    given.record("account.surplus_returned", ACCOUNT, on=on, **entry)


def closing(given: GivenBooks) -> None:
    """Q4, Q5 and entries 8 to 11: hand-over, saving, retention, interest."""
    hand_over(given, owner="某村", keeper="u-keeper")
    recover_saving(given)
    pay(given, 4, "retention", split(28_269_00), date(2025, 9, 20))
    given.record(
        "account.interest_received",
        ACCOUNT,
        on=date(2025, 9, 21),
        voucher_no="L1",
        amount_fen=1_234_56,
        period_from=date(2024, 3, 1),
        period_to=date(2025, 9, 21),
        owner="treasury",
    )
    given.record(
        "account.interest_paid_over",
        ACCOUNT,
        on=date(2025, 9, 22),
        voucher_no="L2",
        amount_fen=1_234_56,
        receiver="国库",
        owner="treasury",
    )


def worked_example(given: GivenBooks) -> None:
    quota(given)
    works(given)
    closing(given)
