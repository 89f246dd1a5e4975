"""事实中的值 (values inside facts).  Their fields are storage format too: add with a default, never edit."""

from dataclasses import dataclass


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
