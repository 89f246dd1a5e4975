"""经办戳 (stamp): what every fact of one command has in common."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict


class StampFields(TypedDict):
    """The base fields of a fact, ready to be spread into `Stream.record`."""

    effective_on: date
    by: str
    rulebook_version: int


@dataclass(frozen=True)
class Stamp:
    """Who acts, for which business day, judged by which version of the rulebook (0: no rule was needed)."""

    by: str
    effective_on: date
    rulebook_version: int = 0

    @property
    def fields(self) -> StampFields:
        """The base fields of a fact: `self.record(self.Allocated, **stamp.fields, …)`."""
        return {
            "effective_on": self.effective_on,
            "by": self.by,
            "rulebook_version": self.rulebook_version,
        }
