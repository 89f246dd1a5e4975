"""合同解除方面的拒绝 (refusals about terminated contracts)."""

from collections.abc import Sequence

from domain.money.refusals import AboveLimit
from domain.projects.codes import AcceptanceStage
from domain.refusal import Refusal, words_of


class LevelsPassed(Refusal):
    """A contract whose works passed a level of acceptance is not terminated (已有验收合格不能解除)."""

    code = "levels_passed"
    title_zh, title_en = "已有验收合格不能解除", "Levels of acceptance have passed"
    codes = words_of(levels=AcceptanceStage)
    status = 409
    shows = ("project", "passed", "levels")
    project: str
    levels: Sequence[str]

    says_zh = "项目 {project} 已有 {passed} 级合格：{levels}；解除合同前应为零。"
    says_en = (
        "Project {project} has passed {passed} levels of acceptance, {levels}; before a termination none may."
    )
    remedy_zh, remedy_en = "请先逐级冲销验收。", "Reverse the acceptances first, the last one first."

    @property
    def passed(self) -> int:
        """How many have passed."""
        return len(self.levels)


class AdvanceNotWorkedOff(AboveLimit):
    """An advance beyond the certified work comes back before the contract is terminated (预付款未抵扣完)."""

    code = "advance_not_worked_off"
    title_zh, title_en = "预付款未抵扣完", "Advance not worked off"
    status = 409
    field = "owed_fen"
    asked = ("已付预付款", "the advance paid")
    limit = ("计量已抵扣", "what measured work has offset")
    remedy_zh = "请先计量已完工程，或登记承包单位退回的预付款。"
    remedy_en = "Measure the work that is done, or record the refund of the advance first."


class OwedDiffers(Refusal):
    """What a termination says is owed is the certified work less what was paid (解除结算金额不符)."""

    code = "owed_differs"
    title_zh, title_en = "解除结算金额不符", "What is owed differs"
    field = "owed_fen"
    given_fen: int
    owed_fen: int
    certified_fen: int
    paid_fen: int

    says_zh = (
        "填报应付 {given_fen:yuan} 元；已计量 {certified_fen:yuan} 元，已付 {paid_fen:yuan} 元，"
        "应付 {owed_fen:yuan} 元。"
    )
    says_en = (
        "The amount owed is given as {given_fen:yuan} yuan; certified are {certified_fen:yuan}, paid "
        "{paid_fen:yuan}, so that {owed_fen:yuan} are owed."
    )
    remedy_zh = "请核对解除协议；未计量的工程先计量，多计量的先冲销。"
    remedy_en = "Check the agreement; measure what is not measured, reverse what is measured too much."


class FormerContractOwed(AboveLimit):
    """A project contracts anew when its terminated contract is paid (解除合同未结清)."""

    code = "former_contract_owed"
    title_zh, title_en = "解除合同未结清", "The former contract is owed"
    status = 409
    field = "contract_no"
    asked = ("解除时应付", "what was owed at its termination")
    limit = ("其后已付", "what was paid since")
    remedy_zh = "请先按进度款报账，付清原承包单位。"
    remedy_en = "Pay the former contractor first, by a claim for progress."


class CertificateOfTerminatedContract(Refusal):
    """Work that was counted in a termination is not reversed (已计入解除结算的计量)."""

    code = "certificate_of_terminated_contract"
    title_zh, title_en = "已计入解除结算的计量", "Certificate of a terminated contract"
    status = 409
    field = "certificate_no"
    certificate_no: str

    says_zh = "计量 {certificate_no} 属于已解除的合同，已计入解除结算。"
    says_en = (
        "Certificate {certificate_no} belongs to a terminated contract and was counted in its termination."
    )
    remedy_zh = "请核对计量编号；解除后应退的工程款由承包人退还后登记退款。"
    remedy_en = (
        "Check the number; what the contractor owes back after the termination is recorded as a refund."
    )


class SettlementBelowTerminated(Refusal):
    """The settlement of a project holds the work of its terminated contracts (结算低于解除合同的计量)."""

    code = "settlement_below_terminated"
    title_zh, title_en = "结算低于解除合同的计量", "Settlement below the terminated contracts"
    field = "settlement_fen"
    settlement_fen: int
    terminated_fen: int

    says_zh = "结算审定 {settlement_fen:yuan} 元，已解除合同计量 {terminated_fen:yuan} 元，结算应当包含。"
    says_en = (
        "The settlement is {settlement_fen:yuan} yuan; it holds the {terminated_fen:yuan} yuan certified under "
        "terminated contracts."
    )
    remedy_zh = "请按整个项目的审定价登记。"
    remedy_en = "Give the audited price of the whole project."
