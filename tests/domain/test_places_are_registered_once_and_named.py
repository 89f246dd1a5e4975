"""区划与单位: a file of rows is right or nothing of it is recorded; names change, and nothing is forgotten."""

from dataclasses import replace
from datetime import date

import pytest

from domain.books.books import Books
from domain.places.division import unpadded
from domain.places.refusals import (
    NameNotPrintable,
    NameUnchanged,
    NothingNewInFile,
    PlaceEnded,
    PlaceHoldsOthers,
    PlaceRowsWrong,
    PlaceUnknown,
    SuccessorDoesNotFit,
)
from domain.places.register import Places
from domain.places.rows import DivisionRow, UnitRow
from domain.places.unified_code import is_unified_code
from domain.refusal import OutsideScope
from domain.rules.refusals import DatesOutOfOrder, NothingGiven, PersonalNumber
from tests.domain.project_papers import day
from tests.domain.project_story import Story
from tests.domain.refusing import refused

COUNTY = DivisionRow("511703", "达川区")
TOWN = DivisionRow("511703101", "石桥镇")
VILLAGE = DivisionRow("511703101201", "红星村")
BUREAU = UnitRow("D-XCJ", "达川区乡村振兴局", "office", place_code="511703")
SOURCE = "民政部 2023 年行政区划代码"


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books)


def register(story: Story, *rows: DivisionRow, source: str = SOURCE) -> None:
    story.books.register_divisions(story.act(scope=""), rows=rows, source=source)


def register_units(story: Story, *rows: UnitRow) -> None:
    story.books.register_units(story.act(), rows=rows, source="编办名录")


def places(story: Story) -> Places:
    return story.stream(Places, Places.KEY)


def test_rows_of_any_order_get_their_level_and_parent(story: Story) -> None:
    register(story, VILLAGE, TOWN, COUNTY)
    assert [(row.code, row.level, row.parent_code) for row in places(story).divisions.values()] == [
        ("511703101201", "village", "511703101"),
        ("511703101", "town", "511703"),
        ("511703", "county", ""),
    ]
    assert places(story).name_of("511703101") == "石桥镇"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (DivisionRow("5117031", "石桥镇"), "不是 6、9 或 12 位数字"),
        (DivisionRow("五一一七〇三", "达川区"), "不是 6、9 或 12 位数字"),
        (replace(TOWN, name=" "), "缺名称"),
        (replace(TOWN, level="village"), "应为乡镇级"),
        (replace(TOWN, parent_code="511704"), "应为 511703"),
        (DivisionRow("511704101", "外镇"), "上级 511704 未登记"),
        (replace(TOWN, from_on=day("2024-01-02"), until_on=day("2024-01-01")), "早于起日"),
        (COUNTY, "代码与第 1 条重复"),
    ],
)
def test_one_wrong_row_keeps_the_whole_file_out(story: Story, row: DivisionRow, said: str) -> None:
    with pytest.raises(PlaceRowsWrong, match=said):
        register(story, COUNTY, row)
    with refused(story, PlaceRowsWrong, wrong=1):
        register(story, COUNTY, row)


def test_a_file_that_comes_again_adds_what_is_new_and_only_that(story: Story) -> None:
    register(story, COUNTY, TOWN)
    with refused(story, NothingNewInFile, rows=2, new=0):
        register(story, COUNTY, TOWN)
    before = story.positions()
    register(story, COUNTY, TOWN, VILLAGE)
    assert story.positions() == before + 1
    with refused(story, PlaceRowsWrong, rows="1"):
        register(story, replace(TOWN, name="石桥乡"))


def test_a_unit_has_a_kind_a_place_and_a_code_that_checks(story: Story) -> None:
    register(story, COUNTY)
    firm = UnitRow("F-1", "达州建筑公司", "firm", "91350100M000100Y43", "511703")
    register_units(story, BUREAU, firm)
    assert places(story).units["F-1"] == firm
    for wrong, said in (
        (replace(BUREAU, code="X", kind="ministry"), "单位类别"),
        (replace(BUREAU, code="X", place_code="511703999"), "未登记"),
        (replace(BUREAU, code="X", unified_code="91350100M000100Y44"), "校验不符"),
        (replace(BUREAU, code="X", unified_code="511702198001011077"), "校验不符"),
        (replace(BUREAU, code="Ｋ１"), "半角"),
        (replace(BUREAU, code="X", name="局\n长"), "不可见字符"),
        (replace(BUREAU, code="X", unified_code=firm.unified_code), "与单位 F-1 相同"),
        (replace(BUREAU, code="511703"), "区划代码的写法"),
        (replace(BUREAU, code=""), "须为 1 至 64 字"),
        (replace(BUREAU, code=" D/3 "), "不含斜杠"),
        (replace(BUREAU, code="d-xcj"), "与已登记的 D-XCJ 只是写法不同"),
    ):
        with pytest.raises(PlaceRowsWrong, match=said):
            register_units(story, wrong)
        with refused(story, PlaceRowsWrong, wrong=1):
            register_units(story, wrong)


