"""资产方面的拒绝 (refusals about assets)."""

from domain.refusal import Refusal


class CutsDoNotAgree(Refusal):
    """Every cut of the asset register sums to its total, and all cuts agree (资产分类合计不符)."""

    code = "cuts_do_not_agree"
    title_zh, title_en = "资产分类合计不符", "Cuts of the register do not agree"
    field = "cuts"
    cut: str
    count: int
    value_fen: int
    wanted_count: int
    wanted_fen: int
    rounding_fen: int

    says_zh = (
        "{cut} 分类为 {count} 项 {value_fen:yuan} 元，应为 {wanted_count} 项 {wanted_fen:yuan} 元"
        "（允许尾差 {rounding_fen:yuan} 元）。"
    )
    says_en = (
        "The cut {cut} has {count} items of {value_fen:yuan} yuan; it should have {wanted_count} of "
        "{wanted_fen:yuan} yuan (rounding allowed: {rounding_fen:yuan})."
    )
    remedy_zh, remedy_en = "请核对分类明细。", "Check the rows of the cut."
