"""报账方面的拒绝 (refusals about claims and their payment).

* ClaimStepOutOfOrder      报账步骤不符
* StageUnknown             付款阶段不符
* DocumentsMissing         报账资料不全
* InvoiceUsedBefore        发票已报账
* InvoicesDoNotCover       发票金额不足
* ConditionsNotMet         付款条件未满足
* AboveCeiling             超出付款上限
* AbovePayable             超出应付余额
* ClaimOverdrawn           超出报账可用金额
* PayeeIsNotContractor     收款人与合同不符
* FeeUseNotAllowed         管理费用途不符
* UnknownPayment           报账单无此付款
"""

from collections.abc import Sequence

from domain.money.amount_text import yuan_text
from domain.money.refusals import AboveLimit
from domain.refusal import Refusal


class ClaimStepOutOfOrder(Refusal):
    """The claim is not in the state that this step follows (报账步骤不符)."""

    code = "claim_step_out_of_order"
    title_zh = "报账步骤不符"
    title_en = "Claim step out of order"
    status = 409

    def __init__(self, claim_no: str, state: tuple[str, str], needed: tuple[str, str]) -> None:
        """The `state` of the claim and the state `needed`, Chinese and English words."""
        super().__init__(
            f"报账单 {claim_no} 当前为“{state[0]}”，本步骤要求“{needed[0]}”。",
            f"Claim {claim_no} is {state[1]}; this step needs it to be {needed[1]}.",
            figures={"claim_no": claim_no, "state": state[1], "needed": needed[1]},
            remedy_zh="报账依次为提交、审核、审批、付款。",
            remedy_en="A claim is submitted, reviewed, approved, then paid.",
        )


class StageUnknown(Refusal):
    """The stage is not one of this purpose or of the payment scheme (付款阶段不符)."""

    code = "stage_unknown"
    title_zh = "付款阶段不符"
    title_en = "No such stage"

    def __init__(self, stage: str, stages: Sequence[str]) -> None:
        """The `stage` asked for and the stages there are."""
        listed = "、".join(stages)
        super().__init__(
            f"付款阶段为 {stage}，可用：{listed}。",
            f"The stage given is {stage}; there are: {listed}.",
            field="stage",
            figures={"stage": stage, "stages": listed},
            remedy_zh="请按付款方案的阶段申请。",
            remedy_en="Claim a stage of the payment scheme.",
        )


class DocumentsMissing(Refusal):
    """A claim brings the papers of its stage (报账资料不全)."""

    code = "documents_missing"
    title_zh = "报账资料不全"
    title_en = "Documents missing"

    def __init__(self, stage: str, missing: Sequence[str]) -> None:
        """The `stage` and the kinds of paper that are missing."""
        listed = "、".join(missing)
        super().__init__(
            f"{stage} 阶段报账缺少：{listed}。",
            f"A claim of the stage {stage} lacks: {listed}.",
            field="documents",
            figures={"stage": stage, "missing": listed},
            remedy_zh="请补齐资料后提交。",
            remedy_en="Add the papers, then submit.",
        )


class InvoiceUsedBefore(Refusal):
    """An invoice number counts once across the books (发票已报账)."""

    code = "invoice_used_before"
    title_zh = "发票已报账"
    title_en = "Invoice used before"
    status = 409

    def __init__(self, number: str, claim_no: str) -> None:
        """The invoice and the claim that holds it."""
        super().__init__(
            f"发票 {number} 已用于报账单 {claim_no}。",
            f"Invoice {number} belongs to claim {claim_no}.",
            field="documents",
            figures={"number": number, "claim_no": claim_no},
            remedy_zh="一张发票只能报账一次。",
            remedy_en="An invoice is claimed once.",
        )


class InvoicesDoNotCover(AboveLimit):
    """The invoices of a claim sum to at least its amount (发票金额不足)."""

    code = "invoices_do_not_cover"
    title_zh = "发票金额不足"
    title_en = "Invoices do not cover the claim"
    asked = ("申请报账", "the claim")
    limit = ("发票合计", "the sum of its invoices")
    remedy = ("请补充发票或减少申请金额。", "Add invoices or claim less.")


CONDITIONS = {
    "plan_approved": "计划已批复",
    "contract_signed": "已签合同",
    "started": "已开工",
    "half_done": "完成过半",
    "completed": "已完工",
    "accepted_town": "乡镇验收合格",
    "accepted_all": "各级验收合格",
    "settled": "已结算审定",
    "notice_closed": "完工公示期满",
    "defect_period_over": "质保期满",
}
"""付款条件: the conditions of a payment scheme as the trade calls them."""


