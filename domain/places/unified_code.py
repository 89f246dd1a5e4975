"""统一社会信用代码 (unified code): 18 characters of which the last checks the others.  Source: GB 32100-2015."""

import re

FIGURES = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""What the characters are worth, from 0; I, O, S, V and Z are left out because they read like others."""
SHAPE = re.compile(rf"[{FIGURES}]{{2}}[0-9]{{6}}[{FIGURES}]{{10}}")
"""Who registered it and what it is, the division, the organisation, the check character."""


def is_unified_code(text: str) -> bool:
    """Whether the text is such a code, in capitals and half width, with the right check character."""
    if SHAPE.fullmatch(text) is None:
        return False
    weighed = sum(
        FIGURES.index(figure) * pow(3, place, len(FIGURES)) for place, figure in enumerate(text[:-1])
    )
    return FIGURES[-weighed % len(FIGURES)] == text[-1]
