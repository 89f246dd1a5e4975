"""在途资金 (in transit): what one account had sent and no other had received when a month ended.

The month may close with it: the money has left one bank account and not reached the other, so both accounts agree with
their statements, and the books hold it once, as money in transit.  To wait for the other office would keep the month of
the whole county open for one slip; so the closing names each such transfer, and the next month begins with it.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class InTransit:
    """在途一笔: a transfer that one side alone had confirmed at the end of a month."""

    transfer_no: str
    from_account_code: str
    to_account_code: str
    sent_on: date
    amount_fen: int
