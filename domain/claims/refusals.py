"""报账方面的拒绝 (refusals about claims and their payment)."""

from collections.abc import Sequence

from domain.claims.codes import DocumentKind, FeeUse
from domain.code import Word
from domain.money.refusals import AboveLimit
from domain.refusal import Refusal, words_of
from domain.rulebook.codes import Condition, PaymentStage
from domain.rules.codes import Tier


class ClaimStepOutOfOrder(Refusal):
    """The claim is not in the state that this step follows (报账步骤不符)."""

    code = "claim_step_out_of_order"
    title_zh, title_en = "报账步骤不符", "Claim step out of order"
    status = 409
    shows = ("claim_no", "state:en", "needed:en")
    claim_no: str
    state: Word
    needed: Word

    says_zh = "报账单 {claim_no} 当前为“{state:zh}”，本步骤要求“{needed:zh}”。"
    says_en = "Claim {claim_no} is {state:en}; this step needs it to be {needed:en}."
    remedy_zh = "报账依次为提交、审核、审批、付款。"
    remedy_en = "A claim is submitted, reviewed, approved, then paid."


class ClaimPaidAlready(Refusal):
    """A claim is withdrawn only while its payee holds nothing of it (报账单已付款)."""

    code = "claim_paid_already"
    title_zh, title_en = "报账单已付款", "Claim paid already"
    status = 409
    claim_no: str
    paid_fen: int  # less what came back
    approved_fen: int

    says_zh = "报账单 {claim_no} 批准 {approved_fen:yuan} 元，已付 {paid_fen:yuan} 元。"
    says_en = "Claim {claim_no} is approved for {approved_fen:yuan} yuan; {paid_fen:yuan} of it are paid."
    remedy_zh = "请先登记退票、退款或冲销该付款，全部收回后再撤回。"
    remedy_en = "Record the return, the refund or the reversal of its payments first, then withdraw it."


class StageUnknown(Refusal):
    """The stage is not one of this purpose or of the payment scheme (付款阶段不符)."""

    code = "stage_unknown"
    title_zh, title_en = "付款阶段不符", "No such stage"
    codes = words_of(stage=PaymentStage, stages=PaymentStage)
    field = "stage"
    stage: str
    stages: Sequence[str]

    says_zh = "付款阶段为“{stage}”，可用：{stages}。"
    says_en = "The stage given is {stage}; there are: {stages}."
    remedy_zh, remedy_en = "请按付款方案的阶段申请。", "Claim a stage of the payment scheme."


class DocumentsMissing(Refusal):
    """A claim brings the papers of its stage (报账资料不全)."""

    code = "documents_missing"
    title_zh, title_en = "报账资料不全", "Documents missing"
    codes = words_of(stage=PaymentStage, missing=DocumentKind)
    field = "documents"
    stage: str
    missing: Sequence[str]

    says_zh = "{stage}报账缺少：{missing}。"
    says_en = "A claim of the stage {stage} lacks: {missing}."
    remedy_zh, remedy_en = "请补齐资料后提交。", "Add the papers, then submit."


class InvoiceUsedBefore(Refusal):
    """An invoice number counts once across the books (发票已报账)."""

    code = "invoice_used_before"
    title_zh, title_en = "发票已报账", "Invoice used before"
    status = 409
    field = "documents"
    number: str
    claim_no: str

    says_zh = "发票 {number} 已用于报账单 {claim_no}。"
    says_en = "Invoice {number} belongs to claim {claim_no}."
    remedy_zh, remedy_en = "一张发票只能报账一次。", "An invoice is claimed once."


class InvoicesDoNotCover(AboveLimit):
    """The invoices of a claim sum to at least its amount (发票金额不足)."""

    code = "invoices_do_not_cover"
    title_zh, title_en = "发票金额不足", "Invoices do not cover the claim"
    asked = ("申请报账", "the claim")
    limit = ("发票合计", "the sum of its invoices")
    remedy_zh, remedy_en = "请补充发票或减少申请金额。", "Add invoices or claim less."


class ConditionsNotMet(Refusal):
    """A stage of the payment scheme waits for its conditions, acceptance among them (付款条件未满足)."""

    code = "conditions_not_met"
    title_zh, title_en = "付款条件未满足", "Conditions of the payment not met"
    codes = words_of(notice_kind="notice_kinds", levels=Tier)
    status = 409
    field = "stage"
    shows = ("stage", "missing:commas", "notice_kind", "levels:commas")
    stage: str
    missing: Sequence[str]
    notice_kind: str = ""  # which notice is missing, if one is, and at which levels
    levels: Sequence[str] = ()

    says_zh = "{stage_word:zh}付款尚缺条件：{missing_zh}{notice:zh}。"
    says_en = "A payment of the stage {stage_word:en} still waits for: {missing_en:commas}{notice:en}."
    remedy_zh, remedy_en = "验收合格、公示期满等条件满足后再申请。", "Claim it when the conditions hold."

    @property
    def stage_word(self) -> Word:
        """What the stage is called."""
        return PaymentStage.word_of(self.stage)

    @property
    def notice(self) -> Word:
        """Which notice is missing at which levels."""
        if not self.levels:
            return "", ""
        named = "、".join(Tier.word_of(level)[0] for level in self.levels)
        return f"（“{self.notice_kind}”缺{named}）", f" ({self.notice_kind} at: {', '.join(self.levels)})"

    @property
    def missing_zh(self) -> list[str]:
        """What the conditions are called in Chinese."""
        return [Condition.word_of(condition)[0] for condition in self.missing]

    @property
    def missing_en(self) -> list[str]:
        """What the conditions are called in English."""
        return [Condition.word_of(condition)[1] for condition in self.missing]


