"""资金业务 (business of funds): indicator documents, their allocations, carrying over, integration."""

from datetime import date

from domain.accounts.cash import Purpose
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.books.parts.allocated_purpose import allocated_purpose
from domain.books.parts.project_money import ProjectMoney
from domain.funds.fund import Fund
from domain.funds.plan_keeps_its_money import plan_keeps_its_money
from domain.funds.values import Sources
from domain.keys import business_key, recorded_spelling
from domain.money.sources import SourceShare
from domain.rulebook.spending_rules import items_paid_for
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.item_is_listed import listed_item
from domain.rules.taking_back_says_why import taking_back_says_why


class FundDesk(Desk):
    """指标、分配、调剂、结转.  Every command also raises UnknownRecord, OutsideScope and RulebookMissing first."""

    @command
    def receive_indicator(
        self,
        turn: DecisionTurn,
        *,
        document_no: str,
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
        transfer_kind: str = "",
        upper_received_on: date | None = None,
    ) -> None:
        """登记指标文件.

        Raises PlaceUnknown, PlaceEnded, OutsideScope, KeyMisread, PersonalNumber, AlreadyRecorded, then what
        `Fund.receive` raises.
        """
        turn.check_place(place_code)
        key = business_key(document_no, "document_no")
        facts_hold_no_personal_numbers(title=title, issuer=issuer)
        turn.new(Fund, key).receive(
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
            transfer_kind=transfer_kind,
            upper_received_on=upper_received_on,
        )

    @command
    def add_to_indicator(
        self,
        turn: DecisionTurn,
        *,
        document_no: str,
        decision_no: str,
        sources: Sources,
        amount_fen: int,
        reason: str,
    ) -> None:
        """追加指标; what was passed down grows out of the fund that gave it.

        Raises ReasonMissing, PersonalNumber, OutsideScope (of the giving fund), then what `Fund.add` and
        `Fund.pass_down` raise.
        """
        fund = turn.get_in_scope(Fund, document_no)
        taking_back_says_why(reason)
        giving = self._giving(turn, fund)
        fund.add(
            turn.stamp,
            turn.regulations,
            decision_no=decision_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
        )
        if giving is not None:
            giving.pass_down(
                turn.stamp,
                turn.regulations,
                to_document_no=fund.document_no,
                place_code=fund.place_code,
                decision_no=decision_no,
                sources=sources,
                amount_fen=amount_fen,
            )

    @command
    def cut_indicator(
        self,
        turn: DecisionTurn,
        *,
        document_no: str,
        decision_no: str,
        sources: Sources,
        amount_fen: int,
        reason: str,
    ) -> None:
        """核减指标; what was passed down goes back to the fund that gave it.

        Raises ReasonMissing, PersonalNumber, OutsideScope (of the giving fund), then what `Fund.cut` raises.
        """
        fund = turn.get_in_scope(Fund, document_no)
        taking_back_says_why(reason)
        giving = self._giving(turn, fund)
        fund.cut(
            turn.stamp,
            turn.regulations,
            decision_no=decision_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
        )
        if giving is not None:
            giving.reverse_passing_down(
                turn.stamp,
                to_document_no=fund.document_no,
                decision_no=decision_no,
                sources=sources,
                amount_fen=amount_fen,
                reason=reason,
            )

    @staticmethod
    def _giving(turn: DecisionTurn, fund: Fund) -> Fund | None:
        """The fund that passed this one's money down; None for money from outside.  Raises OutsideScope."""
        return turn.get_in_scope(Fund, fund.passed_down_from) if fund.passed_down_from else None

    @command
    def correct_fund_title(self, turn: DecisionTurn, *, document_no: str, title: str, reason: str) -> None:
        """更正资金名称.  Raises ReasonMissing, PersonalNumber, then what `Fund.correct_title` raises."""
        fund = turn.get_in_scope(Fund, document_no)
        taking_back_says_why(reason)
        facts_hold_no_personal_numbers(title=title)
        fund.correct_title(turn.stamp, title, reason)

    @command
    def allocate_fund(
        self,
        turn: DecisionTurn,
        *,
        document_no: str,
        allocation_no: str,
        decision_no: str,
        purpose_kind: str,
        purpose_code: str,
        use: str,
        budget_code: str,
        sources: Sources,
        amount_fen: int,
        fee_base_fen: int = 0,
        fee_base_note: str = "",
        from_recovered: bool = False,
        authorisation_no: str = "",
        spending_item: str = "",
    ) -> None:
        """分配资金.

        Raises PersonalNumber, SpendingItemNotAllowed, KeyMisread, what `allocated_purpose` raises, then what
        `Fund.allocate` raises.
        """
        fund = turn.get_in_scope(Fund, document_no)
        facts_hold_no_personal_numbers(fee_base_note=fee_base_note)
        if spending_item or turn.regulations.must_name_item(purpose_kind):
            listed_item(spending_item, items_paid_for(turn.regulations.spending_items, purpose_kind))
        code = business_key(purpose_code, "purpose_code") if purpose_code else ""
        fund.allocate(
            turn.stamp,
            turn.regulations,
            allocation_no=business_key(allocation_no, "allocation_no"),
            decision_no=decision_no,
            purpose_kind=purpose_kind,
            purpose_code=allocated_purpose(turn, purpose_kind, code),
            use=use,
            budget_code=budget_code,
            sources=sources,
            amount_fen=amount_fen,
            fee_base_fen=fee_base_fen,
            fee_base_note=fee_base_note,
            from_recovered=from_recovered,
            authorisation_no=recorded_spelling(authorisation_no, fund.authorisations),
            spending_item=spending_item,
        )

    @command
    def adjust_allocation(
        self,
        turn: DecisionTurn,
        *,
        document_no: str,
        from_allocation_no: str,
        to_allocation_no: str,
        decision_no: str,
        sources: Sources,
        amount_fen: int,
        reason: str,
    ) -> None:
        """调剂分配.

        Raises ReasonMissing, PersonalNumber, what `allocated_purpose` raises for the receiving allocation,
        PlanLosesItsMoney, then what `Fund.adjust` raises.
        """
        fund = turn.get_in_scope(Fund, document_no)
        taking_back_says_why(reason)
        from_allocation_no = recorded_spelling(from_allocation_no, fund.allocations)
        to_allocation_no = recorded_spelling(to_allocation_no, fund.allocations)
        giver, taker = fund.allocation(from_allocation_no), fund.allocation(to_allocation_no)
        allocated_purpose(turn, *taker.purpose)
        if giver.purpose != taker.purpose:
            self._check_planned(turn, fund, giver.purpose, fund.shares(sources))
        fund.adjust(
            turn.stamp,
            turn.regulations,
            from_allocation_no=from_allocation_no,
            to_allocation_no=to_allocation_no,
            decision_no=decision_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
        )

    @command
    def take_back_allocation(
        self,
        turn: DecisionTurn,
        *,
        document_no: str,
        allocation_no: str,
        decision_no: str,
        sources: Sources,
        amount_fen: int,
        reason: str,
    ) -> None:
        """收回未到位的分配.

        Raises ReasonMissing, PersonalNumber, PlanLosesItsMoney, then what `Fund.take_back` raises.
        """
        fund = turn.get_in_scope(Fund, document_no)
        taking_back_says_why(reason)
        allocation_no = recorded_spelling(allocation_no, fund.allocations)
        self._check_planned(turn, fund, fund.allocation(allocation_no).purpose, fund.shares(sources))
        fund.take_back(
            turn.stamp,
            turn.regulations,
            allocation_no=allocation_no,
            decision_no=decision_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
        )

    @staticmethod
    def _check_planned(
        turn: DecisionTurn, fund: Fund, purpose: Purpose, shares: tuple[SourceShare, ...]
    ) -> None:
        """Raise PlanLosesItsMoney when what a project needs would not be covered."""
        plan_keeps_its_money(shares, fund.allocated_to(purpose), ProjectMoney(turn).needed_by(purpose))

    @command
    def carry_over_fund(
        self,
        turn: DecisionTurn,
        *,
        document_no: str,
        from_year: int,
        to_year: int,
        sources: Sources,
        amount_fen: int,
    ) -> None:
        """结转下年.  Raises what `Fund.carry_over` raises."""
        turn.get_in_scope(Fund, document_no).carry_over(
            turn.stamp,
            turn.regulations,
            from_year=from_year,
            to_year=to_year,
            sources=sources,
            amount_fen=amount_fen,
        )

    @command
    def reverse_carry_over(
        self, turn: DecisionTurn, *, document_no: str, from_year: int, to_year: int, reason: str
    ) -> None:
        """冲销误登的结转.  Raises ReasonMissing, PersonalNumber, then what `Fund.reverse_carry_over` raises."""
        fund = turn.get_in_scope(Fund, document_no)
        taking_back_says_why(reason)
        fund.reverse_carry_over(turn.stamp, from_year=from_year, to_year=to_year, reason=reason)

    @command
    def authorise_integration(
        self,
        turn: DecisionTurn,
        *,
        document_no: str,
        authorisation_no: str,
        document_no_of_authority: str,
        level: str,
        from_use: str,
        to_use: str,
        amount_fen: int,
        valid_until: date,
    ) -> None:
        """登记统筹整合授权.  Raises what `Fund.authorise` raises."""
        turn.get_in_scope(Fund, document_no).authorise(
            turn.stamp,
            turn.regulations,
            authorisation_no=authorisation_no,
            document_no_of_authority=document_no_of_authority,
            level=level,
            from_use=from_use,
            to_use=to_use,
            amount_fen=amount_fen,
            valid_until=valid_until,
        )
