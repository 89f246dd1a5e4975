"""规章与日历 (rulebooks and calendars): what the office publishes before anything can be judged."""

from datetime import date

from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.rulebook.calendar_year import CalendarYear
from domain.rulebook.codes import Duty
from domain.rulebook.regulations import Regulations
from domain.rules.duties_are_kept_apart import duties_are_kept_apart
from domain.rules.steps_follow_in_time import steps_follow_in_time
from domain.rules.taking_back_says_why import taking_back_says_why


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
        """发布规章 by one person.  The new version judges business days from `in_force_from` on.

        Raises OutsideScope (a rulebook is the county's), then what `Rulebook.publish` raises.
        """
        turn.check_county()
        turn.rulebook.check_next(version)
        before_on = turn.rulebook.next_first_day_after(in_force_from)
        turn.rulebook.publish(
            turn.unjudged_stamp,
            version=version,
            title=title,
            document_no=document_no,
            in_force_from=in_force_from,
            regulations=regulations,
            judged_on=turn.a_judged_day(in_force_from, before_on),
        )

    @command
    def propose_rulebook(
        self,
        turn: DecisionTurn,
        *,
        version: int,
        title: str,
        document_no: str,
        in_force_from: date,
        regulations: Regulations,
        reason: str,
    ) -> None:
        """拟定规章, which judges nothing until another person confirms it.

        Raises OutsideScope, ReasonMissing, PersonalNumber, then what `Rulebook.propose` raises.
        """
        turn.check_county()
        taking_back_says_why(reason)
        turn.rulebook.propose(
            turn.unjudged_stamp,
            version=version,
            title=title,
            document_no=document_no,
            in_force_from=in_force_from,
            regulations=regulations,
            reason=reason,
        )

    @command
    def confirm_rulebook(self, turn: DecisionTurn, *, version: int) -> None:
        """审定规章, by another person than its proposer, and not before its day.

        Raises OutsideScope, what `Rulebook.proposal_of` raises, DatedBeforeFormerStep, PersonOnBothSides, in this
        order.
        """
        turn.check_county()
        proposal = turn.rulebook.proposal_of(version)
        steps_follow_in_time(turn.rulebook.id, proposal.effective_on, turn.act.effective_on)
        duties_are_kept_apart(turn.act.by, Duty.CONFIRMATION, {Duty.DRAWING_UP: proposal.by})
        turn.rulebook.confirm(turn.unjudged_stamp, version)

    @command
    def withdraw_rulebook(self, turn: DecisionTurn, *, version: int, reason: str) -> None:
        """撤回拟定规章.

        Raises OutsideScope, ReasonMissing, PersonalNumber, then what `Rulebook.withdraw_proposal` raises.
        """
        turn.check_county()
        taking_back_says_why(reason)
        turn.rulebook.withdraw_proposal(turn.unjudged_stamp, version, reason)

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
        turn.check_county()
        turn.find(CalendarYear, str(year)).publish(
            turn.unjudged_stamp,
            year=year,
            days_off=days_off,
            make_up_days=make_up_days,
            source=source,
        )
