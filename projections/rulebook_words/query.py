"""规章用语, 查询 (rulebook words, reading): the names of all codes, as the newest rulebook that has them says."""

from collections.abc import Mapping
from dataclasses import dataclass

from projections.reading.paging import Cursor, read_rows


@dataclass(frozen=True)
class RulebookWord:
    """One code and its names; `name_en` is "" where the rulebook gives only the Chinese one.

    list  level, use, scheme, acceptance, notice_kind or notice_field (its code is `kind.field`).
    """

    list: str
    code: str
    name_zh: str
    name_en: str


def names(cursor: Cursor) -> Mapping[tuple[str, str], RulebookWord]:
    """Every name by list and code."""
    query = """SELECT DISTINCT ON (list, code) list, code, name_zh, name_en FROM rulebook_words
        ORDER BY list, code, version DESC"""
    return {(word.list, word.code): word for word in read_rows(cursor, RulebookWord, query, {})}
