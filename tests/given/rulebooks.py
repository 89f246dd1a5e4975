"""规章 (rulebooks): an edition and a year's calendar, as the tests fill them in."""

from datetime import date
from typing import Any

from domain.rulebook.regulations import Regulations
from tests.domain.project_papers import REGULATIONS
from tests.given.fields import Fields


def a_rulebook(regulations: Regulations = REGULATIONS, version: int = 1, **said: Any) -> Fields:
    """In force from 2021, unless said otherwise."""
    return {
        "version": version,
        "title": "规章",
        "document_no": f"县规{version}号",
        "in_force_from": date(2021, 1, 1),
        "regulations": regulations,
        **said,
    }


def a_calendar(year: int = 2024, **said: Any) -> Fields:
    """A year without days off beside its weekends."""
    return {"year": year, "days_off": (), "make_up_days": (), "source": "国办发明电〔2023〕7号", **said}
