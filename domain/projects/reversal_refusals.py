"""冲销方面的拒绝 (refusals of reversals): what stands on a step of a project keeps the step."""

from collections.abc import Sequence

from domain.code import Word
from domain.money.refusals import AboveLimit
from domain.projects.codes import AcceptanceStage
from domain.refusal import Refusal, words_of


class AcceptanceNotTheLast(Refusal):
    """Acceptances are reversed from the last level that passed backwards (不是最后通过的验收)."""

    code = "acceptance_not_the_last"
    title_zh, title_en = "不是最后通过的验收", "Not the last acceptance"
    codes = words_of(level=AcceptanceStage, last_level=AcceptanceStage)
    status = 409
    field = "level"
    level: str
    last_level: str  # "" when none has passed

    says_zh = "要冲销的是{level}，最后通过的是{last_level:or （无）}。"
    says_en = "The acceptance to reverse is {level}; the last that passed is {last_level:or (none)}."
    remedy_zh, remedy_en = "请从最后通过的一级起逐级冲销。", "Reverse level by level, the last one first."


class StartMeasuredUpon(Refusal):
    """A start stays while certified work stands on it (开工后已计量)."""

    code = "start_measured_upon"
    title_zh, title_en = "开工后已计量", "Work was certified since the start"
    status = 409
    field = "code"
    shows = ("project", "numbers:codes", "measured_fen")
    project: str
    numbers: Sequence[str]  # of the certificates
    measured_fen: int

    says_zh = "项目 {project} 开工后已计量 {measured_fen:yuan} 元（{numbers}）。"
    says_en = "Project {project}: {measured_fen:yuan} yuan were certified since its start ({numbers})."
    remedy_zh, remedy_en = "请先冲销计量，再冲销开工。", "Reverse the certificates, then the start."


class CompletionAcceptedUpon(Refusal):
    """A completion stays while a level has accepted the work, or found defects that are open (完工后已验收)."""

    code = "completion_accepted_upon"
    title_zh, title_en = "完工后已验收", "Accepted since the completion"
    status = 409
    field = "code"
    codes = words_of(levels=AcceptanceStage)
    shows = ("project", "levels", "open:codes")
    project: str
    levels: Sequence[str]  # that passed
    open: Sequence[str]  # the numbers of defects

    says_zh = "项目 {project} 完工后已验收合格：{levels:or （无）}；未整改的问题：{open:or （无）}。"
    says_en = (
        "Project {project}: passed since its completion: {levels:or (none)}; open defects: {open:or (none)}."
    )
    remedy_zh = "请先逐级冲销验收，登记问题已经整改，再冲销完工。"
    remedy_en = "Reverse the acceptances, the last one first, and record that the defects were mended."


class StepPaidUpon(AboveLimit):
    """A start or a completion stays while payments rest on it (凭该步骤已付款)."""

    code = "step_paid_upon"
    title_zh, title_en = "凭该步骤已付款", "Paid upon this step"
    status = 409
    field = "code"
    asked = ("已付和应发", "what is paid, and owed on rolls,")
    limit = ("没有该步骤可付", "what may be paid without this step")
    remedy_zh, remedy_en = "请先冲销或退回付款。", "Reverse or refund the payments first."


class AcceptancePaidUpon(AboveLimit):
    """An acceptance stays while payments rest on it (凭验收已付款)."""

    code = "acceptance_paid_upon"
    title_zh, title_en = "凭验收已付款", "Paid upon the acceptance"
    status = 409
    field = "level"
    asked = ("已付和应发", "what is paid, and owed on rolls,")
    limit = ("没有这级验收可付", "what may be paid without this acceptance")
    remedy_zh, remedy_en = "请先冲销或退回付款。", "Reverse or refund the payments first."


class StepClaimedUpon(Refusal):
    """A step stays while a claim that rests on it is under way or paid (该步骤已有报账)."""

    code = "step_claimed_upon"
    title_zh, title_en = "该步骤已有报账或付款", "Claims rest on this step"
    status = 409
    shows = ("project", "step:en", "under_way_fen", "paid_fen")
    project: str
    step: Word
    under_way_fen: int  # asked and not answered, or approved and not paid
    paid_fen: int

    says_zh = "项目 {project} 凭{step:zh}在办报账 {under_way_fen:yuan} 元，已付 {paid_fen:yuan} 元。"
    says_en = (
        "Project {project}: claims of {under_way_fen:yuan} yuan rest on the {step:en}, "
        "and {paid_fen:yuan} yuan are paid upon it."
    )
    remedy_zh = "请先撤回报账，冲销或退回付款，两者都为零时再冲销。"
    remedy_en = "Withdraw the claims, reverse or refund the payments; reverse the step when both are zero."


class SettlementPaidUpon(AboveLimit):
    """A settlement stays while what it made payable is paid (结算形成的应付已付)."""

    code = "settlement_paid_upon"
    title_zh, title_en = "结算形成的应付已付", "What the settlement made payable is paid"
    status = 409
    field = "code"
    asked = ("结算形成的应付", "what the settlement made payable")
    limit = ("未付余额", "what is unpaid")
    remedy_zh, remedy_en = "请先冲销或退回付款。", "Reverse or refund the payments first."


class SavingReturned(AboveLimit):
    """A settlement stays when the saving that it stated went back to its fund (结余已收回)."""

    code = "saving_returned"
    title_zh, title_en = "结余已收回", "The saving went back"
    status = 409
    field = "code"
    asked = ("计划使用该来源", "the plan's part from this source")
    limit = ("该来源现分配给本项目", "what it allocates to the project now")
    remedy_zh = "请先把该来源重新分配给本项目，再冲销结算。"
    remedy_en = "Allocate the source to the project again, then reverse the settlement."
