"""行政区划代码 (division codes): 6 digits are a county, 9 a town, 12 a village; each begins with the code around it.

Statistics bureaus write every division in 12 digits (统计用区划代码), those of a county and a town with zeros behind.
"""

from domain.code import Word
from domain.rules.codes import Tier
from domain.rules.county_matters_are_the_countys import COUNTY_DIGITS

LEVEL_OF_DIGITS = {COUNTY_DIGITS: Tier.COUNTY, 9: Tier.TOWN, 12: Tier.VILLAGE}
DIGITS_AROUND = dict(zip(LEVEL_OF_DIGITS, (0, *LEVEL_OF_DIGITS), strict=False))
"""How many digits of a code are those of the division around it."""


CITIES_WITHOUT_COUNTIES = frozenset({"441900", "442000", "460400", "620200"})
"""东莞、中山、儋州、嘉峪关: cities that hold towns and no county, so their code stands for one.  Source: GB/T 2260."""


def above_county(code: str) -> Word | None:
    """What a code of six digits belongs to that is more than a county, by its zeros; None for a county and below."""
    if len(code) != COUNTY_DIGITS or not code.endswith("00") or code in CITIES_WITHOUT_COUNTIES:
        return None
    return ("省、自治区、直辖市", "a province") if code.endswith("0000") else ("市、自治州", "a prefecture")


def unpadded(code: str) -> str:
    """Give the code without the zeros that fill it up: `511703100000` is the town `511703100`.

    No town and no village has a number of zeros only.  What is no division code stays as it is.
    """
    if level_of(code) is None:
        return code
    around = parent_of(code)
    return unpadded(around) if around and not code[len(around) :].strip("0") else code


def level_of(code: str) -> str | None:
    """Give the level of a division code as facts store it; None when the text is none."""
    level = LEVEL_OF_DIGITS.get(len(code)) if code.isascii() and code.isdigit() else None
    return None if level is None else level.code


def parent_of(code: str) -> str:
    """Give the code of the division around this one; "" around a county."""
    return code[: DIGITS_AROUND[len(code)]]
