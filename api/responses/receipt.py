"""回执 (receipt): the answer to every request that records."""

from dataclasses import dataclass

from domain.books.desk.act import Receipt, RecordedFact


@dataclass(frozen=True)
class ReceiptAnswer:
    """The positions of the facts in the journal, gapless and in order; a repeated request gets the same again."""

    first_position: int
    last_position: int
    facts: tuple[RecordedFact, ...]

    @classmethod
    def of(cls, receipt: Receipt) -> "ReceiptAnswer":
        """Leave out whether it was repeated: a header says that, the body stays the original."""
        return cls(receipt.first_position, receipt.last_position, receipt.facts)
