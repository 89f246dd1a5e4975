"""规章用语, 查询 (rulebook words, reading): what a code is called by the version that judged, and by the newest."""

from collections.abc import Mapping
from dataclasses import dataclass

from projections.reading.paging import Cursor, read_rows


@dataclass(frozen=True)
class RulebookWord:
    """One code and its names; `name_en` is "" where the rulebook gives only the Chinese one.

    list  level, use, scheme, acceptance, notice_kind, notice_field (its code is `kind.field`) or spending_item.
    """

    list: str
    code: str
    name_zh: str
    name_en: str


@dataclass(frozen=True)
class _VersionsWord:
    list: str
    code: str
    version: int
    name_zh: str
    name_en: str
    is_newest: bool


# Versions mostly repeat each other, so only those are read that say another word than the newest.
_WORDS = """
SELECT list, code, version, name_zh, name_en, version = newest AS is_newest
  FROM (SELECT *, first_value(version) OVER w AS newest, first_value(name_zh) OVER w AS newest_zh,
               first_value(name_en) OVER w AS newest_en
          FROM rulebook_words WINDOW w AS (PARTITION BY list, code ORDER BY version DESC)) words
 WHERE version = newest OR (name_zh, name_en) IS DISTINCT FROM (newest_zh, newest_en)
 ORDER BY list, code, version
"""


class Names:
    """The names of all codes.  What an older version called otherwise keeps that name for the facts it judged."""

    def __init__(
        self,
        newest: Mapping[tuple[str, str], RulebookWord],
        otherwise: Mapping[tuple[str, str, int], RulebookWord],
    ) -> None:
        """Keep the newest word of each code, and those of the versions that say another."""
        self.newest = newest
        self._otherwise = otherwise

    def of(self, listed: str, code: str, version: int) -> RulebookWord | None:
        """What this version of the rulebook calls a code; the newest word where it says the same or nothing."""
        return self._otherwise.get((listed, code, version)) or self.newest.get((listed, code))


NO_NAMES = Names({}, {})
"""Where no ledger was read."""


def names(cursor: Cursor) -> Names:
    """Every name by list and code, and by version where versions differ."""
    newest: dict[tuple[str, str], RulebookWord] = {}
    otherwise: dict[tuple[str, str, int], RulebookWord] = {}
    for row in read_rows(cursor, _VersionsWord, _WORDS, {}):
        word = RulebookWord(row.list, row.code, row.name_zh, row.name_en)
        if row.is_newest:
            newest[row.list, row.code] = word
        else:
            otherwise[row.list, row.code, row.version] = word
    return Names(newest, otherwise)
