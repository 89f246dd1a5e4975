"""Random histories (随机业务) of a fund and an account keep cap, sources and balance, and replay to the same."""

from contextlib import suppress
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from domain.accounts.account import Account
from domain.funds.fund import Fund
from domain.money.shares import total_fen
from domain.money.sources import SourceAmount
from domain.refusal import Refusal
from tests.domain.county import RULES, a_fund, an_account, on

LEVELS = ("central", "provincial", "county")
PURPOSES = (("project", "P1"), ("project", "P2"), ("unit", "U1"), ("fee", ""))
splits = st.dictionaries(st.sampled_from(LEVELS), st.integers(1, 900), min_size=1).map(
    lambda fen: tuple(SourceAmount(level, part) for level, part in fen.items())
)
amounts = st.integers(1, 900)
numbers = st.integers(1, 6).map(lambda n: f"N{n}")


class History(RuleBasedStateMachine):
    """A clerk who tries anything; what is refused must leave nothing behind."""

    def __init__(self) -> None:
        super().__init__()
        self.fund = a_fund(central=3_000, provincial=2_000)
        self.account = an_account()
        self.day = date(2024, 3, 2)
        self.step = 0

    def next_voucher(self) -> str:
        self.step += 1
        return f"V{self.step}"

    @rule(days=st.integers(0, 120))
    def time_passes(self, days: int) -> None:
        self.day += timedelta(days)

    @rule(number=numbers, purpose=st.sampled_from(PURPOSES), sources=splits, again=st.booleans())
    def allocate(
        self, number: str, purpose: tuple[str, str], sources: tuple[SourceAmount, ...], *, again: bool
    ) -> None:
        with suppress(Refusal):
            self.fund.allocate(
                on(self.day),
                RULES,
                allocation_no=number,
                decision_no="D",
                purpose_kind=purpose[0],
                purpose_code=purpose[1],
                use="works_relief" if number == "N1" else "industry",
                budget_code="2130599",
                sources=sources,
                amount_fen=sum(part.amount_fen for part in sources),
                from_recovered=again,
            )

    @rule(sources=splits, cut=st.booleans())
    def change_the_indicator(self, sources: tuple[SourceAmount, ...], *, cut: bool) -> None:
        decide = self.fund.cut if cut else self.fund.add
        with suppress(Refusal):
            decide(
                on(self.day),
                RULES,
                decision_no="D",
                sources=sources,
                amount_fen=sum(part.amount_fen for part in sources),
                reason="上级调整",
            )

    @rule(giver=numbers, taker=numbers, sources=splits)
    def adjust(self, giver: str, taker: str, sources: tuple[SourceAmount, ...]) -> None:
        with suppress(Refusal):
            self.fund.adjust(
                on(self.day),
                RULES,
                from_allocation_no=giver,
                to_allocation_no=taker,
                decision_no="D",
                sources=sources,
                amount_fen=sum(part.amount_fen for part in sources),
                reason="调剂",
            )

    @rule(number=numbers, sources=splits)
    def take_back(self, number: str, sources: tuple[SourceAmount, ...]) -> None:
        with suppress(Refusal):
            self.fund.take_back(
                on(self.day),
                RULES,
                allocation_no=number,
                decision_no="D",
                sources=sources,
                amount_fen=sum(part.amount_fen for part in sources),
                reason="收回",
            )

    @rule(number=numbers, sources=splits, recovery=st.booleans())
    def money_moves(self, number: str, sources: tuple[SourceAmount, ...], *, recovery: bool) -> None:
        """Cash arrives, or surplus goes back: one act on both streams, as the desk does it."""
        voucher, amount_fen = self.next_voucher(), sum(part.amount_fen for part in sources)
        shares = self.fund.shares(sources)
        with suppress(Refusal):
            if recovery:
                purpose = self.fund.allocation(number).purpose
                self.account.check_surplus(on(self.day), voucher_no=voucher, purpose=purpose, sources=shares)
            decide = self.fund.recover if recovery else self.fund.arrive
            words = {"reason": "结余"} if recovery else {}
            decide(
                on(self.day),
                RULES,
                allocation_no=number,
                account_code="Z1",
                voucher_no=voucher,
                sources=sources,
                amount_fen=amount_fen,
                **words,
            )
            move = self.account.return_surplus if recovery else self.account.receive
            move(
                on(self.day),
                voucher_no=voucher,
                document_no=self.fund.document_no,
                allocation_no=number,
                purpose=self.fund.allocation(number).purpose,
                year=2024,
                budget_code="2130599",
                sources=shares,
                amount_fen=amount_fen,
            )

    @rule(purpose=st.sampled_from(PURPOSES), amount_fen=amounts, number=numbers)
    def pay(self, purpose: tuple[str, str], amount_fen: int, number: str) -> None:
        with suppress(Refusal):
            self.account.pay(
                on(self.day),
                payment_no=number,
                voucher_no=self.next_voucher(),
                purpose=purpose,
                stage="unit",
                payee_id="f-1",
                payee_name="",
                sources=self.account.split_for(purpose, amount_fen),
                amount_fen=amount_fen,
                year=2024,
                budget_code="2130599",
            )

    @precondition(lambda self: self.account.payments)
    @rule(number=numbers, amount_fen=amounts, how=st.sampled_from(("return", "reverse", "refund")))
    def money_comes_back(self, number: str, amount_fen: int, how: str) -> None:
        stamp = on(self.day)
        with suppress(Refusal):
            if how == "return":
                self.account.return_payment(stamp, payment_no=number, bank_reference="退", reason="退票")
            elif how == "reverse":
                self.account.reverse_payment(stamp, payment_no=number, reason="误登")
            else:
                self.account.refund(
                    stamp,
                    refund_no=self.next_voucher(),
                    payment_no=number,
                    amount_fen=amount_fen,
                    reason="多付",
                )

    @invariant()
    def paid_is_below_arrived_below_allocated_below_given(self) -> None:
        for level in LEVELS:
            allocations = self.fund.allocations.values()
            allocated = sum(one.allocated.get(level, 0) for one in allocations)
            arrived = sum(one.arrived.get(level, 0) for one in allocations)
            recovered = sum(one.recovered.get(level, 0) for one in allocations)
            planned_again = recovered - self.fund.recovered.levels.get(level, 0)
            given = self.fund.given.get(level, 0)
            assert given == self.fund.unallocated.levels.get(level, 0) + allocated - planned_again
            assert 0 <= recovered <= arrived <= allocated
            assert self.fund.unallocated.levels.get(level, 0) >= 0
            assert self.fund.recovered.levels.get(level, 0) >= 0
            for one in allocations:
                assert 0 <= one.recovered.get(level, 0) <= one.arrived.get(level, 0)
                assert one.arrived.get(level, 0) <= one.allocated.get(level, 0)

    @invariant()
    def the_fee_is_below_its_share_of_the_base(self) -> None:
        base_fen = self.fund.computed_fee_base_fen(RULES)
        assert self.fund.fee_fen() * 10_000 <= max(base_fen, 0) * RULES.fee.cap_bp

    @invariant()
    def no_purse_is_overdrawn_and_the_purses_are_the_balance(self) -> None:
        held = [purse.available() for purse in self.account.purses.values()]
        assert all(fen >= 0 for purse in held for fen in purse.values())
        assert sum(map(total_fen, held)) == self.account.balance_fen
        for level in LEVELS:
            arrived = sum(
                fen
                for purse in self.account.purses.values()
                for (_, channel_level), fen in purse.arrived.items()
                if channel_level == level
            )
            assert arrived == sum(one.arrived.get(level, 0) for one in self.fund.allocations.values())

    def teardown(self) -> None:
        fund = Fund(self.fund.id).replay(self.fund.pending_events)
        account = Account(self.account.id).replay(self.account.pending_events)
        assert vars(fund) == vars(self.fund) | {"pending_events": []}
        assert vars(account) == vars(self.account) | {"pending_events": []}


TestRandomHistories = History.TestCase
TestRandomHistories.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
