"""故事的一步 (a step of the story): one request that the reference shows as an example, on its business day."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from projections.access.roles import Role

Said = Mapping[str, Any]

PERSONS: Mapping[Role, str] = {
    Role.RECORDER: "u-101",
    Role.APPROVER: "u-103",
    Role.PAYER: "u-104",
    Role.PUBLISHER: "u-105",
    Role.ADMINISTRATOR: "u-106",
    Role.ACCEPTOR: "u-301",
}
"""Who acts for each role, where a step names nobody else."""

REVIEWER, SECOND_ADMINISTRATOR, APPRAISER, SECOND_APPROVER = "u-102", "u-107", "u-108", "u-109"
SECOND_PAYER, TOWN_ACCEPTOR, COUNTY_ACCEPTOR = "u-110", "u-302", "u-303"
"""The other persons of the county: four eyes need two of them for one role."""

COUNTY, TOWN, VILLAGE, MERGED_VILLAGE = "511703", "511703101", "511703101201", "511703101202"
ROAD, HOUSEHOLDS, GIVEN_UP = "XM-2025-017", "XM-2025-021", "XM-2025-022"
"""The projects: a road to its retention, subsidies to households, and one that is given up."""
HOUSEHOLDS_ALLOCATION = "FP-2025-013"
"""The allocation to the households, which more than one chapter names."""


@dataclass(frozen=True)
class Step:
    """One request.

    operation     the command of `api/subjects/` that is asked for.
    effective_on  the business day.
    said          fields of the body and keys of the path; a field that must be there and is not said has the example of
                  its declaration.
    by            who acts, where it is not the usual person of the role.
    file          the body, where it is no JSON object; what is said then stands in the query.
    """

    operation: str
    effective_on: str
    said: Said
    by: str = ""
    file: str = ""


def step(operation: str, effective_on: str, *, by: str = "", file: str = "", **said: Any) -> Step:
    """Write a step: the command and its day, then what it says."""
    return Step(operation, effective_on, said, by, file)


def money(**fen_by_level: int) -> Said:
    """Say an amount and its sources: so many fen of each source level."""
    sources = [{"level": level, "amount_fen": fen} for level, fen in fen_by_level.items()]
    return {"sources": sources, "amount_fen": sum(fen_by_level.values())}


def texts(**text_by_code: str) -> list[Said]:
    """Say the fields of a notice by their codes."""
    return [{"code": code, "text": text} for code, text in text_by_code.items()]
