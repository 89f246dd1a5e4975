"""资产方面的拒绝 (refusals about assets).

* CutsDoNotAgree           资产分类合计不符
"""

from domain.money.amount_text import yuan_text
from domain.refusal import Refusal


class CutsDoNotAgree(Refusal):
    """Every cut of the asset register sums to its total, and all cuts agree (资产分类合计不符)."""

    code = "cuts_do_not_agree"
    title_zh = "资产分类合计不符"
    title_en = "Cuts of the register do not agree"

    def __init__(self, cut: str, found: tuple[int, int], wanted: tuple[int, int], rounding_fen: int) -> None:
        """The `cut`; count and value found, count and value wanted; the printed rounding that is allowed."""
        super().__init__(
            f"{cut} 分类为 {found[0]} 项 {yuan_text(found[1])} 元，应为 {wanted[0]} 项 {yuan_text(wanted[1])} 元"
            f"（允许尾差 {yuan_text(rounding_fen)} 元）。",
            f"The cut {cut} has {found[0]} items of {yuan_text(found[1])} yuan; it should have {wanted[0]} of "
            f"{yuan_text(wanted[1])} yuan (rounding allowed: {yuan_text(rounding_fen)}).",
            field="cuts",
            figures={
                "cut": cut,
                "count": found[0],
                "value_fen": found[1],
                "wanted_count": wanted[0],
                "wanted_fen": wanted[1],
                "rounding_fen": rounding_fen,
            },
            remedy_zh="请核对分类明细。",
            remedy_en="Check the rows of the cut.",
        )
