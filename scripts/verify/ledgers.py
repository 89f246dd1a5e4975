"""账页 (the ledgers as they stand): which figures of which table are compared with the facts, and how they are read."""

from collections.abc import Iterator
from dataclasses import dataclass

from psycopg2.extensions import cursor

from scripts.verify.sums import Figure, Sums


@dataclass(frozen=True)
class Ledger:
    """A table whose figures must follow from the facts.  `rows`: a query in place of it."""

    table: str
    keys: tuple[str, ...]
    figures: tuple[str, ...]
    rows: str = ""


LEDGERS = (
    Ledger(
        "fund_ledger_levels",
        ("document_no", "level"),
        (
            "received_fen",
            "unallocated_fen",
            "allocated_fen",
            "arrived_fen",
            "paid_fen",
            "recovered_fen",
            "recovered_left_fen",
        ),
    ),
    Ledger(
        "fund_ledger_purposes",
        ("document_no", "purpose_kind", "purpose_code"),
        ("allocated_fen", "arrived_fen", "paid_fen", "recovered_fen"),
    ),
    Ledger(
        "fund_ledger_allocations",
        ("document_no", "allocation_no"),
        ("allocated_fen", "arrived_fen", "recovered_fen"),
    ),
    Ledger("account_daybook_accounts", ("code",), ("balance_fen", "interest_due_fen", "entries_count")),
    Ledger(
        "account_daybook",
        ("account_code",),
        ("entries", "net_fen", "last_fen"),
        """(SELECT account_code, count(*) AS entries, sum(in_fen - out_fen)::bigint AS net_fen,
                  (array_agg(balance_fen ORDER BY position DESC))[1] AS last_fen
             FROM account_daybook GROUP BY account_code) t""",
    ),
    Ledger(
        "source_of_money_projects",
        ("project_code", "document_no", "level"),
        (
            "planned_fen",
            "arrived_fen",
            "advanced_fen",
            "measured_fen",
            "settled_fen",
            "retained_fen",
            "paid_fen",
            "handed_over_fen",
            "recovered_fen",
        ),
    ),
    Ledger(
        "source_of_money_payments",
        ("account_code", "payment_no", "document_no", "level"),
        ("paid_fen", "returned_fen"),
    ),
    Ledger("asset_ledger", ("asset_no", "project_code"), ("value_fen",)),
    Ledger(
        "project_ledger",
        ("code",),
        (
            "plan_fen",
            "contract_fen",
            "measured_fen",
            "settlement_fen",
            "arrived_fen",
            "paid_fen",
            "advance_left_fen",
            "payable_fen",
            "retention_fen",
            "retention_paid_fen",
            "recovered_fen",
            "asset_value_fen",
        ),
        "project_ledger_figures",
    ),
    Ledger(
        "project_ledger_sources",
        ("project_code", "document_no", "level"),
        ("plan_fen", "arrived_fen", "paid_fen", "settlement_fen", "recovered_fen"),
    ),
    Ledger("claim_register", ("claim_no",), ("asked_fen", "approved_fen", "paid_fen", "undone_fen")),
    Ledger("notice_register", ("notice_no",), ("objections_count", "open_objections")),
    Ledger(
        "roll_register",
        ("roll_no",),
        (
            "due_fen",
            "approved_fen",
            "confirmed_fen",
            "confirmed_count",
            "returned_fen",
            "cancelled_fen",
            "cancelled_count",
        ),
    ),
    Ledger(
        "posting_lines",
        ("account", "level", "document_no"),
        ("balance_fen",),
        """(SELECT account, level, document_no, sum(debit_fen - credit_fen)::bigint AS balance_fen
              FROM posting_lines GROUP BY account, level, document_no) t""",
    ),
    Ledger(
        "roll_register_lines",
        ("roll_no",),
        ("lines", "sum_fen"),
        """(SELECT roll_no, count(*) AS lines, sum(amount_fen)::bigint AS sum_fen
             FROM roll_register_lines GROUP BY roll_no) t""",
    ),
    Ledger(
        "gift_register_goods",
        ("gift_no", "item"),
        ("received_quantity", "received_fen", "out_quantity", "out_fen"),
    ),
    Ledger("gift_register", ("gift_no",), ("pledged_fen", "cash_fen", "goods_fen", "goods_out_fen")),
)


@dataclass(frozen=True)
class Difference:
    """差异: a figure of a ledger that does not follow from the facts, or a law of the books that does not hold."""

    where: str
    figure: str
    in_the_ledger: int
    by_the_facts: int

    def __str__(self) -> str:
        """Both sides in one line."""
        return (
            f"{self.where} {self.figure}: 账上 {self.in_the_ledger}, 据事实 {self.by_the_facts} "
            f"(ledger {self.in_the_ledger}, facts {self.by_the_facts})"
        )


def compare(reading: cursor, sums: Sums, *, pages: tuple[Ledger, ...] = LEDGERS) -> Iterator[Difference]:
    """Compare every figure of every row, both ways: a row that is missing differs as much as one that is wrong."""
    for ledger in pages:
        columns = ", ".join((*ledger.keys, *(f"coalesce({figure}, 0)" for figure in ledger.figures)))
        reading.execute(f"SELECT {columns} FROM {ledger.rows or ledger.table}")
        derived = {
            figure: fen
            for figure, fen in sums.figures.items()
            if figure[0] == ledger.table and figure[1] in ledger.figures
        }
        for row in reading:
            key = tuple(map(str, row[: len(ledger.keys)]))
            for column, found in zip(ledger.figures, row[len(ledger.keys) :], strict=True):
                yield from _difference(
                    (ledger.table, column, key), found, derived.pop((ledger.table, column, key), 0)
                )
        for missing, fen in derived.items():
            yield from _difference(missing, 0, fen)


def _difference(figure: Figure, found: int, expected: int) -> Iterator[Difference]:
    table, column, key = figure
    if found != expected:
        yield Difference(f"{table} {' '.join(key)}", column, int(found), expected)
