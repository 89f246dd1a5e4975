"""事实中的值 (values inside facts).  Their fields are storage format too: add with a default, never edit."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class SourceAmount:
    """资金级次与金额: so many fen of one source level inside one document."""

    level: str
    amount_fen: int


@dataclass(frozen=True)
class SourceShare:
    """资金来源: so many fen of one source level of one document (文号); a plan or a payment may mix several."""

    document_no: str
    level: str
    amount_fen: int

    @property
    def channel(self) -> tuple[str, str]:
        """渠道: the document and the level, which never change on the money's way."""
        return self.document_no, self.level


@dataclass(frozen=True)
class Document:
    """报账资料: one paper of a claim.  `sha256` is the hash of its scan (hex, or "" where none was made)."""

    kind: str
    number: str
    sha256: str
    amount_fen: int
    issued_on: date


@dataclass(frozen=True)
class FieldText:
    """One named field of a notice and its text."""

    code: str
    text: str


@dataclass(frozen=True)
class Target:
    """绩效目标: what is to be reached, as a whole number of a unit."""

    code: str
    name: str
    unit: str
    value: int


@dataclass(frozen=True)
class Defect:
    """验收发现的问题: one defect of a rejected acceptance."""

    no: str
    text: str
