"""填写 (filling in): a paper of the tests gives its fields by name, so it goes to the books, over HTTP, or into a fact.

What a builder takes as `said` stands in place of, or beside, what it fills in by itself.
"""

from collections.abc import Iterable
from typing import Any

from domain.money.sources import SourceAmount, SourceShare
from tests.domain.project_papers import CODE
from tests.sources import total

Fields = dict[str, Any]
PROJECT = ("project", CODE)
INDUSTRY: Fields = {"use": "industry", "budget_code": "2130505"}
"""产业发展: a use with its budget code; the papers are for infrastructure unless this is said."""


def money(sources: Iterable[SourceAmount | SourceShare]) -> Fields:
    """The two fields in which a paper says money: its parts and their sum."""
    parts = tuple(sources)
    return {"sources": parts, "amount_fen": total(parts)}


def meant_for(purpose: tuple[str, str]) -> Fields:
    return {"purpose_kind": purpose[0], "purpose_code": purpose[1]}
