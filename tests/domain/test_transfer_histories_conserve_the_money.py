"""Random histories (随机业务) of transfers: accounts and what is in transit hold what came in and did not go out."""

from collections import Counter
from contextlib import suppress
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from domain.accounts.account import Account
from domain.accounts.cash import PurposeFields
from domain.accounts.codes import AccountMode
from domain.money.sources import SourceShare
from domain.refusal import Refusal
from domain.stamp import Stamp
from domain.transfers.codes import IN_TRANSIT
from domain.transfers.transfer import Transfer

DOCUMENTS, LEVELS = ("F1", "F2"), ("central", "county")
PURPOSES = (("project", "P1"), ("unit", "U1"))
CODES = ("A", "B", "C")
CAME_IN, WENT_OUT = "money_arrived", ("paid", "surplus_returned")

shares = st.builds(SourceShare, st.sampled_from(DOCUMENTS), st.sampled_from(LEVELS), st.integers(1, 500)).map(
    lambda share: (share,)
)
accounts, numbers, persons = st.sampled_from(CODES), st.integers(0, 5), st.sampled_from(("u-1", "u-2", "u-3"))
purposes = st.sampled_from(PURPOSES)


def money(purpose: tuple[str, str], sources: tuple[SourceShare, ...]) -> PurposeFields:
    return {
        "purpose_kind": purpose[0],
        "purpose_code": purpose[1],
        "year": 2024,
        "budget_code": "2130505",
        "sources": sources,
        "amount_fen": sum(share.amount_fen for share in sources),
    }


