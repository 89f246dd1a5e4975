"""资金方面的拒绝 (refusals about funds).

* OverAllocated                 超指标分配
* CutAboveUnallocated           核减超过待分配
* TakeBackAboveNotArrived       收回超过未到位
* AdjustmentAboveNotArrived     调剂超过未到位
* ArrivalAboveAllocation        到位超过分配
* RecoveryAboveArrived          收回结余超过已到位
* RecoveryAboveSaving           收回结余超过项目结余
* PlanLosesItsMoney             计划失去资金
* CarryOverAboveFund            结转超过指标
* AboveCarriedOver              超过结转金额
* FeeAboveCap                   管理费超提
* FeeBaseNeedsDocument          计提基数缺依据
* FactBeforeFund                早于指标下达
* FundYearOver                  超过使用年限
* NotCarriedOver                未办结转
* CarryOverOutOfOrder           结转年度不连续
* AllocationUnknown             无此分配
* RecoveredKeptApart            收回结余与指标混同
* NumberUsedInFund              编号重复
* PurposeUnknown                去向有误
* FundAttributeUnknown          指标要素有误
"""

from collections.abc import Sequence
from datetime import date

from domain.money.amount_text import percent_text, yuan_text
from domain.money.refusals import AboveLimit
from domain.refusal import Refusal


class OverAllocated(AboveLimit):
    """Allocations never exceed what the document gave, source by source (超指标分配)."""

    code = "over_allocated"
    title_zh = "超指标分配"
    title_en = "Over-allocated"
    asked = ("本次分配", "the allocation")
    limit = ("可分配余额", "what is left to allocate")
    remedy = (
        "请减少分配，或先追加指标、收回已分配未到位的资金。",
        "Allocate less, or add to the indicator first.",
    )


class CutAboveUnallocated(AboveLimit):
    """Only what is not allocated can be cut (核减超过待分配)."""

    code = "cut_above_unallocated"
    title_zh = "核减超过待分配指标"
    title_en = "Cut above the unallocated rest"
    asked = ("本次核减", "the cut")
    limit = ("待分配指标", "the unallocated rest")
    remedy = ("请先收回已分配未到位的资金。", "Take allocations back first.")


class TakeBackAboveNotArrived(AboveLimit):
    """Only what has not arrived can be taken back (收回超过未到位)."""

    code = "take_back_above_not_arrived"
    title_zh = "收回超过未到位资金"
    title_en = "Take-back above what has not arrived"
    asked = ("本次收回", "the take-back")
    limit = ("已分配未到位", "what has not arrived")
    remedy = ("已到位的资金请按结余收回办理。", "Recover what has arrived as surplus.")


class AdjustmentAboveNotArrived(AboveLimit):
    """Only what has not arrived can be moved to another allocation (调剂超过未到位)."""

    code = "adjustment_above_not_arrived"
    title_zh = "调剂超过未到位资金"
    title_en = "Adjustment above what has not arrived"
    asked = ("本次调剂", "the adjustment")
    limit = ("已分配未到位", "what has not arrived")
    remedy = ("请减少调剂金额；已到位的资金先收回结余再分配。", "Move less; recover what has arrived first.")


class ArrivalAboveAllocation(AboveLimit):
    """No more money arrives than was allocated, source by source (到位超过分配)."""

    code = "arrival_above_allocation"
    title_zh = "到位超过分配"
    title_en = "Arrival above the allocation"
    asked = ("本次到位", "the arrival")
    limit = ("已分配未到位", "what has not arrived")
    remedy = ("请核对拨款单，或先办理分配。", "Check the payment order, or allocate first.")


class RecoveryAboveArrived(AboveLimit):
    """Only money that arrived can be recovered as surplus (收回结余超过已到位)."""

    code = "recovery_above_arrived"
    title_zh = "收回结余超过已到位资金"
    title_en = "Recovery above what arrived"
    asked = ("本次收回", "the recovery")
    limit = ("已到位未收回", "what arrived and was not recovered")
    remedy = (
        "请核对结余；未到位的资金按收回分配办理。",
        "Check the surplus; take back what has not arrived.",
    )


class RecoveryAboveSaving(AboveLimit):
    """What a project still needs is no surplus (收回结余超过项目结余)."""

    code = "recovery_above_saving"
    title_zh = "收回结余超过项目结余"
    title_en = "Recovery above the project's saving"
    asked = ("本次收回", "the recovery")
    limit = (
        "到位减计划（已结算的减结算，已终止的减已付和欠付）",
        "what arrived less the plan, once settled less the settlement, once ended less what was paid and is owed",
    )
    remedy = ("请先办理结算、调减计划或终止项目。", "Settle the project, cut its plan or end it first.")


