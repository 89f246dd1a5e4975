"""事实不载个人号码: identity, mobile and card numbers are found; masked ones and document numbers are not."""

import pytest

from domain.refusals.project import PersonalNumber
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers


@pytest.mark.parametrize(
    "text",
    [
        "身份证11010519491231002X",
        "11010519491231002x，本人",
        "电话13800138000",
        "138 0013 8000",
        "卡号6222021234567894",
        "6222 0212 3456 7894",
    ],
)
def test_a_number_of_a_person_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(PersonalNumber) as refusal:
        facts_hold_no_personal_numbers(title="村道", content=text)
    assert refusal.value.field == "content"
    assert not any(character.isdigit() for character in refusal.value.detail_zh)


@pytest.mark.parametrize(
    "text",
    [
        "达市财农〔2024〕3号",
        "110105********002X",
        "110105194912310021",
        "138****8000",
        "举报电话12317，办公室 0818-2651234",
        "行政区划 511703101201",
        "资金7247124.84元，里程2000米",
        "91511703MA6XXXXX0K",
    ],
)
def test_what_is_masked_or_no_number_of_a_person_passes(text: str) -> None:
    facts_hold_no_personal_numbers(content=text)
