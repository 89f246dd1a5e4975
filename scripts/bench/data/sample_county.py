"""样本县 (the sample county): a few thousand facts of ordinary business, recorded through `Books` from a seed.

Indicators are allocated to works and to households; claims are paid, notices run or are still missing.  Every business
key carries `TAG`, so that the county can be multiplied by giving each copy a tag of its own.
"""

from datetime import date
from random import Random

from domain.books.books import Books
from domain.money.sources import SourceAmount
from domain.projects.values import Target
from domain.rolls.values import RollLine
from domain.rulebook.ready.ready import ready_rulebook
from domain.rulebook.rulebook import RulesInForce
from scripts.bench.data.sample_works import PROGRESS, YUAN, build
from scripts.demo.case import place_names
from scripts.demo.clerk import ADMINISTRATOR, APPROVER, RECORDER, Clerk
from scripts.demo.county import official_days
from scripts.demo.papers import shares
from scripts.demo.project_path import enter_library, plan_and_approve
from scripts.demo.roll_path import Roll, RollDays, pay_roll
from scripts.demo.work import Work

TAG = "q0000q"
"""Stands in every business key, with letters that no hash has, in the lower case of person ids."""

RULES_FROM = date(2021, 3, 26)
FUNDS, ROLL_LINES = 4, 250
WORKS_PER_FUND = 5
COUNTY = "350302"
FEE_FEN = 10_000 * YUAN
STANDARD_FEN = 700 * YUAN
BUDGET_CODE = "2130504"


def publish_rules(books: Books) -> RulesInForce:
    """Publish the rulebook and the calendars that the sample county is judged by; these are not multiplied."""
    regulations = ready_rulebook("2021")
    clerk = Clerk(books, "rules", ())
    clerk.act(
        ADMINISTRATOR,
        RULES_FROM,
        books.publish_rulebook,
        version=1,
        title=regulations.name,
        document_no="财农〔2021〕19号",
        in_force_from=RULES_FROM,
        regulations=regulations,
    )
    for year in (2024, 2025, 2026):
        days_off, make_up_days = official_days(year)
        clerk.act(
            ADMINISTRATOR,
            date(year - 1, 12, 1),
            books.publish_calendar,
            year=year,
            days_off=days_off,
            make_up_days=make_up_days,
            source="chinesecalendar",
        )
    return RulesInForce(1, RULES_FROM, regulations)


def record_sample(books: Books, rules: RulesInForce, seed: int) -> None:
    """Record the sample county: two facts in five are lines of rolls, the rest belongs to works and their money."""
    county = SampleCounty(Clerk(books, TAG, (rules,)), Random(seed))  # noqa: S311 - a seed, no secret
    county.open_account()
    for number in range(1, FUNDS + 1):
        county.record_fund(f"{TAG}-{number:02}")


