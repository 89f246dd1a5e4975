"""公示金额 (amount of a notice): a figure, what it is, and what the books had."""

from dataclasses import dataclass

from domain.rulebook.codes import Figure


@dataclass(frozen=True)
class NoticeAmount:
    """公示金额: one figure of a notice, with the words it stands beside.

    figure            what it is, one of `Figure`; "" in notices drafted before figures were named.
    figure_of         the stream that it is a figure of.
    otherwise_reason  why an old paper printed another figure than the books have, or one that they do not keep.
    books_fen         the figure of the books when it was drafted; 0 where they keep none.
    """

    label: str
    amount_fen: int
    figure: str = ""
    figure_of: str = ""
    otherwise_reason: str = ""
    books_fen: int = 0

    @property
    def unkept(self) -> bool:
        """账上无此数: whether the books keep no such figure."""
        return self.figure == Figure.UNKEPT

    @property
    def printed_otherwise(self) -> bool:
        """与账不符, 照原件登记: whether it was recorded as printed although the books had another figure."""
        return bool(self.otherwise_reason) and not self.unkept and self.amount_fen != self.books_fen
