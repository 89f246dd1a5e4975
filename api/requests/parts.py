"""请求的组成部分 (parts of requests): amounts by source, papers, targets; each becomes a value of the domain."""

from typing import ClassVar

from api.requests.body import Part
from api.requests.words import (
    Code,
    Day,
    Fen,
    FenOrNone,
    Key,
    KeyOrNone,
    Name,
    Sha256OrNone,
    Text,
    Whole,
)
from domain.claims.document import Document as DocumentValue
from domain.money import sources
from domain.notices.field_text import FieldText as FieldTextValue
from domain.projects import values


class SourceAmount(Part):
    """资金级次与金额 — so many fen of one source level of the document at hand."""

    VALUE: ClassVar[type] = sources.SourceAmount

    level: Code
    amount_fen: Fen


class SourceShare(Part):
    """资金来源 — so many fen of one source level of one document."""

    VALUE: ClassVar[type] = sources.SourceShare

    document_no: Key
    level: Code
    amount_fen: Fen


class Document(Part):
    """报账资料 — one paper of a claim."""

    VALUE: ClassVar[type] = DocumentValue

    kind: Code
    number: KeyOrNone
    sha256: Sha256OrNone
    amount_fen: FenOrNone
    issued_on: Day


class FieldText(Part):
    """公示字段 — one named field of a notice and its text."""

    VALUE: ClassVar[type] = FieldTextValue

    code: Code
    text: Text


class Target(Part):
    """绩效目标 — what is to be reached, as a whole number of a unit."""

    VALUE: ClassVar[type] = values.Target

    code: Code
    name: Name
    unit: Name
    value: Whole


class Defect(Part):
    """验收问题 — one defect of a rejected acceptance."""

    VALUE: ClassVar[type] = values.Defect

    no: Key
    text: Text
