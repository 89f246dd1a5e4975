"""对账 (statement): the lines of a bank statement matched with the entries of the ledger, never "fixed"."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class StatementLine:
    """对账单一行: money in is positive, money out negative, as the holder of the account sees it."""

    voucher_no: str
    on: date
    amount_fen: int
    text: str = ""


@dataclass(frozen=True)
class Difference:
    """未达账项: a line that only one side has; `side` is `bank` or `ledger`, `amount_fen` is signed."""

    side: str
    voucher_no: str
    on: date
    amount_fen: int
    text: str

    @property
    def line(self) -> StatementLine:
        """The line that only this side has."""
        return StatementLine(self.voucher_no, self.on, self.amount_fen, self.text)


@dataclass(frozen=True)
class Matching:
    """What matching found: how many pairs, and what is left on each side, in its order."""

    matched_count: int
    bank_left: tuple[StatementLine, ...]
    ledger_left: tuple[StatementLine, ...]


def match(bank: Sequence[StatementLine], ledger: Sequence[StatementLine]) -> Matching:
    """Match by voucher number and amount first, then by day and amount; each line pairs once."""
    left, right = list(bank), list(ledger)
    for by_voucher in (True, False):
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for place in reversed(range(len(right))):
            waiting[_likeness(right[place], by_voucher=by_voucher)].append(place)
        paired: set[int] = set()
        unmatched: list[StatementLine] = []
        for line in left:
            candidates = waiting.get(_likeness(line, by_voucher=by_voucher))
            if candidates and (line.voucher_no or not by_voucher):
                paired.add(candidates.pop())
            else:
                unmatched.append(line)
        left, right = unmatched, [line for place, line in enumerate(right) if place not in paired]
    return Matching(len(bank) - len(left), tuple(left), tuple(right))


def _likeness(line: StatementLine, *, by_voucher: bool) -> Hashable:
    return (line.voucher_no if by_voucher else line.on, line.amount_fen)


def differences(matching: Matching) -> tuple[Difference, ...]:
    """The difference list (未达账项): first what only the bank has, then what only the ledger has."""
    return (*_side("bank", matching.bank_left), *_side("ledger", matching.ledger_left))


def _side(side: str, lines: Iterable[StatementLine]) -> tuple[Difference, ...]:
    return tuple(Difference(side, line.voucher_no, line.on, line.amount_fen, line.text) for line in lines)
