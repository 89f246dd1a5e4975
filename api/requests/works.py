"""工程与验收请求 (requests about the works of a project), from the start to the released retention."""

from typing import Annotated

from api.requests.body import CommandBody
from api.requests.code_of import CodeOf
from api.requests.parts import Defect
from api.requests.words import (
    BasisPoints,
    Count,
    Day,
    Fen,
    Key,
    KeyOrNone,
    Name,
    PersonId,
    Sha256,
    Text,
    entries_of,
)
from domain.assets.codes import OWNING, AssetClass
from domain.projects.codes import AcceptanceStage

AcceptanceLevel = Annotated[str, CodeOf(AcceptanceStage)]
Acceptors = Annotated[tuple[PersonId, ...], entries_of("acceptors")]


class CorrectContractorName(CommandBody):
    """Correct the name of the contractor; both names are shown."""

    contractor_name: Name
    reason: Text


class StartProject(CommandBody):
    """Record the order to start."""

    start_order_no: Key
    photo_sha256: Sha256


class ReverseStart(CommandBody):
    """Take back the start (红字冲销)."""

    reason: Text


class MeasureWork(CommandBody):
    """Certify work done; it is split by source after the plan."""

    certificate_no: Key
    amount_fen: Fen
    work: Text


class ReverseMeasurement(CommandBody):
    """Reverse a certificate that was recorded wrongly (红字冲销)."""

    certificate_no: Key
    reason: Text


class CompleteProject(CommandBody):
    """Report completion."""

    report_no: Key


class ReverseCompletion(CommandBody):
    """Take back the report of completion (红字冲销)."""

    reason: Text


class PassAcceptance(CommandBody):
    """Pass acceptance at a level; no acceptor may have implemented."""

    level: AcceptanceLevel
    form_no: Key
    acceptors: Acceptors
    representatives: Count
    verdict: Text


class ReverseAcceptance(CommandBody):
    """Take back the last level of acceptance that passed (红字冲销)."""

    level: AcceptanceLevel
    reason: Text


class RejectAcceptance(CommandBody):
    """Reject acceptance at a level, with the defects and the day they must be mended by."""

    level: AcceptanceLevel
    form_no: Key
    acceptors: Acceptors
    defects: Annotated[tuple[Defect, ...], entries_of("defects")]
    rectify_by_on: Day


class RectifyDefects(CommandBody):
    """Record that defects were mended."""

    level: AcceptanceLevel
    defect_nos: Annotated[tuple[Key, ...], entries_of("defect_nos")]
    evidence_sha256: Sha256


class SettleProject(CommandBody):
    """Settle at the audited price; retention is held by the payment scheme.

    `retention_bp` holds another share than the scheme says, within the cap of the rulebook.
    """

    audit_no: Key
    auditor_unit: Name
    settlement_fen: Fen
    retention_bp: BasisPoints | None = None


class ReverseSettlement(CommandBody):
    """Take back the settlement, with its retention (红字冲销)."""

    reason: Text


class HandOverProject(CommandBody):
    """Hand the work over as an asset."""

    asset_no: KeyOrNone
    asset_class: Annotated[str, CodeOf(AssetClass)]
    owner_level: Annotated[str, CodeOf(OWNING)]
    owner: Name
    keeper: Name


class ReverseHandOver(CommandBody):
    """Take back the hand-over; the number of the asset is free again (红字冲销)."""

    reason: Text


class ReleaseRetention(CommandBody):
    """Release the retention after an inspection."""

    inspection_no: Key
    inspected_on: Day


class ReverseRetentionRelease(CommandBody):
    """Take back the release of the retention (红字冲销)."""

    reason: Text
