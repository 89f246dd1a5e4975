"""发放台账, 查询 (roll register, reading): each roll of payments to households, and what became of each line."""

from dataclasses import dataclass
from datetime import date

from projections.reading.paging import Cursor, Page, Paging, read_page, read_row, read_rows


@dataclass(frozen=True)
class RollRow:
    """One roll (发放花名册).  Amounts in fen; days are None until the step was taken.

    period    the code of what `period_text` says, "" for rolls of before it was asked for.
    state     due, approved, sent, finished (each line is confirmed or cancelled); once it ended, on `ended_on`:
              withdrawn, cancelled (with `end_reason`) or closed.
    sent_fen  counts every sending, also the second one of a returned line; sent − confirmed − returned − recalled fen
              are on their way (`in_transit_fen`).
    paid_back  what persons gave back of what was confirmed; paid_back_count counts lines that came back whole.
    saving_fen  what was approved and not paid, of a roll that is closed.
    sent_in   the payment that sent the whole roll, "" before.
    """

    roll_no: str
    project_code: str
    account_code: str
    title: str
    period_text: str
    period: str
    again_reason: str
    standard_text: str
    list_sha256: str
    drawn_up_on: date
    approved_on: date | None
    approved_by: str
    sent_on: date | None
    sent_in: str
    declared_count: int
    declared_sum_fen: int
    due_fen: int
    approved_fen: int
    sent_fen: int
    confirmed_fen: int
    confirmed_count: int
    returned_fen: int
    cancelled_fen: int
    cancelled_count: int
    recalled_fen: int
    paid_back_fen: int
    paid_back_count: int
    ended_on: date | None
    ended_as: str
    end_reason: str
    in_transit_fen: int
    saving_fen: int | None
    state: str


@dataclass(frozen=True)
class RollLine:
    """One line, since `state_on` (None: as its roll) in a state.

    state is due, approved, sent, confirmed, returned, cancelled or paid_back (whole), or how the roll ended.

    reason is why quantity × standard is not the amount, "" where it is; bank_reason why the bank sent it back.
    """

    line_no: int
    person_id: str
    quantity: int
    standard_fen: int
    amount_fen: int
    reason: str
    state: str
    payment_no: str
    state_on: date | None
    bank_reason: str
    returns_count: int


@dataclass(frozen=True)
class RollSending:
    """One sending to the bank: the whole roll (`line_no` None) or one line again."""

    position: int
    payment_no: str
    sent_on: date
    line_no: int | None
    count: int
    amount_fen: int


@dataclass(frozen=True)
class RollPaidBack:
    """What came back of one line on one day."""

    position: int
    line_no: int
    refund_no: str
    payment_no: str
    paid_back_on: date
    amount_fen: int
    reason: str


@dataclass(frozen=True)
class Roll:
    """One roll, its sendings and what was paid back; the lines are read by pages."""

    total: RollRow
    sendings: tuple[RollSending, ...]
    paid_back: tuple[RollPaidBack, ...]


@dataclass(frozen=True)
class PersonLine:
    """What one person was due on one roll."""

    roll_no: str
    title: str
    line_no: int
    amount_fen: int
    state: str


_ROLL_STATE = """CASE WHEN ended_as <> '' THEN ended_as
                      WHEN confirmed_count + cancelled_count = declared_count THEN 'finished'
                      WHEN sent_on IS NOT NULL THEN 'sent' WHEN approved_on IS NOT NULL THEN 'approved'
                      ELSE 'due' END"""
_ROLLS = f"""SELECT * FROM (SELECT *, sent_fen - confirmed_fen - returned_fen - recalled_fen AS in_transit_fen,
                                   CASE WHEN ended_as = 'closed' THEN approved_fen - confirmed_fen + paid_back_fen
                                   END AS saving_fen,
                                   {_ROLL_STATE} AS state FROM roll_register) rolls"""