def test_the_check_character_is_that_of_the_standard() -> None:
    assert is_unified_code("91350100M000100Y43")
    assert not is_unified_code("91350100M000100Y34")
    assert not is_unified_code("91350100m000100y43")
    assert not is_unified_code("91350100M000100Y4")


def test_a_unified_code_of_digits_alone_is_no_bank_card(story: Story) -> None:
    """It passes both checks: that of a unified code, and that of a card."""
    code = next(
        text for text in (f"91511703{number:09d}" for number in range(1_000)) if is_unified_code(text + "0")
    )
    register(story, COUNTY)
    register_units(story, UnitRow("F-2", "某公司", "firm", f"{code}0", "511703"))
    with refused(story, PersonalNumber):
        register_units(story, UnitRow("F-3", "王小明 13800138000", "self_employed"))


IDENTITY = "511702198001011077"


def test_the_number_of_a_person_is_told_by_row_and_column_and_not_repeated(story: Story) -> None:
    register(story, COUNTY)
    rows = (UnitRow("F-1", "某公司", "firm"), UnitRow("F-3", "王小明 13800138000", "self_employed"))
    with pytest.raises(PersonalNumber) as told:
        register_units(story, *rows)
    assert told.value.detail_zh.startswith("第 2 条：“单位名称”中含有手机号")
    assert told.value.detail_en.startswith("Row 2: name holds a mobile number")
    more = replace(COUNTY, code=IDENTITY, line=4), replace(TOWN, name=f"石桥镇{IDENTITY}", line=7)
    with pytest.raises(PersonalNumber) as told:
        story.books.register_divisions(story.act(scope=COUNTY.code), rows=more, source=SOURCE)
    assert told.value.detail_zh.startswith(
        "第 4 行（共 2 行有误，另为第 7 行）：“区划或单位代码”中含有身份证号"
    )
    assert IDENTITY not in str(told.value) + told.value.remedy_zh


def test_numbers_of_persons_stand_among_the_other_faults_of_a_file(story: Story) -> None:
    register(story, COUNTY)
    rows = (
        replace(BUREAU, code=IDENTITY, line=2),
        replace(BUREAU, code="X", unified_code=IDENTITY, line=3),
        replace(BUREAU, code=f"{IDENTITY[:-1]}8/", line=4),
    )
    with refused(story, PlaceRowsWrong, wrong=3, rows="2,3,4"):
        register_units(story, *rows)
    with pytest.raises(PlaceRowsWrong) as told:
        register_units(story, *rows)
    assert "第 2 行：“单位代码”中含有身份证号；第 3 行：统一社会信用代码校验不符" in told.value.detail_zh
    assert "第 4 行：单位代码（共 19 字）须为" in told.value.detail_zh
    assert IDENTITY[:-1] not in str(told.value)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("510000000000", "代码 510000 是省、自治区、直辖市的代码"),
        ("510000", "代码 510000 是省、自治区、直辖市的代码"),
        ("511700000000", "代码 511700 是市、自治州的代码"),
    ],
)
def test_a_province_or_a_prefecture_is_no_county(story: Story, code: str, said: str) -> None:
    with pytest.raises(PlaceRowsWrong, match=said):
        register(story, COUNTY, DivisionRow(code, "上级"))
    with refused(story, PlaceRowsWrong, wrong=1, rows="2"):
        register(story, COUNTY, DivisionRow(code, "上级"))


def test_a_city_without_counties_stands_for_one(story: Story) -> None:
    register(story, DivisionRow("460400000000", "儋州市"))
    assert places(story).divisions["460400"].level == "county"


