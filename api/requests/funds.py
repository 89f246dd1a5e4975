"""资金请求 (requests about funds): from the indicator document to the recovery of what is left."""

from typing import Annotated

from api.requests.body import CommandBody
from api.requests.code_of import CodeOf
from api.requests.parts import SourceAmount
from api.requests.words import (
    Code,
    CodeOrNone,
    Day,
    Fen,
    FenOrNone,
    Key,
    KeyOrNone,
    Name,
    Place,
    Text,
    TextOrNone,
    Year,
    Yes,
    entries_of,
)
from domain.funds.codes import PAID_FOR, FundNature, FundReport, PurposeKind
from domain.rulebook.codes import TransferKind

Sources = Annotated[tuple[SourceAmount, ...], entries_of("sources")]


class ReceiveIndicator(CommandBody):
    """Register an indicator document with its split by source level.

    `transfer_kind` and `upper_received_on` are for the time limits of the law, where the document tells them.
    """

    document_no: Key
    title: Name
    year: Year
    place_code: Place
    issuer: Name
    issued_on: Day
    use: Code
    nature: Annotated[str, CodeOf(FundNature)]
    budget_code: Code
    sources: Sources
    amount_fen: Fen
    transfer_kind: Annotated[str, CodeOf(TransferKind, or_none=True)] = ""
    upper_received_on: Day | None = None


class PassFundDown(CommandBody):
    """Pass free money down to a place below, by a document of its own; year, nature and use stay as they are."""

    to_document_no: Key
    title: Name
    year: Year
    place_code: Place
    issuer: Name
    issued_on: Day
    use: Code
    nature: Annotated[str, CodeOf(FundNature)]
    budget_code: Code
    sources: Sources
    amount_fen: Fen


class ReversePassingDown(CommandBody):
    """Take back the whole of what was passed down to a document, with the paper that says so and the reason."""

    to_document_no: Key
    decision_no: Key
    reason: Text


class ChangeIndicator(CommandBody):
    """Add to an indicator or cut it, by a decision and with a reason."""

    decision_no: Key
    sources: Sources
    amount_fen: Fen
    reason: Text


class CorrectFundTitle(CommandBody):
    """Correct the title of a fund; both titles are shown."""

    title: Name
    reason: Text


class FileFundReport(CommandBody):
    """Record a proposal of the split or a use plan that was sent up; the time limits of the law count to it."""

    report: Annotated[str, CodeOf(FundReport)]
    filing_no: Key
    filed_with: Name


class WithdrawFundReport(CommandBody):
    """Withdraw a paper that was recorded by mistake, or was given back, with the reason."""

    report: Annotated[str, CodeOf(FundReport)]
    filing_no: Key
    reason: Text


class AllocateFund(CommandBody):
    """Allocate part of an indicator to a project, a unit, a named pool or the fee.

    `fee_base_fen` is the base that the fee was computed on where it is not the whole document; say which in
    `fee_base_note`.  `from_recovered` takes the money from recovered surplus.
    """

    allocation_no: Key
    decision_no: Key
    purpose_kind: Annotated[str, CodeOf((*PAID_FOR, PurposeKind.POOL))]
    purpose_code: KeyOrNone
    use: Code
    budget_code: Code
    sources: Sources
    amount_fen: Fen
    fee_base_fen: FenOrNone = 0
    fee_base_note: TextOrNone = ""
    from_recovered: Yes = False
    authorisation_no: KeyOrNone = ""
    spending_item: CodeOrNone = ""


class AdjustAllocation(CommandBody):
    """Move money from one allocation to another of the same document."""

    from_allocation_no: Key
    to_allocation_no: Key
    decision_no: Key
    sources: Sources
    amount_fen: Fen
    reason: Text


class TakeBackAllocation(CommandBody):
    """Take back what has not arrived yet."""

    allocation_no: Key
    decision_no: Key
    sources: Sources
    amount_fen: Fen
    reason: Text


class RecordCashArrival(CommandBody):
    """Record cash that arrived on an account for one allocation."""

    allocation_no: Key
    account_code: Key
    voucher_no: Key
    sources: Sources
    amount_fen: Fen


class PlanInterest(CommandBody):
    """Make interest that is the aid fund's money of an allocation, in the same account."""

    allocation_no: Key
    account_code: Key
    voucher_no: Key
    sources: Sources
    amount_fen: Fen


class ReverseCashArrival(CommandBody):
    """Reverse an arrival that was recorded wrongly (红字冲销)."""

    account_code: Key
    arrived_year: Year
    voucher_no: Key
    reason: Text


class RecoverSurplus(CommandBody):
    """Take surplus back from an account, source split kept."""

    allocation_no: Key
    account_code: Key
    voucher_no: Key
    sources: Sources
    amount_fen: Fen
    reason: Text


class CarryOverFund(CommandBody):
    """Carry unspent money over to the next year."""

    from_year: Year
    to_year: Year
    sources: Sources
    amount_fen: Fen


class ReverseRecovery(CommandBody):
    """Reverse a recovery of surplus that was recorded wrongly; the money is where it was (红字冲销)."""

    account_code: Key
    voucher_year: Year
    voucher_no: Key
    reason: Text


class ReverseCarryOver(CommandBody):
    """Reverse the last carry-over, that was recorded wrongly (红字冲销)."""

    from_year: Year
    to_year: Year
    reason: Text


class AuthoriseIntegration(CommandBody):
    """Let money of one use serve another, up to an amount and a day."""

    authorisation_no: Key
    document_no_of_authority: Key
    level: Code
    from_use: Code
    to_use: Code
    amount_fen: Fen
    valid_until: Day
