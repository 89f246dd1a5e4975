"""The notice register, and the duties to disclose that are late or missing."""

from datetime import date
from typing import Any

import pytest

from projections.late_notices.fold import PROJECTION as LATE_NOTICES
from projections.late_notices.query import STATES, Duty, counts, duties
from projections.notice_register.query import NoticeFilter, notice, notices
from projections.reading.paging import Paging
from tests.projections.given import GivenBooks
from tests.projections.printed import block, page
from tests.projections.worked_example import FUND, PROJECT
from tests.projections.year.notices import post_notice
from tests.projections.year.rulebooks import rules

ALL = Paging(100)
EVERY_STATE = frozenset(STATES)


def test_a_notice_reads_with_its_days_objections_and_extensions(county: GivenBooks) -> None:
    with county.look() as cursor:
        found = notice(cursor, "GS2")
        assert notice(cursor, "GS9") is None
    assert found is not None
    days = (
        "kind level subject state posted_on closes_on closed_on days_posted objections_count open_objections"
    )
    assert page([found.total], days) == (
        "completion | village | project/P1 | closed | 2024-09-13 | 2024-09-28 | 2024-09-29 | 16 | 1 | 0"
    )
    assert page(found.total.fields, "code text") == block("supervision_line | 12317\nresult | 复测合格")
    assert page(found.total.amounts, "label amount_fen") == "总额 | 942,300.00"
    assert page(
        found.objections, "objection_no objected_on summary answer_by_on answered_on answer upheld"
    ) == ("Y1 | 2024-09-15 | 宽度不足 | 2024-09-20 | 2024-09-18 | 复测合格 | False")
    assert page(found.extensions, "extended_on reason closes_on") == "2024-09-18 | 补充复测结果 | 2024-09-28"


@pytest.mark.parametrize(
    ("only", "found"),
    [
        (NoticeFilter(place="511703100"), ["GS2"]),
        (NoticeFilter(level="county", kind="allocation_result", state="posted"), ["GS1"]),
        (NoticeFilter(subject=f"fund/{FUND}"), ["GS1"]),
        (NoticeFilter(in_force_on=date(2024, 9, 28)), ["GS1", "GS2"]),
        (NoticeFilter(in_force_on=date(2024, 9, 29)), ["GS1"]),
        (NoticeFilter(in_force_on=date(2024, 3, 3)), []),
    ],
)
def test_notices_are_found_by_place_level_kind_subject_and_day(
    county: GivenBooks, only: NoticeFilter, found: list[str]
) -> None:
    with county.look() as cursor:
        assert [row.notice_no for row in notices(cursor, ALL, only).rows] == found


def judged(given: GivenBooks, on: date) -> tuple[Duty, ...]:
    with given.look() as cursor:
        return duties(cursor, on, ALL, states=EVERY_STATE).rows


SHOWN = "kind level raised_on due_on state days_late notice_no posted_on"


def test_duties_are_judged_on_the_day_that_is_asked_for(county: GivenBooks) -> None:
    """Fifteen working days from 1 March pass no holiday here; a posting after the day asked for is not yet known."""
    assert page(judged(county, date(2024, 3, 3)), SHOWN) == block("""
        allocation_result | county | 2024-03-01 | 2024-03-22 | due | 0 | - | -
        project_plan | county | 2024-03-02 | 2024-03-22 | due | 0 | - | -""")
    assert page(judged(county, date(2024, 9, 12)), SHOWN) == block("""
        allocation_result | county | 2024-03-01 | 2024-03-22 | met | 0 | GS1 | 2024-03-06
        project_plan | county | 2024-03-02 | 2024-03-22 | missing | 174 | - | -
        completion | village | 2024-09-01 | 2024-09-11 | missing | 1 | - | -""")
    assert page(judged(county, date(2025, 1, 5)), SHOWN).splitlines()[-1] == (
        "completion | village | 2024-09-01 | 2024-09-11 | late | 2 | GS2 | 2024-09-13"
    )
    with county.look() as cursor:
        assert counts(cursor, date(2025, 1, 5)) == {"missing": 1, "late": 1, "due": 0, "met": 1, "unknown": 0}
        assert [duty.kind for duty in duties(cursor, date(2025, 1, 5), ALL, level="village").rows] == [
            "completion"
        ]


def test_a_page_of_duties_is_filled_across_those_that_are_left_out(county: GivenBooks) -> None:
    with county.look() as cursor:
        first = duties(cursor, date(2025, 1, 5), Paging(1))
        second = duties(cursor, date(2025, 1, 5), Paging(1, first.next_cursor))
    assert [duty.state for duty in (*first.rows, *second.rows)] == ["missing", "late"]


