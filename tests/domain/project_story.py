"""讲述 (story): a county with rules, an account and money, and a project that goes as far as a test needs."""

from dataclasses import dataclass, replace
from datetime import date

from domain.books.desk.act import Receipt
from domain.money.sources import SourceShare
from domain.projects.project import Project
from domain.projects.values import Target
from domain.rulebook.codes import Duty
from domain.rulebook.regulations import Regulations
from tests.domain.project_papers import (
    ACCEPTORS,
    ACCOUNT,
    APPROVER,
    CONTRACTOR,
    HASH,
    PAYER,
    REGULATIONS,
    REVIEWER,
    WORKED_SOURCES,
    YUAN,
    day,
    papers,
    steps,
    unprinted,
)
from tests.domain.story_ground import Ground
from tests.given.accounts import an_account
from tests.given.claims import a_claim
from tests.given.fields import money
from tests.given.funds import an_allocation, an_indicator, cash_of
from tests.given.notices import a_notice, texts_for
from tests.given.projects import a_contract, a_hand_over, a_plan, a_proposal, an_acceptance
from tests.given.rulebooks import a_calendar, a_rulebook
from tests.sources import levels


@dataclass
class Story(Ground):
    """The books of one county, and the words in which a test tells what happens there."""

    # The county

    def opens(self, regulations: Regulations = REGULATIONS) -> "Story":
        """Publish the rules of 2021 or others, the calendar of the year, and open the account."""
        self.regulations = regulations
        books, act = self.books, self.act("u-admin", date(2024, 1, 2))
        books.publish_rulebook(act, **a_rulebook(regulations))
        books.publish_calendar(act, **a_calendar())
        books.open_account(act, **an_account(ACCOUNT))
        return self

    def publishes_again(self, regulations: Regulations, in_force_from: date, on: date) -> "Story":
        """Publish version 2 over days that hold facts: one proposes, another confirms."""
        self.books.propose_rulebook(
            self.act("u-admin", on),
            version=2,
            title="规章",
            document_no="县规2号",
            in_force_from=in_force_from,
            regulations=regulations,
            reason="第一版有误",
        )
        self.books.confirm_rulebook(self.act("u-admin-2", on), version=2)
        return self

    def receives(
        self, central_fen: int, provincial_fen: int, document_no: str = "", year: int = 2024
    ) -> "Story":
        self.books.receive_indicator(
            self.act("u-fund", date(2024, 1, 10)),
            **an_indicator(document_no or self.fund, levels(central_fen, provincial_fen), year=year),
        )
        return self

    def allocates(
        self,
        central_fen: int,
        provincial_fen: int,
        purpose: tuple[str, str] | None = None,
        document_no: str = "",
        *,
        spending_item: str = "",
        on: date = date(2024, 1, 20),
    ) -> str:
        """Allocate money, to the project unless told; a project that was not proposed yet is proposed first."""
        allocation_no = self.number("A")
        kind, code = purpose or ("project", self.code)
        if purpose is None and code not in self.kinds:
            self.proposed()
        self.books.allocate_fund(
            self.act("u-fund", on),
            document_no=document_no or self.fund,
            **an_allocation(
                allocation_no, levels(central_fen, provincial_fen), (kind, code), spending_item=spending_item
            ),
        )
        return allocation_no

    def money_arrives(
        self, allocation_no: str, central_fen: int, provincial_fen: int, document_no: str = ""
    ) -> None:
        self.books.record_cash_arrival(
            self.act("u-fund", date(2024, 2, 1)),
            document_no=document_no or self.fund,
            **cash_of(allocation_no, self.number("V"), levels(central_fen, provincial_fen)),
        )

    def recovers(
        self,
        voucher_no: str,
        central_fen: int,
        provincial_fen: int = 0,
        *,
        on: date,
        allocation_no: str = "A-1",
        account_code: str = ACCOUNT,
    ) -> None:
        """Recover what is left of an allocation."""
        sources = levels(central_fen, provincial_fen)
        self.books.recover_surplus(
            self.act("u-fund", on),
            document_no=self.fund,
            **cash_of(allocation_no, voucher_no, sources, account_code=account_code, reason="结余"),
        )

    def reverses_arrival(self, voucher_no: str, on: date, account_code: str = ACCOUNT) -> None:
        """Take back an arrival of 2024."""
        self.books.reverse_cash_arrival(
            self.act("u-fund", on),
            document_no=self.fund,
            account_code=account_code,
            arrived_year=2024,
            voucher_no=voucher_no,
            reason="误登",
        )

    def takes_allocation_back(
        self, allocation_no: str, central_fen: int, provincial_fen: int = 0, *, on: date
    ) -> None:
        self.books.take_back_allocation(
            self.act("u-fund", on),
            document_no=self.fund,
            allocation_no=allocation_no,
            decision_no="县领导小组2号",
            reason="改用途",
            **money(levels(central_fen, provincial_fen)),
        )

    def worked_money(self, regulations: Regulations = REGULATIONS, kind: str = "works") -> "Story":
        """Open the books, propose the project, and bring 990,000 yuan of the worked example to the account."""
        self.opens(regulations).proposed(kind).receives(600_000 * YUAN, 400_000 * YUAN)
        self.money_arrives(self.allocates(594_000 * YUAN, 396_000 * YUAN), 594_000 * YUAN, 396_000 * YUAN)
        return self

    # The project

    def proposed(self, kind: str = "works") -> "Story":
        """Propose the project, once."""
        if self.code in self.kinds:
            assert self.kinds[self.code] == kind, f"{self.code} was proposed as {self.kinds[self.code]}"
            return self
        self.kinds[self.code] = kind
        self.books.propose_project(self.act(on=day("2024-01-03")), **a_proposal(self.code, kind=kind))
        return self

    def decides(self, number: int = 0, **change: object) -> "Story":
        """The village decides by 四议两公开, one of its steps otherwise than it should be."""
        given = list(steps(day("2024-01-05")))
        given[number] = replace(given[number], **change)  # type: ignore[arg-type]  # fields of a step
        self.books.record_village_decision(
            self.act(on=day("2024-01-20")), code=self.code, checklist="four_two", steps=tuple(given)
        )
        return self

    def in_library(self, kind: str = "works") -> "Story":
        self.proposed(kind).decides()
        books, decided = self.books, day("2024-01-20")
        books.review_project(self.act(REVIEWER, decided), code=self.code, opinion="属实")
        books.appraise_project(
            self.act(APPROVER, decided),
            code=self.code,
            unit="县联审组",
            opinion="可行",
            estimate_fen=990_000 * YUAN,
        )
        self.is_posted(Duty.LIBRARY_ENTRY, decided)
        target = Target("length", "硬化里程", "米", 2000)
        books.enter_library(self.act(REVIEWER, decided), code=self.code, library_no="K-1", targets=(target,))
        return self

    def approved(
        self,
        sources: tuple[SourceShare, ...] = WORKED_SOURCES,
        scheme: str = "works_2022",
        kind: str = "works",
    ) -> "Story":
        self.in_library(kind).planned(sources, scheme)
        self.is_posted(Duty.APPROVAL, day("2024-02-02"))
        self.books.approve_project(self.act(APPROVER, day("2024-02-05")), code=self.code, approval_no="P-1")
        return self

    def planned(
        self, sources: tuple[SourceShare, ...] = WORKED_SOURCES, scheme: str = "works_2022"
    ) -> "Story":
        self.books.plan_project(
            self.act(REVIEWER, day("2024-02-02")), code=self.code, **a_plan(sources, scheme=scheme)
        )
        return self

    def contracted(
        self, price_fen: int = 960_000 * YUAN, route: str = "open_tender", confirm_unusual: str = ""
    ) -> "Story":
        self.books.contract_project(
            self.act(on=day("2024-02-20")),
            code=self.code,
            **a_contract("HT-1", price_fen, route=route, confirm_unusual=confirm_unusual),
        )
        return self

    def started(self) -> "Story":
        self.books.start_project(
            self.act(on=day("2024-02-25")), code=self.code, start_order_no="KG-1", photo_sha256=HASH
        )
        return self

    def measured(self, amount_fen: int, on: date | None = None) -> "Story":
        self.books.measure_work(
            self.act(on=on),
            code=self.code,
            certificate_no=self.number("JL"),
            amount_fen=amount_fen,
            work="路基与面层",
        )
        return self

    def completed(self) -> "Story":
        self.books.complete_project(self.act(on=day("2024-09-01")), code=self.code, report_no="WG-1")
        return self

    def passed(self, level: str, on: date | None = None, *acceptors: str) -> "Story":
        self.books.pass_acceptance(
            self.act(ACCEPTORS[level], on or day("2024-09-10")),
            code=self.code,
            **an_acceptance(level, *(acceptors or (ACCEPTORS[level],))),
        )
        return self

    def accepted(self) -> "Story":
        return self.passed("village").passed("town").passed("county")

    def settled(
        self, settlement_fen: int, retention_bp: int | None = None, auditor_unit: str = "正信造价咨询"
    ) -> "Story":
        self.books.settle_project(
            self.act(REVIEWER, day("2024-09-20")),
            code=self.code,
            audit_no="SJ-1",
            auditor_unit=auditor_unit,
            settlement_fen=settlement_fen,
            retention_bp=retention_bp,
        )
        return self

    def completion_posted(self, close_on: date | None = date(2024, 10, 3)) -> "Story":
        self.drafted("GG-1", "completion", Project.id_of(self.code), day("2024-09-21"))
        self.posted("GG-1", day("2024-09-22"))
        if close_on is not None:
            self.books.close_notice(self.act("u-publisher", close_on), notice_no="GG-1")
        return self

    def handed_over(self) -> "Story":
        self.books.hand_over_project(self.act(on=day("2024-10-10")), code=self.code, **a_hand_over("ZC-1"))
        return self

    def released(self) -> "Story":
        self.books.release_retention(
            self.act(on=day("2025-09-10")),
            code=self.code,
            inspection_no="ZB-1",
            inspected_on=day("2025-09-09"),
        )
        return self

    # Notices

    def drafted(self, notice_no: str, kind: str, subject: str, on: date, level: str = "village") -> Receipt:
        rules = self.regulations.notice_kind(kind)
        return self.books.draft_notice(
            self.act("u-publisher", on),
            **a_notice(
                notice_no, kind, subject, level=level, fields=texts_for(rules), amounts=unprinted(rules)
            ),
        )

    def is_posted(self, step: Duty, on: date) -> None:
        """Post what the rulebook of the story asks for before a step of the project."""
        for row in self.regulations.notices_before:
            if row.step == step:
                notice_no = self.number("GS")
                self.drafted(notice_no, row.kind, Project.id_of(self.code), on, row.level)
                self.posted(notice_no, on)

    def posted(self, notice_no: str, first_day_on: date) -> Receipt:
        return self.books.post_notice(
            self.act("u-publisher", first_day_on),
            notice_no=notice_no,
            place_text="村务公开栏",
            photo_sha256=HASH,
            first_day_on=first_day_on,
        )

    # Claims

    def submits(
        self,
        stage: str,
        amount_fen: int,
        on: date,
        *,
        purpose: tuple[str, str] | None = None,
        payee_id: str = CONTRACTOR,
        fee_use: str = "",
        spending_item: str = "",
        account_code: str = ACCOUNT,
    ) -> str:
        claim_no = self.number("BZ")
        more = self.regulations.spending_item(spending_item).kinds if spending_item else ()
        self.books.submit_claim(
            self.act(on=on),
            **a_claim(
                claim_no,
                stage,
                amount_fen,
                papers(stage, claim_no, amount_fen, on, more),
                purpose or ("project", self.code),
                payee_id=payee_id,
                account_code=account_code,
                fee_use=fee_use,
                spending_item=spending_item,
            ),
        )
        return claim_no

    def approves(self, claim_no: str, approved_fen: int, on: date) -> None:
        self.books.review_claim(self.act(REVIEWER, on), claim_no=claim_no, opinion="资料齐全")
        self.books.approve_claim(
            self.act(APPROVER, on), claim_no=claim_no, approved_fen=approved_fen, opinion="同意"
        )

    def pays(self, claim_no: str, amount_fen: int, on: date, by: str = PAYER) -> str:
        payment_no = self.number("FK")
        self.books.pay_claim(
            self.act(by, on),
            claim_no=claim_no,
            payment_no=payment_no,
            voucher_no=self.number("V"),
            amount_fen=amount_fen,
        )
        return payment_no

    def claims_and_is_paid(self, stage: str, amount_fen: int, on: date) -> str:
        claim_no = self.submits(stage, amount_fen, on)
        self.approves(claim_no, amount_fen, on)
        return self.pays(claim_no, amount_fen, on)
