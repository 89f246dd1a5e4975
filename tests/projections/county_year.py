"""A county's year as facts: one document, one road to its retention, one roll, one gift, some notices.

The money is that of the trade's worked example (60:40, advance 30%, retention 3%), with a payment that the bank sent
back and was paid again, so every ledger has something to show.
"""

from datetime import date
from typing import Any

from domain.accounts.statement import Difference
from domain.assets.asset_register import SurveyCut, SurveyRow
from domain.notices.field_text import FieldText
from domain.notices.notice_amount import NoticeAmount
from domain.rolls.values import ReturnedLine
from projections.ledger.projection import every_projection
from tests.given.accounts import an_account, an_entry
from tests.given.gifts import a_pledge, some_oil
from tests.given.notices import a_notice
from tests.given.rolls import a_roll
from tests.projections import worked_example as example
from tests.projections.county_offices import budget, integration, passing_down, reports
from tests.projections.county_road import VILLAGE, claim, contract, intake, works
from tests.projections.county_rules import TOWN, places, rules
from tests.projections.given import GivenBooks
from tests.projections.worked_example import ACCOUNT, FUND, PROJECT, quota, recover_saving, split
from tests.sources import shares

LEDGERS = every_projection()

ROLL, GIFT = "HMC1", "JZ1"


def account(given: GivenBooks) -> None:
    given.record(
        "account.opened",
        ACCOUNT,
        on=date(2024, 1, 2),
        **an_account(ACCOUNT, holder_unit="达川区财政局", bank="农商行"),
    )


def notice(
    given: GivenBooks,
    number: str,
    kind: str,
    level: str,
    *,
    subject: str,
    first_day_on: date,
    recorded_on: date | None = None,
) -> None:
    given.record(
        "notice.drafted",
        number,
        on=first_day_on,
        **a_notice(
            number,
            kind,
            subject,
            level=level,
            place_code=VILLAGE if level == "village" else "511703",
            title=f"公告{number}",
            fields=(FieldText("supervision_line", "12317"),),
            amounts=(NoticeAmount("总额", 1_000_000_00),),
        ),
    )
    given.record(
        "notice.posted",
        number,
        on=first_day_on,
        place_text="公示栏",
        photo_sha256="e5",
        first_day_on=first_day_on,
        closes_on=date(first_day_on.year, first_day_on.month, first_day_on.day + 10),
        recorded_on=recorded_on,
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


def gift(given: GivenBooks) -> None:
    """20,000 yuan in cash, and 300 barrels of which 193 were handed out."""
    given.record(
        "gift.pledged",
        GIFT,
        **a_pledge(GIFT, 32_000_00, donor_id="f-9", donor_name="某粮油公司", place_code=TOWN),
    )
    given.record("gift.cash_received", GIFT, voucher_no="JV1", account_code=ACCOUNT, amount_fen=20_000_00)
    given.record("account.gift_arrived", ACCOUNT, voucher_no="JV1", gift_no=GIFT, amount_fen=20_000_00)
    given.record("gift.goods_received", GIFT, **some_oil(300, 12_000_00, evidence_sha256="a7"))
    given.record(
        "gift.goods_handed_out", GIFT, item="食用油", quantity=193, value_fen=7_720_00, list_sha256="b8"
    )


def hand_over(given: GivenBooks) -> None:
    example.hand_over(given, owner="桥头村", keeper="桥头村委会")
    recover_saving(given)
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


def transfer(given: GivenBooks) -> None:
    """A transfer of the project's money that its sender withdrew; its accounts are as if it had not been."""
    given.record(
        "transfer.sent",
        "DB1",
        on=date(2024, 3, 11),
        transfer_no="DB1",
        decision_no="调1",
        from_account_code=ACCOUNT,
        to_account_code="zh02",
        document_no=FUND,
        allocation_no="A1",
        voucher_no="DC1",
        **an_entry(split(1_000_00)),
    )
    given.record("transfer.withdrawn", "DB1", on=date(2024, 3, 12), reason="账户有误")


def county_year(given: GivenBooks) -> None:
    rules(given)
    account(given)
    intake(given)
    quota(given)
    passing_down(given)
    integration(given)
    reports(given)
    budget(given)
    notice(
        given,
        "GS1",
        "allocation_result",
        "county",
        subject=f"fund/{FUND}",
        first_day_on=date(2024, 3, 4),
        recorded_on=date(2024, 3, 6),
    )
    contract(given)
    claim(given)
    roll(given)
    gift(given)
    works(given)
    completion_notice(given)
    hand_over(given)
    places(given)
    transfer(given)
