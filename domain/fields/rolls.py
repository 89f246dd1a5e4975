"""花名册字段 (fields of rolls): the head, the lines, and what the bank answered."""

from domain.fields.field import PUBLIC, Field
from domain.fields.kinds import FEN, KEY, LINES, NAME, TEXT, WHOLE, WORKED_OUT, YEAR, YES, entries

FIELDS = (
    Field("title", "花名册名称", "title", NAME, "2025年脱贫户产业奖补花名册", PUBLIC, of="rolls").says(
        "填花名册封面上的名称，写明年份和补助项目。",
        "The title on the cover of the roll, with the year and the subsidy.",
    ),
    Field("period_text", "发放期间", "period", TEXT, "2025年上半年", PUBLIC).says(
        "填这次发放补的是哪一段时间：年、半年、季度、月、学期或起止日期。",
        "The time that this payment is for: a year, half year, quarter, month, term, or from–to.",
    ),
    Field("period", "发放期间代码", "code of the period", KEY, "2025-H1", PUBLIC).says(
        "由系统按发放期间算出，如 2024、2024-H1、2024-Q1、2024-03、2024-T1。",
        "Worked out from the period: 2024, 2024-H1, 2024-Q1, 2024-03, 2024-T1.",
    ),
    Field("again_reason", "同期再发理由", "reason to pay again", TEXT, "受灾后追加的第二次救助").says(
        "规章允许同一期间多次发放、而领取人已列入另一花名册时，写明为什么再发一次。",
        "Why persons of another roll are paid once more for the period, where the rulebook allows it.",
    ),
    Field("standard_text", "补助标准", "standard", TEXT, "种植每亩补助 300 元", PUBLIC).says(
        "写明补助标准和依据，与公示的标准一致。",
        "The standard of the subsidy in words, the same as in its notice.",
    ),
    Field("declared_count", "申报行数", "declared lines", LINES, 186, PUBLIC).says(
        "填花名册合计栏的行数，必须与实际明细行数一致。",
        "How many lines the roll says it has; it must be how many it really has.",
    ),
    Field("declared_sum_fen", "申报合计金额", "declared sum", FEN, 16_740_000, PUBLIC).says(
        "填花名册合计栏的金额（分），必须与各行金额之和一致。",
        "The sum that the roll says it has, in fen; it must be the sum of its lines.",
    ),
    Field("lines", "花名册明细", "lines of the roll", entries(50_000), None, of="rolls").says(
        "逐人列出应发明细，一人一行；登记代发结果后由系统列出相应的行。",
        "One line a person that is due; for an answer of the bank, the lines that it concerns.",
    ),
    Field("line_no", "行号", "line number", WHOLE, 17).says(
        "填花名册上的序号，从 1 起连续编号，重发和取消时填原来的行号。",
        "The number of the line on the roll, from 1; to resend or cancel a line, its old number.",
    ),
    Field("line_nos", "更正的行号", "lines to put right", entries(50_000), (7, 8)).says(
        "逐个列出代发结果登记有误的行号，同一批次的可一并更正。",
        "The numbers of the lines whose answer was entered wrongly, all of one sending.",
    ),
    Field("person_id", "领取人代码", "person id", KEY, "p-3301").says(
        "填领取人的人员代码，姓名、身份证号、银行卡号只存人员登记，不写在这里。",
        "The id of the person who is paid; name, identity number and card are kept in the register of persons only.",
    ),
    Field("quantity", "补助数量", "quantity subsidised", WHOLE, 15, of="rolls").says(
        "填这一人享受补助的数量，如亩数、头数、月数，写整数。",
        "How much is subsidised for this person, such as mu of land, head of stock or months, as a whole number.",
    ),
    Field("standard_fen", "单位标准", "standard of one", FEN, 30_000, PUBLIC).says(
        "填每一单位补助多少（分），每亩 300 元写作 30000。",
        "What one unit is subsidised with, in fen: 300 yuan a mu is 30000.",
    ),
    Field("reason", "该行说明", "reason for the line", TEXT, "银行卡已注销，待本人补办新卡", of="rolls").says(
        "写明这一行金额不等于数量乘标准、被退回或取消的原因，不写姓名和卡号。",
        "Why this line differs from quantity times standard, came back or is cancelled; no name and no card number.",
    ),
    Field("whole", "是否全部", "whole", YES, example=True, public=PUBLIC).says(
        "由系统记录：整册收回代发，或该行已全部退回，记为“是”。",
        "Worked out: whether the whole roll was recalled, or the whole line paid back.",
    ),
    Field("paid_in_year", "发放年度", "year of the payment", YEAR, 2025, PUBLIC).says(
        "由系统记录退回的款是哪一年发放的。",
        "Worked out: the year in which the money was paid that came back.",
    ),
    Field("paid_fen", "实际发放", "paid", FEN, 16_650_000, PUBLIC).says(
        "由系统算出：审定金额减去取消和退回的各行。",
        "Worked out: what was approved less what was cancelled and paid back.",
    ),
    Field("paid_count", "实际发放行数", "lines paid", LINES, 185, PUBLIC).says(
        "由系统算出：代发成功且未全部退回的行数。",
        "Worked out: how many lines were paid and not paid back whole.",
    ),
    Field("saving_fen", "结余", "saving", FEN, 90_000, PUBLIC).says(
        "由系统算出：审定金额减去实际发放，退回项目资金。",
        "Worked out: what was approved and not paid; it is the project's money again.",
    ),
    Field("paid", "实际发放来源", "paid by source", WORKED_OUT, None, PUBLIC).says(
        "由系统按资金来源列出实际发放。",
        "Worked out: what was paid, source by source.",
    ),
    Field("saving", "结余来源", "saving by source", WORKED_OUT, None, PUBLIC).says(
        "由系统按资金来源列出结余。",
        "Worked out: the saving, source by source.",
    ),
    Field("returned", "退回的行", "lines returned", entries(50_000), None).says(
        "逐行列出银行没有发成的明细，没有退回时留空表，其余各行即为发放成功。",
        "Each line that the bank could not pay; an empty list if there is none, for all others count as paid.",
    ),
)