# A line also stands as returned once its cancellation was reversed: no sending came back then.
_BY_THE_BANK = "a.state = 'returned' AND a.payment_no <> ''"
_SAID = f"""(array_agg(a.state ORDER BY a.position DESC))[1] AS state,
            (array_agg(a.state_on ORDER BY a.position DESC))[1] AS state_on,
            (array_agg(a.payment_no ORDER BY a.position DESC) FILTER (WHERE a.payment_no <> ''))[1] AS payment_no,
            (array_agg(a.bank_reason ORDER BY a.position DESC) FILTER (WHERE {_BY_THE_BANK}))[1] AS bank_reason,
            count(*) FILTER (WHERE {_BY_THE_BANK}) AS returns_count"""
_SAID_OF_ONE = (
    f"SELECT {_SAID} FROM roll_register_answers a WHERE a.roll_no = l.roll_no AND a.lines @> l.line_no"
)
# The ranges are taken apart once for the whole roll: looking for each line in them took a hundred times as long.
_SAID_OF_ALL = f"""SELECT number AS line_no, {_SAID}
                     FROM roll_register_answers a, unnest(a.lines) AS run,
                          generate_series(lower(run), upper(run) - 1) AS number
                    WHERE a.roll_no = %(roll_no)s GROUP BY number"""
_LINES = f"""
    SELECT l.*, r.title, coalesce(said.state, {_ROLL_STATE}) AS state,
           coalesce(said.payment_no, r.sent_in) AS payment_no, said.state_on,
           coalesce(said.bank_reason, '') AS bank_reason, coalesce(said.returns_count, 0) AS returns_count
      FROM roll_register_lines l JOIN roll_register r USING (roll_no)"""


def rolls(
    cursor: Cursor, paging: Paging, *, project_code: str | None = None, state: str | None = None
) -> Page[RollRow]:
    """The rolls by number; `state` is one of RollRow.  Errors: CursorMismatch."""
    query = f"""{_ROLLS} WHERE (%(project_code)s::text IS NULL OR project_code = %(project_code)s)
        AND (%(state)s::text IS NULL OR state = %(state)s)"""
    filters = {"project_code": project_code, "state": state}
    return read_page(cursor, RollRow, query, filters, paging, keys=["roll_no"])


def roll(cursor: Cursor, roll_no: str) -> Roll | None:
    """One roll with its sendings; None when no such roll was drawn up."""
    key = {"roll_no": roll_no}
    total = read_row(cursor, RollRow, f"{_ROLLS} WHERE roll_no = %(roll_no)s", key)
    if total is None:
        return None
    sendings = "SELECT * FROM roll_register_sendings WHERE roll_no = %(roll_no)s ORDER BY position"
    paid_back = "SELECT * FROM roll_register_paid_back WHERE roll_no = %(roll_no)s ORDER BY position"
    return Roll(
        total,
        tuple(read_rows(cursor, RollSending, sendings, key)),
        tuple(read_rows(cursor, RollPaidBack, paid_back, key)),
    )


def lines(cursor: Cursor, roll_no: str, paging: Paging, *, state: str | None = None) -> Page[RollLine]:
    """The lines of one roll by number.  Errors: CursorMismatch."""
    of_roll = f"{_LINES} LEFT JOIN ({_SAID_OF_ALL}) said USING (line_no) WHERE roll_no = %(roll_no)s"
    query = f"SELECT * FROM ({of_roll}) lines WHERE (%(state)s::text IS NULL OR state = %(state)s)"
    return read_page(cursor, RollLine, query, {"roll_no": roll_no, "state": state}, paging, keys=["line_no"])


def lines_of_person(cursor: Cursor, person_id: str) -> tuple[PersonLine, ...]:
    """Every line of one person on any roll, by roll."""
    query = (
        f"{_LINES}, LATERAL ({_SAID_OF_ONE}) said WHERE person_id = %(person_id)s ORDER BY roll_no, line_no"
    )
    return tuple(read_rows(cursor, PersonLine, query, {"person_id": person_id}))