class AboveCeiling(Refusal):
    """Payments together stay below the ceiling of the stage (超出付款上限)."""

    code = "above_ceiling"
    title_zh, title_en = "超出付款上限", "Above the ceiling"
    status = 409
    field = "amount_fen"
    shows = ("asked_fen", "paid_fen", "total_fen", "ceiling_fen")
    asked_fen: int
    paid_fen: int  # paid or approved before
    ceiling_fen: int  # of both together

    says_zh = (
        "申请 {asked_fen:yuan} 元，已付（含已批）{paid_fen:yuan} 元，"
        "合计 {total_fen:yuan} 元，超过上限 {ceiling_fen:yuan} 元。"
    )
    says_en = (
        "{asked_fen:yuan} yuan asked with {paid_fen:yuan} paid or approved make "
        "{total_fen:yuan} yuan, above the ceiling of {ceiling_fen:yuan} yuan."
    )
    remedy_zh = "请按付款方案和审定结算减少申请金额。"
    remedy_en = "Claim no more than the scheme and the audited settlement allow."

    @property
    def total_fen(self) -> int:
        """What would be paid in all."""
        return self.asked_fen + self.paid_fen


class BelowLeast(Refusal):
    """An approval does not cut a claim below the least share of its stage (低于最低支付比例)."""

    code = "below_least"
    title_zh, title_en = "低于最低支付比例", "Below the least share"
    status = 409
    field = "approved_fen"
    shows = ("approved_fen", "paid_fen", "total_fen", "least_fen", "asked_fen")
    approved_fen: int
    paid_fen: int  # paid or approved before
    least_fen: int  # of both together
    asked_fen: int

    says_zh = (
        "审批 {approved_fen:yuan} 元，已付（含已批）{paid_fen:yuan} 元，合计 {total_fen:yuan} 元，"
        "低于本阶段最低应付 {least_fen:yuan} 元；申请为 {asked_fen:yuan} 元。"
    )
    says_en = (
        "{approved_fen:yuan} yuan approved with {paid_fen:yuan} paid or approved make {total_fen:yuan} yuan, "
        "below the least of this stage, {least_fen:yuan} yuan; {asked_fen:yuan} yuan were asked."
    )
    remedy_zh = "请按申请金额审批，或至少批到最低应付；资料有问题的，请不予报账并说明理由。"
    remedy_en = (
        "Approve what was asked, or at least up to the least; where the papers are wrong, refuse the claim."
    )

    @property
    def total_fen(self) -> int:
        """What would be paid in all."""
        return self.approved_fen + self.paid_fen


class AbovePayable(AboveLimit):
    """Nothing is paid that no measured work or retention made payable (超出应付余额)."""

    code = "above_payable"
    title_zh, title_en = "超出应付余额", "Above what is payable"
    status = 409
    asked = ("本次", "the amount")
    limit = ("应付余额", "what is payable")
    remedy_zh, remedy_en = "请先登记计量或结算。", "Record measured work or the settlement first."


class ClaimOverdrawn(AboveLimit):
    """Nothing is approved beyond what was claimed, nor paid beyond what is approved (超出报账可用金额)."""

    code = "claim_overdrawn"
    title_zh, title_en = "超出报账可用金额", "Claim overdrawn"
    status = 409
    asked = ("本次", "the amount")
    limit = ("报账单可用", "what the claim leaves")
    remedy_zh, remedy_en = "请减少金额或另行报账。", "Take less, or make another claim."


class PayeeIsNotContractor(Refusal):
    """Works are paid to the contractor (收款人与合同不符)."""

    code = "payee_is_not_contractor"
    title_zh, title_en = "收款人与合同不符", "Payee is not the contractor"
    field = "payee_id"
    payee_id: str
    contractor_id: str

    says_zh = "收款人为 {payee_id}，合同承包人为 {contractor_id}。"
    says_en = "The payee is {payee_id}; the contractor is {contractor_id}."
    remedy_zh, remedy_en = "工程款只能付给合同承包人。", "Pay the contractor of the contract."


class FeeUseNotAllowed(Refusal):
    """The fee pays for a few listed things only (管理费用途不符)."""

    code = "fee_use_not_allowed"
    title_zh, title_en = "管理费用途不符", "Fee use not allowed"
    codes = words_of(fee_use=FeeUse, allowed=FeeUse)
    field = "fee_use"
    fee_use: str
    allowed: Sequence[str]

    says_zh = "管理费用途为 {fee_use:or （未填）}，规章允许：{allowed}。"
    says_en = "The fee is to pay for {fee_use:or (nothing named)}; allowed are: {allowed}."
    remedy_zh, remedy_en = "管理费只能用于规章所列用途。", "Use the fee for what the rulebook lists."


class UnknownPayment(Refusal):
    """The claim has no such payment (报账单无此付款)."""

    code = "unknown_payment"
    title_zh, title_en = "报账单无此付款", "No such payment"
    status = 404
    field = "payment_no"
    claim_no: str
    payment_no: str

    says_zh = "报账单 {claim_no} 没有付款 {payment_no}。"
    says_en = "Claim {claim_no} has no payment {payment_no}."
    remedy_zh = "请在报账台账查对这张报账单的付款单号。"
    remedy_en = "Look the payments of this claim up in the register of claims."