class PlanLosesItsMoney(AboveLimit):
    """What a project's plan rests on stays allocated to it (计划失去资金)."""

    code = "plan_loses_its_money"
    title_zh = "计划失去资金"
    title_en = "The plan would lose its money"
    asked = ("本次收回或调出", "what would be taken away")
    limit = ("分配减计划（已结算的减结算）", "the allocation less the plan, or less the settlement")
    remedy = ("请先调减项目计划、办理结算或终止项目。", "Cut the plan, settle the project or end it first.")


class CarryOverAboveFund(AboveLimit):
    """No more is carried over than the document gave, nor than was carried over before (结转超过指标)."""

    code = "carry_over_above_fund"
    title_zh = "结转超过指标"
    title_en = "Carry-over above the fund"
    asked = ("本次结转", "the carry-over")
    limit = (
        "可结转金额（指标金额；再次结转的，为上次结转的金额）",
        "the fund, or what was carried over before",
    )
    remedy = ("请按未使用的金额结转。", "Carry over what was not used.")


class AboveCarriedOver(AboveLimit):
    """In a later year no more is allocated or moved than was carried into it (超过结转金额)."""

    code = "above_carried_over"
    title_zh = "超过结转金额"
    title_en = "Above what was carried over"
    asked = ("本次分配或调剂", "the allocation or adjustment")
    limit = ("结转尚未使用的金额", "what is left of the carry-over")
    remedy = ("未结转的资金为结余，请按结余收回。", "What was not carried over is surplus: recover it.")


class FeeAboveCap(Refusal):
    """The management fee stays below its share of the base (管理费超提)."""

    code = "fee_above_cap"
    title_zh = "管理费超提"
    title_en = "Fee above its cap"

    def __init__(self, fee_fen: int, cap_fen: int, base_fen: int, cap_bp: int) -> None:
        """All fees of the fund together, their cap, and the base and rate that the cap comes from."""
        fee, cap, base = yuan_text(fee_fen), yuan_text(cap_fen), yuan_text(base_fen)
        rate = percent_text(cap_bp)
        super().__init__(
            f"管理费合计 {fee} 元，上限为 {rate} × {base} = {cap} 元。",
            f"The fees are {fee} yuan; the cap is {rate} × {base} = {cap} yuan.",
            field="amount_fen",
            figures={"fee_fen": fee_fen, "cap_fen": cap_fen, "base_fen": base_fen, "cap_bp": cap_bp},
            remedy_zh="请减少提取；计提基数另有文件的，请填写基数和依据。",
            remedy_en="Take less; where a document gives a larger base, state the base and the document.",
        )


class FeeBaseNeedsDocument(Refusal):
    """A fee base above the fund's own needs the document it comes from (计提基数缺依据)."""

    code = "fee_base_needs_document"
    title_zh = "计提基数缺依据"
    title_en = "Fee base needs its document"

    def __init__(self, stated_fen: int, computed_fen: int) -> None:
        """The base stated and the base that follows from the fund."""
        stated, computed = yuan_text(stated_fen), yuan_text(computed_fen)
        super().__init__(
            f"填报的计提基数 {stated} 元，按本指标计算为 {computed} 元。",
            f"The fee base stated is {stated} yuan; this fund gives {computed} yuan.",
            field="fee_base_note",
            figures={"stated_fen": stated_fen, "computed_fen": computed_fen},
            remedy_zh="请写明基数的依据文件。",
            remedy_en="Name the document that gives the larger base.",
        )


class FactBeforeFund(Refusal):
    """Nothing happens to a fund before it was received (早于指标下达)."""

    code = "fact_before_fund"
    title_zh = "早于指标下达"
    title_en = "Before the fund"

    def __init__(self, on: date, received_on: date) -> None:
        """The business day and the day the indicator was received."""
        super().__init__(
            f"业务日期 {on} 早于指标登记日 {received_on}。",
            f"The business day {on} is before the day the fund was received, {received_on}.",
            field="effective_on",
            figures={"on": str(on), "received_on": str(received_on)},
            remedy_zh="请核对业务日期。",
            remedy_en="Check the business day.",
        )


class FundYearOver(Refusal):
    """After the carry-over clock has run, money may only be recovered (超过使用年限)."""

    code = "fund_year_over"
    title_zh = "超过使用年限"
    title_en = "The fund's years are over"

    def __init__(self, on: date, last_on: date) -> None:
        """The business day and the last day on which the money could be used."""
        super().__init__(
            f"业务日期 {on}，资金最后可用日为 {last_on}。",
            f"The business day is {on}; the money could be used until {last_on}.",
            field="effective_on",
            figures={"on": str(on), "last_on": str(last_on)},
            remedy_zh="连续两年未用完的资金为结余，请按结余收回。",
            remedy_en="What was not used in time is surplus: recover it.",
        )


