"""调拨登记, 记账 (transfer register, folding): where the money of each transfer is after each of its steps."""

from datetime import date

from domain.transfers.codes import IN_TRANSIT, TransferState
from domain.transfers.transfer import Transfer
from projections.ledger.page import Recorded
from projections.ledger.projection import Fold, Projection
from projections.ledger.rows import Rows
from projections.ledger.tables import Row, Table

SENT = TransferState.SENT.code


class TransferRow(Row):
    """See query.TransferRow."""

    transfer_no: str
    decision_no: str
    from_account_code: str
    to_account_code: str
    document_no: str
    allocation_no: str
    purpose_kind: str
    purpose_code: str
    year: int
    sent_on: date
    state: str
    amount_fen: int
    in_transit_fen: int
    ended_on: date | None = None


class Step(Row):
    """See query.TransferStep."""

    transfer_no: str
    position: int
    state: str


TRANSFERS = Table("transfer_register", TransferRow, key=("transfer_no",))
STEPS = Table("transfer_register_steps", Step)


def _sent(recorded: Recorded, rows: Rows) -> None:
    fact: Transfer.Sent = recorded.fact
    rows.add(
        TRANSFERS,
        TransferRow(
            transfer_no=fact.transfer_no,
            decision_no=fact.decision_no,
            from_account_code=fact.from_account_code,
            to_account_code=fact.to_account_code,
            document_no=fact.document_no,
            allocation_no=fact.allocation_no,
            purpose_kind=fact.purpose_kind,
            purpose_code=fact.purpose_code,
            year=fact.year,
            sent_on=fact.effective_on,
            state=SENT,
            amount_fen=fact.amount_fen,
            in_transit_fen=fact.amount_fen,
        ),
    )
    rows.append(STEPS, Step(recorded.key, recorded.position, SENT))


def _to(state: TransferState) -> Fold:
    """Make the fold of a step that brings a transfer to a state."""
    code, in_transit = state.code, state in IN_TRANSIT

    def step(recorded: Recorded, rows: Rows) -> None:
        transfer = rows.change(TRANSFERS, recorded.key)
        transfer.state = code
        transfer.in_transit_fen = transfer.amount_fen if in_transit else 0
        transfer.ended_on = None if in_transit else recorded.fact.effective_on
        rows.append(STEPS, Step(recorded.key, recorded.position, code))

    return step


PROJECTION = Projection(
    "transfer_register",
    (TRANSFERS, STEPS),
    {
        "transfer.sent": _sent,
        "transfer.received": _to(TransferState.RECEIVED),
        "transfer.receipt_reversed": _to(TransferState.SENT),
        "transfer.withdrawn": _to(TransferState.WITHDRAWN),
        "transfer.refused": _to(TransferState.REFUSED),
        "transfer.came_back": _to(TransferState.CAME_BACK),
    },
)