def test_a_name_changes_with_a_reason_and_a_code_ends(story: Story) -> None:
    register(story, COUNTY, replace(TOWN, from_on=day("2020-01-01")), VILLAGE)
    register_units(story, BUREAU)
    books, act = story.books, story.act()
    books.rename_place(act, code=TOWN.code, name="石桥街道", reason="川府函〔2024〕1号")
    assert places(story).name_of(TOWN.code) == "石桥街道"
    with refused(story, PlaceUnknown, place_code="511703999"):
        books.rename_place(act, code="511703999", name="某镇", reason="川府函〔2024〕1号")
    with refused(story, NothingGiven):
        books.rename_place(act, code=TOWN.code, name="石桥镇", reason=" ")
    with refused(story, NameNotPrintable, name="石桥\u200b镇"):
        books.rename_place(act, code=TOWN.code, name="石桥\u200b镇", reason="川府函〔2024〕1号")
    with refused(story, DatesOutOfOrder, earliest="2019-12-31"):
        books.end_place(act, code=TOWN.code, until_on=day("2019-12-30"), reason="误登")
    with refused(story, PlaceUnknown, place_code="511703102"):
        books.end_place(
            act, code=TOWN.code, until_on=day("2024-06-30"), reason="合并", successor_code="511703102"
        )
    with refused(story, PlaceHoldsOthers, inside=1, first=VILLAGE.code):
        books.end_place(act, code=TOWN.code, until_on=day("2024-06-30"), reason="合并")
    with refused(story, NameUnchanged, name="石桥街道"):
        books.rename_place(act, code=TOWN.code, name="石桥街道", reason="川府函〔2024〕1号")
    for unfit in (VILLAGE.code, BUREAU.code):
        with refused(story, SuccessorDoesNotFit, successor_code=unfit):
            books.end_place(
                act, code=VILLAGE.code, until_on=day("2024-06-30"), reason="合并", successor_code=unfit
            )
    books.end_place(act, code=VILLAGE.code, until_on=day("2024-06-30"), reason="合并")
    books.end_place(act, code=TOWN.code, until_on=day("2024-06-30"), reason="合并")
    with refused(story, PlaceEnded, until_on="2024-06-30", on="2024-06-30"):
        books.end_place(act, code=TOWN.code, until_on=day("2024-06-30"), reason="合并")
    books.end_place(act, code=TOWN.code, until_on=day("2024-12-31"), reason="更正：批文自次年起执行")
    assert places(story).divisions[TOWN.code].until_on == date(2024, 12, 31)


def test_a_file_of_units_comes_again_after_a_village_of_one_has_ended(story: Story) -> None:
    register(story, COUNTY, TOWN, VILLAGE)
    here = replace(BUREAU, place_code=VILLAGE.code)
    register_units(story, here)
    story.books.end_place(story.act(), code=VILLAGE.code, until_on=day("2024-01-31"), reason="合并")
    register_units(story, here, replace(BUREAU, code="D-NYJ", name="达川区农业农村局"))
    assert places(story).name_of("D-NYJ") == "达川区农业农村局"


def test_the_successor_of_an_ending_is_corrected_alone(story: Story) -> None:
    other = DivisionRow("511703102", "罐子镇")
    third = DivisionRow("511703103", "渡市镇")
    register(story, COUNTY, TOWN, other, third)

    def end(successor_code: str, reason: str) -> None:
        story.books.end_place(
            story.act(),
            code=TOWN.code,
            until_on=day("2024-06-30"),
            reason=reason,
            successor_code=successor_code,
        )

    end(other.code, "合并")
    with refused(story, PlaceEnded):
        end(other.code, "合并")
    end(third.code, "更正：并入渡市镇")
    assert places(story).successors == {TOWN.code: third.code}


def test_the_register_is_the_countys(story: Story) -> None:
    with refused(story, OutsideScope):
        story.books.register_divisions(story.act(scope=TOWN.code), rows=(COUNTY,), source=SOURCE)
    with refused(story, OutsideScope, place_code="511704"):
        rows = (COUNTY, DivisionRow("511704", "外县"))
        story.books.register_divisions(story.act(), rows=rows, source=SOURCE)
    register(story, COUNTY)
    register_units(story, BUREAU)
    for code in (COUNTY.code, BUREAU.code):
        with refused(story, OutsideScope, place_code=COUNTY.code, scope="420804"):
            story.books.rename_place(story.act(scope="420804"), code=code, name="改名", reason="误")
    register(story, TOWN)
    named = "记录属于 511703 达川区，您的管辖范围是 511703101 石桥镇。"
    with pytest.raises(OutsideScope, match=named):
        story.books.rename_place(story.act(scope=TOWN.code), code=TOWN.code, name="改名", reason="误")
    with refused(story, NothingGiven):
        register(story, VILLAGE, source="  ")
    with refused(story, NothingGiven):
        register(story)
    with pytest.raises(NothingGiven, match="“名册各行”为空"):
        register(story)


def test_a_division_that_ended_takes_in_nothing_new(story: Story) -> None:
    register(story, COUNTY, replace(TOWN, until_on=day("2023-12-31")))
    with refused(story, PlaceRowsWrong, rows="1"):
        register(story, VILLAGE)
    with refused(story, PlaceRowsWrong, rows="1"):
        register_units(story, replace(BUREAU, place_code=TOWN.code))
    register_units(story, BUREAU)


