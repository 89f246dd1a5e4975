"""资金方面的拒绝 (refusals about funds)."""

from collections.abc import Sequence

from domain.code import Word, texts
from domain.funds.codes import ALLOCATED_TO, FundNature, PurposeKind
from domain.money.refusals import AboveLimit
from domain.refusal import Refusal, words_of
from domain.rulebook.codes import TransferKind


class OverAllocated(AboveLimit):
    """Allocations never exceed what the document gave, source by source (超指标分配)."""

    code = "over_allocated"
    title_zh, title_en = "超指标分配", "Over-allocated"
    asked = ("本次分配", "the allocation")
    limit = ("可分配余额", "what is left to allocate")
    remedy_zh = "请减少分配，或先追加指标、收回已分配未到位的资金。"
    remedy_en = "Allocate less, or add to the indicator first."


class CutAboveUnallocated(AboveLimit):
    """Only what is not allocated can be cut (核减超过待分配)."""

    code = "cut_above_unallocated"
    title_zh, title_en = "核减超过待分配指标", "Cut above the unallocated rest"
    asked = ("本次核减", "the cut")
    limit = ("待分配指标", "the unallocated rest")
    remedy_zh, remedy_en = "请先收回已分配未到位的资金。", "Take allocations back first."


class TakeBackAboveNotArrived(AboveLimit):
    """Only what has not arrived can be taken back (收回超过未到位)."""

    code = "take_back_above_not_arrived"
    title_zh, title_en = "收回超过未到位资金", "Take-back above what has not arrived"
    asked = ("本次收回", "the take-back")
    limit = ("已分配未到位", "what has not arrived")
    remedy_zh, remedy_en = "已到位的资金请按结余收回办理。", "Recover what has arrived as surplus."


class AdjustmentAboveNotArrived(AboveLimit):
    """Only what has not arrived can be moved to another allocation (调剂超过未到位)."""

    code = "adjustment_above_not_arrived"
    title_zh, title_en = "调剂超过未到位资金", "Adjustment above what has not arrived"
    asked = ("本次调剂", "the adjustment")
    limit = ("已分配未到位", "what has not arrived")
    remedy_zh = "请减少调剂金额；已到位的资金先收回结余再分配。"
    remedy_en = "Move less; recover what has arrived first."


class ArrivalAboveAllocation(AboveLimit):
    """No more money arrives than was allocated, source by source (到位超过分配)."""

    code = "arrival_above_allocation"
    title_zh, title_en = "到位超过分配", "Arrival above the allocation"
    asked = ("本次到位", "the arrival")
    limit = ("已分配未到位", "what has not arrived")
    remedy_zh, remedy_en = "请核对拨款单，或先办理分配。", "Check the payment order, or allocate first."


class RecoveryAboveArrived(AboveLimit):
    """Only money that arrived can be recovered as surplus (收回结余超过已到位)."""

    code = "recovery_above_arrived"
    title_zh, title_en = "收回结余超过已到位资金", "Recovery above what arrived"
    asked = ("本次收回", "the recovery")
    limit = ("已到位未收回", "what arrived and was not recovered")
    remedy_zh = "请核对结余；未到位的资金按收回分配办理。"
    remedy_en = "Check the surplus; take back what has not arrived."


class RecoveryAboveSaving(AboveLimit):
    """What a project still needs is no surplus (收回结余超过项目结余)."""

    code = "recovery_above_saving"
    title_zh, title_en = "收回结余超过项目结余", "Recovery above the project's saving"
    asked = ("本次收回", "the recovery")
    limit = (
        "到位减计划（已结算的减结算，已终止的减已付和欠付）",
        "what arrived less the plan, once settled less the settlement, once ended less what was paid and is owed",
    )
    remedy_zh, remedy_en = (
        "请先办理结算、调减计划或终止项目。",
        "Settle the project, cut its plan or end it first.",
    )


