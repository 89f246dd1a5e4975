"""The road of the county's year taken back step by step: its hand-over, its settlement, its last acceptance."""

from datetime import date

from tests.projections.given import GivenBooks
from tests.projections.worked_example import PROJECT, split

BACK_ON = date(2025, 1, 10)


def take_hand_over_back(given: GivenBooks, on: date = BACK_ON) -> None:
    given.record(
        "project.hand_over_reversed",
        PROJECT,
        on=on,
        former_on=date(2024, 10, 8),
        former_rulebook_version=1,
        reason="权属有误",
        asset_no="ZC1",
        asset_class="public",
        owner_level="village",
        value_fen=942_300_00,
        sources=split(942_300_00),
    )


def take_settlement_back(given: GivenBooks) -> None:
    given.record(
        "project.settlement_reversed",
        PROJECT,
        on=BACK_ON,
        former_on=date(2024, 9, 10),
        former_rulebook_version=1,
        reason="审定有误",
        audit_no="SJ1",
        settlement_fen=942_300_00,
        advance_offset=(),
        payable=split(342_300_00),
        retention_fen=28_269_00,
        retention=split(28_269_00),
    )


def take_acceptance_back(given: GivenBooks) -> None:
    given.record(
        "project.acceptance_reversed",
        PROJECT,
        on=BACK_ON,
        former_on=date(2024, 9, 1),
        former_rulebook_version=1,
        reason="验收有误",
        level="county",
        form_no="YS2",
        last_level=True,
    )


def take_road_back(given: GivenBooks) -> None:
    take_hand_over_back(given)
    take_settlement_back(given)
    take_acceptance_back(given)


def take_completion_back(given: GivenBooks) -> None:
    given.record(
        "project.completion_reversed",
        PROJECT,
        on=BACK_ON,
        former_on=date(2024, 8, 20),
        former_rulebook_version=1,
        reason="完工有误",
        report_no="WG1",
    )


def take_start_back(given: GivenBooks) -> None:
    given.record(
        "project.start_reversed",
        PROJECT,
        on=BACK_ON,
        former_on=date(2024, 3, 15),
        former_rulebook_version=1,
        reason="开工有误",
        start_order_no="KG1",
        phase="contracted",
    )
