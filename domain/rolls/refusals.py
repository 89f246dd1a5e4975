"""花名册方面的拒绝 (refusals about rolls)."""

from collections.abc import Sequence

from domain.code import Word
from domain.funds.codes import PurposeKind
from domain.money.codes import FundingLevel
from domain.money.refusals import AboveLimit
from domain.projects.codes import ProjectKind
from domain.refusal import Refusal, words_of


class RollLinesWrong(Refusal):
    """Every line of a roll is in order; all wrong lines are named at once (花名册明细有误)."""

    code = "roll_lines_wrong"
    title_zh, title_en = "花名册明细有误", "Roll lines are wrong"
    field = "lines"
    shows = ("wrong", "lines:codes")
    faults: Sequence[tuple[int, str, str]]  # the line, and what is wrong with it in Chinese and English

    says_zh = "{wrong} 处有误：{faults_zh:or （无）}。"
    says_en = "{wrong} faults: {faults_en:or (none)}."
    remedy_zh, remedy_en = "请更正所列各行后重新提交。", "Correct the lines and submit again."

    @property
    def wrong(self) -> int:
        """How many faults there are; a line may have several."""
        return len(self.faults)

    @property
    def lines(self) -> list[int]:
        """The numbers of the wrong lines."""
        return [line_no for line_no, _, _ in self.faults]

    @property
    def faults_zh(self) -> str:
        """Every fault in Chinese."""
        return "；".join(f"第 {line_no} 行{zh}" for line_no, zh, _ in self.faults)

    @property
    def faults_en(self) -> str:
        """Every fault in English."""
        return "; ".join(f"line {line_no} {en}" for line_no, _, en in self.faults)


class RollTotalsDiffer(Refusal):
    """The declared count and sum are those of the lines (花名册合计不符)."""

    code = "roll_totals_differ"
    title_zh, title_en = "花名册合计不符", "Roll totals differ"
    field = "declared_sum_fen"
    declared_count: int
    count: int
    declared_sum_fen: int
    sum_fen: int

    says_zh = "申报 {declared_count} 行、{declared_sum_fen:yuan} 元，明细 {count} 行、{sum_fen:yuan} 元。"
    says_en = (
        "Declared are {declared_count} lines and {declared_sum_fen:yuan} yuan; "
        "the lines are {count} and sum to {sum_fen:yuan} yuan."
    )
    remedy_zh, remedy_en = "请核对人数、金额合计。", "Check count and sum."


class PaidPeriodMisread(Refusal):
    """The period of a roll is a year, half year, quarter, month, term or from–to (发放期间不可识别)."""

    code = "paid_period_misread"
    title_zh, title_en = "发放期间不可识别", "Not a period"
    field = "period_text"
    given: str

    says_zh = "“{given}”不是年、半年、季度、月、学期或起止日期。"
    says_en = "“{given}” is no year, half year, quarter, month, term or from–to."
    remedy_zh = (
        "请写作：2024年、2024年上半年、2024年第一季度、2024年3月、2024年春季学期、"
        "2024年3月至5月、2024年3月1日至2024年5月15日；批次写在名称里。"
    )
    remedy_en = (
        "Write 2024, 2024-H1, 2024-Q1, 2024-03, 2024-T1 (spring term), 2024-03/2024-05 or "
        "2024-03-01/2024-05-15; a batch belongs into the title."
    )


class PersonsPaidTwice(Refusal):
    """A person is paid once for one project and one period (同一期间重复发放)."""

    code = "persons_paid_twice"
    title_zh, title_en = "同一期间重复发放", "Paid twice for one period"
    status = 409
    field = "lines"
    shows = ("roll_no", "other_roll_no", "period", "other_period", "count", "persons:codes")
    roll_no: str
    other_roll_no: str
    period: str
    other_period: str
    count: int
    named: Sequence[
        tuple[int, str, str]
    ]  # the line, its person, and the number of the line on the other roll

    says_zh = (
        "花名册 {roll_no}（{period}）有 {count} 人"
        "已列入同一项目的花名册 {other_roll_no}（{other_period}）：{named_zh:or （无）}。"
    )
    says_en = (
        "{count} persons of roll {roll_no} ({period}) stand on roll {other_roll_no} ({other_period}) "
        "of the same project: {named_en:or (none)}."
    )
    remedy_zh = "请删去重复的行；另一花名册有误的，请先撤回或取消，或登记退回。"
    remedy_en = "Leave these lines out; if the other roll is wrong, withdraw or cancel it or its lines first."

    @property
    def persons(self) -> list[str]:
        """The ids of the persons that are named."""
        return [person for _, person, _ in self.named]

    @property
    def named_zh(self) -> str:
        """The persons in Chinese, each by id with both lines."""
        return self._more("；", "第 {0} 行 {1}（彼册第 {2} 行）", "等")

    @property
    def named_en(self) -> str:
        """The persons in English, each by id with both lines."""
        return self._more("; ", "line {0}, {1} (there line {2})", " and others")

    def _more(self, joint: str, form: str, others: str) -> str:
        told = joint.join(form.format(*one) for one in self.named)
        return told + others if told and self.count > len(self.named) else told


