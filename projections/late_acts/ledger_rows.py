"""逾期事项, 账页 (late acts, its rows): clocks that facts open and stop, and what the folds must know for it."""

from dataclasses import dataclass
from datetime import date

from domain.rulebook.act_limits import ActLimit
from projections.ledger.calendar_years import calendar_table
from projections.ledger.tables import Row, Table


class Rule(Row):
    """What one version of the rulebook limits, and from which day it judges."""

    rulebook: int
    in_force_from: date
    limits: tuple[ActLimit, ...]


class LateAct(Row):
    """One clock; open while `met_on` is None.  See query.Act."""

    position: int
    code: str
    subject: str
    name_zh: str
    name_en: str
    source: str
    source_en: str
    stops: str
    opened_on: date
    rulebook: int
    days: int
    unit: str
    due_fixed_on: date | None
    met_on: date | None = None
    void_on: date | None = None


@dataclass(frozen=True)
class Clock:
    """The key of a clock."""

    position: int
    code: str
    subject: str
    stops: str

    @property
    def key(self) -> tuple[int, str, str]:
        """The key of its row."""
        return self.position, self.code, self.subject


@dataclass(frozen=True)
class Passing:
    """What a document below has of one above, and the clocks of that."""

    to_document_no: str
    amount_fen: int
    clocks: tuple[Clock, ...]


@dataclass(frozen=True)
class Report:
    """A paper that was sent up about a document, and the clocks that it stopped."""

    stops: str
    filing_no: str
    filed_on: date
    clocks: tuple[Clock, ...]


class Document(Row):
    """How far the money of a document has come and when it was split; its last clocks, and what is to know of them."""

    document_no: str
    year: int
    transfer_kind: str
    unsplit_fen: int = 0
    awaited_fen: int = 0
    acts: tuple[Clock, ...] = ()
    again: tuple[str, ...] = ()
    passings: tuple[Passing, ...] = ()
    split_on: date | None = None
    reports: tuple[Report, ...] = ()


class Step(Row):
    """The day of one step of a budget, the clocks that count from it, and those that it stopped."""

    budget: str
    step: str
    taken_on: date | None = None
    opened: tuple[Clock, ...] = ()
    met: tuple[Clock, ...] = ()


class OpenAccounts(Row):
    """The special accounts that are open."""

    mode: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Statement:
    """A statement up to a day, and the day on which it was compared."""

    until_on: date
    compared_on: date


@dataclass(frozen=True)
class Waiting:
    """A clock that waits for a statement up to a day."""

    clock: Clock
    until_on: date


@dataclass(frozen=True)
class Filed:
    """A statement that was sent up, and which clocks it stops."""

    stops: str
    until_on: date
    filed_on: date


@dataclass(frozen=True)
class Owed:
    """A clock that a statement sent up stops; while none is, the day on which the account was compared."""

    clock: Clock
    until_on: date
    compared_on: date | None


class AccountStatements(Row):
    """The statements of a special account since `asked_on`: its opening, then the last quarter's end asked for.

    filed, owed  all that were sent up and stand, and all clocks that they stop.
    """

    account_code: str
    asked_on: date
    statements: tuple[Statement, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    filed: tuple[Filed, ...] = ()
    owed: tuple[Owed, ...] = ()


RULES = Table("late_acts_rules", Rule, key=("rulebook",))
CALENDAR = calendar_table("late_acts_calendar")
ACTS = Table("late_acts", LateAct, key=("position", "code", "subject"))
DOCUMENTS = Table("late_acts_documents", Document, key=("document_no",))
STEPS = Table("late_acts_steps", Step, key=("budget", "step"))
OPEN_ACCOUNTS = Table("late_acts_open_accounts", OpenAccounts, key=("mode",))
ACCOUNTS = Table("late_acts_accounts", AccountStatements, key=("account_code",))
TABLES = (RULES, CALENDAR, ACTS, DOCUMENTS, STEPS, OPEN_ACCOUNTS, ACCOUNTS)