class ConditionsNotMet(Refusal):
    """A stage of the payment scheme waits for its conditions, acceptance among them (付款条件未满足)."""

    code = "conditions_not_met"
    title_zh = "付款条件未满足"
    title_en = "Conditions of the payment not met"
    status = 409

    def __init__(self, stage: str, missing: Sequence[str]) -> None:
        """The `stage` and the conditions that do not hold yet."""
        listed_zh = "、".join(CONDITIONS.get(condition, condition) for condition in missing)
        listed = ", ".join(missing)
        super().__init__(
            f"{stage} 阶段付款尚缺条件：{listed_zh}。",
            f"A payment of the stage {stage} still waits for: {listed}.",
            field="stage",
            figures={"stage": stage, "missing": listed},
            remedy_zh="验收合格、公示期满等条件满足后再申请。",
            remedy_en="Claim it when the conditions hold.",
        )


class AboveCeiling(Refusal):
    """Payments together stay below the ceiling of the stage (超出付款上限)."""

    code = "above_ceiling"
    title_zh = "超出付款上限"
    title_en = "Above the ceiling"
    status = 409

    def __init__(self, asked_fen: int, paid_fen: int, ceiling_fen: int) -> None:
        """The amount asked, what is paid or approved before, and the ceiling of both together."""
        super().__init__(
            f"申请 {yuan_text(asked_fen)} 元，已付（含已批）{yuan_text(paid_fen)} 元，"
            f"合计 {yuan_text(asked_fen + paid_fen)} 元，超过上限 {yuan_text(ceiling_fen)} 元。",
            f"{yuan_text(asked_fen)} yuan asked with {yuan_text(paid_fen)} paid or approved make "
            f"{yuan_text(asked_fen + paid_fen)} yuan, above the ceiling of {yuan_text(ceiling_fen)} yuan.",
            field="amount_fen",
            figures={
                "asked_fen": asked_fen,
                "paid_fen": paid_fen,
                "total_fen": asked_fen + paid_fen,
                "ceiling_fen": ceiling_fen,
            },
            remedy_zh="请按付款方案和审定结算减少申请金额。",
            remedy_en="Claim no more than the scheme and the audited settlement allow.",
        )


class AbovePayable(AboveLimit):
    """Nothing is paid that no measured work or retention made payable (超出应付余额)."""

    code = "above_payable"
    title_zh = "超出应付余额"
    title_en = "Above what is payable"
    status = 409
    asked = ("本次", "the amount")
    limit = ("应付余额", "what is payable")
    remedy = ("请先登记计量或结算。", "Record measured work or the settlement first.")


class ClaimOverdrawn(AboveLimit):
    """Nothing is approved beyond what was claimed, nor paid beyond what is approved (超出报账可用金额)."""

    code = "claim_overdrawn"
    title_zh = "超出报账可用金额"
    title_en = "Claim overdrawn"
    status = 409
    asked = ("本次", "the amount")
    limit = ("报账单可用", "what the claim leaves")
    remedy = ("请减少金额或另行报账。", "Take less, or make another claim.")


class PayeeIsNotContractor(Refusal):
    """Works are paid to the contractor (收款人与合同不符)."""

    code = "payee_is_not_contractor"
    title_zh = "收款人与合同不符"
    title_en = "Payee is not the contractor"

    def __init__(self, payee_id: str, contractor_id: str) -> None:
        """The payee asked for and the contractor, by their ids."""
        super().__init__(
            f"收款人为 {payee_id}，合同承包人为 {contractor_id}。",
            f"The payee is {payee_id}; the contractor is {contractor_id}.",
            field="payee_id",
            figures={"payee_id": payee_id, "contractor_id": contractor_id},
            remedy_zh="工程款只能付给合同承包人。",
            remedy_en="Pay the contractor of the contract.",
        )


class FeeUseNotAllowed(Refusal):
    """The fee pays for a few listed things only (管理费用途不符)."""

    code = "fee_use_not_allowed"
    title_zh = "管理费用途不符"
    title_en = "Fee use not allowed"

    def __init__(self, fee_use: str, allowed: Sequence[str]) -> None:
        """The use asked for and the uses the rulebook allows."""
        listed = "、".join(allowed)
        super().__init__(
            f"管理费用途为 {fee_use or '（未填）'}，规章允许：{listed}。",
            f"The fee is to pay for {fee_use or '(nothing named)'}; allowed are: {listed}.",
            field="fee_use",
            figures={"fee_use": fee_use, "allowed": listed},
            remedy_zh="管理费只能用于规章所列用途。",
            remedy_en="Use the fee for what the rulebook lists.",
        )


class UnknownPayment(Refusal):
    """The claim has no such payment (报账单无此付款)."""

    code = "unknown_payment"
    title_zh = "报账单无此付款"
    title_en = "No such payment"
    status = 404

    def __init__(self, claim_no: str, payment_no: str) -> None:
        """The claim and the payment that was looked for."""
        super().__init__(
            f"报账单 {claim_no} 没有付款 {payment_no}。",
            f"Claim {claim_no} has no payment {payment_no}.",
            field="payment_no",
            figures={"claim_no": claim_no, "payment_no": payment_no},
        )
