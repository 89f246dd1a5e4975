"""结算与质保金方面的拒绝 (refusals about settlement and retention): the audited price, and what is kept of it."""

from datetime import date

from domain.money.refusals import AboveLimit
from domain.refusal import Refusal


class SettlementAboveContract(AboveLimit):
    """The audited settlement stays within contract and approved changes (结算超出合同价)."""

    code = "settlement_above_contract"
    title_zh, title_en = "结算超出合同价", "Settlement above the contract"
    asked = ("结算审定", "the settlement")
    limit = ("合同价（含变更）", "the contract with its changes")
    remedy_zh, remedy_en = (
        "请先办理合同变更，或重新审定。",
        "Record the contract change first, or audit again.",
    )


class AuditorIsImplementer(Refusal):
    """Who carried out a work does not audit its price (审价单位与实施单位相同)."""

    code = "auditor_is_implementer"
    title_zh, title_en = "审价单位与实施单位相同", "The auditor carried out the work"
    field = "auditor_unit"
    auditor_unit: str
    implementer: str

    says_zh = "结算审定单位为 {auditor_unit}，本项目由 {implementer} 施工或实施。"
    says_en = "The settlement was audited by {auditor_unit}; {implementer} carried out the work."
    remedy_zh = "请由与施工、实施无关的单位审定后登记。"
    remedy_en = "Have the price audited by a unit that had no hand in the work."


class RetentionAboveCap(AboveLimit):
    """Retention stays within its cap (质保金超出上限)."""

    code = "retention_above_cap"
    title_zh, title_en = "质保金超出上限", "Retention above the cap"
    asked = ("质保金", "the retention")
    limit = ("上限", "the cap")
    remedy_zh, remedy_en = "请按规章上限预留。", "Hold no more than the cap."


class DefectPeriodTooLong(Refusal):
    """The defect period is at most so many months (质保期超出上限)."""

    code = "defect_period_too_long"
    title_zh, title_en = "质保期超出上限", "Defect period too long"
    field = "defect_months"
    months: int
    months_max: int

    says_zh = "质保期 {months} 个月，上限 {months_max} 个月。"
    says_en = "The defect period is {months} months; the most is {months_max}."
    remedy_zh = "请按上限缩短质保期。"
    remedy_en = "Agree on a period no longer than that."


class DefectPeriodRuns(Refusal):
    """Retention is released when the defect period is over (质保期未满)."""

    code = "defect_period_runs"
    title_zh, title_en = "质保期未满", "Defect period still runs"
    status = 409
    field = "effective_on"
    on: date
    release_from_on: date

    says_zh = "质保期到 {release_from_on} 届满，{on} 不能退还质保金。"
    says_en = "The retention may be released from {release_from_on}; the day given is {on}."
    remedy_zh = "请在质保期满验收合格后办理。"
    remedy_en = "Release it after the period, when the inspection has passed."
