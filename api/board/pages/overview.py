"""总览页 (overview page): the county's money of a year, its documents, projects and newest notices."""

from api.board.bars import Segment, segments
from api.board.section import Section
from api.board.visit import Contents, Visit
from domain.notices.codes import DutyState
from domain.projects.codes import REACHED
from domain.rulebook.codes import ActState
from projections.fund_ledger.overview import YearTotal, total_of_year, years_with_funds
from projections.fund_ledger.query import FundRow, funds, totals_by_year
from projections.late_acts.query import counts as act_counts
from projections.late_notices.query import counts
from projections.notice_register.posted import posted_notices
from projections.project_ledger.overview import phase_counts
from projections.reading.paging import Paging
from projections.transfer_register.query import in_transit_fen

SECTION = Section("/board", ("总览", "Overview"), order=10)
SHOWN = 6


def overview(visit: Visit) -> Contents:
    """Contents of `overview.html`; the newest year that has money unless `year` says another."""
    years = years_with_funds(visit.cursor)
    year = visit.asked_year() or (years[0] if years else visit.today.year)
    total = total_of_year(visit.cursor, year)
    phases = sorted(phase_counts(visit.cursor), key=lambda phase: REACHED.index(phase.phase))
    late, acts = counts(visit.cursor, visit.today), act_counts(visit.cursor, visit.today)
    return {
        "years": years,
        "year": year,
        "total": total,
        "bar": money_bar(total) if total else (),
        "in_transit_fen": in_transit_fen(visit.cursor, year=year),
        "levels": totals_by_year(visit.cursor, year=year),
        "funds": funds(visit.cursor, Paging(SHOWN), year=year).rows,
        "phases": phases,
        "notices": posted_notices(visit.cursor, Paging(SHOWN)).rows,
        "late_count": late[DutyState.LATE] + late[DutyState.MISSING],
        "late_act_count": acts[ActState.LATE] + acts[ActState.MISSING],
    }


def money_bar(total: YearTotal | FundRow) -> tuple[Segment, ...]:
    """What became of the money received and kept: paid, idle, recovered, not arrived; the remainder is not allocated.

    Of what was recovered only what is still allocated is drawn: the rest is free to be allocated again.
    """
    not_arrived_fen = max(total.allocated_fen - total.arrived_fen, 0)
    recovered_fen = total.allocated_fen - not_arrived_fen - total.paid_fen - total.idle_fen
    parts = (
        ("paid", total.paid_fen),
        ("idle", total.idle_fen),
        ("recovered", recovered_fen),
        ("allocated", not_arrived_fen),
    )
    return segments(parts, kept_fen(total))


def kept_fen(total: YearTotal | FundRow) -> int:
    """What was received and not passed down; the total of a year counts each fen where it was kept."""
    return total.received_fen - (total.passed_down_fen if isinstance(total, FundRow) else 0)


LISTING = (SECTION.sheet("overview.html", "year"), overview)
