"""账户里的专款 (earmarked cash): what money in an account is for, and what each purpose holds of it."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict

from domain.fact import Fact
from domain.funds.codes import PurposeKind
from domain.money.codes import FundingLevel
from domain.money.inflows import Inflows
from domain.money.shares import ByChannel, Channel, add_shares, less
from domain.money.sources import SourceShare

GIFT_LEVEL = FundingLevel.SOCIAL.code

Purpose = tuple[str, str]
"""Kind and code of what money is for, e.g. `("project", "P1")`."""


def for_project(code: str) -> Purpose:
    """What the money of a project is for."""
    return PurposeKind.PROJECT.code, code


def for_gift(gift_no: str) -> Purpose:
    """What the money of a gift is for."""
    return PurposeKind.GIFT.code, gift_no


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

    arrived  what came into this account, from its document or by a transfer of another account.
    sent     what was sent to other accounts and did not come back.
    came_in  on which day how much arrived or came back.
    """

    arrived: ByChannel = field(default_factory=dict)
    paid: ByChannel = field(default_factory=dict)
    returned: ByChannel = field(default_factory=dict)
    sent: ByChannel = field(default_factory=dict)
    paid_by_stage: dict[str, ByChannel] = field(default_factory=dict)
    came_in: Inflows[Channel] = field(default_factory=Inflows)

    def take_in(self, on: date, sources: tuple[SourceShare, ...]) -> None:
        """Add money that arrived."""
        add_shares(self.arrived, sources)
        self._note_day(on, sources)

    def spend(self, sources: tuple[SourceShare, ...], stage: str) -> None:
        """Pay at a stage."""
        add_shares(self.paid, sources)
        add_shares(self.paid_by_stage.setdefault(stage, {}), sources)

    def take_back(self, on: date, sources: tuple[SourceShare, ...], stage: str) -> None:
        """Add money that was paid at a stage and came back."""
        add_shares(self.paid, sources, times=-1)
        add_shares(self.paid_by_stage[stage], sources, times=-1)
        self._note_day(on, sources)

    def fetch_back(self, on: date, sources: tuple[SourceShare, ...]) -> None:
        """Add money that was sent to another account and is here again."""
        add_shares(self.sent, sources, times=-1)
        self._note_day(on, sources)

    def keep_surplus(self, on: date, sources: tuple[SourceShare, ...]) -> None:
        """Add surplus that had not been returned after all."""
        add_shares(self.returned, sources, times=-1)
        self._note_day(on, sources)

    def _note_day(self, on: date, sources: tuple[SourceShare, ...]) -> None:
        self.came_in.add(on, ((part.channel, part.amount_fen) for part in sources))

    def available(self) -> ByChannel:
        """What arrived and is neither paid, nor returned as surplus, nor sent to another account."""
        return less(self.arrived, self.paid, self.returned, self.sent)


def gift_share(gift_no: str, amount_fen: int) -> SourceShare:
    """The channel of a gift: its own number stands for the document, 社会捐赠 for the level."""
    return SourceShare(gift_no, GIFT_LEVEL, amount_fen)
