"""项目台账, 查询 (project ledger, reading): how far each project is, what it cost and who accepted it."""

from dataclasses import dataclass
from typing import TypeVar

from projections.project_ledger import answers
from projections.reading.paging import Cursor, Page, Paging, read_page, read_row, read_rows

T = TypeVar("T")

_PROJECTS = "SELECT * FROM project_ledger_figures"

# A project that left the library has no targets until it enters again.
_TARGETS = """
SELECT t.* FROM project_ledger_targets t JOIN project_ledger p ON p.code = t.project_code
 WHERE p.code = %(code)s AND p.library_no <> ''
   AND t.position = (SELECT max(position) FROM project_ledger_targets WHERE project_code = %(code)s)
 ORDER BY target_no
"""


@dataclass(frozen=True)
class ProjectFilter:
    """Which projects: `place` is a prefix of the place code, the others match exactly when given."""

    place: str = ""
    phase: str | None = None
    year: int | None = None
    use_code: str | None = None
    document_no: str | None = None


EVERY_PROJECT = ProjectFilter()


def projects(cursor: Cursor, paging: Paging, only: ProjectFilter = EVERY_PROJECT) -> Page[answers.ProjectRow]:
    """The projects by code.  `document_no`: those that plan or hold money of this document.

    Errors: CursorMismatch.
    """
    query = f"""{_PROJECTS} WHERE starts_with(place_code, %(place)s)
        AND (%(phase)s::text IS NULL OR phase = %(phase)s)
        AND (%(year)s::int IS NULL OR plan_year = %(year)s)
        AND (%(use_code)s::text IS NULL OR use_code = %(use_code)s)
        AND (%(document_no)s::text IS NULL OR EXISTS (SELECT FROM project_ledger_sources s
             WHERE s.project_code = project_ledger_figures.code AND s.document_no = %(document_no)s))"""
    filters = {
        "place": only.place,
        "phase": only.phase,
        "year": only.year,
        "use_code": only.use_code,
        "document_no": only.document_no,
    }
    return read_page(cursor, answers.ProjectRow, query, filters, paging, keys=["code"])


def project(cursor: Cursor, code: str) -> answers.Project | None:
    """One project with all its lists; None when nothing of that code was proposed."""
    total = read_row(cursor, answers.ProjectRow, f"{_PROJECTS} WHERE code = %(code)s", {"code": code})
    if total is None:
        return None

    def rows(kind: type[T], table: str, order: str) -> tuple[T, ...]:
        query = f"SELECT * FROM project_ledger_{table} WHERE project_code = %(code)s ORDER BY {order}"
        return tuple(read_rows(cursor, kind, query, {"code": code}))

    return answers.Project(
        total=total,
        sources=rows(answers.ProjectSource, "sources", "document_no, level"),
        targets=tuple(read_rows(cursor, answers.ProjectTarget, _TARGETS, {"code": code})),
        decision_steps=rows(answers.ProjectDecisionStep, "decision_steps", "position, step_no"),
        contracts=rows(answers.ProjectContract, "contracts", "contract_no"),
        measurements=rows(answers.ProjectMeasurement, "measurements", "measured_on, certificate_no"),
        acceptances=rows(answers.ProjectAcceptance, "acceptances", "position"),
        defects=rows(answers.ProjectDefect, "defects", "found_on, level, defect_no"),
        changes=rows(answers.ProjectChange, "changes", "position"),
        payments=rows(answers.ProjectPayment, "payments", "position"),
        claims=rows(answers.ProjectClaim, "claims", "submitted_on, claim_no"),
        notices=rows(answers.ProjectNotice, "notices", "notice_no"),
    )
