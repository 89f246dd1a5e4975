"""用款方面的拒绝 (refusals about what a unit or a gift spends money on)."""

from collections.abc import Sequence

from domain.money.refusals import AboveLimit
from domain.refusal import Refusal, words_of
from domain.rulebook.codes import DeliverySheet


class SheetNotDemanded(Refusal):
    """Only what the rulebook asks a sheet for is accepted by one (无须用款验收)."""

    code = "sheet_not_demanded"
    title_zh, title_en = "无须用款验收", "No sheet is demanded"
    codes = words_of(spending_item="spending_items")
    status = 409
    claim_no: str
    spending_item: str

    says_zh = "报账单 {claim_no} 的用款事项为“{spending_item:or （未填）}”，规章不要求验收表。"
    says_en = "Claim {claim_no} is for {spending_item:or (nothing named)}; the rulebook asks for no sheet."
    remedy_zh, remedy_en = "凭资料审核付款即可。", "Review its papers and pay it."


class DeliveryNotAccepted(Refusal):
    """What is reimbursed was delivered and accepted first (用款未验收)."""

    code = "delivery_not_accepted"
    title_zh, title_en = "用款未验收", "Delivery not accepted"
    status = 409
    codes = words_of(spending_item="spending_items", sheet=DeliverySheet)
    shows = ("claim_no", "spending_item", "sheet")
    claim_no: str
    spending_item: str
    sheet: str

    says_zh = "报账单 {claim_no}（{spending_item}）尚无验收，规章要求{sheet}。"
    says_en = "The delivery of claim {claim_no} ({spending_item}) is not accepted; it takes the {sheet}."
    remedy_zh = "请由提交人、收款人以外的人凭该表登记用款验收后再付款。"
    remedy_en = "Let another than the submitter and the payee accept the delivery by that sheet, then pay."


class AboveAccepted(AboveLimit):
    """No more is reimbursed than the sheet proves (超出验收金额)."""

    code = "above_accepted"
    title_zh, title_en = "超出验收金额", "Above what was accepted"
    status = 409
    asked = ("本次付款", "the payment")
    limit = ("验收未付金额", "what was accepted and not paid")
    remedy_zh, remedy_en = "请按验收金额付款。", "Pay no more than the sheet proves."


class AcceptedBeyondClaim(AboveLimit):
    """A sheet proves no more than was claimed, or was paid in advance (验收金额过大)."""

    code = "accepted_beyond_claim"
    title_zh, title_en = "验收金额过大", "Accepted beyond the claim"
    field = "accepted_fen"
    asked = ("验收金额", "the accepted amount")
    limit = ("报账（预拨）金额", "what was claimed, or paid in advance,")
    remedy_zh = "超出部分请另行报账。"
    remedy_en = "Make another claim for what goes beyond."


class AdvanceNotAccountedFor(Refusal):
    """An advance is accounted for before the next is given (前款未清、后款不拨)."""

    code = "advance_not_accounted_for"
    title_zh, title_en = "前款未清、后款不拨", "An advance is not accounted for"
    codes = words_of(spending_item="spending_items")
    status = 409
    shows = ("claim_no", "paid_fen", "accepted_fen", "open_fen")
    spending_item: str
    claim_no: str
    paid_fen: int
    accepted_fen: int

    says_zh = (
        "“{spending_item}”的预拨款（报账单 {claim_no}）已付 {paid_fen:yuan} 元，"
        "凭表验收 {accepted_fen:yuan} 元，尚有 {open_fen:yuan} 元未清。"
    )
    says_en = (
        "Of the advance for {spending_item} on claim {claim_no}, {paid_fen:yuan} yuan were paid and "
        "{accepted_fen:yuan} yuan are accounted for; {open_fen:yuan} yuan are open."
    )
    remedy_zh = "请先登记该笔的用款验收，未用完的登记退款。"
    remedy_en = "Accept its delivery by the sheet first, and record the refund of what was not used."

    @property
    def open_fen(self) -> int:
        """What is not accounted for."""
        return self.paid_fen - self.accepted_fen


class ItemNotAllocated(Refusal):
    """A unit spends money on what it was given for (单位用款与分配事项不符)."""

    code = "item_not_allocated"
    title_zh, title_en = "单位用款与分配事项不符", "Money was given for another item"
    codes = words_of(spending_item="spending_items", allocated="spending_items")
    status = 409
    field = "spending_item"
    shows = ("unit", "spending_item", "allocated:codes")
    unit: str
    spending_item: str
    allocated: Sequence[str]

    says_zh = "分配给 {unit} 的资金用于：{allocated}；本次用于“{spending_item}”。"
    says_en = "{unit} was given money for: {allocated:commas}; the claim would spend it on {spending_item}."
    remedy_zh, remedy_en = (
        "请按分配的事项报账，或先调剂分配。",
        "Claim what it was given for, or adjust the allocation.",
    )


class AboveAllocatedItem(AboveLimit):
    """No more is spent on an item than arrived for it (超出该事项到位资金)."""

    code = "above_allocated_item"
    title_zh, title_en = "超出该事项到位资金", "Above what arrived for the item"
    codes = words_of(where="spending_items")
    status = 409
    asked = ("本次付款", "the payment")
    limit = ("该事项到位未用", "what arrived for the item and is not spent")
    remedy_zh, remedy_en = "请减少付款，或先调剂分配。", "Pay less, or adjust the allocation."


class AboveYearCap(AboveLimit):
    """An item has a cap for each year (超出年度定额)."""

    code = "above_year_cap"
    title_zh, title_en = "超出年度定额", "Above the cap of the year"
    codes = words_of(where="spending_items")
    status = 409
    asked = ("本次用款", "the spending")
    limit = ("年度定额未用", "what is left of the cap of the year")
    remedy_zh = "请减少金额；超出定额的当年不予列支。"
    remedy_en = "Ask for less; what goes beyond the cap is not spent in this year."


class DeliveryBuiltUpon(Refusal):
    """An acceptance stands while a later advance was given on the strength of it (验收后已另拨预拨款)."""

    code = "delivery_built_upon"
    title_zh, title_en = "验收后已另拨预拨款", "A later advance was given"
    status = 409
    claim_no: str
    later_claim_no: str

    says_zh = "报账单 {claim_no} 验收以后，又按报账单 {later_claim_no} 预拨，后者尚未清。"
    says_en = "After claim {claim_no} was accounted for, claim {later_claim_no} paid another advance, which is open."
    remedy_zh, remedy_en = "请先清后一笔预拨款。", "Account for the later advance first."
