"""项目方面的拒绝 (refusals about projects) at whichever step: what rests, ended, owes, or is not there yet."""

from collections.abc import Sequence

from domain.code import Word
from domain.projects.codes import Halt
from domain.refusal import Refusal


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
    remedy_zh = "请直接办理下一步。"
    remedy_en = "Take the next step of the project."


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
    phase: Word
    needed: Word

    says_zh = "项目 {project} 当前阶段为“{phase:zh}”，本步骤要求“{needed:zh}”。"
    says_en = "Project {project} is {phase:en}; this step needs it to be {needed:en}."
    remedy_zh = "请按申报、决策、审核、论证、入库、计划、批复、合同、开工、完工、验收、结算、移交的次序办理。"
    remedy_en = "Take the steps in order, none left out."
