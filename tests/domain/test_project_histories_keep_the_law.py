"""项目史 (histories): whatever people try in whatever order, the laws of money hold and the facts replay to the state.

A plan is its sources; each payment keeps its ceiling; a plan is settlement and saving; notices hang their days;
acceptors are not implementers; submitter, approver and payer are three.  One set of books serves all
examples; each example has a fund and a project of its own.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.accounts.account import Account
from domain.books.books import Books
from domain.claims.claim import Claim
from domain.money.shares import ByChannel, total_fen
from domain.money.sources import SourceShare
from domain.notices.notice import Notice
from domain.projects.codes import Phase
from domain.projects.project import Project
from domain.refusal import Refusal
from tests.domain.project_papers import ACCEPTORS, ACCOUNT, APPROVER, FUND, PAYER, RECORDER, REVIEWER, day
from tests.domain.project_story import Story
from tests.memory_journal import IN_MEMORY

STAGES = ("advance", "progress", "settlement", "retention")
PERSONS = (RECORDER, REVIEWER, APPROVER, PAYER)

Try = tuple[object, ...]
"""What is tried: the name of a method of `History` and its arguments.  Amounts are thousandths of the plan."""

parts = st.integers(1, 600)
payers = st.sampled_from((PAYER, PAYER, PAYER, *PERSONS))
measure = st.tuples(st.just("measure"), parts)
pay = st.tuples(st.just("pay"), st.sampled_from(STAGES), parts, payers)
come_back = st.tuples(
    st.just("come_back"), st.sampled_from(("return", "reverse", "refund")), st.integers(0, 3), parts
)
reverse = st.tuples(st.just("reverse"), st.integers(0, 2))
change = st.tuples(st.just("change"), st.integers(-200, 200))
accept = st.tuples(st.just("accept"), st.sampled_from((RECORDER, "u-judge", "u-judge")))
settle = st.tuples(st.just("settle"), st.integers(1, 900))
release = st.tuples(st.just("release"))

while_building = st.lists(st.one_of(measure, measure, pay, pay, come_back, reverse, change), max_size=10)
in_any_order = st.lists(
    st.one_of(measure, pay, come_back, reverse, change, accept, settle, release), max_size=5
)
after_settling = st.lists(st.one_of(pay, pay, come_back, release), max_size=8)
histories = st.builds(
    lambda *phases: [one for phase in phases for one in phase],
    while_building,
    in_any_order,
    st.lists(accept, max_size=2),
    in_any_order,
    st.lists(settle, max_size=1),
    after_settling,
)


@pytest.fixture(scope="module")
def county() -> Iterator[Story]:
    """Books that all examples share."""
    with Books(IN_MEMORY) as books:
        yield Story(books).opens()


class History:
    """One project and what is tried on it; every try either records its facts or is refused."""

    def __init__(self, county: Story, number: int, central_fen: int, provincial_fen: int) -> None:
        self.story = story = replace(county, code=f"P{number}", fund=f"{FUND}-{number}")
        self.on, self.payments = day("2024-03-01"), list[str]()
        story.receives(central_fen, provincial_fen)
        allocation = story.allocates(central_fen, provincial_fen)
        story.money_arrives(allocation, central_fen, provincial_fen)
        plan = (
            SourceShare(story.fund, "central", central_fen),
            SourceShare(story.fund, "provincial", provincial_fen),
        )
        story.approved(plan).contracted((central_fen + provincial_fen) * 9 // 10).started()

    @property
    def project(self) -> Project:
        """The project as the desk has it in memory."""
        return self.story.books.streams.at(Project, Project.id_of(self.story.code))

    @property
    def account(self) -> Account:
        """The account as the desk has it in memory."""
        return self.story.books.streams.at(Account, Account.id_of(ACCOUNT))

    def paid(self, *stages: str) -> ByChannel:
        return self.account.paid_for(("project", self.story.code), *stages)

    def attempt(self, act: Try) -> None:
        self.on += timedelta(1)
        with contextlib.suppress(Refusal):
            getattr(self, str(act[0]))(*act[1:])

    def fen(self, part: int) -> int:
        return self.project.plan_fen * part // 1000

    # What people try

    def measure(self, part: int) -> None:
        self.story.measured(self.fen(part), self.on)

    def reverse(self, number: int) -> None:
        certificates = list(self.project.certificates)
        if number < len(certificates):
            self.story.books.reverse_measurement(
                self.story.act(on=self.on),
                code=self.story.code,
                certificate_no=certificates[number],
                reason="误登",
            )

    def pay(self, stage: str, part: int, payer: str) -> None:
        amount_fen = self.fen(part)
        claim_no = self.story.submits(stage, amount_fen, self.on)
        self.story.approves(claim_no, amount_fen, self.on)
        self.payments.append(self.story.pays(claim_no, amount_fen, self.on, by=payer))
        self.check_payment(stage)

    def check_payment(self, stage: str) -> None:
        """The ceiling and the retention, worked out again from the state after the payment."""
        project, paid_fen = self.project, total_fen(self.paid(*STAGES))
        if stage == "advance":
            assert paid_fen * 10 <= project.price_fen * 3
        if stage == "progress":
            assert paid_fen * 10 <= project.measured_fen * 8
            assert project.certificates or project.phase >= Phase.SETTLED
        if stage in {"settlement", "retention"}:
            assert project.accepted_on is not None
            assert project.settlement_fen > 0
            assert any(notice.closed for notice in self.notices())
        if project.phase >= Phase.SETTLED:
            assert paid_fen <= project.settlement_fen - project.retention_kept_fen

    def notices(self) -> list[Notice]:
        books = self.story.books
        with books.turn(self.story.act()) as turn:
            return books.notices.of(turn, self.project)

    def come_back(self, how: str, number: int, part: int) -> None:
        if number >= len(self.payments):
            return
        books, act, payment_no = self.story.books, self.story.act("u-fund", self.on), self.payments[number]
        if how == "return":
            reference = self.story.number("T")
            books.return_payment(
                act, code=ACCOUNT, payment_no=payment_no, bank_reference=reference, reason="退"
            )
        elif how == "reverse":
            books.reverse_payment(act, code=ACCOUNT, payment_no=payment_no, reason="误付")
        else:
            books.record_refund(
                act,
                code=ACCOUNT,
                refund_no=self.story.number("R"),
                payment_no=payment_no,
                amount_fen=self.fen(part),
                reason="多付",
            )

    def accept(self, judge: str) -> None:
        """Complete the works, pass every level by one person, and post the completion notice."""
        books, code, on = self.story.books, self.story.code, self.on
        if self.project.phase is Phase.STARTED:
            books.complete_project(self.story.act(on=on), code=code, report_no="WG")
        for level in ACCEPTORS:
            books.pass_acceptance(
                self.story.act(judge, on),
                code=code,
                level=level,
                form_no="YS",
                acceptors=(judge,),
                representatives=1,
                verdict="合格",
            )
        notice_no = self.story.number("GG")
        self.story.drafted(notice_no, "completion", Project.id_of(code), on)
        self.story.posted(notice_no, on)
        self.on += timedelta(9)
        books.close_notice(self.story.act("u-publisher", self.on), notice_no=notice_no)

    def settle(self, part: int) -> None:
        self.story.books.settle_project(
            self.story.act(on=self.on),
            code=self.story.code,
            audit_no="SJ",
            auditor_unit="审计",
            settlement_fen=self.fen(part),
        )

    def release(self) -> None:
        self.on += timedelta(400)
        act, code = self.story.act(on=self.on), self.story.code
        if self.project.phase is Phase.SETTLED:
            self.story.books.hand_over_project(
                act,
                code=code,
                asset_no="Z",
                asset_class="public",
                owner_level="village",
                owner="村",
                keeper="村",
            )
        self.story.books.release_retention(act, code=code, inspection_no="ZB", inspected_on=self.on)

    def change(self, part: int) -> None:
        self.story.books.change_project(
            self.story.act(APPROVER, self.on),
            code=self.story.code,
            change_no=self.story.number("BG"),
            subject="contract",
            contract_change_fen=self.fen(part),
            approval_no="县批",
            reason="设计变更",
        )

    # What must hold

    def check(self) -> None:
        project, paid = self.project, self.paid(*STAGES)
        assert total_fen(project.plan) == project.plan_fen
        assert min(project.plan.values()) >= 0
        assert min(project.offset.values(), default=0) >= 0
        assert project.measured_fen <= max(project.price_fen, project.settlement_fen)
        assert min(self.account.available(("project", project.code)).values()) >= 0
        for channel, planned_fen in project.plan.items():
            assert paid.get(channel, 0) <= planned_fen
            assert project.measured.get(channel, 0) <= planned_fen
        if project.phase >= Phase.SETTLED:
            assert project.measured_fen == project.settlement_fen
            assert total_fen(project.settlement) + total_fen(project.saving) == project.plan_fen
            assert min(project.saving.values()) >= 0
            assert total_fen(project.retention) == project.retention_fen
        for claim_no in project.claim_nos:
            claim = self.story.claim(claim_no)
            assert 0 <= claim.paid_fen <= claim.approved_fen <= claim.amount_fen
            if claim.payments:
                payers = {
                    fact.by for fact in self.story.books.events.get(claim.id) if isinstance(fact, Claim.Paid)
                }
                assert not payers & {claim.submitted_by, claim.approved_by}
                assert claim.submitted_by not in {claim.approved_by, claim.reviewed_by}
        for fact in self.story.books.events.get(project.id):
            if isinstance(fact, Project.AcceptancePassed):
                assert not {*fact.acceptors, fact.by} & project.implementers
        replayed = vars(self.story.project)
        assert {name: value for name, value in vars(project).items() if name != "pending_events"} == {
            name: value for name, value in replayed.items() if name != "pending_events"
        }


numbers = count(1)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    central_fen=st.integers(100, 1_000_000),
    provincial_fen=st.integers(100, 1_000_000),
    tried=histories,
)
def test_no_history_breaks_a_law_of_money(
    county: Story, central_fen: int, provincial_fen: int, tried: list[Try]
) -> None:
    history = History(county, next(numbers), central_fen, provincial_fen)
    for act in tried:
        history.attempt(act)
    history.check()
