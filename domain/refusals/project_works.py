"""项目实施的拒绝 (refusals about contract, works, acceptance, settlement and hand-over).

* RouteDoesNotFit          采购方式与限额不符
* PriceAbovePlan           合同价超出计划
* MeasuredAboveContract    计量超出合同价
* MeasurementPaid          计量已付款不能冲销
* PersonOnBothSides        不相容岗位未分离
* AcceptanceOutOfOrder     验收层级不符
* TooFewRepresentatives    群众代表不足
* DefectsOpen              验收问题未整改
* NotAnOpenDefect          问题编号不符
* SettlementAboveContract  结算超出合同价
* RetentionAboveCap        质保金超出上限
* DefectPeriodRuns         质保期未满
* ChangeBelowUsed          调减低于已用金额
"""

from collections.abc import Sequence
from datetime import date

from domain.money import yuan_text
from domain.refusals.refusal import Refusal


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


class PriceAbovePlan(Refusal):
    """A contract does not cost more than the plan has (合同价超出计划)."""

    code = "price_above_plan"
    title_zh = "合同价超出计划"
    title_en = "Price above the plan"

    def __init__(self, price_fen: int, plan_fen: int) -> None:
        """The contract price and the plan."""
        super().__init__(
            f"合同价 {yuan_text(price_fen)} 元，超过计划 {yuan_text(plan_fen)} 元。",
            f"The contract price is {yuan_text(price_fen)} yuan, above the plan of {yuan_text(plan_fen)} yuan.",
            field="price_fen",
            figures={"price_fen": price_fen, "plan_fen": plan_fen},
            remedy_zh="请先调整计划并落实来源。",
            remedy_en="Change the plan and its sources first.",
        )


class MeasuredAboveContract(Refusal):
    """Measured work does not exceed the contract (计量超出合同价)."""

    code = "measured_above_contract"
    title_zh = "计量超出合同价"
    title_en = "Measured above the contract"

    def __init__(self, measured_fen: int, price_fen: int) -> None:
        """All measured work with this certificate, and the contract with approved changes."""
        super().__init__(
            f"累计计量 {yuan_text(measured_fen)} 元，超过合同价（含变更） {yuan_text(price_fen)} 元。",
            f"Measured work would be {yuan_text(measured_fen)} yuan, above the contract with its changes, "
            f"{yuan_text(price_fen)} yuan.",
            field="amount_fen",
            figures={"measured_fen": measured_fen, "price_fen": price_fen},
            remedy_zh="请核对工程量，或先办理合同变更。",
            remedy_en="Check the quantities, or record the contract change first.",
        )


class MeasurementPaid(Refusal):
    """A measurement whose money was paid is not reversed (计量已付款不能冲销)."""

    code = "measurement_paid"
    title_zh = "计量已付款不能冲销"
    title_en = "Measurement is paid"
    status = 409

    def __init__(self, certificate_no: str, payable_fen: int, unpaid_fen: int) -> None:
        """The certificate, its payable part, and what is still unpaid of all payables of its sources."""
        super().__init__(
            f"计量单 {certificate_no} 应付 {yuan_text(payable_fen)} 元，未付仅 {yuan_text(unpaid_fen)} 元。",
            f"Certificate {certificate_no} made {yuan_text(payable_fen)} yuan payable; "
            f"only {yuan_text(unpaid_fen)} yuan are unpaid.",
            field="certificate_no",
            figures={"payable_fen": payable_fen, "unpaid_fen": unpaid_fen},
            remedy_zh="请先办理付款冲销或退款。",
            remedy_en="Reverse or refund the payment first.",
        )


class PersonOnBothSides(Refusal):
    """Two duties that must be kept apart were done by one person (不相容岗位未分离)."""

    code = "person_on_both_sides"
    title_zh = "不相容岗位未分离"
    title_en = "One person on both sides"
    status = 403

    def __init__(self, person: str, duty: tuple[str, str], other: tuple[str, str]) -> None:
        """The person id, the duty asked for, and the duty the person already did."""
        super().__init__(
            f"{person} 已经办{other[0]}，不得再办{duty[0]}。",
            f"{person} did the {other[1]} and may not do the {duty[1]}.",
            figures={"person": person, "duty": duty[1], "other": other[1]},
            remedy_zh="请由另一人办理。",
            remedy_en="Let another person act.",
        )


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


class SettlementAboveContract(Refusal):
    """The audited settlement stays within contract and approved changes (结算超出合同价)."""

    code = "settlement_above_contract"
    title_zh = "结算超出合同价"
    title_en = "Settlement above the contract"

    def __init__(self, settlement_fen: int, price_fen: int) -> None:
        """The settlement and the contract with approved changes."""
        super().__init__(
            f"结算审定 {yuan_text(settlement_fen)} 元，超过合同价（含变更） {yuan_text(price_fen)} 元。",
            f"The settlement is {yuan_text(settlement_fen)} yuan, above the contract with its changes, "
            f"{yuan_text(price_fen)} yuan.",
            field="settlement_fen",
            figures={"settlement_fen": settlement_fen, "price_fen": price_fen},
            remedy_zh="请先办理合同变更，或重新审定。",
            remedy_en="Record the contract change first, or audit again.",
        )


class RetentionAboveCap(Refusal):
    """Retention stays within its cap (质保金超出上限)."""

    code = "retention_above_cap"
    title_zh = "质保金超出上限"
    title_en = "Retention above the cap"

    def __init__(self, field: str, asked: int, cap: int) -> None:
        """`field` is retention_bp (figures in fen) or defect_months (figures in months); asked and cap."""
        money = field == "retention_bp"
        given, limit = (yuan_text(asked), yuan_text(cap)) if money else (str(asked), str(cap))
        super().__init__(
            f"质保金{'' if money else '期限'}为 {given} {'元' if money else '个月'}，上限 {limit}。",
            f"The retention is {given} {'yuan' if money else 'months'}; the cap is {limit}.",
            field=field,
            figures={"asked": asked, "cap": cap},
            remedy_zh="请按规章上限预留。",
            remedy_en="Hold no more than the cap.",
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


class ChangeBelowUsed(Refusal):
    """A plan or contract is not cut below what was already measured or advanced (调减低于已用金额)."""

    code = "change_below_used"
    title_zh = "调减低于已用金额"
    title_en = "Change below what is used"
    status = 409

    def __init__(self, what: tuple[str, str], changed_fen: int, used_fen: int) -> None:
        """`what` is cut, its amount after the change, and what is already used of it."""
        super().__init__(
            f"{what[0]}调整后为 {yuan_text(changed_fen)} 元，已使用 {yuan_text(used_fen)} 元。",
            f"After the change the {what[1]} would be {yuan_text(changed_fen)} yuan; "
            f"{yuan_text(used_fen)} yuan are already used.",
            figures={"changed_fen": changed_fen, "used_fen": used_fen},
            remedy_zh="调减不得低于已计量和已预付金额。",
            remedy_en="Cut no deeper than what is measured and advanced.",
        )
