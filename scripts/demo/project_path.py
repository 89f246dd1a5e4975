"""项目的路 (the way of a project) in the demo: from the village's proposal to the retention, step by step."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from domain.money.sources import SourceShare
from scripts.demo.clerk import (
    APPROVER,
    COUNTY_ACCEPTOR,
    RECORDER,
    REVIEWER,
    TOWN_ACCEPTOR,
    VILLAGE_ACCEPTOR,
    Clerk,
)
from scripts.demo.duties import levels_for, post_about
from scripts.demo.papers import decided_on, decision_steps, scan, total_fen
from scripts.demo.work import Work

CHECKLIST = "four_two"


def enter_library(clerk: Clerk, work: Work, proposed_on: date) -> date:
    """Take a proposal through the village's decision, review and appraisal into the library; the day of entry."""
    books = clerk.books
    clerk.act(
        RECORDER,
        proposed_on,
        books.propose_project,
        code=work.code,
        name=work.name,
        use=work.use,
        kind=work.kind,
        place_code=work.place_code,
        implementing_unit=work.unit,
        proposer_unit=work.proposer,
        content=work.content,
        beneficiaries=work.beneficiaries,
        nature="new",
        estimate_fen=work.estimate_fen,
    )
    steps = decision_steps(work.regulations.checklist(CHECKLIST), proposed_on + timedelta(1))
    on = decided_on(steps)
    clerk.act(RECORDER, on, books.record_village_decision, code=work.code, checklist=CHECKLIST, steps=steps)
    on += timedelta(3)
    clerk.act(REVIEWER, on, books.review_project, code=work.code, level="town", opinion="情况属实，同意上报")
    on += timedelta(4)
    clerk.act(
        APPROVER,
        on,
        books.appraise_project,
        code=work.code,
        unit="县级主管部门联审组",
        opinion="可行，同意入库",
        estimate_fen=work.estimate_fen,
    )
    [told_at] = levels_for(work, "project_library", "village")
    post_about(clerk, work, "project_library", told_at, on)
    on += timedelta(3)
    clerk.act(
        REVIEWER,
        on,
        books.enter_library,
        code=work.code,
        library_no=f"演示-库-{work.code}",
        targets=(work.target,),
    )
    if told_at != "county":
        post_about(clerk, work, "project_library", "county", on + timedelta(1))
    return on


def plan_and_approve(
    clerk: Clerk,
    work: Work,
    sources: tuple[SourceShare, ...],
    planned_on: date,
    approved_on: date,
    ends_on: date,
) -> None:
    """Put the project into the year's plan with its sources, and have the plan approved by another person."""
    clerk.act(
        REVIEWER,
        planned_on,
        clerk.books.plan_project,
        code=work.code,
        plan_no=f"演示-计划-{work.code}",
        year=planned_on.year,
        budget_code=work.budget_code,
        plan_fen=total_fen(sources),
        sources=sources,
        scheme=work.scheme,
        starts_on=approved_on,
        ends_on=ends_on,
    )
    post_about(clerk, work, "project_plan", "county", planned_on, sources)
    clerk.act(
        APPROVER,
        approved_on,
        clerk.books.approve_project,
        code=work.code,
        approval_no=f"演示-批复-{work.code}",
    )
    for level in levels_for(work, "project_plan", "village"):
        if level != "county":
            post_about(clerk, work, "project_plan", level, approved_on + timedelta(1), sources)


@dataclass(frozen=True)
class Contract:
    """Who builds, for how much, and when it was awarded and signed."""

    contractor: str
    price_fen: int
    route: str
    awarded_on: date
    signed_on: date
    ends_on: date


def contract_and_start(clerk: Clerk, work: Work, contract: Contract, started_on: date) -> None:
    """Sign the contract and give the order to start."""
    clerk.act(
        RECORDER,
        contract.signed_on,
        clerk.books.contract_project,
        code=work.code,
        contract_no=f"演示-合同-{work.code}",
        route=contract.route,
        contractor_id=f"f-{work.code}",
        contractor_name=contract.contractor,
        price_fen=contract.price_fen,
        signed_on=contract.signed_on,
        awarded_on=contract.awarded_on,
        ends_on=contract.ends_on,
        defect_months=12,
    )
    clerk.act(
        RECORDER,
        started_on,
        clerk.books.start_project,
        code=work.code,
        start_order_no=f"演示-开工-{work.code}",
        photo_sha256=scan(work.code, "start"),
    )
    post_about(clerk, work, "before_start", "site", started_on)


def measure_and_complete(
    clerk: Clerk, work: Work, measured_fen: int, measured_on: date, completed_on: date
) -> None:
    """Certify the work done in one certificate, and report completion."""
    clerk.act(
        RECORDER,
        measured_on,
        clerk.books.measure_work,
        code=work.code,
        certificate_no=f"演示-计量-{work.code}",
        amount_fen=measured_fen,
        work=work.content,
    )
    clerk.act(
        RECORDER,
        completed_on,
        clerk.books.complete_project,
        code=work.code,
        report_no=f"演示-完工-{work.code}",
    )


def accept(clerk: Clerk, work: Work, days: Mapping[str, date]) -> None:
    """Pass acceptance at each level on its day, each by its own acceptor."""
    acceptors = {"village": VILLAGE_ACCEPTOR, "town": TOWN_ACCEPTOR, "county": COUNTY_ACCEPTOR}
    for level, on in days.items():
        clerk.act(
            acceptors[level],
            on,
            clerk.books.pass_acceptance,
            code=work.code,
            level=level,
            form_no=f"演示-验收-{work.code}-{level}",
            acceptors=(acceptors[level],),
            representatives=2,
            verdict="合格",
        )


def settle(clerk: Clerk, work: Work, settlement_fen: int, on: date) -> None:
    """Settle at the audited price; the retention is held by the payment scheme."""
    clerk.act(
        REVIEWER,
        on,
        clerk.books.settle_project,
        code=work.code,
        audit_no=f"演示-审计-{work.code}",
        auditor_unit="造价咨询单位（演示）",
        settlement_fen=settlement_fen,
    )


def hand_over(clerk: Clerk, work: Work, on: date) -> None:
    """Hand the work over to its village as a public asset."""
    clerk.act(
        RECORDER,
        on,
        clerk.books.hand_over_project,
        code=work.code,
        asset_no=f"演示-资产-{work.code}",
        asset_class="public",
        owner_level="village",
        owner=work.proposer,
        keeper=work.proposer,
    )
