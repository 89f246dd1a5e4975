"""What stands before a county's year: some rulebook, a calendar, the places and units."""

from dataclasses import replace
from datetime import date

from domain.rulebook.notice_rules import NoticeDuty
from domain.rulebook.ready.ready import ready_rulebook
from domain.rulebook.regulations import Regulations
from tests.given.rulebooks import a_calendar, a_rulebook
from tests.projections.examples import example_of
from tests.projections.given import GivenBooks

TOWN = "511703100"


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


def places(given: GivenBooks) -> None:
    """A county and its office; the office was renamed, a town ended."""
    for code, name, level, parent in (("511703", "达川区", "county", ""), (TOWN, "石桥镇", "town", "511703")):
        given.record(
            "place.division_registered",
            "county",
            code=code,
            name=name,
            level=level,
            parent_code=parent,
            from_on=date(2000, 1, 1),
            until_on=None,
            source="民政部",
            evidence_sha256="d1",
        )
    given.record(
        "place.unit_registered",
        "county",
        code="D-FP",
        name="达川区扶贫局",
        kind="office",
        unified_code="",
        place_code="511703",
        from_on=None,
        until_on=None,
        source="编办",
        evidence_sha256="",
    )
    given.record("place.renamed", "county", code="D-FP", name="达川区乡村振兴局", reason="机构改革")
    given.record(
        "place.ended",
        "county",
        code=TOWN,
        until_on=date(2024, 12, 31),
        successor_code="",
        reason="撤镇设街道",
    )
