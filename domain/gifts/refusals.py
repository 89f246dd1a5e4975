"""捐赠与资产登记方面的拒绝 (refusals about gifts and the asset register)."""

from collections.abc import Sequence
from datetime import date

from domain.gifts.codes import DonorKind
from domain.refusal import Refusal, words_of


class DonorKindUnknown(Refusal):
    """A donor is of a known kind (捐赠人类别不符)."""

    code = "donor_kind_unknown"
    title_zh, title_en = "捐赠人类别不符", "Unknown kind of donor"
    codes = words_of(given=DonorKind, kinds=DonorKind)
    field = "donor_kind"
    given: str
    kinds: Sequence[str]

    says_zh = "捐赠人类别为 {given}，可用：{kinds}。"
    says_en = "The kind of donor is {given}; there are: {kinds}."
    remedy_zh = "请改填所列的一类。"
    remedy_en = "Use one of those listed."


class DonorNameShown(Refusal):
    """Facts name no private or anonymous donors (个人捐赠人不得具名)."""

    code = "donor_name_shown"
    title_zh, title_en = "个人捐赠人不得具名", "Private donor is named"
    codes = words_of(donor_kind=DonorKind)
    field = "donor_name"
    donor_kind: str

    says_zh = "{donor_kind}捐赠人的姓名不得写入事实。"
    says_en = "The name of a donor of the kind {donor_kind} is not written into facts."
    remedy_zh, remedy_en = "请只填写捐赠人编号。", "Give the donor's id only."


class GoodsUnitDiffers(Refusal):
    """One item of a gift is counted in one unit (物资计量单位不符)."""

    code = "goods_unit_differs"
    title_zh, title_en = "物资计量单位不符", "Unit of the goods differs"
    field = "unit"
    item: str
    given: str
    held: str

    says_zh = "{item} 以“{held}”计，本次为“{given}”。"
    says_en = "{item} is counted in {held}; given is {given}."
    remedy_zh, remedy_en = "请换算后登记，或另立品名。", "Convert it, or name another item."


class GoodsNotYetThere(Refusal):
    """Goods are not handed out before they came in (物资入库前不得发放)."""

    code = "goods_not_yet_there"
    title_zh, title_en = "物资入库前不得发放", "The goods had not come in"
    field = "effective_on"
    item: str
    on: date
    came_on: date

    says_zh = "{item} 于 {came_on} 才入库足数，发放日期为 {on}。"
    says_en = "Enough of {item} had come in on {came_on}; the hand-out is dated {on}."
    remedy_zh, remedy_en = "请核对入库和发放日期。", "Check the days of the receipt and of the hand-out."


class StockTooSmall(Refusal):
    """Nothing is handed out that is not in stock (库存物资不足)."""

    code = "stock_too_small"
    title_zh, title_en = "库存物资不足", "Stock too small"
    status = 409
    field = "quantity"
    item: str
    asked: int
    held: int

    says_zh = "{item} 发放 {asked}，库存 {held}。"
    says_en = "{asked} of {item} are to be handed out; {held} are in stock."
    remedy_zh, remedy_en = "请先登记入库或减少发放。", "Record the receipt first, or hand out less."


class GoodsEntryUnknown(Refusal):
    """The gift has no such receipt or hand-out of goods, or it was reversed (无此物资出入库)."""

    code = "goods_entry_unknown"
    title_zh, title_en = "无此物资出入库", "No such entry of goods"
    status = 404
    field = "item"
    gift_no: str
    item: str
    on: date
    quantity: int

    says_zh = "捐赠 {gift_no} 在 {on} 没有 {item} {quantity} 的这一笔入库或发放，或已冲销。"
    says_en = (
        "Gift {gift_no} has no such receipt or hand-out of {quantity} of {item} on {on}, or it was reversed."
    )
    remedy_zh = "请照原登记核对品名、日期、数量，以及入库的价值或发放的名单指纹。"
    remedy_en = "Check item, day and quantity as they were recorded, and the value of a receipt or list of a hand-out."


class GoodsHandedOutSince(Refusal):
    """A receipt on which hand-outs stand is not reversed (入库物资已发放)."""

    code = "goods_handed_out_since"
    title_zh, title_en = "入库物资已发放", "The goods were handed out"
    status = 409
    field = "quantity"
    item: str
    quantity: int
    held: int
    value_fen: int
    held_fen: int

    says_zh = "冲销入库 {item} {quantity}，价值 {value_fen:yuan} 元；库存 {held}，价值 {held_fen:yuan} 元。"
    says_en = (
        "{quantity} of {item} worth {value_fen:yuan} yuan are to be reversed; "
        "{held} worth {held_fen:yuan} yuan are in stock."
    )
    remedy_zh, remedy_en = (
        "请先冲销其后的发放，冲销入库后再重新登记。",
        ("Reverse the hand-outs made since, and record them again afterwards."),
    )


class GiftDiverted(Refusal):
    """Money of a gift is spent on what its agreement names (捐赠用途改变)."""

    code = "gift_diverted"
    title_zh, title_en = "捐赠用途改变", "Gift diverted from its purpose"
    codes = words_of(spending_item="spending_items", agreed="spending_items")
    status = 409
    field = "spending_item"
    shows = ("gift_no", "spending_item", "agreed:codes")
    gift_no: str
    purpose: str
    spending_item: str
    agreed: Sequence[str]  # the items that the donor agreed to

    says_zh = "捐赠 {gift_no} 约定用于“{purpose}”，约定的用款事项：{agreed}；本次用于“{spending_item}”。"
    says_en = (
        "Gift {gift_no} was given for “{purpose}”, that is for: {agreed:commas}; "
        "the claim would spend it on {spending_item}."
    )
    remedy_zh = "请按约定事项报账；确需改变的，取得捐赠人同意后登记用途变更，列明用款事项。"
    remedy_en = "Spend it as agreed; else record a change of purpose with the donor's consent and the items."


class PledgeUnchanged(Refusal):
    """A correction of a pledge changes something (认捐未变)."""

    code = "pledge_unchanged"
    title_zh, title_en = "认捐未变", "The pledge is unchanged"
    status = 409
    gift_no: str
    amount_fen: int

    says_zh = "捐赠 {gift_no} 的捐赠人和认捐金额 {amount_fen:yuan} 元与登记的相同。"
    says_en = "Gift {gift_no} is already recorded with this donor and {amount_fen:yuan} yuan."
    remedy_zh, remedy_en = "请填更正后的捐赠人或金额。", "Give the donor or the amount as it should be."
