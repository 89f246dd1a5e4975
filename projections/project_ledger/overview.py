"""项目总览 (overview of the projects): how many stand in which phase, where and in which years they are."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from domain.places.division import LEVEL_OF_DIGITS
from projections.reading.paging import Cursor, read_rows


@dataclass(frozen=True)
class PhaseCount:
    """How many projects stand in one phase; `ended` ones are not counted."""

    phase: str
    count: int


def phase_counts(cursor: Cursor) -> tuple[PhaseCount, ...]:
    """The projects that go on, by phase."""
    query = "SELECT phase, count(*)::int AS count FROM project_ledger WHERE NOT ended GROUP BY phase"
    return tuple(read_rows(cursor, PhaseCount, query, {}))


def project_names(cursor: Cursor, codes: Collection[str]) -> Mapping[str, str]:
    """The names of these projects by code; a code that was never proposed is not among them."""
    cursor.execute("SELECT code, name FROM project_ledger WHERE code = ANY(%s)", (list(codes),))
    return dict(cursor.fetchall())


def years_with_projects(cursor: Cursor) -> tuple[int, ...]:
    """The years of all plans, newest first."""
    cursor.execute(
        "SELECT DISTINCT plan_year FROM project_ledger WHERE plan_year IS NOT NULL ORDER BY 1 DESC"
    )
    return tuple(year for (year,) in cursor.fetchall())


def places_with_projects(cursor: Cursor) -> tuple[str, ...]:
    """The place codes of all projects and of the towns and counties around them, ascending."""
    cursor.execute(
        """SELECT DISTINCT left(place_code, digits) FROM project_ledger, unnest(%s) AS digits
            WHERE length(place_code) >= digits ORDER BY 1""",
        (list(LEVEL_OF_DIGITS),),
    )
    return tuple(code for (code,) in cursor.fetchall())
