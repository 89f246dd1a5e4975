"""公示 (notices): one answers the split, one the acceptance."""

from datetime import date

from domain.notices.field_text import FieldText
from domain.notices.notice_amount import NoticeAmount
from tests.given.notices import a_notice
from tests.projections.given import GivenBooks
from tests.projections.worked_example import FUND, PROJECT
from tests.projections.year.places import VILLAGE


def post_notice(
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


def allocation_notice(given: GivenBooks) -> None:
    post_notice(
        given,
        "GS1",
        "allocation_result",
        "county",
        subject=f"fund/{FUND}",
        first_day_on=date(2024, 3, 4),
        recorded_on=date(2024, 3, 6),
    )


def completion_notice(given: GivenBooks) -> None:
    """Posted late, objected to, answered, extended, closed."""
    post_notice(
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


CHAPTERS = {
    120: allocation_notice,
    180: completion_notice,
}
