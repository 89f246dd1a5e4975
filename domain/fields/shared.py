"""通用字段 (fields that several subjects share): day, person, money and its source, place, papers."""

from domain.fields.field import PUBLIC, Field, scan
from domain.fields.kinds import (
    BASIS_POINTS,
    CODE,
    DAY,
    FEN,
    KEY,
    LINES,
    NAME,
    PLACE,
    SHA256,
    TEXT,
    WHOLE,
    YEAR,
    entries,
)

FIELDS = (
    Field("effective_on", "业务日期", "business date", DAY, "2025-06-28", PUBLIC).says(
        "填业务实际发生的日期，即原始单据上的日期，不是录入的日期。",
        "The day the business happened, as the original paper says; not the day it is entered.",
    ),
    Field("by", "经办人", "recorded by", KEY, "u-101").says(
        "由系统按登录身份填写的人员代码，不写姓名。",
        "The id of the person who recorded it, taken from the sign-in; never a name.",
    ),
    Field("rulebook_version", "规章版本", "rulebook version", WHOLE, 7, PUBLIC).says(
        "由系统填写：办理这笔业务时依据的规章是第几版，0 表示不需要规章。",
        "The version of the rulebook that judged this entry, filled in by the service; 0 where no rule was needed.",
    ),
    Field("amount_fen", "金额", "amount", FEN, 60_000_000, PUBLIC).says(
        "填单据上的金额，以分为单位，600,000.00 元写作 60000000；对账单支出和计划调减写负数。",
        "The amount on the paper in fen, 600,000.00 yuan is 60000000; negative where a bank pays out or a plan is cut.",
    ),
    Field("sources", "资金来源", "sources", entries(200), None, PUBLIC).says(
        "把金额按资金级次逐项列出，各项之和必须等于总金额。",
        "The amount split by source level, one entry each; together they must make the whole amount.",
    ),
    Field("level", "资金级次", "source level", CODE, "central", PUBLIC).says(
        "填这部分钱由哪一级安排，用规章中的代码，如中央 central、省级 provincial。",
        "Which level of government gave this part, by its code in the rulebook, such as central or provincial.",
    ),
    Field("document_no", "文号", "document number", KEY, "达市财农〔2025〕3号", PUBLIC).says(
        "填资金指标文件的文号，照文件首页抄全，连同六角括号和“号”字。",
        "The number of the fund document, copied whole from its first page, with its brackets.",
    ),
    Field("decision_no", "决定文号", "decision number", KEY, "达川委农领〔2025〕5号", PUBLIC).says(
        "填作出这项决定的文件或会议纪要的编号，见文件首页或纪要抬头。",
        "The number of the document or minutes that decided this, from its first page or head.",
    ),
    Field("use", "用途", "use", CODE, "infrastructure", PUBLIC).says(
        "填资金用途的代码，用指标文件写明的、规章允许的用途。",
        "The code of the use that the fund document names and the rulebook permits.",
    ),
    Field("budget_code", "功能分类科目", "budget code", CODE, "2130504", PUBLIC).says(
        "填政府收支分类的支出功能科目编码，见指标文件或预算批复，一般为七位数字。",
        "The functional budget code from the fund document or budget approval, usually seven digits.",
    ),
    Field("year", "年度", "year", YEAR, 2025, PUBLIC).says(
        "填资金所属的预算年度，以指标文件所列年度为准，写四位数字。",
        "The budget year that the money belongs to, as the fund document says, in four digits.",
    ),
    Field("place_code", "行政区划代码", "place code", PLACE, "511703101201", PUBLIC).says(
        "填所在地的行政区划代码：县六位、乡镇九位、村十二位，按统计用区划代码填写。",
        "The division code of the place: six digits for a county, nine for a town, twelve for a village.",
    ),
    Field("account_code", "账户代码", "account code", KEY, "6228-01", PUBLIC).says(
        "填收付这笔钱的专户或专账的代码，用开立账户时登记的代码。",
        "The code of the account that pays or receives this money, as it was registered when opened.",
    ),
    Field("project_code", "项目编号", "project code", KEY, "XM-2025-017", PUBLIC).says(
        "填项目编号，用项目申报时登记的编号，以后各环节都不变。",
        "The code that the project was proposed under; it stays the same in every later step.",
    ),
    Field("purpose_kind", "去向类别", "kind of purpose", CODE, "project", PUBLIC).says(
        "填钱用在哪一类去向：项目 project、单位 unit、项目管理费 fee、资金池 pool 或捐赠 gift。",
        "Which kind of purpose the money goes to: project, unit, fee, pool or gift.",
    ),
    Field("purpose_code", "去向编号", "purpose code", KEY, "XM-2025-017", PUBLIC).says(
        "填去向的编号：项目填项目编号，单位填单位代码，资金池填规章中的代码，捐赠填捐赠编号，管理费留空。",
        "The code of the purpose: of the project, the unit, the pool or the gift; empty for the management fee.",
    ),
    Field("voucher_no", "凭证号", "voucher number", KEY, "银收-2025-02-001", PUBLIC).says(
        "填记账凭证或银行回单的编号，同一账户同一年度内不得重复。",
        "The number of the voucher or bank slip; within one account and year it is used once.",
    ),
    Field("payment_no", "付款单号", "payment number", KEY, "ZF-2025-036", PUBLIC).says(
        "填支付凭证的编号，退票、冲销、退款时填原付款的编号。",
        "The number of the payment order; for a return, reversal or refund, that of the payment concerned.",
    ),
    Field("claim_no", "报账单号", "claim number", KEY, "BZ-2025-018", PUBLIC).says(
        "填报账申请单右上角的编号，一张申请单一个编号。",
        "The number at the head of the claim form; each form has its own.",
    ),
    Field("roll_no", "花名册编号", "roll number", KEY, "MC-2025-006", PUBLIC).says(
        "填发放花名册封面上的编号，一册一号。",
        "The number on the cover of the roll; each roll has its own.",
    ),
    Field("gift_no", "捐赠编号", "gift number", KEY, "JZ-2025-009", PUBLIC).says(
        "填捐赠登记簿上的编号，一笔认捐一个编号，到账和入库都记在这个编号下。",
        "The number in the gift register; each pledge has one, and its money and goods are recorded under it.",
    ),
    Field("stage", "付款阶段", "payment stage", CODE, "advance", PUBLIC).says(
        "填这笔钱属于哪个付款阶段：预付款 advance、进度款 progress、结算款 settlement、质保金 retention 等。",
        "The stage that the money is paid for: advance, progress, settlement, retention and so on.",
    ),
    Field("reason", "理由", "reason", TEXT, "收款账号有误，银行退回后更正重付", PUBLIC).says(
        "用一两句话写清为什么这样办，会随经过公开，不写个人姓名、证件号和账号。",
        "Why this is done, in a sentence or two; it is shown with what happened, so name no person and no account.",
    ),
    Field("opinion", "意见", "opinion", TEXT, "资料齐全，工程量与现场一致，同意上报", PUBLIC).says(
        "填审核表“意见”栏的内容，写明同意与否和依据，会随经过公开，不写个人。",
        "What the opinion box says: agreed or not, and why; it is shown with what happened, so name no person.",
    ),
    Field("issued_on", "出具日期", "date of issue", DAY, "2025-01-10", PUBLIC).says(
        "填文件的印发日期或票据的开具日期，见文件末尾或票面。",
        "The day the document or invoice was issued, from its last page or its face.",
    ),
    Field("ends_on", "完工期限", "to end on", DAY, "2025-09-30", PUBLIC).says(
        "填计划或合同约定的完工日期，见计划表或合同的工期条款。",
        "The day by which the work is to end, from the plan or the period clause of the contract.",
    ),
    Field("count", "行数", "number of lines", LINES, 128, PUBLIC).says(
        "由系统统计：这一批送银行或被退回的花名册共有多少行。",
        "How many lines of a roll were sent to the bank or came back, counted by the service.",
    ),
    Field("value_fen", "价值", "value", FEN, 1_280_000, PUBLIC).says(
        "填物资或资产的价值（分），以发票、评估或审定结算为准，一批填总价。",
        "What the goods or the asset are worth in fen, by invoice, appraisal or audited price; for a lot, the whole.",
    ),
    Field("list_sha256", "名单指纹", "hash of the list", SHA256, scan("名单")).says(
        "填签字名单扫描件的 SHA-256 指纹，由扫描软件算出，名单原件存档备查。",
        "The SHA-256 of the scan of the signed list; the list itself stays in the archive.",
    ),
    Field("evidence_sha256", "佐证指纹", "hash of the evidence", SHA256, scan("佐证")).says(
        "填佐证材料扫描件的 SHA-256 指纹，材料如交接清单、整改前后照片。",
        "The SHA-256 of the scanned evidence, such as a hand-over list or photographs before and after.",
    ),
    Field("photo_sha256", "照片指纹", "hash of the photograph", SHA256, scan("照片"), PUBLIC).says(
        "填现场照片文件的 SHA-256 指纹，照片应能看清地点和内容。",
        "The SHA-256 of the photograph taken on the spot; place and content must be seen on it.",
    ),
    Field("unit", "计量单位", "unit of measure", NAME, "桶", PUBLIC).says(
        "填数量的计量单位，照单据写，如桶、袋、件，前后要一致。",
        "The unit that the quantity is counted in, as the paper says, and always the same.",
    ),
    Field("quantity", "数量", "quantity", WHOLE, 240, PUBLIC).says(
        "填物资的数量，写整数，单位见计量单位栏。",
        "How many there are, as a whole number, in the unit of measure.",
    ),
    Field("base", "计提基数", "base of the retention", CODE, "settlement", PUBLIC).says(
        "填质保金按什么计提：审定结算价 settlement、合同价 contract 或财政补助 subsidy。",
        "What the retention is computed on: settlement, contract or subsidy.",
    ),
    Field("retention_bp", "质保金比例", "share of retention", BASIS_POINTS, 300, PUBLIC).says(
        "填预留质保金占基数的万分比，3% 写作 300，不得超过规章上限。",
        "The share held back as retention in basis points, 3% is 300; never above the cap of the rulebook.",
    ),
)

IN_COMMON_ZH = {
    "code": "编号",
    "fields": "公示内容",
    "kind": "种类",
    "lines": "明细",
    "name": "名称",
    "nature": "性质",
    "retention": "质保金",
    "share_bp": "累计比例",
    "steps": "步骤",
    "subject": "事项",
    "text": "文字",
    "title": "标题",
}
"""What a name that means several things is called where nobody says which; a subject adds its own in its file."""
