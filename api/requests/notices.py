"""公示公告请求 (requests about notices): from the draft to the closing or the withdrawal."""

from typing import Annotated, ClassVar

from api.requests.body import CommandBody, Part
from api.requests.code_of import CodeOf
from api.requests.parts import FieldText
from api.requests.words import (
    Code,
    Day,
    FenOrNone,
    Key,
    KeyOrNone,
    Name,
    PersonId,
    Place,
    Sha256,
    Text,
    TextOrNone,
    Yes,
    entries_of,
)
from domain.notices.notice_amount import NoticeAmount as NoticeAmountValue
from domain.rulebook.codes import Figure


class NoticeAmount(Part):
    """公示金额 — one amount of a notice: which figure it is, and of what; it must agree with the ledgers.

    What an old paper printed otherwise says why; `figure_of` is left out where it is the subject of the notice.
    """

    VALUE: ClassVar[type] = NoticeAmountValue

    label: Name
    amount_fen: FenOrNone
    figure: Annotated[str, CodeOf(Figure, or_none=True)] = ""
    figure_of: TextOrNone = ""
    otherwise_reason: TextOrNone = ""


Fields = Annotated[tuple[FieldText, ...], entries_of("fields", "notices")]
Amounts = Annotated[tuple[NoticeAmount, ...], entries_of("amounts")]


class DraftNotice(CommandBody):
    """Draft a notice with the fields that its kind demands."""

    notice_no: Key
    kind: Code
    level: Code
    place_code: Place
    subject: Text
    title: Name
    fields: Fields
    amounts: Amounts = ()
    replaces_notice_no: KeyOrNone = ""


class PostNotice(CommandBody):
    """Post a notice at a place, with the hash of its photo."""

    place_text: Text
    photo_sha256: Sha256
    first_day_on: Day


class RecordObjection(CommandBody):
    """Record an objection; `objector_id` is an opaque person id."""

    objection_no: Key
    objector_id: PersonId
    summary: Text


class AnswerObjection(CommandBody):
    """Answer an objection."""

    objection_no: Key
    answer: Text
    upheld: Yes


class ExtendNotice(CommandBody):
    """Change a posted notice; its days begin again."""

    reason: Text
    fields: Fields
    amounts: Amounts = ()


class CloseNotice(CommandBody):
    """Close a notice after its days, without open objection."""


class WithdrawNotice(CommandBody):
    """Withdraw a notice, with a reason."""

    reason: Text