class SampleCounty:
    """Records funds one after another; amounts, places and progress are drawn from `random`."""

    def __init__(self, clerk: Clerk, random: Random) -> None:
        self._clerk = clerk
        self._random = random
        self._account_code = f"{TAG}-专账"
        self._places = sorted(place_names())

    def open_account(self) -> None:
        """Open the one account of the county, a ledger account whose interest goes to the treasury."""
        self._clerk.act(
            APPROVER,
            date(2024, 10, 8),
            self._clerk.books.open_account,
            code=self._account_code,
            name=f"样本县{TAG}衔接资金专账",
            mode="special_ledger",
            place_code=COUNTY,
            holder_unit="样本县财政局",
            interest_owner="treasury",
        )

    def record_fund(self, number: str) -> None:
        """One indicator: works that it pays for, a roll of households, the fee, interest and a gift."""
        document_no = f"示财农〔2024〕{number}号"
        works = [
            self.work(f"{number}-{i}", "works", self._random.randrange(150_000, 990_000) * YUAN)
            for i in range(1, WORKS_PER_FUND + 1)
        ]
        households = self.work(f"{number}-0", "subsidy", ROLL_LINES * STANDARD_FEN)
        for work in (*works, households):
            enter_library(self._clerk, work, date(2024, 10, 8))
        self.receive(document_no, FEE_FEN + sum(work.estimate_fen for work in (*works, households)))
        self.allocate(document_no, f"{number}-管理费", "fee", "", FEE_FEN)
        for work in (*works, households):
            self.fund(document_no, work)
        for work in works:
            build(self._clerk, self._random, work, self._random.choice(PROGRESS))
        self._pay_households(households)
        self._interest_and_gift(number)

    def work(self, code: str, kind: str, estimate_fen: int) -> Work:
        """Works or a subsidy, in a place drawn by lot."""
        works = kind == "works"
        name = f"{code}村组道路硬化" if works else f"{code}公益性岗位补助"
        return Work(
            regulations=self._clerk.rulebooks[0].regulations,
            code=code,
            name=name,
            use="infrastructure" if works else "monitoring",
            kind=kind,
            place_code=self._random.choice(self._places),
            unit="样本镇人民政府",
            proposer="样本村",
            content=f"{name}，按批复的实施方案",
            beneficiaries=f"{self._random.randrange(30, 300)} 户",
            estimate_fen=estimate_fen,
            target=Target("built", name, "处", 1),
            scheme="works_2022" if works else "after_acceptance",
            budget_code=BUDGET_CODE if works else "2130599",
            account_code=self._account_code,
        )

    def receive(self, document_no: str, fen: int) -> None:
        """Receive an indicator of two levels."""
        self._clerk.act(
            RECORDER,
            date(2024, 12, 27),
            self._clerk.books.receive_indicator,
            document_no=document_no,
            title="2025年中央和省级财政衔接推进乡村振兴补助资金",
            year=2025,
            place_code=COUNTY,
            issuer="省财政厅",
            issued_on=date(2024, 12, 20),
            use="comprehensive",
            nature="grant",
            budget_code=BUDGET_CODE,
            sources=two_levels(fen),
            amount_fen=fen,
        )

    def allocate(
        self,
        document_no: str,
        allocation_no: str,
        purpose: str,
        code: str,
        fen: int,
        work: Work | None = None,
    ) -> None:
        """Allocate money of an indicator, by both levels."""
        self._clerk.act(
            APPROVER,
            date(2025, 1, 6),
            self._clerk.books.allocate_fund,
            document_no=document_no,
            allocation_no=allocation_no,
            decision_no=f"{allocation_no}-分配",
            purpose_kind=purpose,
            purpose_code=code,
            use=work.use if work else "comprehensive",
            budget_code=work.budget_code if work else BUDGET_CODE,
            sources=two_levels(fen),
            amount_fen=fen,
        )

    def fund(self, document_no: str, work: Work, arriving_fen: int | None = None) -> None:
        """Allocate to a project, plan and approve it, and let its money arrive, all of it unless told."""
        sources = two_levels(work.estimate_fen)
        self.allocate(document_no, work.code, "project", work.code, work.estimate_fen, work)
        planned = shares(document_no, sources)
        days = (date(2025, 1, 13), date(2025, 2, 17), date(2025, 12, 20))
        plan_and_approve(self._clerk, work, planned, *days)
        self._clerk.act(
            RECORDER,
            date(2025, 3, 3),
            self._clerk.books.record_cash_arrival,
            document_no=document_no,
            allocation_no=work.code,
            account_code=self._account_code,
            voucher_no=f"到-{work.code}",
            sources=two_levels(arriving_fen or work.estimate_fen),
            amount_fen=arriving_fen or work.estimate_fen,
        )

    def _pay_households(self, work: Work) -> None:
        lines = tuple(
            RollLine(number, f"p-{work.code}-{number:05}", 1, STANDARD_FEN, STANDARD_FEN)
            for number in range(1, ROLL_LINES + 1)
        )
        roll = Roll(f"{work.name}发放", "2025 年 3 月", "每人每月 700 元", "12317", lines)
        days = RollDays(
            drawn_up_on=date(2025, 3, 20),
            posted_on=date(2025, 3, 20),
            closed_on=date(2025, 4, 10),
            approved_on=date(2025, 4, 11),
            sent_on=date(2025, 4, 14),
            confirmed_on=date(2025, 4, 16),
        )
        pay_roll(self._clerk, work, roll, days)

    def _interest_and_gift(self, number: str) -> None:
        books = self._clerk.books
        self._clerk.act(
            RECORDER,
            date(2025, 6, 20),
            books.record_interest,
            code=self._account_code,
            voucher_no=f"息-{number}",
            amount_fen=self._random.randrange(1_000, 90_000),
            period_from=date(2025, 3, 21),
            period_to=date(2025, 6, 20),
        )
        amount_fen = self._random.randrange(1, 50) * 1_000 * YUAN
        self._clerk.act(
            RECORDER,
            date(2025, 5, 6),
            books.pledge_gift,
            gift_no=f"赠-{number}",
            donor_id=f"f-{number}",
            donor_kind="firm",
            donor_name="样本商贸公司",
            amount_fen=amount_fen,
            purpose="助学",
            place_code=COUNTY,
        )
        self._clerk.act(
            RECORDER,
            date(2025, 5, 9),
            books.receive_gift_cash,
            gift_no=f"赠-{number}",
            voucher_no=f"赠-{number}",
            account_code=self._account_code,
            amount_fen=amount_fen,
        )


def two_levels(fen: int) -> tuple[SourceAmount, ...]:
    """Split an amount: three fifths central, the rest provincial."""
    central_fen = fen * 6 // 10
    return (SourceAmount("central", central_fen), SourceAmount("provincial", fen - central_fen))
