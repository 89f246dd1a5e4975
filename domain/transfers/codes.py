"""调拨代码 (codes of transfers): where the money of a transfer is."""

from domain.code import Code


class TransferState(Code):
    """调拨状态: sent, and how it ended; money that was refused is on its way back until the sender has it."""

    SENT = "sent", "在途", "on its way"
    REFUSED = "refused", "拒收待退", "refused, on its way back"
    RECEIVED = "received", "已收到", "received"
    WITHDRAWN = "withdrawn", "已撤回", "withdrawn"
    CAME_BACK = "came_back", "已退回", "came back"


IN_TRANSIT = (TransferState.SENT, TransferState.REFUSED)
"""在途: the money is in neither account, and nobody spends it."""
