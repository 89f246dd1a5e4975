"""项目页 (pages of projects): the list with its filters, and one project from proposal to released retention."""

from urllib.parse import quote

from api.board.bars import segments
from api.board.section import Section
from api.board.visit import Contents, NotOnTheBoard, QuestionNotUnderstood, Visit
from domain.projects.codes import REACHED
from domain.projects.project import Project as ProjectStream
from domain.rolls.roll import Roll
from projections.notice_register.posted import posted_notices
from projections.project_ledger.overview import places_with_projects, years_with_projects
from projections.project_ledger.query import ProjectFilter, project, projects
from projections.project_ledger.timeline import timeline
from projections.reading.paging import Paging
from projections.roll_register.query import rolls
from projections.source_of_money.query import project_sources

SECTION = Section("/board/projects", ("项目", "Projects"), order=30, stream=ProjectStream.KIND)
ROWS = 30
STEPS = 60
EVERYTHING = Paging(100)


def project_list(visit: Visit) -> Contents:
    """Contents of `projects.html`; filters `place` (a prefix of its code), `phase`, `year`."""
    place, phase, year = visit.asked("place") or "", visit.asked_choice("phase", REACHED), visit.asked_year()
    if not (place == "" or (place.isascii() and place.isdigit())):
        raise QuestionNotUnderstood(place)
    page = projects(visit.cursor, visit.paging(ROWS), ProjectFilter(place=place, phase=phase, year=year))
    return {
        "trail": visit.trail(SECTION),
        "place": place,
        "phase": phase,
        "year": year,
        "place_choices": [
            (code, visit.places.full_name(code)) for code in places_with_projects(visit.cursor)
        ],
        "phase_choices": REACHED,
        "years": years_with_projects(visit.cursor),
        "projects": page.rows,
        "next_path": visit.next_path(page.next_cursor),
    }


def one_project(visit: Visit, code: str) -> Contents:
    """Contents of `project.html`.  Raises NotOnTheBoard."""
    found = project(visit.cursor, code)
    if found is None:
        raise NotOnTheBoard(code)
    sources = project_sources(visit.cursor, code)
    paid_out = rolls(visit.cursor, EVERYTHING, project_code=code).rows
    subjects = [ProjectStream.id_of(code), *(Roll.id_of(row.roll_no) for row in paid_out)]
    steps = timeline(visit.cursor, code, visit.paging(STEPS))
    where = [
        (visit.places.name(outer), f"{SECTION.path}?place={quote(outer)}")
        for outer in visit.places.around(found.total.place_code)
    ]
    return {
        "trail": visit.trail(SECTION, *where, (found.total.name, "")),
        "project": found,
        "sources": sources,
        "bars": [
            (
                *segments([("idle", source.arrived_fen)], source.planned_fen),
                *segments([("paid", source.paid_fen)], source.planned_fen),
            )
            for source in sources
        ],
        "rolls": paid_out,
        "notices": posted_notices(visit.cursor, EVERYTHING, subjects=subjects).rows,
        "timeline": steps.rows,
        "next_path": visit.next_path(steps.next_cursor),
    }


LISTING = (SECTION.sheet("projects.html", "place", "phase", "year", "cursor"), project_list)
RECORD = (SECTION.sheet("project.html", "cursor"), one_project)
