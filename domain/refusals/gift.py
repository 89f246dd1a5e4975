"""捐赠与资产登记方面的拒绝 (refusals about gifts and the asset register).

* DonorKindUnknown         捐赠人类别不符
* DonorNameShown           个人捐赠人不得具名
* GoodsUnitDiffers         物资计量单位不符
* StockTooSmall            库存物资不足
* CutsDoNotAgree           资产分类合计不符
"""

from collections.abc import Sequence

from domain.amount_text import yuan_text
from domain.refusals.refusal import Refusal


class DonorKindUnknown(Refusal):
    """A donor is of a known kind (捐赠人类别不符)."""

    code = "donor_kind_unknown"
    title_zh = "捐赠人类别不符"
    title_en = "Unknown kind of donor"

    def __init__(self, given: str, kinds: Sequence[str]) -> None:
        """The kind given and the kinds there are."""
        listed = "、".join(kinds)
        super().__init__(
            f"捐赠人类别为 {given}，可用：{listed}。",
            f"The kind of donor is {given}; there are: {listed}.",
            field="donor_kind",
            figures={"given": given, "kinds": listed},
        )


class DonorNameShown(Refusal):
    """Facts name no private or anonymous donors (个人捐赠人不得具名)."""

    code = "donor_name_shown"
    title_zh = "个人捐赠人不得具名"
    title_en = "Private donor is named"

    def __init__(self, donor_kind: str) -> None:
        """The kind of donor whose name was given; the name itself is not repeated."""
        super().__init__(
            f"{donor_kind} 类捐赠人的姓名不得写入事实。",
            f"The name of a donor of the kind {donor_kind} is not written into facts.",
            field="donor_name",
            figures={"donor_kind": donor_kind},
            remedy_zh="请只填写捐赠人编号。",
            remedy_en="Give the donor's id only.",
        )


class GoodsUnitDiffers(Refusal):
    """One item of a gift is counted in one unit (物资计量单位不符)."""

    code = "goods_unit_differs"
    title_zh = "物资计量单位不符"
    title_en = "Unit of the goods differs"

    def __init__(self, item: str, given: str, held: str) -> None:
        """The item, the unit given and the unit it is counted in."""
        super().__init__(
            f"{item} 以“{held}”计，本次为“{given}”。",
            f"{item} is counted in {held}; given is {given}.",
            field="unit",
            figures={"item": item, "given": given, "held": held},
            remedy_zh="请换算后登记，或另立品名。",
            remedy_en="Convert it, or name another item.",
        )


class StockTooSmall(Refusal):
    """Nothing is handed out that is not in stock (库存物资不足)."""

    code = "stock_too_small"
    title_zh = "库存物资不足"
    title_en = "Stock too small"
    status = 409

    def __init__(self, item: str, asked: int, held: int) -> None:
        """The item, the quantity asked for and the quantity in stock."""
        super().__init__(
            f"{item} 发放 {asked}，库存 {held}。",
            f"{asked} of {item} are to be handed out; {held} are in stock.",
            field="quantity",
            figures={"item": item, "asked": asked, "held": held},
            remedy_zh="请先登记入库或减少发放。",
            remedy_en="Record the receipt first, or hand out less.",
        )


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
