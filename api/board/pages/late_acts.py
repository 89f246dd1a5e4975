"""逾期事项页 (page of late acts): what the law wants done by a day and was not, or later, each with its article."""

from api.board.section import Section
from api.board.visit import Contents, Visit
from domain.fact import called
from projections.late_acts.query import acts, counts

SECTION = Section("/board/late-acts", ("逾期事项", "Late acts"), order=60)
ROWS = 50


def late_act_list(visit: Visit) -> Contents:
    """Contents of `late_acts.html`, judged on this day."""
    page = acts(visit.cursor, visit.today, visit.paging(ROWS))
    in_language = 0 if visit.language == "zh" else 1
    return {
        "trail": visit.trail(SECTION),
        "today": visit.today,
        "counts": counts(visit.cursor, visit.today),
        "acts": [(act, called(act.subject)[in_language], visit.page_of(act.subject)) for act in page.rows],
        "next_path": visit.next_path(page.next_cursor),
    }


LISTING = (SECTION.sheet("late_acts.html", "cursor"), late_act_list)
