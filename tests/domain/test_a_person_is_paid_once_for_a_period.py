"""重复发放: the same persons, project and period stand on one roll only, unless the rulebook allows several."""

from dataclasses import replace
from datetime import date
from time import perf_counter

import pytest

from domain.books.books import Books
from domain.rolls.paid_period import PaidPeriod, paid_period, period_as_recorded
from domain.rolls.refusals import PaidAgainWithoutReason, PaidPeriodMisread, PersonsPaidTwice
from domain.rolls.roll import Roll
from domain.rolls.values import RollLine
from domain.rulebook.payment_rules import PaidAgain
from tests.domain.project_papers import REGULATIONS, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.domain.roll_story import FIFTY, approve, draw_up, household_story, line, post_and_close


@pytest.fixture
def story(books: Books) -> Story:
    return household_story(books)


@pytest.mark.parametrize(
    ("code", "spellings"),
    [
        (
            "2024",
            (
                "2024",
                "2024年",
                " ２０２４ 年度",
                "2024年第一批",
                "2024第1批",
                "2024年1月至12月",
                "2024-01-01/2024-12-31",
            ),
        ),
        (
            "2024-H1",
            ("2024年上半年", "2024-H1", "2024h1", "2024年1-6月", "2024年1月—6月", "2024.01.01—2024.06.30"),
        ),
        (
            "2024-Q3",
            ("2024年第三季度", "2024年3季度", "2024年三季度（第二批）", "2024-Q3", "2024年7月至2024年9月"),
        ),
        (
            "2024-03",
            ("2024年3月", "2024年03月份", "2024-03", "2024.3", "2024 年 3 月"),
        ),
        ("2024-T1", ("2024年春季学期", "2024年春季", "2023-2024学年第二学期", "2024-T1")),
        ("2024-T2", ("2024年秋季学期", "2024—2025学年秋季学期", "2024-2025学年上学期")),
        ("2024-09-01/2025-08-31", ("2024-2025学年", "2024年9月至2025年8月")),
        ("2024-03-01/2024-05-15", ("2024年3月1日至5月15日", "2024-03-01/2024-05-15", "2024.3.1～2024.5.15")),
        ("2024-02-29/2024-02-29", ("2024年2月29日",)),
    ],
)
def test_one_period_has_one_code_however_spelt(code: str, spellings: tuple[str, ...]) -> None:
    assert {spelling: paid_period(spelling).code for spelling in spellings} == dict.fromkeys(spellings, code)
    assert paid_period(code).code == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "二月",
        "第一批",
        "2024年13月",
        "2024年2月30日",
        "2024年6月至3月",
        "2024至2025至2026",
        "0000",
        "明年",
    ],
)
def test_what_says_no_period_is_refused_with_how_to_write_it(story: Story, text: str) -> None:
    with pytest.raises(PaidPeriodMisread):
        paid_period(text)
    with refused(story, PaidPeriodMisread, given=text):
        draw_up(story, period_text=text)


def test_a_month_overlaps_its_quarter_its_year_and_its_term() -> None:
    march = paid_period("2024年3月")
    for other in ("2024年", "2024年一季度", "2024年上半年", "2024年春季学期", "2024年3月31日至5月1日"):
        assert march.overlaps(paid_period(other)), other
        assert paid_period(other).overlaps(march), other
    for other in ("2023年", "2024年4月", "2024年二季度", "2024年秋季学期"):
        assert not march.overlaps(paid_period(other)), other


def test_old_words_that_say_no_period_replay_and_equal_only_themselves() -> None:
    old = period_as_recorded("", "春节前")
    assert old == PaidPeriod("春节前", date.max, date.min)
    assert old.overlaps(period_as_recorded("", " 春节前"))
    assert not old.overlaps(paid_period("2024"))
    assert period_as_recorded("", "2024年").code == "2024"


def test_the_same_persons_for_the_same_time_are_refused_with_both_rolls_and_lines(story: Story) -> None:
    draw_up(story, period_text="2024年上半年")
    both = {"roll_no": "FF-2", "other_roll_no": "FF-1", "period": "2024-03", "other_period": "2024-H1"}
    with refused(story, PersonsPaidTwice, **both, count=2, persons="p-8,p-7"):
        draw_up(
            story,
            (line(1, person="p-8"), line(2, person="p-99"), line(3, person="p-7")),
            roll_no="FF-2",
            period_text="2024年3月",
        )
    with refused(story, PersonsPaidTwice, count=50):
        draw_up(story, roll_no="FF-2", period_text="2024", again_reason="再发")
    draw_up(story, roll_no="FF-2", period_text="2024年下半年")
    draw_up(story, (line(1, person="p-99"),), roll_no="FF-3", period_text="2024年上半年")


def test_where_the_rulebook_allows_several_each_further_roll_says_why(story: Story) -> None:
    use = story.project.use
    regulations = replace(REGULATIONS, paid_again=(PaidAgain(use, "县规2号第三条"),))
    story.publishes_again(regulations, in_force_from=day("2021-01-01"), on=day("2024-01-03"))
    draw_up(story)
    with refused(story, PaidAgainWithoutReason, other_roll_no="FF-1"):
        draw_up(story, roll_no="FF-2", again_reason=" ")
    draw_up(story, roll_no="FF-2", again_reason="受灾后追加")
    recorded = next(iter(story.books.events.get(Roll.id_of("FF-2"))))
    assert isinstance(recorded, Roll.DrawnUp)
    assert (recorded.again_reason, recorded.period) == ("受灾后追加", "2024")


def test_two_drafts_of_before_the_rule_are_not_both_approved(story: Story) -> None:
    draw_up(story, FIFTY[:2])
    draw_up(story, FIFTY[2:4], roll_no="FF-2")
    for roll_no in ("FF-1", "FF-2"):
        post_and_close(story, roll_no, f"GS-{roll_no}")
    approve(story)
    # As an old draft stands in the books: one of its persons is on the first roll too.
    story.books.streams.at(Roll, Roll.id_of("FF-2")).lines[3].person_id = "p-2"
    with refused(story, PersonsPaidTwice, other_roll_no="FF-1", count=1, persons="p-2"):
        approve(story, "FF-2")


def test_twenty_thousand_persons_are_compared_in_a_moment(story: Story) -> None:
    lines = tuple(RollLine(n, f"p-{n}", 1, 1, 1) for n in range(1, 20_001))
    draw_up(story, lines, period_text="2024年12月")
    began = perf_counter()
    with refused(story, PersonsPaidTwice, count=20_000):
        draw_up(story, lines, roll_no="FF-2", period_text="2024年第四季度")
    assert perf_counter() - began < 2