class PlanLosesItsMoney(AboveLimit):
    """What a project's plan rests on stays allocated to it (计划失去资金)."""

    code = "plan_loses_its_money"
    title_zh, title_en = "计划失去资金", "The plan would lose its money"
    asked = ("本次收回或调出", "what would be taken away")
    limit = ("分配减计划（已结算的减结算）", "the allocation less the plan, or less the settlement")
    remedy_zh = "请先调减项目计划、办理结算或终止项目。"
    remedy_en = "Cut the plan, settle the project or end it first."


class FeeAboveCap(Refusal):
    """The management fee stays below its share of the base (管理费超提)."""

    code = "fee_above_cap"
    title_zh, title_en = "管理费超提", "Fee above its cap"
    field = "amount_fen"
    fee_fen: int  # all fees of the fund together
    cap_fen: int
    base_fen: int
    cap_bp: int

    says_zh = "管理费合计 {fee_fen:yuan} 元，上限为 {cap_bp:percent} × {base_fen:yuan} = {cap_fen:yuan} 元。"
    says_en = (
        "The fees are {fee_fen:yuan} yuan; "
        "the cap is {cap_bp:percent} × {base_fen:yuan} = {cap_fen:yuan} yuan."
    )
    remedy_zh = "请减少提取；计提基数另有文件的，请填写基数和依据。"
    remedy_en = "Take less; where a document gives a larger base, state the base and the document."


class FeeBaseNeedsDocument(Refusal):
    """A fee base above the fund's own needs the document it comes from (计提基数缺依据)."""

    code = "fee_base_needs_document"
    title_zh, title_en = "计提基数缺依据", "Fee base needs its document"
    field = "fee_base_note"
    stated_fen: int
    computed_fen: int

    says_zh = "填报的计提基数 {stated_fen:yuan} 元，按本指标计算为 {computed_fen:yuan} 元。"
    says_en = "The fee base stated is {stated_fen:yuan} yuan; this fund gives {computed_fen:yuan} yuan."
    remedy_zh, remedy_en = "请写明基数的依据文件。", "Name the document that gives the larger base."


class AllocationUnknown(Refusal):
    """The fund has no such allocation (无此分配)."""

    code = "allocation_unknown"
    title_zh, title_en = "无此分配", "No such allocation"
    status = 404
    field = "allocation_no"
    document_no: str
    allocation_no: str

    says_zh = "指标 {document_no} 没有分配号 {allocation_no}。"
    says_en = "Fund {document_no} has no allocation {allocation_no}."
    remedy_zh = "请在资金台账查对分配号；未分配的请先分配。"
    remedy_en = "Look the number up in the ledger of the fund, or allocate first."


class RecoveredKeptApart(Refusal):
    """Surplus that is planned again is not mixed with money that has its years (收回结余与指标混同)."""

    code = "recovered_kept_apart"
    title_zh, title_en = "收回结余与指标混同", "Recovered surplus is kept apart"
    field = "to_allocation_no"
    from_allocation_no: str
    to_allocation_no: str

    says_zh = "分配 {from_allocation_no} 与 {to_allocation_no} 一个来自收回结余，一个来自指标，不得相互调剂。"
    says_en = (
        "Of {from_allocation_no} and {to_allocation_no}, one plans recovered surplus and the other does not."
    )
    remedy_zh, remedy_en = "请收回后重新分配。", "Take it back and allocate it anew."


class NumberUsedInFund(Refusal):
    """A number stands once in a fund (编号在本指标内重复)."""

    code = "number_used_in_fund"
    title_zh, title_en = "编号在本指标内重复", "Number used in this fund"
    status = 409
    document_no: str
    field: str
    number: str

    says_zh = "指标 {document_no} 已有 “{field:label}”{number}。"
    says_en = "Fund {document_no} already has {field} {number}."
    remedy_zh = "请先核对是否就是已登记的这一笔：是的，不再登记；不是的，请换一个编号。"
    remedy_en = (
        "See whether it is the one recorded: then record nothing; if it is another, use its own number."
    )


