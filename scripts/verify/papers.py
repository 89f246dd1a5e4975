"""工作底稿 (working papers): the rows that the auditor derives, before they are compared with the ledgers.

A row is a dictionary of the columns that are not blank.  A table stands in one of three lists, by the order in which
its rows become final, and its first key column is its place in that order.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

Key = tuple[Any, ...]


class Row(dict[str, Any]):
    """One row; a figure begins at zero."""

    def __missing__(self, column: str) -> int:
        """Give the figure that nothing was added to yet."""
        return 0


BY_FACT: Mapping[str, tuple[str, ...]] = {
    "account_daybook": ("position",),
    "account_daybook_reconciliations": ("position",),
    "asset_ledger_surveys": ("position",),
    "gift_register_movements": ("position",),
    "idle_money": ("position", "document_no", "level"),
    "notice_register_extensions": ("position",),
    "project_ledger_acceptances": ("position",),
    "project_ledger_changes": ("position",),
    "project_ledger_decision_steps": ("position", "step_no"),
    "project_ledger_timeline": ("position",),
    "roll_register_answers": ("position", "bank_reason"),
    "roll_register_sendings": ("position",),
    "trial_balance_lines": ("position", "account", "document_no", "level"),
}
"""Lists that only grow: what one fact writes there is final."""

BY_STREAM: Mapping[str, tuple[str, ...]] = {
    "claim_register": ("claim_no",),
    "claim_register_invoices": ("number",),
    "late_notices_drafts": ("notice_no",),
    "notice_register": ("notice_no",),
    "notice_register_objections": ("notice_no", "objection_no"),
    "project_ledger_claims": ("claim_no",),
    "project_ledger_notices": ("notice_no",),
    "project_ledger_payments": ("account_code", "payment_no"),
    "roll_register": ("roll_no",),
    "roll_register_lines": ("roll_no", "line_no"),
    "source_of_money_payments": ("account_code", "payment_no", "document_no", "level"),
    "trial_balance_payments": ("account_code", "payment_no"),
}
"""Rows that are final with the last fact of one stream, and as many as there are papers: a stream at a time."""

AT_THE_END: Mapping[str, tuple[str, ...]] = {
    "account_daybook_accounts": ("code",),
    "asset_ledger": ("asset_no", "project_code"),
    "asset_ledger_projects": ("code",),
    "fund_ledger": ("document_no",),
    "fund_ledger_allocations": ("document_no", "allocation_no"),
    "fund_ledger_authorisations": ("document_no", "authorisation_no"),
    "fund_ledger_levels": ("document_no", "level"),
    "fund_ledger_purposes": ("document_no", "purpose_kind", "purpose_code"),
    "gift_register": ("gift_no",),
    "gift_register_goods": ("gift_no", "item"),
    "idle_money_funds": ("document_no",),
    "idle_money_rules": ("rulebook",),
    "late_notices": ("position", "kind", "level"),
    "late_notices_calendar": ("year",),
    "late_notices_rules": ("rulebook",),
    "late_notices_subjects": ("subject", "kind", "level"),
    "project_ledger": ("code",),
    "project_ledger_contracts": ("project_code", "contract_no"),
    "project_ledger_defects": ("project_code", "level", "defect_no"),
    "project_ledger_measurements": ("project_code", "certificate_no"),
    "project_ledger_sources": ("project_code", "document_no", "level"),
    "project_ledger_targets": ("project_code", "target_no"),
    "rulebook_words": ("list", "code", "version"),
    "source_of_money_projects": ("project_code", "document_no", "level"),
    "trial_balance_allocations": ("document_no", "allocation_no"),
    "trial_balance_batches": ("document_no",),
    "trial_balance_channels": ("document_no", "purpose_kind", "purpose_code"),
    "trial_balance_plans": ("project_code",),
    "trial_balance_rolls": ("roll_no",),
}
"""Rows that any later fact may change: as many as there are documents, projects, accounts and gifts."""

KEYS = {**BY_FACT, **BY_STREAM, **AT_THE_END}


class Papers:
    """The rows derived so far."""

    def __init__(self, tables: Iterable[str]) -> None:
        """Begin with empty papers for these tables."""
        self._rows: dict[str, dict[Key, Row]] = {table: {} for table in tables}
        self._lines: dict[str, list[Mapping[str, Any]]] = {}

    def row(self, table: str, *key: Any) -> Row:
        """Give the row with this key, new where there was none."""
        rows = self._rows[table]
        row = rows.get(key)
        if row is None:
            row = rows[key] = Row(zip(KEYS[table], key, strict=True))
        return row

    def find(self, table: str, *key: Any) -> Row | None:
        """Give the row with this key, or None."""
        return self._rows[table].get(key)

    def rows(self, table: str) -> Mapping[Key, Row]:
        """Give all rows of a table by key."""
        return self._rows[table]

    def line(self, table: str, row: Mapping[str, Any]) -> None:
        """Add a row to a list that only grows."""
        self._lines.setdefault(table, []).append(row)

    def take_lines(self) -> Iterator[tuple[str, Sequence[Mapping[str, Any]]]]:
        """Give the lines since the last time, table by table; then forget."""
        lines, self._lines = self._lines, {}
        yield from lines.items()

    def take_rows(self) -> Iterator[tuple[str, Sequence[Row]]]:
        """Give all rows, table by table, in the order of their places; then forget."""
        for table, rows in self._rows.items():
            if rows:
                yield table, [rows[key] for key in sorted(rows, key=itemgetter(0))]
                rows.clear()
