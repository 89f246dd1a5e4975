"""事实不载个人号码: whatever field it stands in, the desk refuses it, and nothing is recorded."""

import pytest

from domain.books.books import Books
from domain.rules.refusals import PersonalNumber
from tests.domain.project_story import Story

PLACES = {
    "code": "ZH-2",
    "name": "专账",
    "mode": "special_ledger",
    "place_code": "511703",
    "holder_unit": "县财政局",
    "bank": "",
    "approval_no": "",
    "interest_owner": "treasury",
}


@pytest.mark.parametrize("field", ["code", "name", "holder_unit", "bank", "approval_no"])
@pytest.mark.parametrize("number", ["13812345678", "１３８ 1234-5678", "11010519491231002X"])
def test_an_account_is_not_opened_with_a_number_of_a_person(books: Books, field: str, number: str) -> None:
    story = Story(books).opens()
    before = story.positions()
    with pytest.raises(PersonalNumber) as refused:
        books.open_account(story.act(), **{**PLACES, field: number})
    assert refused.value.field == field
    assert story.positions() == before
    books.open_account(story.act(), **PLACES)
