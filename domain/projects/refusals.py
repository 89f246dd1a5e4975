"""项目方面的拒绝 (refusals about projects), from the application to the release of the retention."""

from collections.abc import Sequence
from datetime import date

from domain.money.refusals import AboveLimit
from domain.projects.codes import Halt
from domain.refusal import Refusal
from domain.template import Words


class ProjectNotActive(Refusal):
    """A suspended or ended project takes no further steps (项目已中止或终止)."""

    code = "project_not_active"
    title_zh, title_en = "项目已中止或终止", "Project suspended or ended"
    status = 409
    project: str
    state: str

    says_zh = "项目 {project} 已{state_zh}，不能办理。"
    says_en = "Project {project} is {state}."
    remedy_zh = "中止的项目请先恢复；终止的项目不能再办理。"
    remedy_en = "Resume a suspended project first; an ended one takes no further steps."

    @property
    def state_zh(self) -> str:
        """The state in Chinese."""
        return Halt.of(self.state).zh


class ProjectNotSuspended(Refusal):
    """Only a suspended project is resumed (项目未中止)."""

    code = "project_not_suspended"
    title_zh, title_en = "项目未中止", "Project not suspended"
    status = 409
    project: str

    says_zh = "项目 {project} 没有中止，无需恢复。"
    says_en = "Project {project} is not suspended."


class ProjectOwes(Refusal):
    """A project ends, or is closed, when its claims and rolls are paid or given up (项目尚有未结款项)."""

    code = "project_owes"
    title_zh, title_en = "项目尚有未结款项", "Project still owes"
    status = 409
    project: str
    claims: Sequence[str]
    rolls: Sequence[str]

    says_zh = "项目 {project} 已审批未付款的报账单：{claims:or 无}；未办结的花名册：{rolls:or 无}。"
    says_en = "Project {project} has approved claims unpaid: {claims:or none}; rolls open: {rolls:or none}."
    remedy_zh = "请先付款或不予报账；花名册请发放完毕，退回的行重发或取消，再办结；草稿请撤回。"
    remedy_en = (
        "Pay or refuse the claims first; send the rolls, resend or cancel what came back, then close them; "
        "withdraw drafts."
    )


class StepOutOfOrder(Refusal):
    """The project is not at the phase that this step follows (未按程序办理)."""

    code = "step_out_of_order"
    title_zh, title_en = "未按程序办理", "Step out of order"
    status = 409
    shows = ("project", "phase:en", "needed:en")
    project: str
    phase: Words
    needed: Words

    says_zh = "项目 {project} 当前阶段为“{phase:zh}”，本步骤要求“{needed:zh}”。"
    says_en = "Project {project} is {phase:en}; this step needs it to be {needed:en}."
    remedy_zh = "请按申报、决策、审核、论证、入库、计划、批复、合同、开工、完工、验收、结算、移交的次序办理。"
    remedy_en = "Take the steps in order, none left out."


class DecisionIncomplete(Refusal):
    """A village decision lacks a step, a quorum, a majority or posting days (民主决策不符合程序)."""

    code = "decision_incomplete"
    title_zh, title_en = "民主决策不符合程序", "Village decision incomplete"
    field = "steps"
    step: str
    found: str
    needed: str

    says_zh = "民主决策步骤 {step}：实际 {found}，要求 {needed}。"
    says_en = "Decision step {step}: found {found}, needed {needed}."
    remedy_zh, remedy_en = "请补齐程序后再登记。", "Complete the procedure, then record it."


class NoTargetNoEntry(Refusal):
    """A project without a performance target does not enter the library (无绩效目标不得入库)."""

    code = "no_target_no_entry"
    title_zh, title_en = "无绩效目标不得入库", "No target, no entry"
    field = "targets"
    needed = 1
    shows = ("given", "needed")
    given: int  # the targets with a value

    says_zh = "有数值的绩效目标 {given} 项，至少需要 {needed} 项。"
    says_en = "{given} targets with a value were given; at least {needed} is needed."
    remedy_zh, remedy_en = "请补充绩效目标后入库。", "Set a target with a value, then enter the library."


class SourceOverdrawn(AboveLimit):
    """A source of the project has less than is needed of it (来源金额不足)."""

    code = "source_overdrawn"
    title_zh, title_en = "来源金额不足", "Source overdrawn"
    status = 409
    asked = ("本次调减", "the cut")
    limit = ("该来源未使用部分", "what is unused of this source")
    remedy_zh, remedy_en = (
        "各来源不得互相挪用，请调整来源。",
        "No source pays for another; adjust the sources.",
    )


class PlanNotCovered(AboveLimit):
    """A source of the plan is not covered by an allocation to this project (计划未落实资金来源)."""

    code = "plan_not_covered"
    title_zh, title_en = "计划未落实资金来源", "Plan not covered by its sources"
    asked = ("计划使用该来源", "the plan's part from this source")
    limit = ("该来源分配给本项目", "what it allocated to the project")
    remedy_zh, remedy_en = "请先办理资金分配。", "Allocate the fund to the project first."


