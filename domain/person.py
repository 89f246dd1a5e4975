"""人员代码 (person ids): opaque ids of persons and firms in one spelling; nobody is two by writing otherwise."""

import re
import unicodedata

from domain.keys import LONGEST_KEY
from domain.refusals.person import PersonMisread
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers

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
