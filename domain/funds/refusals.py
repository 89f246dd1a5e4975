"""资金方面的拒绝 (refusals about funds)."""

from collections.abc import Sequence
from datetime import date

from domain.code import texts
from domain.funds.codes import ALLOCATED_TO, FundNature, PurposeKind
from domain.money.refusals import AboveLimit
from domain.refusal import Refusal, words_of
from domain.template import Words


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


class CarryOverAboveFund(AboveLimit):
    """No more is carried over than the document gave, nor than was carried over before (结转超过指标)."""

    code = "carry_over_above_fund"
    title_zh, title_en = "结转超过指标", "Carry-over above the fund"
    asked = ("本次结转", "the carry-over")
    limit = (
        "可结转金额（指标金额；再次结转的，为上次结转的金额）",
        "the fund, or what was carried over before",
    )
    remedy_zh, remedy_en = "请按未使用的金额结转。", "Carry over what was not used."


class AboveCarriedOver(AboveLimit):
    """In a later year no more is allocated or moved than was carried into it (超过结转金额)."""

    code = "above_carried_over"
    title_zh, title_en = "超过结转金额", "Above what was carried over"
    asked = ("本次分配或调剂", "the allocation or adjustment")
    limit = ("结转尚未使用的金额", "what is left of the carry-over")
    remedy_zh, remedy_en = (
        "未结转的资金为结余，请按结余收回。",
        "What was not carried over is surplus: recover it.",
    )


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


class FactBeforeFund(Refusal):
    """Nothing happens to a fund before it was received (早于指标下达)."""

    code = "fact_before_fund"
    title_zh, title_en = "早于指标下达", "Before the fund"
    field = "effective_on"
    on: date
    received_on: date

    says_zh = "业务日期 {on} 早于指标登记日 {received_on}。"
    says_en = "The business day {on} is before the day the fund was received, {received_on}."
    remedy_zh, remedy_en = "请核对业务日期。", "Check the business day."


class FundYearAhead(Refusal):
    """A document gives no money of a year that is too far ahead (资金年度晚于文件年度)."""

    code = "fund_year_ahead"
    title_zh, title_en = "资金年度晚于文件年度", "The fund's year is too far ahead"
    field = "year"
    year: int
    issued_on: date
    latest_year: int

    says_zh = "文件于 {issued_on} 印发，资金年度填为 {year}，最晚为 {latest_year}。"
    says_en = (
        "The document was issued on {issued_on}; the fund's year is {year}, the latest is {latest_year}."
    )
    remedy_zh, remedy_en = "请核对资金年度和印发日期。", "Check the fund's year and the day of issue."


class FundYearOver(Refusal):
    """After the carry-over clock has run, money may only be recovered (超过使用年限)."""

    code = "fund_year_over"
    title_zh, title_en = "超过使用年限", "The fund's years are over"
    field = "effective_on"
    on: date
    last_on: date

    says_zh = "业务日期 {on}，资金最后可用日为 {last_on}。"
    says_en = "The business day is {on}; the money could be used until {last_on}."
    remedy_zh = "连续两年未用完的资金为结余，请按结余收回。"
    remedy_en = "What was not used in time is surplus: recover it."


class NotCarriedOver(Refusal):
    """Money of a former year is carried over before it is allocated (未办结转)."""

    code = "not_carried_over"
    title_zh, title_en = "未办结转", "Not carried over"
    field = "effective_on"
    on: date
    usable_year: int

    says_zh = "业务日期 {on}，资金年度为 {usable_year}，尚未结转。"
    says_en = "The business day is {on}; the money belongs to {usable_year} and was not carried over."
    remedy_zh, remedy_en = "请先办理结转。", "Carry the fund over first."


class CarryOverOutOfOrder(Refusal):
    """A carry-over goes from the fund's current year to the next (结转年度不连续)."""

    code = "carry_over_out_of_order"
    title_zh, title_en = "结转年度不连续", "Carry-over out of order"
    field = "from_year"
    from_year: int
    to_year: int
    current_year: int

    says_zh = "本次由 {from_year} 年结转至 {to_year} 年，应由 {current_year} 年结转至 {next_year} 年。"
    says_en = "This carries {from_year} to {to_year}; it should carry {current_year} to {next_year}."
    remedy_zh = "请按年度逐年结转。"
    remedy_en = "Carry the money over year by year."

    @property
    def next_year(self) -> int:
        """The year after the one that the money now belongs to."""
        return self.current_year + 1


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
    remedy_zh, remedy_en = "请换一个编号。", "Use another number."


class PurposeUnknown(Refusal):
    """Money is allocated to a project, a unit or the fee (去向有误)."""

    code = "purpose_unknown"
    title_zh, title_en = "资金去向有误", "Purpose unknown"
    field = "purpose_kind"
    purpose_kind: str
    purpose_code: str

    says_zh = "去向有误：{wrong:zh}。"
    says_en = "The purpose does not fit: {wrong:en}."
    remedy_zh = "去向为项目、单位的，请填写项目编号或单位代码；去向为项目管理费的，编号留空。"
    remedy_en = "Give the number of the project or the unit; leave it empty for the management fee."

    @property
    def wrong(self) -> Words:
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


class AuthorisationUnknown(Refusal):
    """The fund has no such authorisation (无此整合授权)."""

    code = "authorisation_unknown"
    title_zh, title_en = "无此整合授权", "No such authorisation"
    status = 404
    field = "authorisation_no"
    document_no: str
    authorisation_no: str

    says_zh = "指标 {document_no} 没有统筹整合授权 {authorisation_no}。"
    says_en = "Fund {document_no} has no authorisation {authorisation_no}."
    remedy_zh, remedy_en = "请先登记授权。", "Record the authorisation first."


class AuthorisationDoesNotFit(Refusal):
    """An authorisation moves money of one level from one use to another, and nothing else (整合授权不适用)."""

    code = "authorisation_does_not_fit"
    title_zh, title_en = "整合授权不适用", "The authorisation does not fit"
    field = "authorisation_no"
    shows = ("granted", "asked")
    authorisation_no: str
    granted: str  # as `level: use → use`, as is what was asked
    asked: str

    says_zh = "授权 {authorisation_no} 为 {granted}，本次为 {asked}。"
    says_en = "Authorisation {authorisation_no} grants {granted}; this is {asked}."
    remedy_zh, remedy_en = "请按授权的级次和用途安排。", "Keep to the level and uses of the authorisation."


class AuthorisationExpired(Refusal):
    """An authorisation ends on its day (整合授权过期)."""

    code = "authorisation_expired"
    title_zh, title_en = "整合授权过期", "Authorisation expired"
    field = "authorisation_no"
    shows = ("valid_until", "on")
    authorisation_no: str
    valid_until: date
    on: date

    says_zh = "授权 {authorisation_no} 有效至 {valid_until}，业务日期为 {on}。"
    says_en = "Authorisation {authorisation_no} is valid until {valid_until}; the business day is {on}."
    remedy_zh = "请取得新的授权并登记，或不统筹使用。"
    remedy_en = "Obtain and record a new authorisation, or keep the use of the money."


class AuthorisationExceeded(AboveLimit):
    """No more is integrated than was authorised (超整合授权)."""

    code = "authorisation_exceeded"
    title_zh, title_en = "超过整合授权", "Above the authorisation"
    asked = ("本次整合", "the amount integrated")
    limit = ("授权余额", "what is left of the authorisation")
    remedy_zh, remedy_en = "请减少金额，或另行取得授权。", "Move less, or obtain a further authorisation."
