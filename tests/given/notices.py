"""公示 (notices): a notice as it is drafted, as the tests fill it in."""

from typing import Any

from domain.notices.field_text import FieldText
from domain.rulebook.notice_rules import NoticeKind
from tests.domain.project_papers import PLACE
from tests.given.fields import Fields


def a_notice(notice_no: str, kind: str, subject: str, **said: Any) -> Fields:
    """At the village, without texts and amounts unless they are said."""
    return {
        "notice_no": notice_no,
        "kind": kind,
        "level": "village",
        "place_code": PLACE,
        "subject": subject,
        "title": "公示",
        "fields": (),
        "amounts": (),
        **said,
    }


def texts_for(kind: NoticeKind) -> tuple[FieldText, ...]:
    """Every field that the rulebook asks of this kind, filled in."""
    return tuple(FieldText(field.code, f"{field.name_zh}：如实") for field in kind.fields)
