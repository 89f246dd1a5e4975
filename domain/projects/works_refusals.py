"""项目实施的拒绝 (refusals about contract, works, acceptance, settlement and hand-over).

* RouteDoesNotFit          采购方式与限额不符
* PriceAbovePlan           合同价超出计划
* MeasuredAboveContract    计量超出合同价
* MeasurementPaid          计量已付款不能冲销
* AcceptanceOutOfOrder     验收层级不符
* TooFewRepresentatives    群众代表不足
* DefectsOpen              验收问题未整改
* NotAnOpenDefect          问题编号不符
* SettlementAboveContract  结算超出合同价
* RetentionAboveCap        质保金超出上限
* DefectPeriodTooLong      质保期超出上限
* DefectPeriodRuns         质保期未满
* ContractCutBelowWork     合同调减低于已计量或已付款
"""

from collections.abc import Sequence
from datetime import date

from domain.money.amount_text import yuan_text
from domain.money.refusals import AboveLimit
from domain.refusal import Refusal


class RouteDoesNotFit(Refusal):
    """The way of contracting is not open to this price (采购方式与限额不符)."""

    code = "route_does_not_fit"
    title_zh = "采购方式与限额不符"
    title_en = "Route does not fit the price"

    def __init__(self, route: str, price_fen: int, routes: Sequence[str]) -> None:
        """The `route` taken, the price, and the routes open to that price."""
        listed = "、".join(routes)
        super().__init__(
            f"合同价 {yuan_text(price_fen)} 元，采购方式为 {route}，规章允许：{listed}。",
            f"At a price of {yuan_text(price_fen)} yuan the route {route} is not open; open are: {listed}.",
            field="route",
            figures={"price_fen": price_fen, "route": route, "routes": listed},
            remedy_zh="请按限额规定的方式采购。",
            remedy_en="Contract by a route that the rulebook opens at this price.",
        )


class PriceAbovePlan(AboveLimit):
    """A contract does not cost more than the plan has (合同价超出计划)."""

    code = "price_above_plan"
    title_zh = "合同价超出计划"
    title_en = "Price above the plan"
    asked = ("合同价", "the contract price")
    limit = ("计划", "the plan")
    remedy = ("请先调整计划并落实来源。", "Change the plan and its sources first.")


class MeasuredAboveContract(AboveLimit):
    """Measured work does not exceed the contract (计量超出合同价)."""

    code = "measured_above_contract"
    title_zh = "计量超出合同价"
    title_en = "Measured above the contract"
    asked = ("累计计量", "all measured work")
    limit = ("合同价（含变更）", "the contract with its changes")
    remedy = (
        "请核对工程量，或先办理合同变更。",
        "Check the quantities, or record the contract change first.",
    )


class MeasurementPaid(AboveLimit):
    """A measurement whose money was paid is not reversed (计量已付款不能冲销)."""

    code = "measurement_paid"
    title_zh = "计量已付款不能冲销"
    title_en = "Measurement is paid"
    status = 409
    asked = ("该计量形成的应付", "what the certificate made payable")
    limit = ("未付余额", "what is unpaid")
    remedy = ("请先办理付款冲销或退款。", "Reverse or refund the payment first.")


class AcceptanceOutOfOrder(Refusal):
    """Levels of acceptance follow each other, each once (验收层级不符)."""

    code = "acceptance_out_of_order"
    title_zh = "验收层级不符"
    title_en = "Acceptance level out of order"
    status = 409

    def __init__(self, level: str, next_level: str) -> None:
        """The level given and the level whose turn it is; "" when all have passed."""
        super().__init__(
            f"本次验收层级为 {level}，应为 {next_level or '（各级均已通过）'}。",
            f"The level given is {level}; the next one is {next_level or '(all have passed)'}.",
            field="level",
            figures={"level": level, "next_level": next_level},
            remedy_zh="请按村、乡镇、县的次序验收。",
            remedy_en="Accept level by level.",
        )


class TooFewRepresentatives(Refusal):
    """Beneficiaries' representatives take part in the acceptance (群众代表不足)."""

    code = "too_few_representatives"
    title_zh = "群众代表不足"
    title_en = "Too few representatives"

    def __init__(self, present: int, needed: int) -> None:
        """Representatives present and needed."""
        super().__init__(
            f"参加验收的群众代表 {present} 人，至少需要 {needed} 人。",
            f"{present} representatives took part; at least {needed} are needed.",
            field="representatives",
            figures={"present": present, "needed": needed},
            remedy_zh="请邀请受益群众代表参加验收。",
            remedy_en="Invite representatives of the beneficiaries.",
        )


