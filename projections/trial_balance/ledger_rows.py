"""总账的账页 (rows of the trial balance): lines, months, and what lines need to know of earlier facts."""

from datetime import date
from typing import NamedTuple

from projections.ledger.tables import Row, Table


class DimensionKey(NamedTuple):
    """What a line is about (辅助核算): the columns that a trial balance can be split by."""

    document_no: str
    level: str
    purpose_kind: str
    purpose_code: str
    year: int
    budget_code: str
    account_code: str


class Dimension(Row):
    """A dimension and its number, which stands in the lines for it."""

    document_no: str
    level: str
    purpose_kind: str
    purpose_code: str
    year: int
    budget_code: str
    account_code: str
    dimension_no: int


class Numbering(Row):
    """The last number that was given."""

    series: str
    last_no: int = 0


class Line(Row):
    """One posting line."""

    position: int
    line_no: int
    effective_on: date
    rule: str
    account: str
    dimension_no: int
    debit_fen: int
    credit_fen: int


class Turnover(Row):
    """What an account moved in a month under one rule."""

    month_on: date
    rule: str
    account: str
    debit_fen: int = 0
    credit_fen: int = 0


class Batch(Row):
    """Year and budget code of a document."""

    document_no: str
    year: int
    budget_code: str


class Allocation(Row):
    """What an allocation is for."""

    document_no: str
    allocation_no: str
    purpose_kind: str
    purpose_code: str


class Channel(Row):
    """Year and budget code of what one document gives to one purpose; the first allocation says it."""

    document_no: str
    purpose_kind: str
    purpose_code: str
    year: int
    budget_code: str


class Plan(Row):
    """Year and budget code of a project's plan."""

    project_code: str
    year: int
    budget_code: str


class RollAccount(Row):
    """The account that a roll is paid from."""

    roll_no: str
    account_code: str


class Payment(Row):
    """The year in which a payment was made: what comes back in a later one is no longer of its accounts."""

    account_code: str
    payment_no: str
    paid_in_year: int


DIMENSIONS = Table("trial_balance_dimensions", Dimension, DimensionKey._fields)
NUMBERING = Table("trial_balance_numbering", Numbering, ("series",))
LINES = Table("trial_balance_lines", Line)
TURNOVER = Table("trial_balance_turnover", Turnover, ("month_on", "rule", "account"))
BATCHES = Table("trial_balance_batches", Batch, ("document_no",))
ALLOCATIONS = Table("trial_balance_allocations", Allocation, ("document_no", "allocation_no"))
CHANNELS = Table("trial_balance_channels", Channel, ("document_no", "purpose_kind", "purpose_code"))
PLANS = Table("trial_balance_plans", Plan, ("project_code",))
ROLLS = Table("trial_balance_rolls", RollAccount, ("roll_no",))
PAYMENTS = Table("trial_balance_payments", Payment, ("account_code", "payment_no"))
