"""资金方面的拒绝 (refusals about funds).

* OverAllocated                 超指标分配
* CutAboveUnallocated           核减超过待分配
* TakeBackAboveNotArrived       收回超过未到位
* AdjustmentAboveNotArrived     调剂超过未到位
* ArrivalAboveAllocation        到位超过分配
* RecoveryAboveArrived          收回结余超过已到位
* RecoveryAboveSaving           收回结余超过项目结余
* CarryOverAboveFund            结转超过指标
* FeeAboveCap                   管理费超提
* FeeBaseNeedsDocument          计提基数缺依据
* UseOnNegativeList             负面清单
* UseNotOfFund                  改变用途
* BudgetCodeNotOfUse            科目与用途不符
* AuthorisationDoesNotFit       整合授权不适用
* AuthorisationExpired          整合授权过期
* AuthorisationExceeded         超整合授权
* FactBeforeFund                早于指标下达
* FundYearOver                  超过使用年限
* NotCarriedOver                未办结转
* CarryOverOutOfOrder           结转年度不连续
* AllocationUnknown             无此分配
* NumberUsedInFund              编号重复
* PurposeUnknown                去向有误
"""

from collections.abc import Sequence
from datetime import date

from domain.amount_text import yuan_text
from domain.refusals.money import AboveLimit
from domain.refusals.refusal import Refusal


class OverAllocated(AboveLimit):
    """Allocations never exceed what the document gave, source by source (超指标分配)."""

    code = "over_allocated"
    title_zh = "超指标分配"
    title_en = "Over-allocated"
    asked = ("本次分配", "the allocation")
    limit = ("可分配余额", "what is left to allocate")
    remedy = ("请减少分配，或先追加指标、收回已分配未到位的资金。", "Allocate less, or add to the indicator first.")


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
    remedy = ("请核对结余；未到位的资金按收回分配办理。", "Check the surplus; take back what has not arrived.")


class RecoveryAboveSaving(AboveLimit):
    """What a project still owes is no surplus (收回结余超过项目结余)."""

    code = "recovery_above_saving"
    title_zh = "收回结余超过项目结余"
    title_en = "Recovery above the project's saving"
    asked = ("本次收回后合计", "the total after this recovery")
    limit = ("项目结余（计划减结算）", "the saving (plan less settlement)")
    remedy = ("请先办理结算或终止，再按结余收回。", "Settle or end the project first, then recover the saving.")


class CarryOverAboveFund(AboveLimit):
    """No more is carried over than the document gave (结转超过指标)."""

    code = "carry_over_above_fund"
    title_zh = "结转超过指标"
    title_en = "Carry-over above the fund"
    asked = ("本次结转", "the carry-over")
    limit = ("指标金额", "the fund")
    remedy = ("请按未使用的金额结转。", "Carry over what was not used.")


class FeeAboveCap(Refusal):
    """The management fee stays below its share of the base (管理费超提)."""

    code = "fee_above_cap"
    title_zh = "管理费超提"
    title_en = "Fee above its cap"

    def __init__(self, fee_fen: int, cap_fen: int, base_fen: int, cap_bp: int) -> None:
        """All fees of the fund together, their cap, and the base and rate that the cap comes from."""
        fee, cap, base = yuan_text(fee_fen), yuan_text(cap_fen), yuan_text(base_fen)
        rate = f"{cap_bp / 100:g}%"
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


class UseOnNegativeList(Refusal):
    """Aid money never serves a use of the negative list (负面清单)."""

    code = "use_on_negative_list"
    title_zh = "用途在负面清单内"
    title_en = "Use on the negative list"

    def __init__(self, use: str, text: str, source: str) -> None:
        """The use asked for, the words of the list, and where the list stands."""
        super().__init__(
            f"用途 {use}（{text}）在负面清单内（{source}）。",
            f"The use {use} is on the negative list ({source}).",
            field="use",
            figures={"use": use},
            remedy_zh="请改用其他资金。",
            remedy_en="Pay for it with other money.",
        )


class UseNotOfFund(Refusal):
    """Money keeps the use it was given for, unless an authorisation integrates funds (改变用途)."""

    code = "use_not_of_fund"
    title_zh = "改变资金用途"
    title_en = "Not the use of the fund"

    def __init__(self, asked: str, given: str) -> None:
        """The use asked for and the use that the fund was given for."""
        super().__init__(
            f"资金用途为 {given}，本次用途为 {asked}。",
            f"The fund was given for {given}; this use is {asked}.",
            field="use",
            figures={"asked": asked, "given": given},
            remedy_zh="请按原用途安排，或先登记统筹整合授权。",
            remedy_en="Keep the use, or record an authorisation to integrate funds first.",
        )


class BudgetCodeNotOfUse(Refusal):
    """The budget code belongs to the use (科目与用途不符)."""

    code = "budget_code_not_of_use"
    title_zh = "预算科目与用途不符"
    title_en = "Budget code not of this use"

    def __init__(self, asked: str, use: str, listed: Sequence[str]) -> None:
        """The code asked for, the use, and the codes that the rulebook lists for it."""
        codes = "、".join(listed)
        super().__init__(
            f"科目 {asked} 不属于用途 {use}，可用：{codes}。",
            f"Budget code {asked} is not of use {use}; it has: {codes}.",
            field="budget_code",
            figures={"asked": asked, "listed": codes},
            remedy_zh="请改用所列科目。",
            remedy_en="Use a listed code.",
        )


class AuthorisationDoesNotFit(Refusal):
    """An authorisation moves money of one level from one use to another, and nothing else (整合授权不适用)."""

    code = "authorisation_does_not_fit"
    title_zh = "整合授权不适用"
    title_en = "The authorisation does not fit"

    def __init__(self, authorisation_no: str, granted: str, asked: str) -> None:
        """The authorisation, what it grants and what was asked, each as `level: use → use`."""
        super().__init__(
            f"授权 {authorisation_no} 为 {granted}，本次为 {asked}。",
            f"Authorisation {authorisation_no} grants {granted}; this is {asked}.",
            field="authorisation_no",
            figures={"granted": granted, "asked": asked},
            remedy_zh="请按授权的级次和用途安排。",
            remedy_en="Keep to the level and uses of the authorisation.",
        )


class AuthorisationExpired(Refusal):
    """An authorisation ends on its day (整合授权过期)."""

    code = "authorisation_expired"
    title_zh = "整合授权过期"
    title_en = "Authorisation expired"

    def __init__(self, authorisation_no: str, valid_until: date, on: date) -> None:
        """The authorisation, its last day, and the business day."""
        super().__init__(
            f"授权 {authorisation_no} 有效至 {valid_until}，业务日期为 {on}。",
            f"Authorisation {authorisation_no} is valid until {valid_until}; the business day is {on}.",
            field="authorisation_no",
            figures={"valid_until": str(valid_until), "on": str(on)},
        )


class AuthorisationExceeded(AboveLimit):
    """No more is integrated than was authorised (超整合授权)."""

    code = "authorisation_exceeded"
    title_zh = "超过整合授权"
    title_en = "Above the authorisation"
    asked = ("本次整合", "the amount integrated")
    limit = ("授权余额", "what is left of the authorisation")
    remedy = ("请减少金额，或另行取得授权。", "Move less, or obtain a further authorisation.")


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
