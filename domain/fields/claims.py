"""报账字段 (fields of claims): the claim, its payee, its papers and its refusal."""

from domain.fields.field import PUBLIC, Field, scan
from domain.fields.kinds import CODE, FEN, KEY, NAME, SHA256, entries

FIELDS = (
    Field("payee_id", "收款人代码", "payee id", KEY, "f-2032").says(
        "填收款单位在往来单位登记中的代码，不填银行账号和证件号。",
        "The id of the payee in the register; never a bank account or an identity number.",
    ),
    Field("payee_name", "收款单位", "payee", NAME, "达州市通川建筑有限公司", PUBLIC).says(
        "填收款单位全称，与合同和发票一致；会上公示栏，付给个人的钱走花名册。",
        "The payee's full name as on contract and invoice; it is shown on the board, so persons are paid by roll.",
    ),
    Field("documents", "报账资料", "documents", entries(200), None).says(
        "逐份列出随报账单提交的资料，种类要满足规章对该付款阶段的要求。",
        "Every paper handed in with the claim; the rulebook says which kinds the stage needs.",
    ),
    Field("kind", "资料种类", "kind of document", CODE, "invoice", of="Document").says(
        "填资料种类的代码，如发票 invoice、申请书 application、计量单 measurement_certificate。",
        "The code of the kind of paper, such as invoice, application or measurement_certificate.",
    ),
    Field("number", "票据号码", "number of the paper", KEY, "24512000000012345678").says(
        "填发票号码或资料编号，照票面抄写；资料没有编号的留空。",
        "The number of the invoice or paper, as printed on it; empty where it has none.",
    ),
    Field("sha256", "资料指纹", "hash of the paper", SHA256, scan("资料")).says(
        "填资料扫描件的 SHA-256 指纹，没有扫描件的留空。",
        "The SHA-256 of the scan of the paper; empty where none was made.",
    ),
    Field("fee_use", "管理费用途", "use of the fee", CODE, "supervision", PUBLIC).says(
        "报销项目管理费时填用在哪项：前期设计 design、评审 review、招标 tender、监理 supervision 或验收 acceptance。",
        "For the management fee, what it pays for: design, review, tender, supervision or acceptance.",
    ),
    Field("approved_fen", "审批金额", "approved amount", FEN, 28_800_000, PUBLIC).says(
        "填审批同意支付的金额（分），可以小于申请金额，不能大于。",
        "The amount that is approved, in fen; it may be less than what was asked, never more.",
    ),
    Field("reason_code", "退回原因代码", "code of the reason", CODE, "documents_missing", PUBLIC).says(
        "填不予报账的原因代码，如资料不全 documents_missing，具体情况写在理由栏。",
        "The code of why the claim is refused, such as documents_missing; the details go into the reason.",
    ),
)
