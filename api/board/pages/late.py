"""逾期未公示页 (page of late notices): duties to disclose that were not met, or met too late."""

from collections.abc import Mapping

from api.board.section import Section
from api.board.visit import Contents, Visit
from domain.projects.project import Project
from projections.late_notices.query import counts, duties
from projections.project_ledger.overview import project_names

SECTION = Section("/board/late", ("逾期未公示", "Late notices"), order=50)
ROWS = 50


def late_list(visit: Visit) -> Contents:
    """Contents of `late.html`, judged on this day."""
    page = duties(visit.cursor, visit.today, visit.paging(ROWS))
    keys = {duty.subject.partition("/")[2] for duty in page.rows if duty.subject.startswith("project/")}
    projects = project_names(visit.cursor, keys)
    return {
        "trail": visit.trail(SECTION),
        "today": visit.today,
        "counts": counts(visit.cursor, visit.today),
        "duties": [
            (duty, _name_of(duty.subject, projects), visit.page_of(duty.subject)) for duty in page.rows
        ],
        "next_path": visit.next_path(page.next_cursor),
    }


def _name_of(stream: str, projects: Mapping[str, str]) -> str:
    """What a duty is about: the name of the project, or the business key."""
    kind, _, key = stream.partition("/")
    return projects.get(key, key) if kind == Project.KIND else key


LISTING = (SECTION.sheet("late.html", "cursor"), late_list)