class ProjectNotProposed(Refusal):
    """Money is set apart for a project that was proposed (项目尚未申报)."""

    code = "project_not_proposed"
    title_zh, title_en = "项目尚未申报", "Project not proposed"
    field = "purpose_code"
    project_code: str

    says_zh = "账套中没有项目 {project_code}，不得为它分配资金。"
    says_en = "These books hold no project {project_code}; no money is set apart for it."
    remedy_zh = "请核对项目编号，或先申报项目；项目未定的，先分配到规章列明的资金池，立项后再调剂到项目。"
    remedy_en = (
        "Check the code or propose the project first; before it is known, allocate to a pool that the rulebook names "
        "and adjust the money to the project later."
    )


class PoolTakesNoCash(Refusal):
    """Money arrives for what it is spent for, not for a pool (资金池不登记到位)."""

    code = "pool_takes_no_cash"
    title_zh, title_en = "资金池不登记到位", "No money arrives for a pool"
    codes = words_of(pool_code="pools")
    field = "allocation_no"
    allocation_no: str
    pool_code: str

    says_zh = "分配 {allocation_no} 的去向是资金池“{pool_code}”，不能登记到位。"
    says_en = "Allocation {allocation_no} is for the pool {pool_code}; no money arrives for it."
    remedy_zh = "请先把这笔分配调剂到项目或单位，再登记到位。"
    remedy_en = "Adjust the allocation to a project or a unit first, then record the arrival."


class PurposeUnknown(Refusal):
    """Money is allocated to a project, a unit, a named pool or the fee (去向有误)."""

    code = "purpose_unknown"
    title_zh, title_en = "资金去向有误", "Purpose unknown"
    field = "purpose_kind"
    purpose_kind: str
    purpose_code: str

    says_zh = "去向有误：{wrong:zh}。"
    says_en = "The purpose does not fit: {wrong:en}."
    remedy_zh = (
        "去向为项目、单位、资金池的，请填写项目编号、单位代码或资金池代码；去向为项目管理费的，编号留空。"
    )
    remedy_en = "Give the number of the project, the unit or the pool; leave it empty for the management fee."

    @property
    def wrong(self) -> Word:
        """What does not fit: the kind of purpose, or the number that is there or is not."""
        given, zh, en = self.purpose_code, *PurposeKind.word_of(self.purpose_kind)
        if self.purpose_kind not in texts(ALLOCATED_TO):
            allowed = [kind.word for kind in ALLOCATED_TO]
            return (
                f"资金不能分配给“{zh} {given}”，只能分配给{'、'.join(zh for zh, _ in allowed)}",
                f"nothing is allocated to {en} {given}, only to {' or '.join(en for _, en in allowed)}",
            )
        if given:
            return f"去向为{zh}，不应有编号，却填了 {given}", f"{en} takes no number, and {given} is given"
        return f"去向为{zh}，没有填写编号", f"{en} is named without its number"


class FundAttributeUnknown(Refusal):
    """A field of a fund has a value of its list (指标要素有误)."""

    code = "fund_attribute_unknown"
    title_zh, title_en = "指标要素有误", "Fund attribute unknown"
    codes = words_of(given=FundNature, listed=FundNature)
    field: str
    given: str
    listed: Sequence[str]

    says_zh = "“{field:label}”为 {given}，应为：{listed}。"
    says_en = "{field} is {given}; it should be one of: {listed}."
    remedy_zh = "请改填所列的一项。"
    remedy_en = "Use one of those listed."


class TransferKindUnknown(Refusal):
    """A transfer is general or earmarked, or the document does not say (转移支付种类有误)."""

    code = "transfer_kind_unknown"
    title_zh, title_en = "转移支付种类有误", "Kind of transfer unknown"
    codes = words_of(listed=TransferKind)
    field = "transfer_kind"
    given: str
    listed: Sequence[str]

    says_zh = "转移支付种类为 {given}，应为：{listed}，或留空。"
    says_en = "The kind of transfer is {given}; it should be one of: {listed}, or empty."
    remedy_zh, remedy_en = (
        "请改填所列的一项，文件没有写明的留空。",
        "Use one of those listed, or leave it out.",
    )
