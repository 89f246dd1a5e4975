"""公示栏用词 (words of the board): its sections, and the words of codes as they begin a cell or a heading.

The words of codes are those of the books (`projections.words.labels`); English ones begin with a capital here.
"""

from api.http.language import Language
from domain.code import Word
from projections.words.labels import label

SECTIONS: dict[str, Word] = {
    "/board": ("总览", "Overview"),
    "/board/funds": ("资金", "Funds"),
    "/board/projects": ("项目", "Projects"),
    "/board/notices": ("公告", "Notices"),
    "/board/late": ("逾期未公示", "Late notices"),
}
"""The sections of the board by their paths, in the order of the navigation."""


def section_name(path: str, language: Language) -> str:
    """What a section is called."""
    zh, en = SECTIONS[path]
    return zh if language == "zh" else en


def word(codes: str, code: str, language: Language) -> str:
    """What a code of the list `codes` is called; a code without a word is its own name."""
    zh, en = label(codes, code)
    return zh if language == "zh" else en[:1].upper() + en[1:]