class History(RuleBasedStateMachine):
    """Clerks who try anything in three accounts; what is refused must leave nothing behind."""

    def __init__(self) -> None:
        super().__init__()
        self.day = date(2024, 3, 1)
        self.accounts = {code: self.opened(code) for code in CODES}
        self.transfers: list[Transfer] = []
        self.vouchers = 0

    def opened(self, code: str) -> Account:
        account = Account(f"account/{code}")
        account.open(
            Stamp("u-1", self.day),
            code=code,
            name=code,
            mode=AccountMode.SPECIAL_LEDGER,
            place_code="511703",
            holder_unit="财政局",
            bank="",
            approval_no="",
            interest_owner="treasury",
        )
        return account

    def voucher(self) -> str:
        self.vouchers += 1
        return f"V{self.vouchers}"

    @rule(days=st.integers(0, 20))
    def time_passes(self, days: int) -> None:
        self.day += timedelta(days)

    @rule(code=accounts, purpose=purposes, sources=shares)
    def arrive(self, code: str, purpose: tuple[str, str], sources: tuple[SourceShare, ...]) -> None:
        self.accounts[code].receive(
            Stamp("u-1", self.day),
            voucher_no=self.voucher(),
            document_no=sources[0].document_no,
            allocation_no="A1",
            purpose=purpose,
            year=2024,
            budget_code="2130505",
            sources=sources,
            amount_fen=sources[0].amount_fen,
        )

    @rule(code=accounts, purpose=purposes, amount_fen=st.integers(1, 400))
    def pay(self, code: str, purpose: tuple[str, str], amount_fen: int) -> None:
        account = self.accounts[code]
        with suppress(Refusal):
            account.pay(
                Stamp("u-1", self.day),
                payment_no=self.voucher(),
                voucher_no=self.voucher(),
                purpose=purpose,
                stage="unit",
                payee_id="f-1",
                payee_name="",
                sources=account.split_for(purpose, amount_fen),
                amount_fen=amount_fen,
                year=2024,
                budget_code="2130505",
            )

    @rule(giver=accounts, taker=accounts, purpose=purposes, sources=shares, by=persons)
    def send(
        self, giver: str, taker: str, purpose: tuple[str, str], sources: tuple[SourceShare, ...], by: str
    ) -> None:
        if giver == taker:
            return
        number, stamp, order = f"T{len(self.transfers)}", Stamp(by, self.day), money(purpose, sources)
        transfer, voucher_no = Transfer(f"transfer/{number}"), self.voucher()
        with suppress(Refusal):
            self.accounts[giver].send_transfer(
                stamp, order, voucher_no=voucher_no, transfer_no=number, to_account_code=taker
            )
            transfer.send(
                stamp,
                order,
                transfer_no=number,
                decision_no="D",
                from_account_code=giver,
                to_account_code=taker,
                document_no=sources[0].document_no,
                allocation_no="A1",
                voucher_no=voucher_no,
            )
            self.transfers.append(transfer)

    @rule(
        number=numbers, by=persons, step=st.sampled_from(("receive", "reverse", "refuse", "back", "withdraw"))
    )
    def step(self, number: int, by: str, step: str) -> None:
        """Any step of any transfer, by anybody: one act on both streams, as the desk does it."""
        if number >= len(self.transfers):
            return
        transfer, stamp = self.transfers[number], Stamp(by, self.day)
        order, voucher_no = transfer.order, self.voucher()
        giver, taker = self.accounts[order.from_account_code], self.accounts[order.to_account_code]
        with suppress(Refusal):
            match step:
                case "receive":
                    transfer.receive(stamp, voucher_no)
                    taker.receive_transfer(
                        stamp,
                        transfer.money,
                        voucher_no=voucher_no,
                        transfer_no=order.transfer_no,
                        from_account_code=giver.code,
                    )
                case "reverse" if self.may_be_reversed(transfer):
                    transfer.reverse_receipt(stamp, "误登")
                    taker.reverse_transfer_receipt(stamp, order.transfer_no, "误登")
                case "refuse":
                    transfer.refuse(stamp, "账户有误")
                case "back":
                    transfer.come_back(stamp, voucher_no)
                    giver.take_transfer_back(stamp, order.transfer_no, voucher_no)
                case "withdraw":
                    transfer.withdraw(stamp, "金额有误")
                    giver.withdraw_transfer(stamp, order.transfer_no, "金额有误")

    def may_be_reversed(self, transfer: Transfer) -> bool:
        """Whether the account that received still holds it: on the desk, one refusal forgets both streams."""
        held = self.accounts[transfer.order.to_account_code].available(transfer.order.purpose)
        return all(held.get(share.channel, 0) >= share.amount_fen for share in transfer.order.sources)

    @invariant()
    def accounts_and_what_is_in_transit_are_what_came_in_less_what_went_out(self) -> None:
        came_in, held = Counter[tuple[str, str, str]](), Counter[tuple[str, str, str]]()
        for account in self.accounts.values():
            for fact in account.pending_events:
                step = fact.TOPIC.partition(".")[2]
                sign = (step == CAME_IN) - (step in WENT_OUT)
                for share in getattr(fact, "sources", ()):
                    came_in[fact.purpose_code, *share.channel] += sign * share.amount_fen  # type: ignore[attr-defined]  # has sources
            for purpose, purse in account.purses.items():
                for channel, amount_fen in purse.available().items():
                    held[purpose[1], *channel] += amount_fen
        for transfer in self.transfers:
            if transfer.state in IN_TRANSIT:
                for share in transfer.order.sources:
                    held[transfer.order.purpose_code, *share.channel] += share.amount_fen
        assert held == came_in

    @invariant()
    def no_purse_is_overdrawn_and_the_purses_are_the_balance(self) -> None:
        for account in self.accounts.values():
            held = [fen for purse in account.purses.values() for fen in purse.available().values()]
            assert min(held, default=0) >= 0
            assert sum(held) == account.balance_fen

    def teardown(self) -> None:
        for stream in (*self.accounts.values(), *self.transfers):
            again = type(stream)(stream.id).replay(stream.pending_events)
            assert vars(again) == vars(stream) | {"pending_events": []}


TestRandomHistories = History.TestCase
TestRandomHistories.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
