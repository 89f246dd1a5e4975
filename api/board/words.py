"""公示栏用词 (words of the board): codes in the words of the books, as they begin a cell or a heading."""

from api.http.language import Language
from projections.words.labels import label


def word(codes: str, code: str, language: Language) -> str:
    """What a code of the list `codes` is called; a code without a word is its own name."""
    zh, en = label(codes, code)
    return zh if language == "zh" else en[:1].upper() + en[1:]
