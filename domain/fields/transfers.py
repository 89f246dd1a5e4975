"""调拨字段 (fields of transfers): the accounts on both sides, and what a closed month names as in transit."""

from domain.fields.field import PUBLIC, Field
from domain.fields.kinds import DAY, KEY, WORKED_OUT

FIELDS = (
    Field("transfer_no", "调拨单号", "transfer number", KEY, "DB-2025-001", PUBLIC).says(
        "填调拨单上的编号，一笔调拨一个编号，转出、转入双方都用它。",
        "The number on the transfer order; each transfer has one, and both sides use it.",
    ),
    Field("from_account_code", "转出账户", "sending account", KEY, "6228-01", PUBLIC).says(
        "填钱从哪个专户或专账转出，用开立账户时登记的代码。",
        "The account that the money leaves, by the code under which it was opened.",
    ),
    Field("to_account_code", "转入账户", "receiving account", KEY, "ZZ-03", PUBLIC).says(
        "填钱转入哪个专户或专账，用开立账户时登记的代码。",
        "The account that the money goes to, by the code under which it was opened.",
    ),
    Field("in_transit", "在途资金", "money in transit", WORKED_OUT, None, PUBLIC).says(
        "由系统列出：月末一方已确认、另一方尚未确认的调拨。",
        "The transfers that one side alone had confirmed when the month ended, listed by the service.",
    ),
    Field("sent_on", "转出日期", "day of sending", DAY, "2025-08-18", PUBLIC).says(
        "由系统填写：这笔调拨从转出账户付出的业务日期。",
        "The business day on which the transfer left its account, filled in by the service.",
    ),
)
