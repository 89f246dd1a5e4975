"""规则 (rulebooks): some rulebook, and a calendar."""

from dataclasses import replace
from datetime import date

from domain.rulebook.notice_rules import NoticeDuty
from domain.rulebook.ready.ready import ready_rulebook
from domain.rulebook.regulations import Regulations
from tests.given.rulebooks import a_calendar, a_rulebook
from tests.projections.examples import example_of
from tests.projections.given import GivenBooks


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
        act_limits=(*ready_rulebook("2001-3").act_limits, *ready_rulebook("2021-3").act_limits),
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
        **a_rulebook(regulations(), in_force_from=date(2024, 1, 1)),
    )
    given.record(
        "calendar.year_published",
        "2024",
        on=date(2024, 1, 1),
        **a_calendar(days_off=(date(2024, 4, 4), date(2024, 4, 5)), make_up_days=(date(2024, 4, 7),)),
    )


CHAPTERS = {
    10: rules,
}
