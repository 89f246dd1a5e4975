"""An amount of a notice says what it is and agrees with the books (公示金额与账一致).

What an old paper printed otherwise is recorded as printed, with the reason; the board shows the figure of the books
beside it.  Source: 审计中的“公示不实”, figures in notice ≠ ledger.
"""

from collections.abc import Mapping
from dataclasses import replace

from domain.notices.figure_refusals import FigureDiffers, FigureMissing, FigureUnexplained, FigureUnknown
from domain.notices.notice_amount import NoticeAmount
from domain.rulebook.codes import Figure


def amount_agrees(amount: NoticeAmount, of: str, figures: Mapping[str, int]) -> NoticeAmount:
    """Give the amount with the record `of` that it is about and the figure that the books have of it.

    Raises FigureMissing, FigureUnexplained (of an amount that the books do not keep), FigureUnknown, FigureDiffers.
    """
    label, reason = amount.label, amount.otherwise_reason.strip()
    if not amount.figure:
        raise FigureMissing(label, list(figures))
    if amount.figure == Figure.UNKEPT:
        if not reason:
            raise FigureUnexplained(label)
        return replace(amount, figure_of=of, books_fen=0)
    if amount.figure not in figures:
        raise FigureUnknown(label, amount.figure, of, list(figures))
    books_fen = figures[amount.figure]
    if amount.amount_fen != books_fen and not reason:
        raise FigureDiffers(label, amount.figure, of, amount.amount_fen, books_fen)
    return replace(amount, figure_of=of, books_fen=books_fen)


def amount_still_agrees(amount: NoticeAmount, figures: Mapping[str, int]) -> None:
    """Raise FigureDiffers when the books have another figure now and nothing explains it."""
    books_fen = figures.get(amount.figure, 0)
    if not amount.otherwise_reason.strip() and amount.amount_fen != books_fen:
        raise FigureDiffers(amount.label, amount.figure, amount.figure_of, amount.amount_fen, books_fen)