class PaidAgainWithoutReason(PersonsPaidTwice):
    """Where a rulebook allows several payments in a period, each further one says why (同期再发未说明理由)."""

    code = "paid_again_without_reason"
    title_zh, title_en = "同期再发未说明理由", "Paid again without a reason"
    field = "again_reason"

    remedy_zh = "规章允许同期多次发放，请填写再次发放的理由。"
    remedy_en = "The rulebook allows several in a period; say why these persons are paid again."


class RollStateDiffers(Refusal):
    """The roll is not in the state that this step follows (花名册状态不符)."""

    code = "roll_state_differs"
    title_zh, title_en = "花名册状态不符", "Roll is in another state"
    status = 409
    shows = ("roll_no", "state:en", "needed:en")
    roll_no: str
    state: Word
    needed: Word

    says_zh = "花名册 {roll_no} 当前为“{state:zh}”，本步骤要求“{needed:zh}”。"
    says_en = "Roll {roll_no} is {state:en}; this step needs it to be {needed:en}."
    remedy_zh = "花名册依次为编制、审定、提交代发、登记代发结果、办结。"
    remedy_en = "A roll is drawn up, approved, sent, answered, then closed."


class RollProjectDiffers(Refusal):
    """A project under contract is paid by claims, not by a roll (项目不能按花名册发放)."""

    code = "roll_project_differs"
    title_zh, title_en = "项目不能按花名册发放", "Project is not paid by roll"
    status = 409
    field = "project_code"
    project: str
    contract_no: str

    says_zh = "项目 {project} 已签合同 {contract_no}，按报账付款，不按花名册发放。"
    says_en = "Project {project} has contract {contract_no}; it is paid by claims, not by a roll."
    remedy_zh = "请按合同提交报账。"
    remedy_en = "Claim the money under the contract."


class RollKindDiffers(Refusal):
    """Only a project whose money goes to persons is paid by a roll (项目类型不能按花名册发放)."""

    code = "roll_kind_differs"
    title_zh, title_en = "项目类型不能按花名册发放", "Kind of project is not paid by roll"
    codes = words_of(kind=ProjectKind, kinds=ProjectKind)
    field = "project_code"
    project: str
    kind: str
    kinds: Sequence[str]

    says_zh = "项目 {project} 的类型为{kind}，按花名册发放的类型为：{kinds}。"
    says_en = "Project {project} is of the kind {kind}; paid by roll are: {kinds}."
    remedy_zh = "工程、货物、服务项目请签订合同后报账。"
    remedy_en = "Contract works, goods and services, and pay them by claims."


class ProjectPaidByRoll(Refusal):
    """A project with a roll is not put under contract (项目已按花名册发放)."""

    code = "project_paid_by_roll"
    title_zh, title_en = "项目已按花名册发放", "Project is paid by roll"
    status = 409
    field = "code"
    project: str
    rolls: Sequence[str]

    says_zh = "项目 {project} 已编制花名册 {rolls}，不再签订合同。"
    says_en = "Project {project} has the rolls {rolls}; it is not put under contract."
    remedy_zh = "请按花名册发放；确需签订合同的，先撤回或取消这些花名册。"
    remedy_en = "Pay by the roll; where a contract is meant, withdraw or cancel the rolls first."


class RollAbovePlan(AboveLimit):
    """All rolls of a project together cost no more than it has planned from each source (发放超出计划)."""

    code = "roll_above_plan"
    title_zh, title_en = "发放超出计划", "Roll above the plan"
    status = 409
    asked = ("本次发放", "the roll")
    limit = ("已到位的计划余额", "what arrived of the plan and is neither owed nor paid")
    where_codes = (FundingLevel, PurposeKind)
    remedy_zh, remedy_en = "请先调整计划并落实来源。", "Change the plan and its sources first."
