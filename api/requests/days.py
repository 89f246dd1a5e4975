"""日期 (days): how a day is written in bodies, queries and files, and between which days the books reckon."""

import re
from datetime import date

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
"""Beyond these a day is a typing mistake, and adding days or months to it would leave the calendar."""

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day_from(text: str) -> date | None:
    """Read a day written as 2024-06-30; None when it is none, or not within FIRST_DAY to LAST_DAY."""
    if not _ISO_DAY.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None
