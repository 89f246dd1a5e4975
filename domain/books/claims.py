"""报账业务 (business of claims): submitted, reviewed, approved, refused, paid.

A claim is for a project (advance, progress, settlement, retention), a unit, the fee, or a gift.  The ceiling of a
project's claim is asked three times, each time with what is known on that day: when it is submitted, approved, paid.
"""

from domain.accounts.account import Account
from domain.accounts.cash import Purpose
from domain.books.act import Act
from domain.books.desk import command
from domain.books.notices import NoticeDesk
from domain.books.project_money import PROJECT_STAGES, ProjectMoneyDesk
from domain.claims.claim import Claim
from domain.claims.claim_stays_below_the_ceiling import (
    ceiling_fen,
    claim_stays_below_the_ceiling,
    open_rows,
    payment_has_its_payable,
)
from domain.claims.document import Document
from domain.claims.invoice import Invoice
from domain.claims.invoice_is_used_once import (
    INVOICE,
    documents_are_complete,
    invoice_is_used_once,
    invoices_cover_the_claim,
)
from domain.claims.payee_is_the_contractor import fee_has_an_allowed_use, payee_is_the_contractor
from domain.claims.refusals import StageUnknown
from domain.funds.fund import Fund
from domain.keys import business_key, invoice_key
from domain.money.fen import check_amount
from domain.money.shares import shares_of, split, total_fen
from domain.money.sources import SourceShare
from domain.person import person_id
from domain.projects.project import Project
from domain.projects.project_is_active import project_is_active
from domain.projects.values import Phase
from domain.rulebook.regulations import FeeRule, Regulations
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.steps_follow_in_time import day_is_not_before

PROJECT = "project"
RETENTION = "retention"
"""质保金: what was earned in time and is held back; it is paid when the defect period is over, whatever the year."""
COMPLETION_NOTICE = "completion"
"""完成公告: the kind of notice that the last share waits for."""

PHASE_OF = {
    "plan_approved": Phase.APPROVED,
    "contract_signed": Phase.CONTRACTED,
    "started": Phase.STARTED,
    "completed": Phase.COMPLETED,
    "settled": Phase.SETTLED,
    "defect_period_over": Phase.RELEASED,
}
"""The conditions of a payment scheme that hold from a phase on."""


