"""账户字段 (fields of accounts): opening, bank references, interest, statements and their differences."""

from domain.fields.field import PUBLIC, Field, scan
from domain.fields.kinds import (
    CODE,
    DAY,
    FEN,
    KEY,
    LINES,
    MONTH,
    NAME,
    SHA256,
    TEXT,
    UNIT,
    WORKED_OUT,
    YEAR,
    entries,
)

FIELDS = (
    Field("code", "账户代码", "account code", KEY, "6228-01", of="accounts").says(
        "为账户编一个简短代码，以后各项业务都用它，不填银行账号。",
        "A short code for the account, used in all later entries; not the number at the bank.",
    ),
    Field("name", "账户名称", "name of the account", NAME, "衔接资金专户", PUBLIC, of="accounts").says(
        "填账户的全称，与开户许可或账簿封面一致。",
        "The full name of the account, as on its opening permit or the cover of the ledger.",
    ),
    Field("mode", "核算方式", "mode of the account", CODE, "special_account", PUBLIC).says(
        "有单独银行账户填专户 special_account，在国库集中支付下单设账簿填专账 special_ledger。",
        "A separate bank account is special_account; a ledger of its own under treasury payment is special_ledger.",
    ),
    Field("holder_unit", "开户单位", "holder", UNIT, "DW-001", PUBLIC).says(
        "填持有账户的单位在单位名册中的代码，未登记的填全称，见开户资料。",
        "The office that holds the account, by its number in the register of units; in full where it has none.",
    ),
    Field("bank", "开户银行", "bank", NAME, "达川农商行").says(
        "填开户银行的网点全称，专账没有银行账户的留空。",
        "The branch that holds the account, in full; empty for a ledger without a bank account.",
    ),
    Field("approval_no", "批准文号", "approval", KEY, "达川财〔2025〕1号", PUBLIC, of="accounts").says(
        "填批准开立专户的文件文号，专户必填，专账留空。",
        "The number of the document that approved the account; needed for a special account, empty for a ledger.",
    ),
    Field("interest_owner", "利息归属", "owner of the interest", CODE, "treasury", PUBLIC).says(
        "填利息归谁：国库 treasury 或帮扶资金 aid_fund，留空则按规章办。",
        "Who owns the interest: treasury or aid_fund; left empty, the rulebook decides.",
    ),
    Field("owner", "利息归谁", "owner by rule", CODE, "aid_fund", PUBLIC).says(
        "填利息归国库 treasury 还是归帮扶资金 aid_fund；入账时由系统按账户登记或规章填写。",
        "Whose the interest is, treasury or aid_fund; on an entry the service fills it in from account or rulebook.",
    ),
    Field("bank_reference", "银行退票号", "bank reference", CODE, "TP20250612000087", PUBLIC).says(
        "填银行退票通知或退汇回单上的业务编号。",
        "The reference on the bank's notice of the returned payment.",
    ),
    Field("refund_no", "退款单号", "refund number", KEY, "TK-2025-003", PUBLIC).says(
        "填收款人退款的收据或回单编号，一次退款一个编号。",
        "The number of the receipt or slip of the refund; each refund has its own.",
    ),
    Field("period_from", "计息起日", "interest from", DAY, "2025-03-21", PUBLIC).says(
        "填本次利息计算的第一天，见银行计息单。",
        "The first day that this interest was computed for, from the bank's slip.",
    ),
    Field("period_to", "计息止日", "interest to", DAY, "2025-06-20", PUBLIC).says(
        "填本次利息计算的最后一天，见银行计息单。",
        "The last day that this interest was computed for, from the bank's slip.",
    ),
    Field("receiver", "收款国库", "receiver", NAME, "国家金库达川区支库").says(
        "填利息上缴给哪个国库或单位的全称，见缴款书。",
        "The treasury or office that the interest is paid over to, in full, from the payment slip.",
    ),
    Field("report", "上报报表", "statement sent up", CODE, "quarterly", PUBLIC, of="accounts").says(
        "填上报的是季报 quarterly 还是年报 yearly。",
        "Whether the statement of a quarter or of a year was sent up.",
    ),
    Field("report_until_on", "报表截止日", "statement until", DAY, "2025-03-31", PUBLIC).says(
        "填报表截止到哪一天：季报为季度最后一天，年报为 12 月 31 日。",
        "The day up to which the statement runs: the last of its quarter, or 31 December.",
    ),
    Field("statement_on", "对账截止日", "statement date", DAY, "2025-05-31").says(
        "填银行对账单截止到哪一天，一般是月末。",
        "The day up to which the bank statement runs, usually the end of a month.",
    ),
    Field("bank_balance_fen", "银行余额", "bank balance", FEN, 184_273_650).says(
        "填对账单截止日的银行余额（分），见对账单最后一行。",
        "The balance at the bank on that day in fen, from the last line of the statement.",
    ),
    Field("ledger_balance_fen", "账面余额", "ledger balance", FEN, 183_673_650).says(
        "由系统算出：对账截止日账面上的余额（分）。",
        "The balance of the ledger on that day in fen, worked out by the service.",
    ),
    Field("matched_count", "对上笔数", "lines matched", LINES, 42).says(
        "由系统统计：对账单与账面能一一对上的有多少笔。",
        "How many lines of the statement found their entry, counted by the service.",
    ),
    Field("statement_sha256", "对账单指纹", "hash of the statement", SHA256, scan("对账单")).says(
        "填银行对账单文件的 SHA-256 指纹，上传 CSV 文件时由系统算出。",
        "The SHA-256 of the statement's file; computed by the service when a CSV file is sent.",
    ),
    Field("lines", "对账单明细", "lines of the statement", entries(50_000), None, of="accounts").says(
        "把上次对账以后银行对账单的每一笔逐行列出，不能漏行。",
        "Every line of the statement since the last reconciliation, none left out.",
    ),
    Field("differences", "未达账项", "differences", WORKED_OUT, None).says(
        "由系统列出：只有银行一方或只有账面一方记了的款项。",
        "What only the bank or only the ledger has, listed by the service.",
    ),
    Field("side", "哪一方已记", "side", CODE, "bank").says(
        "由系统填写：这笔未达账项只有银行 bank 记了，还是只有账面 ledger 记了。",
        "Which side has the line that the other lacks: bank or ledger.",
    ),
    Field("on", "交易日期", "day of the line", DAY, "2025-05-21").says(
        "填对账单上这一笔的交易日期，不得晚于对账截止日。",
        "The day of this line on the statement, not after the date of the statement.",
    ),
    Field("text", "摘要", "remark of the bank", TEXT, "转账支出 进度款", of="accounts").says(
        "照抄对账单“摘要”栏，对账单上没有就留空。",
        "The remark of the line as the statement prints it; empty where it prints none.",
    ),
    Field("reversed_voucher_no", "被冲销凭证号", "voucher reversed", KEY, "银收-2025-03-008", PUBLIC).says(
        "由系统填写：被红字冲销的那笔到位资金、结余缴回、捐款或利息原来的凭证号。",
        "The voucher number of the arrival, surplus, gift or interest that was reversed, filled in by the service.",
    ),
    Field("voucher_year", "凭证年度", "year of the voucher", YEAR, 2025, PUBLIC).says(
        "填要冲销的那张结余缴回、捐款或利息凭证入账的年度，凭证号按年度编排，须与之对应。",
        "The year in which the surplus, gift or interest to reverse was entered; voucher numbers begin anew each year.",
    ),
    Field("month", "账期", "accounting month", MONTH, "2025-01", PUBLIC).says(
        "填要结账或反结账的年月，写作四位年、短横、两位月。",
        "The month to close or reopen, written as four digits, a dash and two digits.",
    ),
)
