"""报账业务 (business of claims): submitted, reviewed, approved, refused, withdrawn, paid.

A claim is for a project (advance, progress, settlement, retention), a unit, the fee, or a gift.  The ceiling of a
project's claim is asked three times, each time with what is known on that day: when it is submitted, approved, paid.
"""

from domain.accounts.account import Account
from domain.accounts.cash import Purpose
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.books.parts.claim_ceiling import ClaimCeiling
from domain.books.parts.notices_about import NoticesAbout
from domain.books.parts.project_money import ProjectMoney
from domain.books.parts.recorded_purpose import recorded_purpose
from domain.books.parts.spending import Spending
from domain.claims.claim import Claim
from domain.claims.claim_stays_below_the_ceiling import payment_has_its_payable
from domain.claims.codes import DocumentKind
from domain.claims.document import Document
from domain.claims.invoice import Invoice
from domain.claims.invoice_is_used_once import (
    documents_are_complete,
    invoice_is_used_once,
    invoices_cover_the_claim,
)
from domain.claims.payee_is_the_contractor import fee_has_an_allowed_use, payee_is_the_contractor
from domain.claims.refusals import StageUnknown
from domain.funds.codes import PAID_FOR, PurposeKind
from domain.funds.fund import Fund
from domain.keys import business_key, invoice_key
from domain.money.fen import check_amount
from domain.money.shares import shares_of, split, total_fen
from domain.money.sources import SourceShare
from domain.person import person_id
from domain.projects.project import Project
from domain.rulebook.codes import PaymentStage
from domain.rulebook.fund_rules import FeeRule
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.taking_back_says_why import taking_back_says_why