class NotCarriedOver(Refusal):
    """Money of a former year is carried over before it is allocated (未办结转)."""

    code = "not_carried_over"
    title_zh = "未办结转"
    title_en = "Not carried over"

    def __init__(self, on: date, usable_year: int) -> None:
        """The business day and the last year that the money may be allocated in."""
        super().__init__(
            f"业务日期 {on}，资金年度为 {usable_year}，尚未结转。",
            f"The business day is {on}; the money belongs to {usable_year} and was not carried over.",
            field="effective_on",
            figures={"on": str(on), "usable_year": usable_year},
            remedy_zh="请先办理结转。",
            remedy_en="Carry the fund over first.",
        )


class CarryOverOutOfOrder(Refusal):
    """A carry-over goes from the fund's current year to the next (结转年度不连续)."""

    code = "carry_over_out_of_order"
    title_zh = "结转年度不连续"
    title_en = "Carry-over out of order"

    def __init__(self, from_year: int, to_year: int, current_year: int) -> None:
        """The years given and the year the money now belongs to."""
        super().__init__(
            f"本次由 {from_year} 年结转至 {to_year} 年，应由 {current_year} 年结转至 {current_year + 1} 年。",
            f"This carries {from_year} to {to_year}; it should carry {current_year} to {current_year + 1}.",
            field="from_year",
            figures={"from_year": from_year, "to_year": to_year, "current_year": current_year},
        )


class AllocationUnknown(Refusal):
    """The fund has no such allocation (无此分配)."""

    code = "allocation_unknown"
    title_zh = "无此分配"
    title_en = "No such allocation"
    status = 404

    def __init__(self, document_no: str, allocation_no: str) -> None:
        """The fund and the number that was looked for."""
        super().__init__(
            f"指标 {document_no} 没有分配号 {allocation_no}。",
            f"Fund {document_no} has no allocation {allocation_no}.",
            field="allocation_no",
            figures={"document_no": document_no, "allocation_no": allocation_no},
        )


class RecoveredKeptApart(Refusal):
    """Surplus that is planned again is not mixed with money that has its years (收回结余与指标混同)."""

    code = "recovered_kept_apart"
    title_zh = "收回结余与指标混同"
    title_en = "Recovered surplus is kept apart"

    def __init__(self, from_allocation_no: str, to_allocation_no: str) -> None:
        """The two allocations, of which one plans recovered surplus and the other does not."""
        super().__init__(
            f"分配 {from_allocation_no} 与 {to_allocation_no} 一个来自收回结余，一个来自指标，不得相互调剂。",
            f"Of {from_allocation_no} and {to_allocation_no}, one plans recovered surplus and the other does not.",
            field="to_allocation_no",
            figures={"from_allocation_no": from_allocation_no, "to_allocation_no": to_allocation_no},
            remedy_zh="请收回后重新分配。",
            remedy_en="Take it back and allocate it anew.",
        )


class NumberUsedInFund(Refusal):
    """A number stands once in a fund (编号在本指标内重复)."""

    code = "number_used_in_fund"
    title_zh = "编号在本指标内重复"
    title_en = "Number used in this fund"
    status = 409

    def __init__(self, document_no: str, field: str, number: str) -> None:
        """The fund, the field (allocation_no, authorisation_no) and the number that is taken."""
        super().__init__(
            f"指标 {document_no} 已有 {field} {number}。",
            f"Fund {document_no} already has {field} {number}.",
            field=field,
            figures={"document_no": document_no, "number": number},
            remedy_zh="请换一个编号。",
            remedy_en="Use another number.",
        )


class PurposeUnknown(Refusal):
    """Money is allocated to a project, a unit or the fee (去向有误)."""

    code = "purpose_unknown"
    title_zh = "资金去向有误"
    title_en = "Purpose unknown"

    def __init__(self, kind: str, purpose_code: str) -> None:
        """The kind and code given."""
        super().__init__(
            f"去向为 {kind} {purpose_code}，应为 project 项目、unit 单位（写明编号）或 fee 管理费（编号为空）。",
            f"The purpose is {kind} {purpose_code}; it should be project or unit with a code, or fee without one.",
            field="purpose_kind",
            figures={"purpose_kind": kind, "purpose_code": purpose_code},
        )


class FundAttributeUnknown(Refusal):
    """A field of a fund has a value of its list (指标要素有误)."""

    code = "fund_attribute_unknown"
    title_zh = "指标要素有误"
    title_en = "Fund attribute unknown"

    def __init__(self, field: str, given: str, known: Sequence[str]) -> None:
        """The field, the value given, and the values there are."""
        listed = "、".join(known)
        super().__init__(
            f"{field} 为 {given}，应为：{listed}。",
            f"{field} is {given}; it should be one of: {listed}.",
            field=field,
            figures={"given": given, "listed": listed},
        )