class ChangeNeedsApproval(Refusal):
    """Changes beyond the dated share need a new approval (调整超比例须报批)."""

    code = "change_needs_approval"
    title_zh, title_en = "调整超比例须报批", "Change needs approval"
    field = "approval_no"
    share_bp: int  # all changes so far, of the first figure
    limit_bp: int

    says_zh = "累计调整为 {share_bp:percent}，超过 {limit_bp:percent}，须附批准文号。"
    says_en = "Changes sum to {share_bp:percent}; beyond {limit_bp:percent} an approval number is needed."
    remedy_zh = "请报原审批单位批准后登记批准文号。"
    remedy_en = "Have it approved by the original approver and give the number."


class RouteDoesNotFit(Refusal):
    """The way of contracting is not open to this price (采购方式与限额不符)."""

    code = "route_does_not_fit"
    title_zh, title_en = "采购方式与限额不符", "Route does not fit the price"
    field = "route"
    shows = ("price_fen", "route", "routes")
    route: str
    price_fen: int
    routes: Sequence[str]

    says_zh = "合同价 {price_fen:yuan} 元，采购方式为 {route}，规章允许：{routes}。"
    says_en = "At a price of {price_fen:yuan} yuan the route {route} is not open; open are: {routes}."
    remedy_zh, remedy_en = (
        "请按限额规定的方式采购。",
        "Contract by a route that the rulebook opens at this price.",
    )


class PriceAbovePlan(AboveLimit):
    """A contract does not cost more than the plan has (合同价超出计划)."""

    code = "price_above_plan"
    title_zh, title_en = "合同价超出计划", "Price above the plan"
    asked = ("合同价", "the contract price")
    limit = ("计划", "the plan")
    remedy_zh, remedy_en = "请先调整计划并落实来源。", "Change the plan and its sources first."


class MeasuredAboveContract(AboveLimit):
    """Measured work does not exceed the contract (计量超出合同价)."""

    code = "measured_above_contract"
    title_zh, title_en = "计量超出合同价", "Measured above the contract"
    asked = ("累计计量", "all measured work")
    limit = ("合同价（含变更）", "the contract with its changes")
    remedy_zh = "请核对工程量，或先办理合同变更。"
    remedy_en = "Check the quantities, or record the contract change first."


class MeasurementPaid(AboveLimit):
    """A measurement whose money was paid is not reversed (计量已付款不能冲销)."""

    code = "measurement_paid"
    title_zh, title_en = "计量已付款不能冲销", "Measurement is paid"
    status = 409
    asked = ("该计量形成的应付", "what the certificate made payable")
    limit = ("未付余额", "what is unpaid")
    remedy_zh, remedy_en = "请先办理付款冲销或退款。", "Reverse or refund the payment first."


class AcceptanceOutOfOrder(Refusal):
    """Levels of acceptance follow each other, each once (验收层级不符)."""

    code = "acceptance_out_of_order"
    title_zh, title_en = "验收层级不符", "Acceptance level out of order"
    status = 409
    field = "level"
    level: str
    next_level: str  # "" when all have passed

    says_zh = "本次验收层级为 {level}，应为 {next_level:or （各级均已通过）}。"
    says_en = "The level given is {level}; the next one is {next_level:or (all have passed)}."
    remedy_zh, remedy_en = "请按村、乡镇、县的次序验收。", "Accept level by level."


class TooFewRepresentatives(Refusal):
    """Beneficiaries' representatives take part in the acceptance (群众代表不足)."""

    code = "too_few_representatives"
    title_zh, title_en = "群众代表不足", "Too few representatives"
    field = "representatives"
    present: int
    needed: int

    says_zh = "参加验收的群众代表 {present} 人，至少需要 {needed} 人。"
    says_en = "{present} representatives took part; at least {needed} are needed."
    remedy_zh, remedy_en = "请邀请受益群众代表参加验收。", "Invite representatives of the beneficiaries."


class DefectsOpen(Refusal):
    """Nothing passes while a defect is open (验收问题未整改)."""

    code = "defects_open"
    title_zh, title_en = "验收问题未整改", "Defects are open"
    status = 409
    shows = ("open", "numbers")
    level: str
    numbers: Sequence[str]

    says_zh = "{level} 级验收的 {open} 项问题未整改：{numbers}。"
    says_en = "{open} defects found at {level} level are open: {numbers}."
    remedy_zh, remedy_en = "请先登记整改。", "Record their rectification first."

    @property
    def open(self) -> int:
        """How many are open."""
        return len(self.numbers)


class NotAnOpenDefect(Refusal):
    """Only an open defect can be rectified (问题编号不符)."""

    code = "not_an_open_defect"
    title_zh, title_en = "问题编号不符", "Not an open defect"
    field = "defect_nos"
    shows = ("given", "open:or —")
    given: Sequence[str]
    open: Sequence[str]

    says_zh = "未整改问题中没有 {given}，现有：{open:or —}。"
    says_en = "{given} are not open defects; open are: {open:or —}."


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


class ContractCutBelowWork(AboveLimit):
    """A contract is not cut below the work that was measured, nor below what was paid (合同调减低于已计量或已付款)."""

    code = "contract_cut_below_work"
    title_zh, title_en = "合同调减低于已计量或已付款", "Contract cut below its work"
    status = 409
    asked = ("已计量或已付款", "what was measured or paid")
    limit = ("调整后合同价", "the contract after the change")
    remedy_zh, remedy_en = (
        "调减不得低于已计量、已付款金额。",
        "Cut no deeper than what is measured and what is paid.",
    )
