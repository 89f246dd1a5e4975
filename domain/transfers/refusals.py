"""调拨方面的拒绝 (refusals about transfers between accounts)."""

from domain.code import Word
from domain.refusal import Refusal


class TransferToItself(Refusal):
    """A transfer goes from one account to another (转出与转入为同一账户)."""

    code = "transfer_to_itself"
    title_zh, title_en = "转出与转入为同一账户", "A transfer to the same account"
    field = "to_account_code"
    account_code: str

    says_zh = "转出和转入都是账户 {account_code}。"
    says_en = "The money would leave account {account_code} and come to it."
    remedy_zh, remedy_en = "请核对转入账户。", "Name the account that receives the money."


class TransferNotAtThisStep(Refusal):
    """A transfer takes its steps in order, each once (调拨状态不符)."""

    code = "transfer_not_at_this_step"
    title_zh, title_en = "调拨状态不符", "The transfer is not at this step"
    status = 409
    field = "transfer_no"
    shows = ("transfer_no", "state:en", "wanted:en")
    transfer_no: str
    state: Word
    wanted: Word

    says_zh = "调拨 {transfer_no} {state:zh}，本步骤须为“{wanted:zh}”。"
    says_en = "Transfer {transfer_no} is {state:en}; this step needs one that is {wanted:en}."
    remedy_zh = "请先查阅调拨登记；已收到的由转入方冲销收款，拒收的由转出方登记退回。"
    remedy_en = (
        "Read the transfer first; one that was received is reversed by the receiver, "
        "the return of one that was refused is recorded by the sender."
    )


class TransferOnItsWay(Refusal):
    """An account is closed when no transfer of it is in transit (尚有在途调拨)."""

    code = "transfer_on_its_way"
    title_zh, title_en = "尚有在途调拨", "A transfer is on its way"
    status = 409
    account_code: str
    transfer_no: str
    amount_fen: int

    says_zh = "账户 {account_code} 的调拨 {transfer_no}（{amount_fen:yuan} 元）尚在途中。"
    says_en = "Transfer {transfer_no} of account {account_code}, {amount_fen:yuan} yuan, is on its way."
    remedy_zh = "请先由转入方确认收到或拒收，拒收、撤回的由转出方收回。"
    remedy_en = "Let it be received, or refused and taken back, before the account is closed."
