"""捐赠与资产字段 (fields of gifts and asset surveys): donor, purpose, goods, and the cuts of a register."""

from domain.fields.field import PUBLIC, Field, scan
from domain.fields.kinds import CODE, DAY, FEN, KEY, NAME, PIECES, SHA256, TEXT, entries

FIELDS = (
    Field("donor_id", "捐赠人代码", "donor id", KEY, "d-0207").says(
        "填捐赠人在登记簿中的代码，个人捐赠只填代码，不对外公开。",
        "The id of the donor in the register; a private person is known by it only, and it is never shown outside.",
    ),
    Field("donor_name", "捐赠单位", "donor", NAME, "达川商会", PUBLIC).says(
        "填捐赠单位全称，会公开；个人捐赠和不愿具名的一律留空。",
        "The full name of a giving firm or office, which is shown; empty for persons and for who wishes no name.",
    ),
    Field("donor_kind", "捐赠人类别", "kind of donor", CODE, "firm", PUBLIC).says(
        "填企业 firm、机关单位 office、个人 person、匿名 anonymous 或慈善组织 charity。",
        "Who gives: firm, office, person, anonymous or charity.",
    ),
    Field("purpose", "捐赠用途", "purpose of the gift", TEXT, "用于白马村小学操场修缮", PUBLIC).says(
        "写明捐赠人约定的用途，照捐赠协议，不指明受益的个人。",
        "What the donor gives it for, as the agreement says, naming no person who benefits.",
    ),
    Field("item", "物资名称", "item", NAME, "菜籽油（5升装）", PUBLIC).says(
        "填物资的品名规格，入库和发放要用同一个名称。",
        "What the goods are, with their size; the same words when they come in and when they go out.",
    ),
    Field("evidence_kind", "计价依据", "kind of evidence", NAME, "捐赠方采购发票", PUBLIC).says(
        "填物资按什么定价，如发票、送货单、政府采购价。",
        "What the value of the goods is taken from, such as an invoice or a government purchase price.",
    ),
    Field("consent_sha256", "同意书指纹", "hash of the consent", SHA256, scan("同意书")).says(
        "填捐赠人同意改变用途的书面材料扫描件的 SHA-256 指纹。",
        "The SHA-256 of the scan of the donor's written consent to the change.",
    ),
    Field("survey_no", "清查编号", "survey number", KEY, "QC-2024-01", PUBLIC).says(
        "填资产清查报告的编号，见报告封面。",
        "The number of the survey's report, from its cover.",
    ),
    Field("as_of_on", "清查基准日", "as of", DAY, "2023-12-31", PUBLIC).says(
        "填资产清查截止到哪一天，见清查报告。",
        "The day that the survey counts the assets on, from its report.",
    ),
    Field("cuts", "分类汇总", "cuts of the register", entries(50), None, PUBLIC).says(
        "把同一批资产按不同口径各汇总一次，各口径的总数必须相等。",
        "The same assets summed in several ways; every way must come to the same totals.",
    ),
    Field("cut", "分类口径", "name of the cut", NAME, "按资产性质", PUBLIC).says(
        "填按什么分类，如按资产性质、按权属级次。",
        "What the assets are sorted by, such as their nature or the level of their owner.",
    ),
    Field("rows", "分类明细", "rows of the cut", entries(500), None, PUBLIC).says(
        "逐类列出项数和价值，各类相加须等于本口径合计。",
        "Each class with its count and value; together they make the totals of the cut.",
    ),
    Field("class_name", "资产类别", "class of assets", NAME, "公益性资产", PUBLIC).says(
        "填这一类的名称，如公益性资产、经营性资产、村级所有。",
        "What the class is called, such as public assets, operating assets or owned by the village.",
    ),
    Field("count", "项数", "number of assets", PIECES, 624, PUBLIC, of="assets").says(
        "填这一类或这一口径共有多少项资产，见清查表“项数”栏。",
        "How many assets the class or the cut holds, from the survey's column of counts.",
    ),
    Field("total_fen", "合计价值", "total value", FEN, 30_862_614_700, PUBLIC).says(
        "填本口径全部资产的价值合计（分），见清查表合计行。",
        "What all assets of the cut are worth together in fen, from the survey's line of totals.",
    ),
    Field("rounding_fen", "进位差额", "rounding", FEN, 5_000, PUBLIC).says(
        "报告按万元取整、各口径合计略有出入时，填允许的差额（分），没有填 0。",
        "How far the cuts may differ because the report rounds, in fen; 0 if they agree.",
    ),
)