def allocate(given: GivenBooks, on: date, **said: Any) -> None:
    plain: dict[str, Any] = {
        "allocation_no": f"A{given.position}",
        "decision_no": "D",
        "purpose_kind": "project",
        "purpose_code": PROJECT,
        "use": "roads",
        "budget_code": "2130504",
        "sources": (),
        "amount_fen": 0,
    }
    given.record("fund.allocated", FUND, on=on, **plain | said)


def test_working_days_skip_holidays_and_count_make_up_days(given: GivenBooks) -> None:
    """From 25 March 2024: two days off in April, one worked Sunday, so the fifteenth working day is 16 April."""
    rules(given)
    allocate(given, date(2024, 3, 25))
    given.follow(LATE_NOTICES)
    assert page(judged(given, date(2024, 3, 25)), "due_on state") == "2024-04-16 | due"


def test_a_year_without_calendar_leaves_the_day_unknown_until_it_is_published(given: GivenBooks) -> None:
    rules(given)
    allocate(given, date(2024, 12, 25))
    given.follow(LATE_NOTICES)
    shown = "due_on calendar_missing state days_late"
    assert page(judged(given, date(2025, 6, 1)), shown) == "- | 2025 | unknown | -"
    given.record(
        "calendar.year_published",
        "2025",
        year=2025,
        days_off=(date(2025, 1, 1),),
        make_up_days=(),
        source="国务院办公厅",
    )
    given.follow(LATE_NOTICES)
    assert page(judged(given, date(2025, 6, 1)), shown) == "2025-01-16 | - | missing | 136"


def hang(given: GivenBooks, number: str, on: date) -> None:
    post_notice(given, number, "allocation_result", "county", subject=f"fund/{FUND}", first_day_on=on)


def test_one_notice_covers_what_was_raised_before_it_and_nothing_after(given: GivenBooks) -> None:
    rules(given)
    allocate(given, date(2024, 3, 1))
    allocate(given, date(2024, 3, 2))
    hang(given, "GS1", date(2024, 3, 4))
    allocate(given, date(2024, 3, 4))
    allocate(given, date(2024, 5, 6))
    given.follow(LATE_NOTICES)
    assert page(judged(given, date(2024, 5, 10)), "raised_on state notice_no") == block("""
        2024-03-01 | met | GS1
        2024-03-04 | met | GS1
        2024-05-06 | due | -""")


def test_a_notice_that_hung_before_the_fact_is_not_asked_for_again(given: GivenBooks) -> None:
    rules(given)
    hang(given, "GS1", date(2024, 2, 1))
    allocate(given, date(2024, 3, 1))
    given.follow(LATE_NOTICES)
    assert page(judged(given, date(2024, 5, 10)), "raised_on state notice_no posted_on") == (
        "2024-03-01 | met | GS1 | 2024-02-01"
    )


def test_a_report_of_results_that_hung_before_the_acceptance_answers_nothing(given: GivenBooks) -> None:
    rules(given)
    subject = f"project/{PROJECT}"
    post_notice(given, "GS1", "completion", "village", subject=subject, first_day_on=date(2024, 2, 1))
    given.record(
        "project.acceptance_passed",
        PROJECT,
        on=date(2024, 9, 1),
        level="county",
        form_no="YS1",
        acceptors=("u-4",),
        representatives=2,
        verdict="合格",
        last_level=True,
    )
    given.follow(LATE_NOTICES)
    assert page(judged(given, date(2024, 9, 20)), "kind state notice_no") == "completion | missing | -"


def test_a_withdrawn_notice_leaves_its_duty_open_again(given: GivenBooks) -> None:
    rules(given)
    allocate(given, date(2024, 3, 1))
    hang(given, "GS1", date(2024, 3, 4))
    given.record("notice.withdrawn", "GS1", on=date(2024, 3, 5), reason="金额有误")
    given.follow(LATE_NOTICES)
    assert page(judged(given, date(2024, 3, 10)), "state notice_no") == "due | -"
    hang(given, "GS2", date(2024, 3, 11))
    given.follow(LATE_NOTICES)
    assert page(judged(given, date(2024, 3, 12)), "state notice_no") == "met | GS2"


def test_only_the_last_level_of_acceptance_asks_for_the_completion_notice(county: GivenBooks) -> None:
    raised = [duty for duty in judged(county, date(2025, 1, 5)) if duty.kind == "completion"]
    assert [duty.raised_on for duty in raised] == [date(2024, 9, 1)]
