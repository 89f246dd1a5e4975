"""逾期未公示页 (page of late notices): duties to disclose that were not met, or met too late."""

from collections.abc import Mapping
from urllib.parse import quote

from api.board.pages.notices import PAGE_OF
from api.board.visit import Visit
from projections.late_notices.query import counts, duties
from projections.project_ledger.overview import project_names

ROWS = 50


def late_list(visit: Visit) -> dict[str, object]:
    """Contents of `late.html`, judged on this day."""
    page = duties(visit.cursor, visit.today, visit.paging(ROWS))
    keys = {duty.subject.partition("/")[2] for duty in page.rows if duty.subject.startswith("project/")}
    projects = project_names(visit.cursor, keys)
    zh = visit.language == "zh"
    return {
        "trail": (("总览" if zh else "Overview", "/board"), ("逾期未公示" if zh else "Late notices", "")),
        "today": visit.today,
        "counts": counts(visit.cursor, visit.today),
        "duties": [(duty, *_subject(duty.subject, projects)) for duty in page.rows],
        "next_path": visit.next_path(page.next_cursor),
    }


def _subject(stream: str, projects: Mapping[str, str]) -> tuple[str, str]:
    """What a duty is about: the name of the project or the business key, and its page where it has one."""
    kind, _, key = stream.partition("/")
    return projects.get(
        key, key
    ) if kind == "project" else key, f"{PAGE_OF[kind]}{quote(key, safe='')}" if kind in PAGE_OF else ""
