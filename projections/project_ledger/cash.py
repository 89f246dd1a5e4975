"""项目台账, 资金 (project ledger, cash): what arrived for a project, was paid for it and came back.

Facts of accounts concern a project when their purpose is one; the others are passed over.
"""

from domain.accounts.account import Account
from domain.code import texts
from domain.funds.codes import PurposeKind
from domain.rulebook.codes import SCHEME_STAGES, PaymentStage
from projections.ledger.page import Recorded
from projections.ledger.projection import Fold
from projections.ledger.rows import Rows
from projections.project_ledger.pages import PAYMENTS, PROJECTS, SOURCES, Payment, ProjectRow

PROJECT = PurposeKind.PROJECT.code
ADVANCE, RETENTION = PaymentStage.ADVANCE.code, PaymentStage.RETENTION.code

OWED = frozenset(texts(SCHEME_STAGES))
"""The stages of a contract's payments."""


def _moving(column: str, sign: int) -> Fold:
    """Make the fold of a movement of money that is no payment."""

    def move(recorded: Recorded, rows: Rows) -> None:
        fact = recorded.fact
        if fact.purpose_kind != PROJECT:
            return
        for share in fact.sources:
            source = rows.at(SOURCES, (fact.purpose_code, *share.channel))
            setattr(source, column, getattr(source, column) + sign * share.amount_fen)

    return move


arrived = _moving("arrived_fen", 1)
arrival_reversed = _moving("arrived_fen", -1)
surplus_returned = _moving("recovered_fen", 1)
surplus_return_reversed = _moving("recovered_fen", -1)


def paid(recorded: Recorded, rows: Rows) -> None:
    """Money left the account for the project."""
    fact: Account.Paid = recorded.fact
    if fact.purpose_kind != PROJECT:
        return
    rows.add(
        PAYMENTS,
        Payment(
            project_code=fact.purpose_code,
            account_code=recorded.key,
            payment_no=fact.payment_no,
            position=recorded.position,
            paid_on=fact.effective_on,
            stage=fact.stage,
            voucher_no=fact.voucher_no,
            claim_no=fact.claim_no,
            roll_no=fact.roll_no,
            payee_id=fact.payee_id,
            payee_name=fact.payee_name,
            amount_fen=fact.amount_fen,
            sources=fact.sources,
        ),
    )
    _pay(recorded, rows, fact.stage, 1)


def came_back(recorded: Recorded, rows: Rows, sign: int) -> None:
    """A payment came back, whole or in part (1), or is taken as never come back (-1)."""
    fact = recorded.fact
    if fact.purpose_kind != PROJECT:
        return
    payment = rows.change(PAYMENTS, (fact.purpose_code, recorded.key, fact.payment_no))
    payment.undone_fen += sign * fact.amount_fen
    _pay(recorded, rows, payment.stage, -sign)


def _pay(recorded: Recorded, rows: Rows, stage: str, sign: int) -> None:
    fact = recorded.fact
    for share in fact.sources:
        rows.at(SOURCES, (fact.purpose_code, *share.channel)).paid_fen += sign * share.amount_fen
    # Payments to households or units were owed by nobody before: they leave the project's own row alone.
    if stage in OWED:
        _settle(rows.change(PROJECTS, fact.purpose_code), stage, sign * fact.amount_fen)


def _settle(project: ProjectRow, stage: str, amount_fen: int) -> None:
    """What a payment of a stage does to what is owed."""
    if stage == ADVANCE:
        project.advance_left_fen += amount_fen
    elif stage == RETENTION:
        project.retention_paid_fen += amount_fen
    else:
        project.payable_fen -= amount_fen
