"""编号 (numbers), derived anew: the one key of every record that has a number, however that is spelt."""

import re
import unicodedata

from scripts.verify.journal import Stored
from scripts.verify.papers import Papers
from scripts.verify.subject import Subject

SAME = {"(": "[{〔【〖", ")": "]}〕】〗", "-": "‐–—―−"}
"""What is read as one character: round brackets, and the hyphen."""
ONE_OF = {ord(one): read for read, many in SAME.items() for one in many}
HAO_BEHIND_A_NUMBER = re.compile(r"(\d)号+(?=[^号\d]|$)")


def key_of(number: str) -> str:
    """The key: compatibility forms, case, blanks, brackets, dashes and a 号 behind a number do not count."""
    read = ""
    while read != number:
        read, number = number, unicodedata.normalize("NFKC", number)
        number = unicodedata.normalize("NFKC", number.casefold()).translate(ONE_OF)
        number = HAO_BEHIND_A_NUMBER.sub(r"\1", re.sub(r"\s+", "", number))
    return number


def numbered(fact: Stored, papers: Papers) -> None:
    """A fact that opens a record."""
    row = {
        "position": fact.position,
        "stream": fact.stream,
        "lookup_key": f"{fact.kind}/{key_of(fact.key)}",
    }
    papers.line("number_index", row)


SUBJECT = Subject(
    by_fact={"number_index": ("position",)},
    hears_openings=lambda papers: lambda fact, _place_field: numbered(fact, papers),
)
