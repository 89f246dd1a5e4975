"""A county's year as facts: one document, one road to its retention, one roll, one gift, some notices.

The money is that of the trade's worked example (60:40, advance 30%, retention 3%), with a payment that the bank sent
back and was paid again, so every ledger has something to show.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from domain.asset_register import SurveyCut, SurveyRow
from domain.notice import NoticeAmount
from domain.project_values import DecisionStep
from domain.regulations import NoticeDuty, Regulations
from domain.roll_values import ReturnedLine
from domain.statement import Difference
from domain.values import Defect, Document, FieldText, Target
from projections.account_daybook.fold import PROJECTION as ACCOUNT_DAYBOOK
from projections.asset_ledger.fold import PROJECTION as ASSET_LEDGER
from projections.audit_trail.fold import PROJECTION as AUDIT_TRAIL
from projections.claim_register.fold import PROJECTION as CLAIM_REGISTER
from projections.fund_ledger.fold import PROJECTION as FUND_LEDGER
from projections.gift_register.fold import PROJECTION as GIFT_REGISTER
from projections.idle_money.fold import PROJECTION as IDLE_MONEY
from projections.late_notices.fold import PROJECTION as LATE_NOTICES
from projections.notice_register.fold import PROJECTION as NOTICE_REGISTER
from projections.project_ledger.fold import PROJECTION as PROJECT_LEDGER
from projections.roll_register.fold import PROJECTION as ROLL_REGISTER
from tests.projections.examples import example_of
from tests.projections.given import GivenBooks, levels, shares
from tests.projections.worked_example import ACCOUNT, FUND, PROJECT, pay, quota, split

LEDGERS = (
    ACCOUNT_DAYBOOK,
    ASSET_LEDGER,
    AUDIT_TRAIL,
    CLAIM_REGISTER,
    FUND_LEDGER,
    GIFT_REGISTER,
    IDLE_MONEY,
    LATE_NOTICES,
    NOTICE_REGISTER,
    PROJECT_LEDGER,
    ROLL_REGISTER,
)

ROLL, GIFT, TOWN, VILLAGE = "HMC1", "JZ1", "511703100", "511703100201"


def regulations() -> Regulations:
    """Some rulebook: money lasts two years; three facts ask for notices."""
    plain: Regulations = example_of(Regulations)
    kind = plain.notice_kinds[0]
    asks = (
        ("allocation_result", "资金分配结果", "fund.allocated", "county", 15, "working_day"),
        ("project_plan", "年度项目计划", "project.approved", "county", 20, "day"),
        ("completion", "竣工公告", "project.acceptance_passed", "village", 10, "day"),
    )
    return replace(
        plain,
        carry_over=replace(plain.carry_over, years=2),
        notice_kinds=tuple(
            replace(kind, code=code, name_zh=zh, name_en=code, duties=(NoticeDuty(after, level, days, unit),))
            for code, zh, after, level, days, unit in asks
        ),
    )


def rules(given: GivenBooks) -> None:
    given.record(
        "rulebook.published",
        "county",
        on=date(2024, 1, 1),
        version=1,
        title="县级规章",
        document_no="达区财〔2024〕1号",
        in_force_from=date(2024, 1, 1),
        regulations=regulations(),
    )
    given.record(
        "calendar.year_published",
        "2024",
        on=date(2024, 1, 1),
        year=2024,
        days_off=(date(2024, 4, 4), date(2024, 4, 5)),
        make_up_days=(date(2024, 4, 7),),
        source="国办发明电〔2023〕7号",
    )


def intake(given: GivenBooks) -> None:
    """From the proposal to the library."""
    given.record(
        "project.proposed",
        PROJECT,
        on=date(2024, 1, 5),
        code=PROJECT,
        name="桥头村道路硬化",
        use="infrastructure",
        kind="works",
        place_code=VILLAGE,
        implementing_unit="交通局",
        proposer_unit="桥头村委会",
        content="硬化村道 3.2 公里",
        beneficiaries="280 户 862 人",
        nature="new",
        estimate_fen=1_000_000_00,
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


def account(given: GivenBooks) -> None:
    given.record(
        "account.opened",
        ACCOUNT,
        on=date(2024, 1, 2),
        code=ACCOUNT,
        name="衔接资金专账",
        mode="special_ledger",
        place_code="511703",
        holder_unit="达川区财政局",
        bank="农商行",
        approval_no="",
        interest_owner="treasury",
    )


def contract(given: GivenBooks) -> None:
    given.record("project.approved", PROJECT, on=date(2024, 3, 2), approval_no="PF1")
    given.record(
        "project.contracted",
        PROJECT,
        on=date(2024, 3, 10),
        contract_no="HT1",
        route="inquiry",
        contractor_id="f-1",
        contractor_name="达川建筑公司",
        price_fen=950_000_00,
        signed_on=date(2024, 3, 10),
        awarded_on=None,
        ends_on=date(2024, 9, 1),
        defect_months=12,
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


def claim(given: GivenBooks) -> None:
    """The advance: claimed, reviewed, approved, paid, sent back by the bank, paid again."""
    given.record("project.claim_opened", PROJECT, on=date(2024, 3, 16), claim_no="BZ1", stage="advance")
    given.record(
        "claim.submitted",
        "BZ1",
        on=date(2024, 3, 16),
        claim_no="BZ1",
        purpose_kind="project",
        purpose_code=PROJECT,
        account_code=ACCOUNT,
        stage="advance",
        amount_fen=288_000_00,
        payee_id="f-1",
        payee_name="达川建筑公司",
        documents=(Document("invoice", "FP1", "c3", 288_000_00, date(2024, 3, 16)),),
    )
    given.record(
        "invoice.used", "FP1", on=date(2024, 3, 16), number="FP1", claim_no="BZ1", amount_fen=288_000_00
    )
    given.record("claim.reviewed", "BZ1", on=date(2024, 3, 18), opinion="资料齐全")
    given.record("claim.approved", "BZ1", on=date(2024, 3, 19), approved_fen=288_000_00, opinion="同意")
    given.record(
        "claim.paid",
        "BZ1",
        on=date(2024, 3, 20),
        payment_no="ZF1",
        account_code=ACCOUNT,
        amount_fen=288_000_00,
    )
    pay(given, 1, "advance", split(288_000_00), date(2024, 3, 20))
    given.record(
        "account.payment_returned",
        ACCOUNT,
        on=date(2024, 3, 21),
        payment_no="ZF1",
        bank_reference="TP1",
        reason="户名不符",
        stage="advance",
        claim_no="BZ1",
        purpose_kind="project",
        purpose_code=PROJECT,
        year=2024,
        budget_code="2130505",
        sources=split(288_000_00),
        amount_fen=288_000_00,
    )
    given.record(
        "claim.payment_returned",
        "BZ1",
        on=date(2024, 3, 21),
        payment_no="ZF1",
        amount_fen=288_000_00,
        reason="户名不符",
    )
    given.record(
        "claim.paid",
        "BZ1",
        on=date(2024, 3, 22),
        payment_no="ZF11",
        account_code=ACCOUNT,
        amount_fen=288_000_00,
    )
    pay(given, 11, "advance", split(288_000_00), date(2024, 3, 22))


def works(given: GivenBooks) -> None:
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
    pay(given, 2, "progress", split(192_000_00), date(2024, 6, 10))
    given.record("project.completed", PROJECT, on=date(2024, 8, 1), report_no="WG1")
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
            level=level,
            form_no=form_no,
            acceptors=("u-4", "u-5"),
            representatives=2,
            verdict="合格",
            last_level=last,
        )
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
    pay(given, 3, "settlement", split(434_031_00), date(2024, 9, 30))


def notice(
    given: GivenBooks, number: str, kind: str, level: str, *, subject: str, first_day_on: date
) -> None:
    given.record(
        "notice.drafted",
        number,
        on=first_day_on,
        notice_no=number,
        kind=kind,
        level=level,
        place_code=VILLAGE if level == "village" else "511703",
        subject=subject,
        title=f"公告{number}",
        fields=(FieldText("supervision_line", "12317"),),
        amounts=(NoticeAmount("总额", 1_000_000_00),),
    )
    given.record(
        "notice.posted",
        number,
        on=first_day_on,
        place_text="公示栏",
        photo_sha256="e5",
        first_day_on=first_day_on,
        closes_on=date(first_day_on.year, first_day_on.month, first_day_on.day + 10),
    )


def completion_notice(given: GivenBooks) -> None:
    """Posted late, objected to, answered, extended, closed."""
    notice(
        given, "GS2", "completion", "village", subject=f"project/{PROJECT}", first_day_on=date(2024, 9, 13)
    )
    given.record(
        "notice.objected",
        "GS2",
        on=date(2024, 9, 15),
        objection_no="Y1",
        objector_id="p-7",
        summary="宽度不足",
        answer_by_on=date(2024, 9, 20),
    )
    given.record(
        "notice.answered", "GS2", on=date(2024, 9, 18), objection_no="Y1", answer="复测合格", upheld=False
    )
    given.record(
        "notice.extended",
        "GS2",
        on=date(2024, 9, 18),
        reason="补充复测结果",
        fields=(FieldText("supervision_line", "12317"), FieldText("result", "复测合格")),
        amounts=(NoticeAmount("总额", 942_300_00),),
        closes_on=date(2024, 9, 28),
    )
    given.record("notice.closed", "GS2", on=date(2024, 9, 29), days_posted=16, objections_count=1)


def roll(given: GivenBooks) -> None:
    """Three lines of 1,000 yuan: one confirmed, one returned and sent again, one returned and cancelled."""
    given.record(
        "roll.drawn_up",
        ROLL,
        roll_no=ROLL,
        project_code="P2",
        account_code=ACCOUNT,
        title="改厕补助",
        period_text="2024年",
        standard_text="每户 1,000 元",
        declared_count=3,
        declared_sum_fen=3_000_00,
        list_sha256="f6",
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


def gift(given: GivenBooks) -> None:
    """20,000 yuan in cash, and 300 barrels of which 193 were handed out."""
    given.record(
        "gift.pledged",
        GIFT,
        gift_no=GIFT,
        donor_id="f-9",
        donor_name="某粮油公司",
        donor_kind="firm",
        amount_fen=32_000_00,
        purpose="慰问困难户",
        place_code=TOWN,
    )
    given.record("gift.cash_received", GIFT, voucher_no="JV1", account_code=ACCOUNT, amount_fen=20_000_00)
    given.record("account.gift_arrived", ACCOUNT, voucher_no="JV1", gift_no=GIFT, amount_fen=20_000_00)
    given.record(
        "gift.goods_received",
        GIFT,
        item="食用油",
        quantity=300,
        unit="桶",
        value_fen=12_000_00,
        evidence_kind="invoice",
        evidence_sha256="a7",
    )
    given.record(
        "gift.goods_handed_out", GIFT, item="食用油", quantity=193, value_fen=7_720_00, list_sha256="b8"
    )


def hand_over(given: GivenBooks) -> None:
    given.record(
        "project.handed_over",
        PROJECT,
        on=date(2024, 10, 8),
        asset_no="ZC1",
        asset_class="public",
        owner_level="village",
        owner="桥头村",
        keeper="桥头村委会",
        value_fen=942_300_00,
        sources=split(942_300_00),
    )
    saving: dict[str, Any] = {"allocation_no": "A1", "voucher_no": "V9", "amount_fen": 47_700_00}
    on = date(2024, 10, 20)
    given.record(
        "fund.surplus_recovered",
        FUND,
        on=on,
        account_code=ACCOUNT,
        sources=levels(central=28_620_00, provincial=19_080_00),
        reason="结余",
        **saving,
    )
    given.record(
        "account.surplus_returned",
        ACCOUNT,
        on=on,
        document_no=FUND,
        purpose_kind="project",
        purpose_code=PROJECT,
        year=2024,
        budget_code="2130505",
        sources=split(47_700_00),
        **saving,
    )
    given.record(
        "account.reconciled",
        ACCOUNT,
        on=date(2024, 10, 31),
        statement_on=date(2024, 10, 31),
        bank_balance_fen=48_200_00,
        ledger_balance_fen=48_269_00,
        matched_count=7,
        statement_sha256="c9",
        differences=(Difference("bank", "SX1", date(2024, 10, 30), -69_00, "手续费"),),
    )
    given.record(
        "asset_register.surveyed",
        "511703",
        on=date(2024, 12, 31),
        survey_no="QC1",
        as_of_on=date(2024, 12, 31),
        cuts=(SurveyCut("nature", (SurveyRow("公益性", 1, 942_300_00),), 942_300_00, 1),),
        rounding_fen=0,
    )


def county_year(given: GivenBooks) -> None:
    rules(given)
    account(given)
    intake(given)
    quota(given)
    notice(given, "GS1", "allocation_result", "county", subject=f"fund/{FUND}", first_day_on=date(2024, 3, 4))
    contract(given)
    claim(given)
    roll(given)
    gift(given)
    works(given)
    completion_notice(given)
    hand_over(given)
