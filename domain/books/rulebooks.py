"""规章与日历 (rulebooks and calendars): what the office publishes before anything can be judged."""

from datetime import date

from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.rulebook.calendar_year import CalendarYear
from domain.rulebook.regulations import Regulations
from domain.rulebook.rulebook import Rulebook
from domain.rules.county_matters_are_the_countys import county_matters_are_the_countys


class RulebookDesk(Desk):
    """发布规章和节假日历."""

    @command
    def publish_rulebook(
        self,
        turn: DecisionTurn,
        *,
        version: int,
        title: str,
        document_no: str,
        in_force_from: date,
        regulations: Regulations,
    ) -> None:
        """发布规章.  The new version judges business days from `in_force_from` on.

        Raises OutsideScope (a rulebook is the county's), RulebookOutOfOrder, RulebookMisread, in that order.
        """
        county_matters_are_the_countys(turn.act.scope)
        turn.find(Rulebook, "county").publish(
            turn.unjudged_stamp,
            version=version,
            title=title,
            document_no=document_no,
            in_force_from=in_force_from,
            regulations=regulations,
        )

    @command
    def publish_calendar(
        self,
        turn: DecisionTurn,
        *,
        year: int,
        days_off: tuple[date, ...],
        make_up_days: tuple[date, ...],
        source: str,
    ) -> None:
        """公布某年的节假日安排.

        Raises OutsideScope (a calendar is the county's), RulebookMisread for a day of another year or one both off and
        worked.
        """
        county_matters_are_the_countys(turn.act.scope)
        turn.find(CalendarYear, str(year)).publish(
            turn.unjudged_stamp,
            year=year,
            days_off=days_off,
            make_up_days=make_up_days,
            source=source,
        )
