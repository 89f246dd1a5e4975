"""A notice names every field of its kind and hangs at a level of its kind (公示内容完整)."""

from collections.abc import Sequence

from domain.notices.field_text import FieldText
from domain.notices.refusals import NoticeFieldsMissing, NoticeLevelDiffers
from domain.rulebook.notice_rules import NoticeKind
from domain.rules.refusals import NumberUsedTwice


def notice_names_its_fields(kind: NoticeKind, fields: Sequence[FieldText]) -> None:
    """Raise NumberUsedTwice for a field given twice, NoticeFieldsMissing with every field that is missing or empty."""
    filled: set[str] = set()
    for field in fields:
        if field.code in filled:
            raise NumberUsedTwice("fields", field.code)
        if field.text.strip():
            filled.add(field.code)
    missing = [
        (field.code, field.name_zh, field.name_en) for field in kind.fields if field.code not in filled
    ]
    if missing:
        raise NoticeFieldsMissing(kind.code, missing)


def notice_hangs_at_its_level(kind: NoticeKind, level: str) -> None:
    """Raise NoticeLevelDiffers when the kind does not hang at this level."""
    if level not in kind.levels:
        raise NoticeLevelDiffers(kind.code, level, kind.levels)
