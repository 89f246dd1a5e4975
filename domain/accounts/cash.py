"""账户与专款 (cash in an account): opening and closing, the purses of its purposes, its vouchers and its balance."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict

from domain.accounts.refusals import (
    AccountAttributeUnknown,
    AccountClosed,
    AccountNotEmpty,
    ApprovalNumberMissing,
    VoucherUsed,
)
from domain.accounts.statement import StatementLine
from domain.fact import Fact, Stream, applies
from domain.money.fen import check_amount
from domain.money.inflows import Inflows
from domain.money.refusals import AboveLimit
from domain.money.shares import ByChannel, Channel, less
from domain.money.sources import SourceShare
from domain.rules.money_leaves_after_it_came import money_leaves_after_it_came
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp

MODES = ("special_account", "special_ledger")
INTEREST_OWNERS = ("treasury", "aid_fund")

Purpose = tuple[str, str]
"""Kind and code of what money is for, e.g. `("project", "P1")`."""


class PurposeFields(TypedDict):
    """The fields of a `PurposeFact`, ready to be spread."""

    purpose_kind: str
    purpose_code: str
    year: int
    budget_code: str
    sources: tuple[SourceShare, ...]
    amount_fen: int


@dataclass(frozen=True, kw_only=True)
class PurposeFact(Fact):
    """What every movement of earmarked money says: for what, of which year and code, from which channels."""

    purpose_kind: str
    purpose_code: str
    year: int
    budget_code: str
    sources: tuple[SourceShare, ...]
    amount_fen: int

    @property
    def purpose(self) -> Purpose:
        """Kind and code of the purpose."""
        return self.purpose_kind, self.purpose_code

    @property
    def purpose_fields(self) -> PurposeFields:
        """The same six fields for another fact about the same money."""
        return {
            "purpose_kind": self.purpose_kind,
            "purpose_code": self.purpose_code,
            "year": self.year,
            "budget_code": self.budget_code,
            "sources": self.sources,
            "amount_fen": self.amount_fen,
        }


@dataclass
class Purse:
    """专款: what one purpose holds in one account, channel by channel.

    came_in  on which day how much arrived or came back.
    """

    arrived: ByChannel = field(default_factory=dict)
    paid: ByChannel = field(default_factory=dict)
    returned: ByChannel = field(default_factory=dict)
    paid_by_stage: dict[str, ByChannel] = field(default_factory=dict)
    came_in: Inflows[Channel] = field(default_factory=Inflows)

    def take_in(self, on: date, sources: tuple[SourceShare, ...]) -> None:
        """Note the day on which money arrived or came back."""
        self.came_in.add(on, ((part.channel, part.amount_fen) for part in sources))

    def available(self) -> ByChannel:
        """What arrived and is neither paid nor returned as surplus."""
        return less(self.arrived, self.paid, self.returned)


class AccountCash(Stream):
    """The account itself; arrivals, interest, payments and reconciliation follow in their own files."""

    KIND = "account"

    @dataclass(frozen=True, kw_only=True)
    class Opened(Fact):
        """开户: a bank account (special_account 专户) or a ledger on treasury payment (special_ledger 专账)."""

        TOPIC = "account.opened"
        code: str
        name: str
        mode: str
        place_code: str
        holder_unit: str
        bank: str
        approval_no: str
        interest_owner: str

    @dataclass(frozen=True, kw_only=True)
    class Closed(Fact):
        """销户."""

        TOPIC = "account.closed"
        reason: str

    def __init__(self, stream_id: str) -> None:
        """Begin without money.  `open_entries` are the movements that no statement has confirmed, by version."""
        super().__init__(stream_id)
        self.code = self.place_code = self.mode = self.interest_owner = ""
        self.opened_on = date.min
        self.closed = False
        self.balance_fen = 0
        self.purses: dict[Purpose, Purse] = {}
        self.vouchers: set[tuple[int, str]] = set()
        self.open_entries: dict[int, StatementLine] = {}

    # State

    @applies(Opened)
    def _opened(self, fact: Opened) -> None:
        self.code, self.place_code, self.mode = fact.code, fact.place_code, fact.mode
        self.interest_owner, self.opened_on = fact.interest_owner, fact.effective_on

    @applies(Closed)
    def _closed(self, _: Closed) -> None:
        self.closed = True

    def _purse(self, purpose: Purpose) -> Purse:
        purse = self.purses.get(purpose)
        if purse is None:
            purse = self.purses[purpose] = Purse()
        return purse

    def _take_voucher(self, fact: Fact, voucher_no: str) -> None:
        self.vouchers.add((fact.effective_on.year, voucher_no))

    def _moved(self, fact: Fact, voucher_no: str, change_fen: int) -> None:
        """Add a movement of cash to the balance, and keep it for the next reconciliation."""
        self.balance_fen += change_fen
        self.open_entries[fact.originator_version] = StatementLine(
            voucher_no, fact.effective_on, change_fen, fact.TOPIC
        )

    def _undone(self, fact: Fact, entry: int, voucher_no: str, change_fen: int) -> None:
        """Take a booking back.  The bank never saw it, so an entry that is still open goes with it."""
        if self.open_entries.pop(entry, None) is None:
            self._moved(fact, voucher_no, change_fen)
        else:
            self.balance_fen += change_fen

    # Questions

    def available(self, purpose: Purpose) -> ByChannel:
        """What a purpose can still pay from this account, channel by channel."""
        purse = self.purses.get(purpose)
        return purse.available() if purse else {}

    def check_open(self) -> None:
        """Raise AccountClosed."""
        if self.closed:
            raise AccountClosed(self.code)

    def check_voucher(self, on: date, voucher_no: str) -> None:
        """Raise AccountClosed, DatesOutOfOrder (before it was opened), VoucherUsed, in that order."""
        self.check_open()
        day_is_not_before("effective_on", on, self.opened_on)
        if (on.year, voucher_no) in self.vouchers:
            raise VoucherUsed(self.code, on.year, voucher_no)

    def check_room(self, amount_fen: int) -> None:
        """Raise AmountOutOfRange when the balance would be larger than any amount may be."""
        check_amount(self.balance_fen + amount_fen, "balance_fen", smallest_fen=0)

    def check_channels(
        self, on: date, purpose: Purpose, sources: tuple[SourceShare, ...], refusal: type[AboveLimit]
    ) -> None:
        """Check that a purpose holds what the sources ask for, channel by channel.

        Raises `refusal` for the first channel that holds less, DatesOutOfOrder when it held less on that day.
        """
        purse = self.purses.get(purpose)
        available = purse.available() if purse else {}
        for part in sources:
            left_fen = available.get(part.channel, 0)
            if part.amount_fen > left_fen:
                raise refusal(part.amount_fen, left_fen, f"{part.document_no} {part.level}")
        if purse is not None:
            asked = ((part.channel, part.amount_fen) for part in sources)
            money_leaves_after_it_came(on, asked, available, purse.came_in)

    # Decisions

    def open(
        self,
        stamp: Stamp,
        *,
        code: str,
        name: str,
        mode: str,
        place_code: str,
        holder_unit: str,
        bank: str,
        approval_no: str,
        interest_owner: str,
    ) -> None:
        """开户.  Raises AccountAttributeUnknown, ApprovalNumberMissing (a 专户 without approval), in that order."""
        for name_of_field, given, known in (
            ("mode", mode, MODES),
            ("interest_owner", interest_owner, INTEREST_OWNERS),
        ):
            if given not in known:
                raise AccountAttributeUnknown(name_of_field, given, known)
        if mode == "special_account" and not approval_no.strip():
            raise ApprovalNumberMissing(code)
        self.record(
            self.Opened,
            **stamp.fields,
            code=code,
            name=name,
            mode=mode,
            place_code=place_code,
            holder_unit=holder_unit,
            bank=bank,
            approval_no=approval_no,
            interest_owner=interest_owner,
        )

    def close(self, stamp: Stamp, reason: str) -> None:
        """销户.  Raises AccountClosed, AccountNotEmpty, in that order."""
        self.check_open()
        if self.balance_fen:
            raise AccountNotEmpty(self.code, self.balance_fen)
        self.record(self.Closed, **stamp.fields, reason=reason)