def test_a_town_of_an_ended_county_stays_out_though_the_file_repeats_the_county(story: Story) -> None:
    ended = replace(COUNTY, until_on=day("2023-12-31"))
    register(story, ended)
    with refused(story, PlaceRowsWrong, wrong=1, rows="2"):
        register(story, ended, TOWN)


def test_places_do_not_follow_each_other_in_a_circle(story: Story) -> None:
    towns = TOWN, DivisionRow("511703102", "罐子镇"), DivisionRow("511703103", "渡市镇")
    register(story, COUNTY, *towns)
    one, two, three = (town.code for town in towns)

    def end(code: str, until_on: str, successor_code: str) -> None:
        story.books.end_place(
            story.act(), code=code, until_on=day(until_on), reason="合并", successor_code=successor_code
        )

    end(one, "2030-06-30", two)
    end(two, "2030-12-31", three)
    with refused(story, SuccessorDoesNotFit, place_code=three, successor_code=one):
        end(three, "2024-06-30", one)


@pytest.mark.parametrize(
    ("padded", "code"),
    [
        ("511703000000", "511703"),
        ("511703101000", "511703101"),
        ("511703000", "511703"),
        ("0" * 12, "000000"),
    ],
)
def test_a_code_of_the_statistics_bureau_is_read_without_its_zeros(padded: str, code: str) -> None:
    assert unpadded(padded) == code
    assert unpadded(code) == code


def test_a_file_of_the_statistics_bureau_is_registered_by_level(story: Story) -> None:
    register(
        story,
        replace(COUNTY, code="511703000000", level="county"),
        replace(TOWN, code="511703101000", parent_code="511703000000"),
        replace(VILLAGE, parent_code="511703101000"),
    )
    assert [(row.code, row.level) for row in places(story).divisions.values()] == [
        (COUNTY.code, "county"),
        (TOWN.code, "town"),
        (VILLAGE.code, "village"),
    ]
    with refused(story, NothingNewInFile, rows=3):
        register(story, COUNTY, TOWN, VILLAGE)
    register_units(story, replace(BUREAU, place_code="511703000000"))
    assert places(story).units[BUREAU.code].place_code == COUNTY.code


def test_two_units_are_not_told_apart_by_letter_case(story: Story) -> None:
    register(story, COUNTY)
    with refused(story, PlaceRowsWrong, wrong=1, rows="2"):
        register_units(story, BUREAU, replace(BUREAU, code="D-xcj", name="达川区农业农村局"))


def test_wrong_rows_of_a_file_are_named_by_their_line(story: Story) -> None:
    with refused(story, PlaceRowsWrong, rows="2,7,7"):
        register(story, replace(TOWN, line=2), replace(TOWN, line=7))
    with pytest.raises(PlaceRowsWrong, match="第 7 行：代码与第 2 行重复"):
        register(story, replace(COUNTY, line=2), replace(COUNTY, line=7))
    with pytest.raises(PlaceRowsWrong, match="第 2 条：代码与第 1 条重复"):
        register(story, COUNTY, COUNTY)


def test_a_row_that_stands_otherwise_is_told_field_by_field(story: Story) -> None:
    register(story, COUNTY, TOWN)
    with pytest.raises(PlaceRowsWrong, match="until_on – → 2024-06-30"):
        register(story, COUNTY, replace(TOWN, until_on=day("2024-06-30")))
    with pytest.raises(
        PlaceRowsWrong, match="区划或单位名称 石桥镇 → 石桥街道；更名的，请办理“区划、单位更名”"
    ):
        register(story, COUNTY, replace(TOWN, name="石桥街道"))


def test_a_padded_code_names_the_division_that_it_pads(story: Story) -> None:
    register(story, COUNTY, TOWN)
    act = replace(story.act(), scope="")
    story.books.rename_place(act, code=f"{TOWN.code}000", name="石桥街道", reason="川府函〔2024〕1号")
    assert places(story).name_of(TOWN.code) == "石桥街道"
    story.books.end_place(act, code=f"{TOWN.code}000", until_on=day("2024-12-31"), reason="并入")
    assert places(story).registered[TOWN.code].until_on == day("2024-12-31")
    with refused(story, OutsideScope):
        story.books.rename_place(
            replace(act, scope="511704"), code=f"{TOWN.code}000", name="石桥镇", reason="误"
        )


@pytest.mark.parametrize("code", [".", ".."])
def test_the_number_of_a_unit_is_no_dots_alone(story: Story, code: str) -> None:
    register(story, COUNTY)
    with refused(story, PlaceRowsWrong):
        register_units(story, UnitRow(code, "财政局", "office"))
