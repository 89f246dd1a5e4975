"""行政区划代码 (division codes): 6 digits are a county, 9 a town, 12 a village; each begins with the code around it."""

from domain.rules.codes import Tier

LEVEL_OF_DIGITS = {6: Tier.COUNTY, 9: Tier.TOWN, 12: Tier.VILLAGE}
DIGITS_AROUND = dict(zip(LEVEL_OF_DIGITS, (0, *LEVEL_OF_DIGITS), strict=False))
"""How many digits of a code are those of the division around it."""


def level_of(code: str) -> str | None:
    """Give the level of a division code as facts store it; None when the text is none."""
    level = LEVEL_OF_DIGITS.get(len(code)) if code.isascii() and code.isdigit() else None
    return None if level is None else level.code


def parent_of(code: str) -> str:
    """Give the code of the division around this one; "" around a county."""
    return code[: DIGITS_AROUND[len(code)]]
