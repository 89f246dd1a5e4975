"""区划与单位 (places): the county with a town and its villages, and its units; one is renamed, a village merged."""

from api.story.step import COUNTY, MERGED_VILLAGE, TOWN, VILLAGE, step

LIST_OF_2025 = "2025年统计用区划代码"

CHAPTER = 20
STEPS = (
    step(
        "register_divisions",
        "2025-01-02",
        rows=[
            {"code": COUNTY, "name": "达川区"},
            {"code": TOWN, "name": "石桥镇"},
            {"code": VILLAGE, "name": "红星村"},
        ],
        source=LIST_OF_2025,
    ),
    step(
        "register_divisions_with_csv",
        "2025-01-02",
        source=LIST_OF_2025,
        file=f"区划代码,名称,级别\n{MERGED_VILLAGE},白马村,村\n",
    ),
    step(
        "register_units",
        "2025-01-02",
        rows=[
            {"code": "DW-001", "name": "达川区财政局", "kind": "office", "place_code": COUNTY},
            {"code": "DW-002", "name": "石桥镇人民政府", "kind": "office", "place_code": TOWN},
            {"code": "DW-014", "name": "达川区民政局", "kind": "office", "place_code": COUNTY},
        ],
        source="达川区机构编制名册",
    ),
    step(
        "register_units_with_csv",
        "2025-01-02",
        source="达川区机构编制名册",
        file=f"单位代码,名称,类别,所在地\nDW-015,石桥镇便民服务中心,事业单位,{TOWN}\n",
    ),
    step(
        "rename_place",
        "2025-01-06",
        code="DW-015",
        name="石桥镇公共事务服务中心",
        reason="达川编办〔2025〕2号批准更名",
    ),
    step(
        "end_place",
        "2025-01-20",
        code=MERGED_VILLAGE,
        until_on="2025-01-31",
        successor_code=VILLAGE,
        reason="白马村并入红星村",
    ),
)