class ClaimDesk(NoticeDesk, ProjectMoneyDesk):
    """报账、审批、付款.  Commands also raise UnknownRecord, OutsideScope, RulebookMissing first."""

    def _claim(self, act: Act, claim_no: str) -> Claim:
        """Give the claim, when it exists and its project, or else its account, lies inside the caller's scope."""
        claim = self._get(Claim, claim_no)
        self._account_and_project(act, claim.purpose_kind, claim.purpose_code, claim.account_code)
        return claim

    def _account_and_project(
        self, act: Act, purpose_kind: str, purpose_code: str, account_code: str
    ) -> tuple[Account, Project | None]:
        """Give what a claim is paid from, and for.  Raises UnknownRecord, OutsideScope for its place."""
        account = self._get(Account, account_code)
        if purpose_kind == PROJECT:
            return account, self._project(act, purpose_code)
        self._within(act, account.place_code)
        return account, None

    @command
    def submit_claim(
        self,
        act: Act,
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
    ) -> None:
        """提交报账.

        Raises OutsideScope, KeyMisread, AlreadyRecorded, AccountClosed, AmountOutOfRange, PersonMisread,
        PersonalNumber; for a project what `_check_ceiling` raises and PayeeIsNotContractor, else StageUnknown and
        FeeUseNotAllowed; then PersonalNumber, DocumentsMissing, AmountOutOfRange, DatesOutOfOrder,
        InvoicesDoNotCover, KeyMisread, InvoiceUsedBefore, in this order.
        """
        account, project = self._account_and_project(act, purpose_kind, purpose_code, account_code)
        key = business_key(claim_no, "claim_no")
        claim, stamp = self._new(Claim, key), self._stamp(act)
        regulations = self._rules(act).regulations
        account.check_open()
        check_amount(amount_fen)
        payee_id = person_id(payee_id, "payee_id")
        if project is not None:
            self._check_ceiling(act, project, stage, amount_fen, committed_fen=self._committed_fen(project))
            payee_is_the_contractor(payee_id, project.contractor_id)
        else:
            self._check_other_purpose(regulations.fee, purpose_kind, stage, fee_use)
        facts_hold_no_personal_numbers(payee_name=payee_name)
        documents_are_complete(stage, regulations.documents_for(stage), documents, act.effective_on)
        invoices = [document for document in documents if document.kind == INVOICE]
        invoices_cover_the_claim(amount_fen, invoices)
        for paper in invoices:
            number = invoice_key(paper.number, "documents")
            invoice = self._find(Invoice, number)
            invoice_is_used_once(paper.number, key, invoice.claim_no)
            invoice.use(stamp, number, key, paper.amount_fen)
        if project is not None:
            project.open_claim(stamp, key, stage)
        claim.record(
            Claim.Submitted,
            **stamp.fields,
            claim_no=key,
            purpose_kind=purpose_kind,
            purpose_code=purpose_code,
            account_code=account_code,
            stage=stage,
            amount_fen=amount_fen,
            payee_id=payee_id,
            payee_name=payee_name,
            documents=documents,
            fee_use=fee_use,
        )

    @staticmethod
    def _check_other_purpose(fee: FeeRule, purpose_kind: str, stage: str, fee_use: str) -> None:
        """Raise StageUnknown unless the stage is the purpose itself, FeeUseNotAllowed for a use of the fee."""
        if purpose_kind not in {"unit", "fee", "gift"} or stage != purpose_kind:
            raise StageUnknown(stage, PROJECT_STAGES if purpose_kind == PROJECT else (purpose_kind,))
        if purpose_kind == "fee":
            fee_has_an_allowed_use(fee_use, fee.allowed_fee_uses)

    def _committed_fen(self, project: Project, but: Claim | None = None) -> int:
        """What is paid on all claims and owed on all rolls of the project, and what is open on claims but one."""
        claims = [self._get(Claim, claim_no) for claim_no in project.claim_nos]
        open_fen = sum(c.open_fen for c in claims if c is not but and c.approved_by and not c.refused)
        return self._paid_and_owed_fen(project) + open_fen

    def _paid_and_owed_fen(self, project: Project) -> int:
        """What is paid on all claims of the project, and what its rolls owe to persons, paid or not."""
        paid_fen = sum([self._get(Claim, claim_no).paid_fen for claim_no in project.claim_nos])
        return paid_fen + sum([roll.owed_fen for roll in self._rolls(project)])

    def _check_ceiling(
        self, act: Act, project: Project, stage: str, asked_fen: int, *, committed_fen: int
    ) -> None:
        """Refuse what the payment scheme does not allow at this stage on this day.

        Raises ProjectNotActive, StageUnknown, ConditionsNotMet, DatesOutOfOrder, AboveCeiling, in this order.
        """
        project_is_active(project.code, suspended=project.suspended, ended=project.ended)
        regulations = self._rules(act).regulations
        scheme = project.scheme_by(self._rulebook()) if project.phase >= Phase.PLANNED else None
        if scheme is None or stage not in PROJECT_STAGES:
            raise StageUnknown(stage, PROJECT_STAGES if scheme else ())
        rows = open_rows(scheme, stage, lambda need: self._holds(need, project, regulations))
        if project.accepted_on is not None and stage in {"settlement", "retention"}:
            day_is_not_before("effective_on", act.effective_on, project.accepted_on)
        bases_fen = {
            "contract": project.price_fen,
            "measured": project.measured_fen,
            "audited": project.settlement_fen,
            "plan": project.plan_fen,
        }
        settled = project.phase >= Phase.SETTLED
        limit_fen = ceiling_fen(
            rows, bases_fen, project.settlement_fen - project.retention_kept_fen if settled else None
        )
        claim_stays_below_the_ceiling(asked_fen, committed_fen, limit_fen)

    def _holds(self, need: str, project: Project, regulations: Regulations) -> bool:
        """Whether a condition of a payment scheme holds for the project now."""
        match need:
            case "half_done":
                return 0 < project.price_fen <= 2 * project.measured_fen
            case "accepted_town":
                return "town" in project.levels_passed
            case "accepted_all":
                levels = {level.code for level in regulations.acceptance_levels}
                return project.phase >= Phase.ACCEPTED and levels.issubset(project.levels_passed)
            case "notice_closed":
                return self._completion_was_posted(project)
            case _:
                return project.phase >= PHASE_OF[need]

    def _completion_was_posted(self, project: Project) -> bool:
        """Whether a completion notice hung its days after the last acceptance; an earlier one told of no result."""
        accepted_on = project.accepted_on
        return accepted_on is not None and any(
            notice.closed and notice.kind == COMPLETION_NOTICE and notice.first_day_on >= accepted_on
            for notice in self._notices_about(project)
        )

    @command
    def review_claim(self, act: Act, *, claim_no: str, opinion: str) -> None:
        """报账审核.  Raises PersonalNumber, then what `Claim.review` raises."""
        claim = self._claim(act, claim_no)
        facts_hold_no_personal_numbers(opinion=opinion)
        claim.review(self._stamp(act), opinion)

    @command
    def approve_claim(self, act: Act, *, claim_no: str, approved_fen: int, opinion: str) -> None:
        """报账审批.  Raises PersonalNumber, what `_check_ceiling` raises, then what `Claim.approve` raises."""
        claim = self._claim(act, claim_no)
        facts_hold_no_personal_numbers(opinion=opinion)
        if claim.purpose_kind == PROJECT:
            project = self._get(Project, claim.purpose_code)
            committed_fen = self._committed_fen(project, but=claim)
            self._check_ceiling(act, project, claim.stage, approved_fen, committed_fen=committed_fen)
        claim.approve(self._stamp(act), approved_fen, opinion)

    @command
    def refuse_claim(self, act: Act, *, claim_no: str, reason_code: str, reason: str) -> None:
        """不予报账; its invoices may be brought again.  Raises PersonalNumber, then what `Claim.refuse` raises."""
        claim, stamp = self._claim(act, claim_no), self._stamp(act)
        facts_hold_no_personal_numbers(reason=reason)
        claim.refuse(stamp, reason_code, reason)
        for paper in claim.documents:
            if paper.kind == INVOICE:
                invoice = self._get(Invoice, invoice_key(paper.number, "documents"))
                invoice.release(stamp, claim.claim_no, reason)

    @command
    def pay_claim(
        self, act: Act, *, claim_no: str, payment_no: str, voucher_no: str, amount_fen: int
    ) -> None:
        """付款, whole or in part.

        Raises what `Claim.check_payment` raises, KeyMisread, for a project what `_check_ceiling` raises and
        AbovePayable, FundYearOver unless it is retention, then what `Account.pay` raises.
        """
        claim = self._get(Claim, claim_no)
        purpose = (claim.purpose_kind, claim.purpose_code)
        account, project = self._account_and_project(act, *purpose, claim.account_code)
        stamp = self._stamp(act)
        self._within(act, account.place_code)
        claim.check_payment(stamp, amount_fen)
        number = business_key(payment_no, "payment_no")
        if project is not None:
            committed_fen = self._paid_and_owed_fen(project)
            self._check_ceiling(act, project, claim.stage, amount_fen, committed_fen=committed_fen)
            payable = self._payable(project, claim.stage)
            payment_has_its_payable(amount_fen, total_fen(payable))
            sources = shares_of(split(amount_fen, payable))
            year, budget_code = project.year, project.budget_code
        else:
            sources = account.split_for(purpose, amount_fen)
            year, budget_code = self._year_and_code(act, purpose, sources)
        if claim.stage != RETENTION:
            self._check_time_of_money(act, account, purpose, sources)
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

    def _year_and_code(self, act: Act, purpose: Purpose, sources: tuple[SourceShare, ...]) -> tuple[int, str]:
        """Year and budget code of a unit's or the fee's money, from its allocation; a gift has no code."""
        fund = self._find(Fund, sources[0].document_no)
        for allocation in fund.allocations.values() if fund.exists else ():
            if allocation.purpose == purpose:
                return fund.year, allocation.budget_code
        return act.effective_on.year, ""