class ClaimDesk(Desk):
    """报账、审批、付款.  Commands raise what `get_in_scope` raises first, and RulebookMissing."""

    notices: NoticesAbout

    @staticmethod
    def _account_and_project(
        turn: DecisionTurn, purpose_kind: str, purpose_code: str, account_code: str
    ) -> tuple[Account, Project | None]:
        """Give what a claim is paid from, and for.  Raises what `named` raises, OutsideScope for its place."""
        account = turn.named(Account, account_code)
        if purpose_kind == PurposeKind.PROJECT:
            return account, turn.get_in_scope(Project, purpose_code)
        turn.check_scope(account.place_code)
        return account, None

    @command
    def submit_claim(
        self,
        turn: DecisionTurn,
        *,
        claim_no: str,
        purpose_kind: str,
        purpose_code: str,
        account_code: str,
        stage: str,
        amount_fen: int,
        payee_id: str,
        payee_name: str,
        documents: tuple[Document, ...],
        fee_use: str = "",
        spending_item: str = "",
    ) -> None:
        """提交报账.

        Raises OutsideScope, KeyMisread, AlreadyRecorded, AccountClosed, AmountOutOfRange, PersonMisread,
        PersonalNumber; for a project what `ClaimCeiling.check` raises and PayeeIsNotContractor, else StageUnknown,
        FeeUseNotAllowed and what `recorded_purpose` raises; then what `Spending.check_claim` raises, PersonalNumber,
        DocumentsMissing, AmountOutOfRange, DatesOutOfOrder, InvoicesDoNotCover, KeyMisread, InvoiceUsedBefore.
        """
        account, project = self._account_and_project(turn, purpose_kind, purpose_code, account_code)
        key = business_key(claim_no, "claim_no")
        claim, stamp = turn.new(Claim, key), turn.stamp
        account.check_open()
        check_amount(amount_fen)
        payee_id = person_id(payee_id, "payee_id")
        if project is not None:
            ceiling = ClaimCeiling(turn, self.notices)
            ceiling.check(project, stage, amount_fen, committed_fen=ceiling.committed_fen(project))
            payee_is_the_contractor(payee_id, project.contractor_id)
            purpose_code = project.code
        else:
            self._check_other_purpose(turn.regulations.fee, purpose_kind, stage, fee_use)
            purpose_code = recorded_purpose(turn, account, (purpose_kind, purpose_code))
        papers = Spending(turn, self.notices).check_claim(
            account, purpose_kind, purpose_code, spending_item, amount_fen
        )
        facts_hold_no_personal_numbers(payee_name=payee_name)
        kinds = (*turn.regulations.documents_for(stage), *papers)
        documents_are_complete(stage, kinds, documents, turn.act.effective_on)
        self._use_invoices(turn, key, amount_fen, documents)
        if project is not None:
            project.open_claim(stamp, key, stage)
        claim.submit(
            stamp,
            claim_no=key,
            purpose_kind=purpose_kind,
            purpose_code=purpose_code,
            account_code=account.code,
            stage=stage,
            amount_fen=amount_fen,
            payee_id=payee_id,
            payee_name=payee_name,
            documents=documents,
            fee_use=fee_use,
            spending_item=spending_item,
        )

    @staticmethod
    def _use_invoices(
        turn: DecisionTurn, claim_no: str, amount_fen: int, documents: tuple[Document, ...]
    ) -> None:
        """Use each invoice for this claim.

        Raises AmountOutOfRange, DatesOutOfOrder, InvoicesDoNotCover, KeyMisread, InvoiceUsedBefore, in this order.
        """
        invoices = [document for document in documents if document.kind == DocumentKind.INVOICE]
        invoices_cover_the_claim(amount_fen, invoices)
        for paper in invoices:
            number = invoice_key(paper.number, "documents")
            invoice = turn.find(Invoice, number)
            invoice_is_used_once(paper.number, claim_no, invoice.claim_no)
            invoice.use(turn.stamp, number, claim_no, paper.amount_fen)

    @staticmethod
    def _check_other_purpose(fee: FeeRule, purpose_kind: str, stage: str, fee_use: str) -> None:
        """Raise StageUnknown unless the stage is the purpose itself, FeeUseNotAllowed for a use of the fee."""
        if purpose_kind not in PAID_FOR or stage != purpose_kind:
            raise StageUnknown(stage, (purpose_kind,))
        if purpose_kind == PurposeKind.FEE:
            fee_has_an_allowed_use(fee_use, fee.allowed_fee_uses)

    @command
    def review_claim(self, turn: DecisionTurn, *, claim_no: str, opinion: str) -> None:
        """报账审核.  Raises PersonalNumber, then what `Claim.review` raises."""
        claim = turn.get_in_scope(Claim, claim_no)
        facts_hold_no_personal_numbers(opinion=opinion)
        claim.review(turn.stamp, opinion)

    @command
    def approve_claim(self, turn: DecisionTurn, *, claim_no: str, approved_fen: int, opinion: str) -> None:
        """报账审批.

        Raises PersonalNumber, what `ClaimCeiling.check_approval` raises, then what `Claim.approve` raises.
        """
        claim = turn.get_in_scope(Claim, claim_no)
        facts_hold_no_personal_numbers(opinion=opinion)
        if claim.purpose_kind == PurposeKind.PROJECT:
            project = turn.get(Project, claim.purpose_code)
            ClaimCeiling(turn, self.notices).check_approval(project, claim, approved_fen)
        claim.approve(turn.stamp, approved_fen, opinion)

    @command
    def refuse_claim(self, turn: DecisionTurn, *, claim_no: str, reason_code: str, reason: str) -> None:
        """不予报账; its invoices may be brought again.  Raises PersonalNumber, then what `Claim.refuse` raises."""
        claim = turn.get_in_scope(Claim, claim_no)
        facts_hold_no_personal_numbers(reason=reason)
        claim.refuse(turn.stamp, reason_code, reason)
        self._release_invoices(turn, claim, reason)

    @command
    def withdraw_claim(self, turn: DecisionTurn, *, claim_no: str, reason: str) -> None:
        """撤回报账; its invoices may be brought again, and what it held of the ceiling is free.

        Raises ReasonMissing, PersonalNumber, then what `Claim.withdraw` raises.
        """
        claim = turn.get_in_scope(Claim, claim_no)
        taking_back_says_why(reason)
        claim.withdraw(turn.stamp, reason)
        self._release_invoices(turn, claim, reason)

    @staticmethod
    def _release_invoices(turn: DecisionTurn, claim: Claim, reason: str) -> None:
        """Release each invoice that the claim brought."""
        for paper in claim.documents:
            if paper.kind == DocumentKind.INVOICE:
                invoice = turn.get(Invoice, invoice_key(paper.number, "documents"))
                invoice.release(turn.stamp, claim.claim_no, reason)

    @command
    def pay_claim(
        self, turn: DecisionTurn, *, claim_no: str, payment_no: str, voucher_no: str, amount_fen: int
    ) -> None:
        """付款, whole or in part.

        Raises what `Claim.check_payment` raises, KeyMisread; for a project what `ClaimCeiling.check` raises and
        AbovePayable, else what `Spending.check_payment` raises; FundYearOver unless it is retention, then what
        `Account.pay` raises.
        """
        claim = turn.named(Claim, claim_no)
        purpose = (claim.purpose_kind, claim.purpose_code)
        account, project = self._account_and_project(turn, *purpose, claim.account_code)
        stamp = turn.stamp
        turn.check_scope(account.place_code)
        claim.check_payment(stamp, amount_fen)
        number = business_key(payment_no, "payment_no")
        if project is not None:
            sources = self._from_project(turn, project, claim, amount_fen)
            year, budget_code = project.year, project.budget_code
        else:
            Spending(turn, self.notices).check_payment(account, claim, amount_fen)
            sources = account.split_for(purpose, amount_fen)
            year, budget_code = self._year_and_code(turn, purpose, sources)
        # Retention was earned in time and is held back: it is paid when the defect period is over, whatever the year.
        if claim.stage != PaymentStage.RETENTION:
            ProjectMoney(turn).check_time_of_money(account, purpose, sources)
        account.pay(
            stamp,
            payment_no=number,
            voucher_no=business_key(voucher_no, "voucher_no"),
            claim_no=claim.claim_no,
            purpose=purpose,
            stage=claim.stage,
            payee_id=claim.payee_id,
            payee_name=claim.payee_name,
            sources=sources,
            amount_fen=amount_fen,
            year=year,
            budget_code=budget_code,
        )
        claim.pay(stamp, number, amount_fen)

    def _from_project(
        self, turn: DecisionTurn, project: Project, claim: Claim, amount_fen: int
    ) -> tuple[SourceShare, ...]:
        """Split a payment over the sources of a project.  Raises what `ClaimCeiling.check` raises, AbovePayable."""
        ceiling = ClaimCeiling(turn, self.notices)
        committed_fen = ceiling.paid_and_owed_fen(project, claim)
        ceiling.check(project, claim.stage, amount_fen, committed_fen=committed_fen, claim=claim)
        payable = ProjectMoney(turn).payable(project, claim.stage)
        payment_has_its_payable(amount_fen, total_fen(payable))
        return shares_of(split(amount_fen, payable))

    @staticmethod
    def _year_and_code(
        turn: DecisionTurn, purpose: Purpose, sources: tuple[SourceShare, ...]
    ) -> tuple[int, str]:
        """Year and budget code of a unit's or the fee's money, from its allocation; a gift has no code."""
        fund = turn.find(Fund, sources[0].document_no)
        for allocation in fund.allocations.values() if fund.exists else ():
            if allocation.purpose == purpose:
                return fund.year, allocation.budget_code
        return turn.act.effective_on.year, ""
