"""资金业务 (business of funds): from the indicator document to the cash in an account, and back."""

from datetime import date

from domain.accounts.cash import Purpose
from domain.accounts.refusals import ArrivalSpent
from domain.books.accounts import AccountDesk
from domain.books.act import Act
from domain.books.desk import command
from domain.books.project_money import ProjectMoneyDesk
from domain.funds.fund import Fund
from domain.funds.plan_keeps_its_money import plan_keeps_its_money
from domain.funds.recovery_leaves_what_is_needed import recovery_leaves_what_is_needed
from domain.funds.refusals import RecoveryAboveArrived
from domain.funds.values import Sources
from domain.keys import business_key
from domain.money.sources import SourceAmount, SourceShare
from domain.projects.project import Project
from domain.projects.values import Phase
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.taking_back_says_why import taking_back_says_why


class FundDesk(AccountDesk, ProjectMoneyDesk):
    """指标、分配、到位、收回.  Every command also raises UnknownRecord, OutsideScope and RulebookMissing first."""

    def _fund(self, act: Act, document_no: str) -> Fund:
        """Give the fund, when it exists and lies inside the caller's scope."""
        fund = self._get(Fund, document_no)
        self._within(act, fund.place_code)
        return fund

    @command
    def receive_indicator(
        self,
        act: Act,
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
    ) -> None:
        """登记指标文件.

        Raises OutsideScope, KeyMisread, PersonalNumber, AlreadyRecorded, then what `Fund.receive` raises.
        """
        self._within(act, place_code)
        key = business_key(document_no, "document_no")
        facts_hold_no_personal_numbers(title=title, issuer=issuer)
        self._new(Fund, key).receive(
            self._stamp(act),
            self._rules(act).regulations,
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
        )

    @command
    def add_to_indicator(
        self, act: Act, *, document_no: str, decision_no: str, sources: Sources, amount_fen: int, reason: str
    ) -> None:
        """追加指标.  Raises ReasonMissing, PersonalNumber, then what `Fund.add` raises."""
        fund = self._fund(act, document_no)
        taking_back_says_why(reason)
        fund.add(
            self._stamp(act),
            self._rules(act).regulations,
            decision_no=decision_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
        )

    @command
    def cut_indicator(
        self, act: Act, *, document_no: str, decision_no: str, sources: Sources, amount_fen: int, reason: str
    ) -> None:
        """核减指标.  Raises ReasonMissing, PersonalNumber, then what `Fund.cut` raises."""
        fund = self._fund(act, document_no)
        taking_back_says_why(reason)
        fund.cut(
            self._stamp(act),
            self._rules(act).regulations,
            decision_no=decision_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
        )

    @command
    def allocate_fund(
        self,
        act: Act,
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
    ) -> None:
        """分配资金.  Raises PersonalNumber, KeyMisread, then what `Fund.allocate` raises."""
        fund = self._fund(act, document_no)
        facts_hold_no_personal_numbers(fee_base_note=fee_base_note)
        fund.allocate(
            self._stamp(act),
            self._rules(act).regulations,
            allocation_no=business_key(allocation_no, "allocation_no"),
            decision_no=decision_no,
            purpose_kind=purpose_kind,
            purpose_code=business_key(purpose_code, "purpose_code") if purpose_code else "",
            use=use,
            budget_code=budget_code,
            sources=sources,
            amount_fen=amount_fen,
            fee_base_fen=fee_base_fen,
            fee_base_note=fee_base_note,
            from_recovered=from_recovered,
            authorisation_no=authorisation_no,
        )

    @command
    def adjust_allocation(
        self,
        act: Act,
        *,
        document_no: str,
        from_allocation_no: str,
        to_allocation_no: str,
        decision_no: str,
        sources: Sources,
        amount_fen: int,
        reason: str,
    ) -> None:
        """调剂分配.  Raises ReasonMissing, PersonalNumber, PlanLosesItsMoney, then what `Fund.adjust` raises."""
        fund = self._fund(act, document_no)
        taking_back_says_why(reason)
        giver, taker = fund.allocation(from_allocation_no), fund.allocation(to_allocation_no)
        if giver.purpose != taker.purpose:
            self._check_planned(fund, giver.purpose, fund.shares(sources))
        fund.adjust(
            self._stamp(act),
            self._rules(act).regulations,
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
        act: Act,
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
        fund = self._fund(act, document_no)
        taking_back_says_why(reason)
        self._check_planned(fund, fund.allocation(allocation_no).purpose, fund.shares(sources))
        fund.take_back(
            self._stamp(act),
            self._rules(act).regulations,
            allocation_no=allocation_no,
            decision_no=decision_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
        )

    @command
    def record_cash_arrival(
        self,
        act: Act,
        *,
        document_no: str,
        allocation_no: str,
        account_code: str,
        voucher_no: str,
        sources: Sources,
        amount_fen: int,
    ) -> None:
        """登记资金到位.

        Raises OutsideScope (the account), KeyMisread, what `Account.check_voucher`, `Fund.arrive` and then
        `Account.receive` raise.
        """
        fund, account = self._fund(act, document_no), self._account(act, account_code)
        stamp = self._stamp(act)
        voucher_no = business_key(voucher_no, "voucher_no")
        account.check_voucher(act.effective_on, voucher_no)
        fund.arrive(
            stamp,
            self._rules(act).regulations,
            allocation_no=allocation_no,
            account_code=account_code,
            voucher_no=voucher_no,
            sources=sources,
            amount_fen=amount_fen,
        )
        allocation = fund.allocation(allocation_no)
        account.receive(
            stamp,
            voucher_no=voucher_no,
            document_no=fund.document_no,
            allocation_no=allocation_no,
            purpose=allocation.purpose,
            year=fund.year,
            budget_code=allocation.budget_code,
            sources=fund.shares(sources),
            amount_fen=amount_fen,
        )

    @command
    def reverse_cash_arrival(
        self,
        act: Act,
        *,
        document_no: str,
        account_code: str,
        arrived_year: int,
        voucher_no: str,
        reason: str,
    ) -> None:
        """冲销误登的到位, named by its account, year and voucher.

        Raises OutsideScope (the account), ReasonMissing, PersonalNumber, ArrivalUnknown, what
        `Account.check_arrival_reversal` raises, ArrivalSpent when approved rolls wait for the money,
        SourceNotArrived when the asset was handed over for it, then what `Fund.reverse_arrival` raises.
        """
        fund, account = self._fund(act, document_no), self._account(act, account_code)
        stamp = self._stamp(act)
        taking_back_says_why(reason)
        arrival = account.arrival(arrived_year, voucher_no, document_no)
        account.check_arrival_reversal(act.effective_on, arrival)
        self._check_unreserved(account, arrival.purpose, arrival.sources, ArrivalSpent)
        if arrival.purpose_kind == "project":
            project = self._find(Project, arrival.purpose_code)
            if project.phase >= Phase.HANDED_OVER:
                self._check_settlement_arrived(project, arrival.sources)
        fund.reverse_arrival(
            stamp,
            account_code=account_code,
            voucher_no=voucher_no,
            allocation_no=arrival.allocation_no,
            sources=tuple(SourceAmount(part.level, part.amount_fen) for part in arrival.sources),
            amount_fen=arrival.amount_fen,
            reason=reason,
        )
        account.reverse_arrival(stamp, arrival, reason)

    @command
    def recover_surplus(
        self,
        act: Act,
        *,
        document_no: str,
        allocation_no: str,
        account_code: str,
        voucher_no: str,
        sources: Sources,
        amount_fen: int,
        reason: str,
    ) -> None:
        """收回结余, with its source split kept; it may then be allocated again with `from_recovered`.

        Raises OutsideScope (the account), ReasonMissing, PersonalNumber, KeyMisread, what `Fund.check_recovery` raises,
        RecoveryAboveSaving, what `Account.check_surplus` raises, then RecoveryAboveArrived when approved rolls wait
        for the money.
        """
        fund, account = self._fund(act, document_no), self._account(act, account_code)
        stamp, regulations = self._stamp(act), self._rules(act).regulations
        taking_back_says_why(reason)
        voucher_no = business_key(voucher_no, "voucher_no")
        fund.check_recovery(
            stamp, regulations, allocation_no=allocation_no, sources=sources, amount_fen=amount_fen
        )
        allocation, shares = fund.allocation(allocation_no), fund.shares(sources)
        self._check_needed(fund, allocation.purpose, shares)
        account.check_surplus(stamp, voucher_no=voucher_no, purpose=allocation.purpose, sources=shares)
        self._check_unreserved(account, allocation.purpose, shares, RecoveryAboveArrived)
        fund.recover(
            stamp,
            regulations,
            allocation_no=allocation_no,
            account_code=account_code,
            voucher_no=voucher_no,
            sources=sources,
            amount_fen=amount_fen,
            reason=reason,
        )
        account.return_surplus(
            stamp,
            voucher_no=voucher_no,
            document_no=fund.document_no,
            allocation_no=allocation_no,
            purpose=allocation.purpose,
            year=fund.year,
            budget_code=allocation.budget_code,
            sources=shares,
            amount_fen=amount_fen,
        )

    def _check_needed(self, fund: Fund, purpose: Purpose, shares: tuple[SourceShare, ...]) -> None:
        """Raise RecoveryAboveSaving when a project would lack the money."""
        recovery_leaves_what_is_needed(shares, fund.held_for(purpose), self._needed_by(purpose))

    def _check_planned(self, fund: Fund, purpose: Purpose, shares: tuple[SourceShare, ...]) -> None:
        """Raise PlanLosesItsMoney when what a project needs would not be covered."""
        plan_keeps_its_money(shares, fund.allocated_to(purpose), self._needed_by(purpose))

    @command
    def carry_over_fund(
        self, act: Act, *, document_no: str, from_year: int, to_year: int, sources: Sources, amount_fen: int
    ) -> None:
        """办理结转.  Raises what `Fund.carry_over` raises."""
        self._fund(act, document_no).carry_over(
            self._stamp(act),
            self._rules(act).regulations,
            from_year=from_year,
            to_year=to_year,
            sources=sources,
            amount_fen=amount_fen,
        )

    @command
    def authorise_integration(
        self,
        act: Act,
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
        self._fund(act, document_no).authorise(
            self._stamp(act),
            self._rules(act).regulations,
            authorisation_no=authorisation_no,
            document_no_of_authority=document_no_of_authority,
            level=level,
            from_use=from_use,
            to_use=to_use,
            amount_fen=amount_fen,
            valid_until=valid_until,
        )
