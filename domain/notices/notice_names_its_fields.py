"""A notice names every field and amount of its kind and hangs at a level of its kind (公示内容完整)."""

from collections.abc import Iterable, Sequence

from domain.notices.field_text import FieldText
from domain.notices.figure_refusals import NoticeAmountsMissing
from domain.notices.notice_amount import NoticeAmount
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


def notice_names_its_amounts(kind: NoticeKind, subject: str, amounts: Iterable[NoticeAmount]) -> None:
    """Raise NoticeAmountsMissing with every amount of its subject that the kind names and the notice does not.

    What an old paper printed otherwise is named; what it does not print at all is recorded with the reason as well.
    """
    named = {amount.figure for amount in amounts if amount.figure_of == subject}
    missing = [figure for figure in kind.figures if figure not in named]
    if missing:
        raise NoticeAmountsMissing(kind.code, subject, missing)


def notice_hangs_at_its_level(kind: NoticeKind, level: str) -> None:
    """Raise NoticeLevelDiffers when the kind does not hang at this level."""
    if level not in kind.levels:
        raise NoticeLevelDiffers(kind.code, level, kind.levels)
