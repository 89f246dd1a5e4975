"""捐赠与资产 (gifts and assets): a firm gives money and goods, and the county counts what the aid money has built."""

from api.story.step import COUNTY, step

CHAPTER = 100
STEPS = (
    step("pledge_gift", "2025-03-05", donor_name="达川商会", amount_fen=2_000_000),
    step("receive_gift_cash", "2025-03-10", voucher_no="银收-2025-03-005", amount_fen=2_000_000),
    step("receive_gift_goods", "2025-03-12", quantity=200, unit="桶", value_fen=1_280_000),
    step("hand_out_goods", "2025-03-20", quantity=150),
    step(
        "change_gift_purpose", "2025-04-10", purpose="红星村小学操场和围墙修缮", agreed_items=["gift_works"]
    ),
    step(
        "survey_assets",
        "2026-01-15",
        place_code=COUNTY,
        as_of_on="2025-12-31",
        cuts=[
            {
                "cut": "按资产性质",
                "rows": [
                    {"class_name": "公益性资产", "count": 1, "value_fen": 94_230_000},
                    {"class_name": "经营性资产", "count": 2, "value_fen": 61_500_000},
                ],
                "total_fen": 155_730_000,
                "count": 3,
            },
            {
                "cut": "按权属级次",
                "rows": [
                    {"class_name": "村级", "count": 2, "value_fen": 124_230_000},
                    {"class_name": "乡镇级", "count": 1, "value_fen": 31_500_000},
                ],
                "total_fen": 155_730_000,
                "count": 3,
            },
        ],
    ),
)
