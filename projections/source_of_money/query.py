"""资金来源, 查询 (source of money, reading): for a project or a payment, how many fen of which source.  In fen."""

from dataclasses import dataclass
from datetime import date

from domain.keys import recorded_spelling
from projections.reading.paging import Cursor, Page, Paging, read_page, read_rows


@dataclass(frozen=True)
class ProjectSource:
    """One source (document and level) of a project.

    planned      in the plan and its changes.
    arrived      come to the account for it, less reversed arrivals.
    advanced     paid in advance, less what came back.
    measured     certified work.
    settled      the audited price; before the audit, the work certified so far.
    retained     held back as retention at the settlement.
    paid         all payments less what came back, advances among them.
    handed_over  became an asset or a finished service.
    recovered    surplus that was returned.
    balance      arrived − paid − recovered: still on the account.
    saving       planned − handed over, once it was handed over; else 0.
    """

    document_no: str
    level: str
    planned_fen: int
    arrived_fen: int
    advanced_fen: int
    measured_fen: int
    settled_fen: int
    retained_fen: int
    paid_fen: int
    handed_over_fen: int
    recovered_fen: int
    balance_fen: int
    saving_fen: int


@dataclass(frozen=True)
class PaymentSource:
    """What one source gave to one payment.  `returned_fen` came back: 退票, 红字冲销 or 退款."""

    account_code: str
    payment_no: str
    document_no: str
    level: str
    purpose_kind: str
    purpose_code: str
    stage: str
    payee_name: str
    position: int
    paid_on: date
    paid_fen: int
    returned_fen: int


_PROJECT_SOURCES = """
SELECT document_no, level, planned_fen, arrived_fen, advanced_fen, measured_fen, settled_fen, retained_fen, paid_fen,
       handed_over_fen, recovered_fen, arrived_fen - paid_fen - recovered_fen AS balance_fen,
       CASE WHEN handed_over_fen = 0 THEN 0 ELSE planned_fen - handed_over_fen END AS saving_fen
  FROM source_of_money_projects
 WHERE project_code = %(project_code)s
 ORDER BY document_no, level
"""

_PAYMENT_SOURCES = """
SELECT account_code, payment_no, document_no, level, purpose_kind, purpose_code, stage, payee_name, position, paid_on,
       paid_fen, returned_fen
  FROM source_of_money_payments
 WHERE {condition}
"""


def project_sources(cursor: Cursor, project_code: str) -> list[ProjectSource]:
    """The sources of a project, by document and level; empty for a project without plan or money."""
    return read_rows(cursor, ProjectSource, _PROJECT_SOURCES, {"project_code": project_code})


def payment_sources(cursor: Cursor, account_code: str, payment_no: str) -> list[PaymentSource]:
    """The sources of one payment, however its number is spelt, by document and level; empty when there is none."""
    query = _PAYMENT_SOURCES.format(
        condition="account_code = %(account_code)s AND payment_no = %(payment_no)s"
    )
    parameters = {"account_code": account_code, "payment_no": _as_recorded(cursor, account_code, payment_no)}
    return read_rows(cursor, PaymentSource, f"{query} ORDER BY document_no, level", parameters)


def _as_recorded(cursor: Cursor, account_code: str, payment_no: str) -> str:
    """The number as it stands on the payment; as it came when none, or more than one of the account, is like it."""
    cursor.execute(
        "SELECT DISTINCT payment_no FROM source_of_money_payments WHERE account_code = %s", (account_code,)
    )
    return recorded_spelling(payment_no, {spelt for (spelt,) in cursor.fetchall()})


def payments_of(cursor: Cursor, purpose_kind: str, purpose_code: str, paging: Paging) -> Page[PaymentSource]:
    """The payments for one purpose by source, in the order of recording.  Raises CursorMismatch."""
    query = _PAYMENT_SOURCES.format(
        condition="purpose_kind = %(purpose_kind)s AND purpose_code = %(purpose_code)s"
    )
    parameters = {"purpose_kind": purpose_kind, "purpose_code": purpose_code}
    return read_page(
        cursor,
        PaymentSource,
        query,
        parameters,
        paging,
        keys=("position", "document_no", "level"),
    )
