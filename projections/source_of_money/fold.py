"""资金来源, 记账 (source of money, folding): the sources that facts name, added up by project and by payment.

The split itself was decided when the fact was recorded (in proportion to the plan, to the fen); nothing is split here.
"""

from collections.abc import Iterable
from datetime import date

from domain.accounts.paying import PAYS_AGAIN, UNPAYS
from domain.funds.codes import PurposeKind
from domain.money.sources import SourceShare
from domain.rulebook.codes import PaymentStage
from projections.ledger.page import Recorded
from projections.ledger.projection import Fold, Projection
from projections.ledger.rows import Rows
from projections.ledger.tables import Row, Table

PROJECT = PurposeKind.PROJECT.code
ADVANCE, ROLL = PaymentStage.ADVANCE.code, PaymentStage.ROLL.code


class ProjectSource(Row):
    """What one source gives to one project; see `query.ProjectSource`."""

    project_code: str
    document_no: str
    level: str
    planned_fen: int = 0
    arrived_fen: int = 0
    advanced_fen: int = 0
    measured_fen: int = 0
    settled_fen: int = 0
    retained_fen: int = 0
    paid_fen: int = 0
    handed_over_fen: int = 0
    recovered_fen: int = 0


class PaymentSource(Row):
    """What one source gave to one payment; see `query.PaymentSource`."""

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
    returned_fen: int = 0


PROJECTS = Table("source_of_money_projects", ProjectSource, ("project_code", "document_no", "level"))
PAYMENTS = Table(
    "source_of_money_payments", PaymentSource, ("account_code", "payment_no", "document_no", "level")
)


def _add(rows: Rows, project_code: str, figure: str, shares: Iterable[SourceShare], sign: int = 1) -> None:
    for share in shares:
        row = rows.at(PROJECTS, (project_code, share.document_no, share.level))
        setattr(row, figure, getattr(row, figure) + sign * share.amount_fen)


def of_project(figure: str, *fields: str, sign: int = 1) -> Fold:
    """Make the fold that adds these split fields of a project fact to one figure."""

    def fold(recorded: Recorded, rows: Rows) -> None:
        for field in fields:
            _add(rows, recorded.key, figure, getattr(recorded.fact, field), sign)

    return fold


def of_account(figure: str, sign: int = 1) -> Fold:
    """Make the fold that adds the sources of an account fact, when it is for a project, to one figure."""

    def fold(recorded: Recorded, rows: Rows) -> None:
        if recorded.fact.purpose_kind == PROJECT:
            _add(rows, recorded.fact.purpose_code, figure, recorded.fact.sources, sign)

    return fold


def measured(sign: int) -> Fold:
    """Make the fold of measured work: it counts as settled too, until the settlement corrects it."""
    folds = [
        of_project(figure, "advance_offset", "payable", sign=sign)
        for figure in ("measured_fen", "settled_fen")
    ]

    def fold(recorded: Recorded, rows: Rows) -> None:
        for one in folds:
            one(recorded, rows)

    return fold


def settlement_reversed(recorded: Recorded, rows: Rows) -> None:
    """A settlement goes, and the retention that was held from it."""
    of_project("settled_fen", "advance_offset", "payable", sign=-1)(recorded, rows)
    of_project("retained_fen", "retention", sign=-1)(recorded, rows)


def paid(recorded: Recorded, rows: Rows) -> None:
    """A payment by its sources; of a project it is an advance or a payment for work."""
    fact = recorded.fact
    for share in fact.sources:
        rows.add(
            PAYMENTS,
            PaymentSource(
                recorded.key,
                fact.payment_no,
                share.document_no,
                share.level,
                fact.purpose_kind,
                fact.purpose_code,
                fact.stage,
                fact.payee_name,
                recorded.position,
                fact.effective_on,
                share.amount_fen,
            ),
        )
    _count_payment(recorded, rows, fact.stage, 1)


def came_back(sign: int) -> Fold:
    """Make the fold of a payment that came back, in whole or in part (1), or of that taken back (-1)."""

    def fold(recorded: Recorded, rows: Rows) -> None:
        fact = recorded.fact
        for share in fact.sources:
            row = rows.change(PAYMENTS, (recorded.key, fact.payment_no, share.document_no, share.level))
            row.returned_fen += sign * share.amount_fen
        # Lines of a roll name no stage.
        _count_payment(recorded, rows, getattr(fact, "stage", ROLL), -sign)

    return fold


def _count_payment(recorded: Recorded, rows: Rows, stage: str, sign: int) -> None:
    of_account("paid_fen", sign)(recorded, rows)
    if stage == ADVANCE:
        of_account("advanced_fen", sign)(recorded, rows)


PROJECTION = Projection(
    "source_of_money",
    (PROJECTS, PAYMENTS),
    {
        "project.planned": of_project("planned_fen", "sources"),
        "project.left_library": of_project("planned_fen", "sources", sign=-1),
        "project.changed": of_project("planned_fen", "sources"),
        "project.work_measured": measured(1),
        "project.measurement_reversed": measured(-1),
        "project.settled": of_project("settled_fen", "advance_offset", "payable"),
        "project.settlement_reversed": settlement_reversed,
        "project.household_closed": of_project("settled_fen", "paid"),
        "project.household_closing_reversed": of_project("settled_fen", "paid", sign=-1),
        "project.retention_held": of_project("retained_fen", "retention"),
        "project.handed_over": of_project("handed_over_fen", "sources"),
        "project.hand_over_reversed": of_project("handed_over_fen", "sources", sign=-1),
        "account.money_arrived": of_account("arrived_fen"),
        "account.arrival_reversed": of_account("arrived_fen", -1),
        "account.paid": paid,
        **dict.fromkeys(UNPAYS, came_back(1)),
        **dict.fromkeys(PAYS_AGAIN, came_back(-1)),
        "account.surplus_returned": of_account("recovered_fen"),
        "account.surplus_return_reversed": of_account("recovered_fen", -1),
    },
)
