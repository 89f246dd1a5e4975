"""A county for the board: one document, one road built and paid, one project only proposed, three notices.

Sources 60:40.  received 100万, allocated 99万 + fee 1万, arrived 99万, paid 28.8万 + 19.2万 = 48万, idle 51万.
"""

from datetime import date
from typing import Any

from domain.money.sources import SourceShare
from domain.notices.field_text import FieldText
from domain.notices.notice_amount import NoticeAmount
from domain.projects.values import Defect, Target
from tests.board.rules import REGULATIONS
from tests.given.accounts import a_payment, an_account, an_entry
from tests.given.fields import INDUSTRY
from tests.given.funds import an_allocation, an_indicator, cash_of
from tests.given.projects import a_contract, a_plan, a_proposal, an_acceptance
from tests.given.rolls import a_roll
from tests.given.rulebooks import a_rulebook
from tests.projections.given import GivenBooks
from tests.sources import levels, shares

FUND = "达市财农〔2024〕3号"
ACCOUNT, BUILDER = "zh01", "达州市鸿远建设工程有限公司"
ROAD = "P2024-001"
TREES = "P2024-002"
RESULT = "达川公告〔2024〕1号"
LONG = "达川公告〔2024〕2号"
DRAFT = "达川公告〔2024〕3号"
TODAY = date(2024, 9, 12)
PLACES = {"511703": "达川区", "511703105": "平昌镇", "511703105203": "红星村（原红星村、前进村、向阳村合并）"}
PERSONS = ("p-objector-77", "u-acceptor-1", "u-acceptor-2", "p-household-9", "u-recorder", "u-keeper", "f-1")
"""Ids that stand in the facts and on no public page."""


COMPARED = (
    NoticeAmount("合计", 100_000_000, "received", f"fund/{FUND}", "", 100_000_000),
    NoticeAmount("已安排", 99_000_000, "allocated", f"fund/{FUND}", "原公告含预留款", 98_000_000),
    NoticeAmount("群众自筹", 3_000_000, "unkept", f"fund/{FUND}", "村民自筹，不入专账"),
)


def record_county(given: GivenBooks) -> None:
    """Write the county's facts."""
    given.record("rulebook.published", "county", **a_rulebook(REGULATIONS))
    _money(given)
    _road(given)
    _works(given)
    given.record("project.proposed", TREES, **proposal(TREES, "核桃基地", "511703106"))
    _roll(given)
    _notices(given)


def proposal(code: str, name: str, place_code: str) -> dict[str, Any]:
    return a_proposal(
        code,
        name=name,
        use="industry",
        place_code=place_code,
        implementing_unit="平昌镇人民政府",
        proposer_unit="红星村村民委员会",
        content="硬化村内道路3.2公里，新建排水沟1,850米，涵管12处",
        beneficiaries="412户1,563人",
        estimate_fen=990_000_00,
    )


def _money(given: GivenBooks) -> None:
    given.record(
        "fund.indicator_received",
        FUND,
        **an_indicator(
            FUND,
            levels(central=600_000_00, provincial=400_000_00),
            title="2024年第一批财政衔接推进乡村振兴补助资金",
            issuer="达州市财政局",
            issued_on=date(2024, 1, 10),
            **INDUSTRY,
        ),
    )
    for allocation_no, purpose, parts in (
        ("A1", ("project", ROAD), levels(central=594_000_00, provincial=396_000_00)),
        ("A2", ("fee", ""), levels(central=6_000_00, provincial=4_000_00)),
    ):
        given.record(
            "fund.allocated",
            FUND,
            on=date(2024, 2, 1),
            **an_allocation(allocation_no, parts, purpose, decision_no="D1", **INDUSTRY),
        )


def _road(given: GivenBooks) -> None:
    planned = shares(FUND, central=594_000_00, provincial=396_000_00)
    name = "平昌镇红星村农业生产便民道路硬化及排水沟配套工程"
    given.record("project.proposed", ROAD, **proposal(ROAD, name, "511703105203"))
    given.record(
        "project.entered_library", ROAD, library_no="K1", targets=(Target("t1", "硬化道路", "米", 3200),)
    )
    given.record(
        "project.planned",
        ROAD,
        **a_plan(
            planned,
            plan_no="J1",
            budget_code=INDUSTRY["budget_code"],
            scheme="works",
            starts_on=date(2024, 3, 1),
            ends_on=date(2024, 9, 1),
        ),
    )
    given.record("project.approved", ROAD, approval_no="PF1")
    given.record(
        "project.contracted",
        ROAD,
        **a_contract(
            "HT1",
            960_000_00,
            contractor_id="f-1",
            contractor_name=BUILDER,
            signed_on=date(2024, 2, 26),
            awarded_on=None,
            ends_on=date(2024, 9, 1),
        ),
    )
    _arrival(given)