class DefectsOpen(Refusal):
    """Nothing passes while a defect is open (验收问题未整改)."""

    code = "defects_open"
    title_zh = "验收问题未整改"
    title_en = "Defects are open"
    status = 409

    def __init__(self, level: str, numbers: Sequence[str]) -> None:
        """The level that found them and the numbers of the open defects."""
        listed = "、".join(numbers)
        super().__init__(
            f"{level} 级验收的 {len(numbers)} 项问题未整改：{listed}。",
            f"{len(numbers)} defects found at {level} level are open: {listed}.",
            figures={"open": len(numbers), "numbers": listed},
            remedy_zh="请先登记整改。",
            remedy_en="Record their rectification first.",
        )


class NotAnOpenDefect(Refusal):
    """Only an open defect can be rectified (问题编号不符)."""

    code = "not_an_open_defect"
    title_zh = "问题编号不符"
    title_en = "Not an open defect"

    def __init__(self, numbers: Sequence[str], open_numbers: Sequence[str]) -> None:
        """The numbers that are not open, and those that are."""
        given, known = "、".join(numbers), "、".join(open_numbers) or "—"
        super().__init__(
            f"未整改问题中没有 {given}，现有：{known}。",
            f"{given} are not open defects; open are: {known}.",
            field="defect_nos",
            figures={"given": given, "open": known},
        )


class SettlementAboveContract(AboveLimit):
    """The audited settlement stays within contract and approved changes (结算超出合同价)."""

    code = "settlement_above_contract"
    title_zh = "结算超出合同价"
    title_en = "Settlement above the contract"
    asked = ("结算审定", "the settlement")
    limit = ("合同价（含变更）", "the contract with its changes")
    remedy = ("请先办理合同变更，或重新审定。", "Record the contract change first, or audit again.")


class RetentionAboveCap(AboveLimit):
    """Retention stays within its cap (质保金超出上限)."""

    code = "retention_above_cap"
    title_zh = "质保金超出上限"
    title_en = "Retention above the cap"
    asked = ("质保金", "the retention")
    limit = ("上限", "the cap")
    remedy = ("请按规章上限预留。", "Hold no more than the cap.")


class DefectPeriodTooLong(Refusal):
    """The defect period is at most so many months (质保期超出上限)."""

    code = "defect_period_too_long"
    title_zh = "质保期超出上限"
    title_en = "Defect period too long"

    def __init__(self, months: int, months_max: int) -> None:
        """The months agreed and the most the rulebook allows."""
        super().__init__(
            f"质保期 {months} 个月，上限 {months_max} 个月。",
            f"The defect period is {months} months; the most is {months_max}.",
            field="defect_months",
            figures={"months": months, "months_max": months_max},
        )


class DefectPeriodRuns(Refusal):
    """Retention is released when the defect period is over (质保期未满)."""

    code = "defect_period_runs"
    title_zh = "质保期未满"
    title_en = "Defect period still runs"
    status = 409

    def __init__(self, on: date, release_from_on: date) -> None:
        """The day of the release and the first day on which it is possible."""
        super().__init__(
            f"质保期到 {release_from_on} 届满，{on} 不能退还质保金。",
            f"The retention may be released from {release_from_on}; the day given is {on}.",
            field="effective_on",
            figures={"on": str(on), "release_from_on": str(release_from_on)},
            remedy_zh="请在质保期满检查合格后办理。",
            remedy_en="Release it after the period, when the inspection has passed.",
        )


class ContractCutBelowWork(AboveLimit):
    """A contract is not cut below the work that was measured, nor below what was paid (合同调减低于已计量或已付款)."""

    code = "contract_cut_below_work"
    title_zh = "合同调减低于已计量或已付款"
    title_en = "Contract cut below its work"
    status = 409
    asked = ("已计量或已付款", "what was measured or paid")
    limit = ("调整后合同价", "the contract after the change")
    remedy = ("调减不得低于已计量、已付款金额。", "Cut no deeper than what is measured and what is paid.")
