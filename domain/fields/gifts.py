"""捐赠字段 (fields of gifts): donor, purpose, goods, and the donor's consent to a change."""

from domain.fields.field import PUBLIC, Field, scan
from domain.fields.kinds import CODE, DAY, FEN, KEY, NAME, SHA256, TEXT, entries

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
    Field("purpose", "捐赠用途", "purpose of the gift", TEXT, "红星村小学操场修缮", PUBLIC).says(
        "写明捐赠人约定的用途，照捐赠协议，不指明受益的个人。",
        "What the donor gives it for, as the agreement says, naming no person who benefits.",
    ),
    Field("agreed_items", "约定用款事项", "agreed items", entries(20), ("gift_works",), PUBLIC).says(
        "列出捐赠协议约定捐款可以用在哪些事项，照规章用款事项表中捐赠的代码；只捐物资的留空表。",
        "What the agreement lets the money be spent on, by the codes of the rulebook; empty for goods only.",
    ),
    Field("item", "物资名称", "item", NAME, "菜籽油（5升装）", PUBLIC).says(
        "填物资的品名规格，入库和发放要用同一个名称。",
        "What the goods are, with their size; the same words when they come in and when they go out.",
    ),
    Field("former_amount_fen", "更正前金额", "amount before", FEN, 2_000_000, PUBLIC).says(
        "由系统填写：认捐更正以前登记的金额（分）。",
        "The amount in fen that was recorded before the correction, filled in by the service.",
    ),
    Field("received_on", "入库日期", "received on", DAY, "2025-03-13", PUBLIC).says(
        "填要冲销的那笔物资入库时登记的业务日期，见入库单。",
        "The business date that the receipt to reverse was recorded with, from the slip of the store.",
    ),
    Field("handed_out_on", "发放日期", "handed out on", DAY, "2025-03-21", PUBLIC).says(
        "填要冲销的那笔物资发放时登记的业务日期，见发放名单。",
        "The business date that the hand-out to reverse was recorded with, from the signed list.",
    ),
    Field("evidence_kind", "计价依据", "kind of evidence", NAME, "捐赠方采购发票", PUBLIC).says(
        "填物资按什么定价，如发票、送货单、政府采购价。",
        "What the value of the goods is taken from, such as an invoice or a government purchase price.",
    ),
    Field("consent_sha256", "同意书指纹", "hash of the consent", SHA256, scan("同意书")).says(
        "填捐赠人同意改变用途的书面材料扫描件的 SHA-256 指纹。",
        "The SHA-256 of the scan of the donor's written consent to the change.",
    ),
)
