"""逾期事项页 (page of late acts): what the law wants done by a day and was not, or later, each with its article."""

from api.board.section import Section
from api.board.visit import Contents, Visit
from domain.budgets.codes import BudgetLevel
from projections.late_acts.query import acts, counts

SECTION = Section("/board/late-acts", ("逾期事项", "Late acts"), order=60)
ROWS = 50


def late_act_list(visit: Visit) -> Contents:
    """Contents of `late_acts.html`, judged on this day."""
    page = acts(visit.cursor, visit.today, visit.paging(ROWS))
    return {
        "trail": visit.trail(SECTION),
        "today": visit.today,
        "counts": counts(visit.cursor, visit.today),
        "acts": [
            (act, _name_of(act.subject, visit.language), visit.page_of(act.subject)) for act in page.rows
        ],
        "next_path": visit.next_path(page.next_cursor),
    }


def _name_of(stream: str, language: str) -> str:
    """What an act is about: the number of a document or an account; whose budget, and of which year."""
    kind, _, key = stream.partition("/")
    if kind != "budget":
        return key
    level, _, year = key.partition("-")
    zh, en = BudgetLevel.word_of(level)
    return f"{year}年{zh}预算" if language == "zh" else f"{en} budget of {year}"


LISTING = (SECTION.sheet("late_acts.html", "cursor"), late_act_list)
