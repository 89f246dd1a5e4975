"""捐赠与资产登记方面的拒绝 (refusals about gifts and the asset register).

* DonorKindUnknown         捐赠人类别不符
* DonorNameShown           个人捐赠人不得具名
* GoodsUnitDiffers         物资计量单位不符
* StockTooSmall            库存物资不足
"""

from collections.abc import Sequence

from domain.refusal import Refusal


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
