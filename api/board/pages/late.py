"""逾期未公示页 (page of late notices): duties to disclose that were not met, or met too late."""

from collections.abc import Mapping

from api.board.addresses import page_of
from api.board.visit import Visit
from projections.late_notices.query import counts, duties
from projections.project_ledger.overview import project_names

ROWS = 50


def late_list(visit: Visit) -> dict[str, object]:
    """Contents of `late.html`, judged on this day."""
    page = duties(visit.cursor, visit.today, visit.paging(ROWS))
    keys = {duty.subject.partition("/")[2] for duty in page.rows if duty.subject.startswith("project/")}
    projects = project_names(visit.cursor, keys)
    return {
        "trail": visit.trail("/board/late"),
        "today": visit.today,
        "counts": counts(visit.cursor, visit.today),
        "duties": [(duty, _name_of(duty.subject, projects), page_of(duty.subject)) for duty in page.rows],
        "next_path": visit.next_path(page.next_cursor),
    }


def _name_of(stream: str, projects: Mapping[str, str]) -> str:
    """What a duty is about: the name of the project, or the business key."""
    kind, _, key = stream.partition("/")
    return projects.get(key, key) if kind == "project" else key
