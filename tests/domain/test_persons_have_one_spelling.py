"""A person has one spelling, so four eyes cannot be evaded by writing the same id otherwise."""

import pytest

from domain.person import PersonMisread, person_id
from domain.rules.refusals import PersonalNumber


@pytest.mark.parametrize(
    "written", ["u-17", "U-17", "u-17 ", "\u00a0u-17", "\uff35\uff0d\uff11\uff17", "\u3000u-17"]
)
def test_every_way_of_writing_an_id_gives_the_same_person(written: str) -> None:
    assert person_id(written, "person_id") == "u-17"


@pytest.mark.parametrize(
    "written",
    ["", "   ", "\u5f20\u4e09", "u 17", "u-\u200b17", "\u0443-17", "-17", "u/17", "u\n17", "u" * 65],
)
def test_what_is_no_id_is_refused(written: str) -> None:
    with pytest.raises(PersonMisread) as refused:
        person_id(written, "payee_id")
    assert refused.value.field == "payee_id"


@pytest.mark.parametrize(
    "written",
    [
        "11010519491231002X",
        "13812345678",
        "\uff11\uff13\uff18\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18",
    ],
)
def test_the_number_of_a_document_or_telephone_is_no_id(written: str) -> None:
    with pytest.raises(PersonalNumber):
        person_id(written, "payee_id")
