"""项目 (projects): a road from its proposal to 97% of its price."""

from datetime import date

from domain.projects.values import DecisionStep, Defect, Target
from tests.given.projects import a_contract, a_proposal, an_acceptance
from tests.projections import worked_example
from tests.projections.given import GivenBooks
from tests.projections.worked_example import PROJECT, measure, pay, settle, split
from tests.projections.year.places import VILLAGE


def intake(given: GivenBooks) -> None:
    """From the proposal to the library."""
    given.record(
        "project.proposed",
        PROJECT,
        on=date(2024, 1, 5),
        **a_proposal(
            PROJECT,
            name="桥头村道路硬化",
            place_code=VILLAGE,
            implementing_unit="交通局",
            proposer_unit="桥头村委会",
            content="硬化村道 3.2 公里",
            beneficiaries="280 户 862 人",
            estimate_fen=1_000_000_00,
        ),
    )
    given.record(
        "project.village_decided",
        PROJECT,
        on=date(2024, 1, 12),
        checklist="4+2",
        steps=(DecisionStep("representatives", date(2024, 1, 10), 40, 30, 28, None, None, "a1"),),
    )
    given.record("project.reviewed", PROJECT, on=date(2024, 1, 15), level="town", opinion="属实")
    given.record(
        "project.appraised",
        PROJECT,
        on=date(2024, 1, 20),
        unit="农业农村局",
        opinion="可行",
        estimate_fen=995_000_00,
    )
    given.record(
        "project.entered_library",
        PROJECT,
        on=date(2024, 1, 25),
        library_no="XMK-1",
        targets=(Target("length", "硬化里程", "米", 3200),),
    )


def contract(given: GivenBooks) -> None:
    given.record("project.approved", PROJECT, on=date(2024, 3, 2), approval_no="PF1")
    given.record(
        "project.contracted",
        PROJECT,
        on=date(2024, 3, 10),
        **a_contract(
            "HT1",
            950_000_00,
            route="inquiry",
            contractor_id="f-1",
            contractor_name="达川建筑公司",
            signed_on=date(2024, 3, 10),
            awarded_on=None,
            ends_on=date(2024, 9, 1),
        ),
    )
    given.record(
        "project.changed",
        PROJECT,
        on=date(2024, 3, 12),
        change_no="BG1",
        subject="contract",
        plan_change_fen=0,
        sources=(),
        contract_change_fen=10_000_00,
        share_bp=105,
        approval_no="",
        reason="增设涵管",
        text="",
    )
    given.record("project.started", PROJECT, on=date(2024, 3, 15), start_order_no="KG1", photo_sha256="b2")


def works(given: GivenBooks) -> None:
    """Measured, paid, completed, accepted, settled, paid up to the retention."""
    measure(given)
    pay(given, 2, "progress", split(192_000_00), date(2024, 6, 10))
    given.record("project.completed", PROJECT, on=date(2024, 8, 1), report_no="WG1")
    acceptance(given)
    settle(given)
    pay(given, 3, "settlement", split(434_031_00), date(2024, 9, 30))


def acceptance(given: GivenBooks) -> None:
    """The village rejects once, then accepts; the county accepts last."""
    given.record(
        "project.acceptance_rejected",
        PROJECT,
        on=date(2024, 8, 5),
        level="village",
        form_no="YS0",
        acceptors=("u-4",),
        defects=(Defect("1", "路肩缺损"),),
        rectify_by_on=date(2024, 8, 20),
    )
    given.record(
        "project.defects_rectified",
        PROJECT,
        on=date(2024, 8, 15),
        level="village",
        defect_nos=("1",),
        evidence_sha256="d4",
    )
    for level, form_no, on, last in (
        ("village", "YS1", date(2024, 8, 16), False),
        ("county", "YS2", date(2024, 9, 1), True),
    ):
        given.record(
            "project.acceptance_passed",
            PROJECT,
            on=on,
            **an_acceptance(level, "u-4", "u-5", form_no=form_no, last_level=last),
        )


def hand_over(given: GivenBooks) -> None:
    worked_example.hand_over(given, owner="桥头村", keeper="桥头村委会")


CHAPTERS = {
    30: intake,
    130: contract,
    170: works,
    190: hand_over,
}
