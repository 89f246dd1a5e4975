"""花名册用值 (values of rolls): what a line of a roll says when it is drawn up, and where it stands afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.money.shares import ByChannel
from domain.rolls.codes import DUE
from domain.rolls.paid_period import PaidPeriod


@dataclass(frozen=True)
class RollLine:
    """花名册一行: one person.  `reason` says why the amount is not quantity times standard."""

    line_no: int
    person_id: str
    quantity: int
    standard_fen: int
    amount_fen: int
    reason: str = ""


@dataclass(frozen=True)
class ReturnedLine:
    """退回的一行: a line that the bank could not pay, and why."""

    line_no: int
    reason: str


@dataclass
class Sending:
    """一次发放: one file to the bank.

    answered  the bank has said what became of its lines, or gave it back.
    whole     all lines of the roll are in it.
    """

    lines: list[int]
    sources: ByChannel
    answered: bool = False
    whole: bool = False


@dataclass(slots=True)
class LineState:
    """一行的状态: amount, person, where it stands, the payments that sent it last and paid it, and what came back."""

    amount_fen: int
    person_id: str = ""
    state: str = DUE
    sent_in: str = ""
    paid_in: str = ""
    paid_back_fen: int = 0


@dataclass(frozen=True)
class Payees:
    """领取人: whom a roll pays, for which period, and why once more where they were paid for it already."""

    roll_no: str
    period: PaidPeriod
    line_by_person: Mapping[str, int]
    again_reason: str = ""
