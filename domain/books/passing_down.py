"""下达下级业务 (business of passing down): a fund gives money to the document of a place below, and takes it back."""

from datetime import date

from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.funds.fund import Fund
from domain.funds.passing_down_refusals import PlaceNotBelow
from domain.funds.values import Sources
from domain.keys import business_key
from domain.money.levels import Levels
from domain.money.sources import SourceAmount
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.taking_back_says_why import taking_back_says_why


class PassingDownDesk(Desk):
    """县、乡、村逐级下达指标.  Every command also raises UnknownRecord, OutsideScope and RulebookMissing first."""

    @command
    def pass_fund_down(
        self,
        turn: DecisionTurn,
        *,
        document_no: str,
        to_document_no: str,
        title: str,
        year: int,
        place_code: str,
        issuer: str,
        issued_on: date,
        use: str,
        nature: str,
        budget_code: str,
        sources: Sources,
        amount_fen: int,
    ) -> None:
        """下达下级: `to_document_no` is the document by which the place below receives the money.

        Raises PlaceNotBelow, PlaceUnknown, PlaceEnded, KeyMisread, PersonalNumber, AlreadyRecorded, then what
        `Fund.check_passing_down`, `Fund.pass_down` and `Fund.receive` raise.
        """
        fund = turn.get_in_scope(Fund, document_no)
        _place_is_below(turn, place_code, fund.place_code)
        turn.check_place(place_code)
        key = business_key(to_document_no, "to_document_no")
        facts_hold_no_personal_numbers(title=title, issuer=issuer)
        below = turn.new(Fund, key)
        fund.check_passing_down(turn.regulations, year=year, nature=nature, use=use, issued_on=issued_on)
        fund.pass_down(
            turn.stamp,
            turn.regulations,
            to_document_no=key,
            place_code=place_code,
            decision_no=key,
            sources=sources,
            amount_fen=amount_fen,
        )
        below.receive(
            turn.stamp,
            turn.regulations,
            document_no=key,
            title=title,
            year=year,
            place_code=place_code,
            issuer=issuer,
            issued_on=issued_on,
            use=use,
            nature=nature,
            budget_code=budget_code,
            sources=sources,
            amount_fen=amount_fen,
            passed_down_from=fund.document_no,
            transfer_kind=fund.transfer_kind,
        )

    @command
    def reverse_passing_down(
        self, turn: DecisionTurn, *, document_no: str, to_document_no: str, decision_no: str, reason: str
    ) -> None:
        """下达冲销, the whole of what a document below has, while nothing stands on it.

        A part comes back when the document below is cut (`cut_indicator`).  Raises ReasonMissing, PersonalNumber,
        PassingDownUnknown, then what `Fund.cut` raises for the document below, CutAboveUnallocated where it has
        allocated or passed on a part.
        """
        fund = turn.get_in_scope(Fund, document_no)
        taking_back_says_why(reason)
        to_document_no = turn.recorded_number(Fund, to_document_no)
        levels = fund.passing(to_document_no)
        sources, amount_fen = _sources(levels), sum(levels.values())
        turn.get(Fund, to_document_no).cut(
            turn.stamp,
            turn.regulations,
            decision_no=decision_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
        )
        fund.reverse_passing_down(
            turn.stamp,
            to_document_no=to_document_no,
            decision_no=decision_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
        )


def _place_is_below(turn: DecisionTurn, place_code: str, giving: str) -> None:
    """Raise PlaceNotBelow unless the code lies inside the giving place; codes of divisions begin with the outer's."""
    if place_code == giving or not place_code.startswith(giving):
        places = turn.places
        raise PlaceNotBelow(place_code, giving, places.name_of(place_code), places.name_of(giving))


def _sources(levels: Levels) -> Sources:
    return tuple(SourceAmount(level, fen) for level, fen in levels.items() if fen)