def _arrival(given: GivenBooks) -> None:
    planned = shares(FUND, central=594_000_00, provincial=396_000_00)
    given.record("account.opened", ACCOUNT, **an_account(ACCOUNT, holder_unit="达川区财政局", bank="国库"))
    given.record(
        "fund.cash_arrived",
        FUND,
        **cash_of("A1", "V1", levels(central=594_000_00, provincial=396_000_00), account_code=ACCOUNT),
    )
    given.record(
        "account.money_arrived",
        ACCOUNT,
        **an_entry(planned, ("project", ROAD), voucher_no="V1", document_no=FUND, allocation_no="A1"),
    )


def _works(given: GivenBooks) -> None:
    given.record("project.started", ROAD, on=date(2024, 3, 8), start_order_no="K1", photo_sha256="a" * 64)
    _pay(given, 1, "advance", shares(FUND, central=172_800_00, provincial=115_200_00), date(2024, 3, 20))
    given.record(
        "project.work_measured",
        ROAD,
        on=date(2024, 5, 31),
        certificate_no="JL1",
        amount_fen=600_000_00,
        work="路基",
        advance_offset=shares(FUND, central=172_800_00, provincial=115_200_00),
        payable=shares(FUND, central=187_200_00, provincial=124_800_00),
    )
    _pay(given, 2, "progress", shares(FUND, central=115_200_00, provincial=76_800_00), date(2024, 6, 10))
    given.record("project.completed", ROAD, on=date(2024, 8, 1), report_no="WG1")
    acceptors = ("u-acceptor-1", "u-acceptor-2")
    given.record(
        "project.acceptance_rejected",
        ROAD,
        on=date(2024, 8, 10),
        level="village",
        form_no="YS1",
        acceptors=acceptors,
        defects=(Defect("1", "排水沟盖板缺损3处"),),
        rectify_by_on=date(2024, 8, 30),
    )
    given.record(
        "project.defects_rectified",
        ROAD,
        on=date(2024, 8, 20),
        level="village",
        defect_nos=("1",),
        evidence_sha256="b" * 64,
    )
    given.record(
        "project.acceptance_passed",
        ROAD,
        on=date(2024, 8, 25),
        **an_acceptance("village", *acceptors, form_no="YS2", representatives=5),
    )


def _pay(given: GivenBooks, number: int, stage: str, sources: tuple[SourceShare, ...], on: date) -> None:
    given.record(
        "account.paid",
        ACCOUNT,
        on=on,
        **a_payment(number, stage, sources, purpose_code=ROAD, payee_name=BUILDER),
    )


def _roll(given: GivenBooks) -> None:
    given.record(
        "roll.drawn_up",
        "R1",
        **a_roll(
            "R1",
            1,
            1_200_00,
            project_code=ROAD,
            account_code=ACCOUNT,
            title="以工代赈劳务报酬",
            period_text="2024年5月",
            standard_text="每工日120元",
        ),
    )
    given.record(
        "roll.line_due",
        "R1",
        line_no=1,
        person_id="p-household-9",
        quantity=10,
        standard_fen=120_00,
        amount_fen=1_200_00,
    )


def _notices(given: GivenBooks) -> None:
    principle = "按照脱贫人口规模、项目库储备和上年绩效评价结果，采用因素法分配。"
    for notice_no, text, lines in ((RESULT, principle, 2), (LONG, principle * 6, 24), (DRAFT, principle, 1)):
        given.record(
            "notice.drafted",
            notice_no,
            on=date(2024, 9, 1),
            notice_no=notice_no,
            kind="allocation_result",
            level="county",
            place_code="511703",
            subject=f"fund/{FUND}",
            title=f"关于达川区2024年财政衔接推进乡村振兴补助资金分配结果的公告（{notice_no}）",
            fields=(
                FieldText("fund_name", "2024年第一批财政衔接推进乡村振兴补助资金"),
                FieldText("principle", text),
                FieldText("responsible_unit", "达川区财政局"),
            ),
            amounts=tuple(NoticeAmount(f"第{line}个项目", 12_345_67 * line) for line in range(1, lines + 1))
            + (COMPARED if notice_no == RESULT else ()),
        )
        if notice_no != DRAFT:
            given.record(
                "notice.posted",
                notice_no,
                on=date(2024, 9, 5),
                place_text="区政务公开栏",
                photo_sha256="d" * 64,
                first_day_on=date(2024, 9, 5),
                closes_on=date(2024, 9, 14),
            )
    given.record(
        "notice.objected",
        RESULT,
        on=date(2024, 9, 6),
        objection_no="YY1",
        objector_id="p-objector-77",
        summary="为何只安排一个乡镇？",
        answer_by_on=date(2024, 9, 20),
    )
    given.record(
        "notice.answered",
        RESULT,
        on=date(2024, 9, 8),
        objection_no="YY1",
        answer="本批为定向任务，其余乡镇在第二批安排。",
        upheld=False,
    )
