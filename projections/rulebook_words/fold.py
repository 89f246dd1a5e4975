"""规章用语, 记账 (rulebook words, folding): each published rulebook says what its codes are called."""

from collections.abc import Iterator

from domain.rulebook.regulations import Regulations
from domain.rulebook.rulebook import Rulebook
from projections.ledger.page import Recorded
from projections.ledger.projection import Projection
from projections.ledger.rows import Rows
from projections.ledger.tables import Row, Table


class Word(Row):
    """The name of one code; `name_en` is "" where the rulebook gives only the Chinese one."""

    list: str
    code: str
    version: int
    name_zh: str = ""
    name_en: str = ""


WORDS = Table("rulebook_words", Word, key=("list", "code", "version"))


def words(version: int, regulations: Regulations) -> Iterator[Word]:
    """All names of one rulebook.  The code of a notice field is `kind.field`, as kinds may share a field."""
    for level in regulations.source_levels:
        yield Word("level", level.code, version, level.name)
    for use in regulations.uses:
        yield Word("use", use.code, version, use.name)
    for scheme in regulations.payment_schemes:
        yield Word("scheme", scheme.code, version, scheme.name)
    for accepted in regulations.acceptance_levels:
        yield Word("acceptance", accepted.code, version, accepted.name)
    for kind in regulations.notice_kinds:
        yield Word("notice_kind", kind.code, version, kind.name_zh, kind.name_en)
        for field in kind.fields:
            yield Word("notice_field", f"{kind.code}.{field.code}", version, field.name_zh, field.name_en)
    for item in regulations.spending_items:
        yield Word("spending_item", item.code, version, item.name_zh, item.name_en)
    for pool in regulations.pools:
        yield Word("pool", pool.code, version, pool.name_zh, pool.name_en)


def published(recorded: Recorded, rows: Rows) -> None:
    """Keep the names of a new rulebook beside those of the earlier ones."""
    fact: Rulebook.Published = recorded.fact
    for word in words(fact.version, fact.regulations):
        row = rows.at(WORDS, (word.list, word.code, word.version))
        row.name_zh, row.name_en = word.name_zh, word.name_en


PROJECTION = Projection("rulebook_words", (WORDS,), {"rulebook.published": published})
