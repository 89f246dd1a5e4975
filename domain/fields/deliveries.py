"""用款验收字段 (fields of deliveries): what money was spent on, the sheet that proves it, and how much it proves."""

from domain.fields.field import PUBLIC, Field, scan
from domain.fields.kinds import CODE, FEN, NAME, SHA256, WHOLE

FIELDS = (
    Field("spending_item", "用款事项", "spending item", CODE, "training", PUBLIC).says(
        "单位和捐赠的钱用在哪件事上，照规章用款事项表的代码；项目和管理费留空，分配给单位不限事项的也留空。",
        "What a unit or a gift spends the money on, by its code in the rulebook; empty for projects and the fee.",
    ),
    Field("sheet", "验收表种类", "kind of sheet", CODE, "attendance_sheet", PUBLIC).says(
        "填凭哪种签字表验收：签到考勤表 attendance_sheet、验收单 acceptance_form 等，不要求验收的留空。",
        "The signed sheet that proves the delivery, such as an attendance sheet; empty where none is asked for.",
    ),
    Field("sheet_sha256", "验收表指纹", "hash of the sheet", SHA256, scan("验收表")).says(
        "填签到表、验收单等签字表扫描件的 SHA-256 指纹。",
        "The SHA-256 of the scan of the signed sheet.",
    ),
    Field("delivered_quantity", "验收数量", "quantity delivered", WHOLE, 86, PUBLIC).says(
        "填签字表证明的数量，如培训人次、在岗人月、设施处数。",
        "How many the sheet proves, such as attendances, months worked or sites.",
    ),
    Field("delivered_unit", "验收单位", "unit of the delivery", NAME, "人次", PUBLIC).says(
        "填验收数量以什么计，如人次、人月、处。",
        "What the delivered quantity counts, such as attendances, months or sites.",
    ),
    Field("accepted_fen", "验收金额", "accepted amount", FEN, 1_290_000, PUBLIC).says(
        "填签字表证明应支出的金额（分）；报账的不超过申请金额，预拨的不超过已付金额。",
        "What the sheet proves in fen; no more than was claimed, or than was paid in advance.",
    ),
)
