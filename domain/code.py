"""代码 (code): what facts and ledgers store for a kind, a stage or a state, with its one word in each language.

Each subject declares its codes in `<subject>/codes.py`.  Whatever prints a code reads its word there.  A member is
text: what was stored is compared with the member itself.  Facts and ledgers hold the plain text of a code (`code`,
`texts`), never a member; a fold that runs for every fact binds it to a name once.  A rulebook declares codes of its own
(uses, kinds of notice, payment schemes) and brings the words for them.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Self

Word = tuple[str, str]
"""What something is called: 简体中文, English."""


class Code(StrEnum):
    """A closed list of codes.  A member is its stored text, `code` that text alone; `word` is what people call it."""

    code: str
    zh: str
    en: str

    def __new__(cls, code: str, zh: str, en: str) -> Self:
        """Declare a code with its word, in English as it stands inside a sentence and without an article."""
        member = str.__new__(cls, code)
        member._value_ = member.code = code
        member.zh, member.en = zh, en
        return member

    @classmethod
    def of(cls, code: str) -> Self:
        """Give the member of a stored code.  KeyError for one that is not declared."""
        return cls[code.upper()]

    @classmethod
    def word_of(cls, code: str) -> Word:
        """Give what a stored code is called; the code itself where it is not declared."""
        member = cls._value2member_map_.get(code)
        return member.word if isinstance(member, cls) else (code, code)

    @property
    def word(self) -> Word:
        """What the code is called."""
        return self.zh, self.en


def texts(codes: Iterable[Code]) -> tuple[str, ...]:
    """Give the codes as facts store them, in the order of their declaration."""
    return tuple(member.code for member in codes)
