"""人员代码 (person ids): opaque ids of persons and firms in one spelling; nobody is two by writing otherwise."""

import re
import unicodedata

from domain.code import Word
from domain.keys import LONGEST_KEY
from domain.refusal import Refusal
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers


class PersonMisread(Refusal):
    """The text cannot be the id of a person (人员代码不合规范)."""

    code = "person_misread"
    title_zh, title_en = "人员代码不合规范", "Not a usable person id"
    shows = ("given:escaped",)  # what cannot be seen may be what is wrong
    field: str
    given: str
    where: Word = ("", "")  # the line of a list

    says_zh = (
        "{where:zh}“{field:label}”为“{given:escaped}”，"
        "人员代码只含字母、数字和 . _ : -，以字母或数字开头，至多 64 个字符。"
    )
    says_en = (
        "{where:en}{field} is “{given:escaped}”; a person id holds letters, digits and . _ : - only, begins with a "
        "letter or digit and has at most 64 characters."
    )
    remedy_zh = "请填人员代码（如 u-17），不要填姓名或证件号码。"
    remedy_en = "Give the id of the person, such as u-17; not a name, not the number of a document."


_PERSON = re.compile(rf"[a-z0-9][a-z0-9._:-]{{0,{LONGEST_KEY - 1}}}")


def person_id(text: str, field: str) -> str:
    """Give the id in its one spelling: without outer blanks, half-width (NFKC), in small letters.

    Four eyes compare these spellings, so `U-17`, `u-17 ` and full-width `ｕ－１７` are all `u-17`.

    Raises PersonMisread when it then is no `[a-z0-9][a-z0-9._:-]{0,63}`, PersonalNumber when it holds the number of a
    document, telephone or card, in that order.
    """
    spelt = unicodedata.normalize("NFKC", text).strip().casefold()
    if _PERSON.fullmatch(spelt) is None:
        raise PersonMisread(field, text[:LONGEST_KEY])
    facts_hold_no_personal_numbers(**{field: spelt})
    return spelt
