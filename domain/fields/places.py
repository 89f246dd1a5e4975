"""区划与单位字段 (fields of places): what a division or a unit is called, where it lies, and since when."""

from domain.fields.field import PUBLIC, Field
from domain.fields.kinds import CODE, DAY, KEY, NAME, PLACE, TEXT, entries

FIELDS = (
    Field("rows", "名册各行", "rows of the register", entries(20_000), None, PUBLIC, of="places").says(
        "一行写一个区划或单位，全部正确才登记，已登记的行略过。",
        "One row for each division or unit; all are registered or none, and those that stand there are passed over.",
    ),
    Field("code", "区划或单位代码", "code of the place", KEY, "511703101", PUBLIC, of="places").says(
        "县填 6 位、乡 9 位、村 12 位区划代码；单位填本账套给它的编号。",
        "A division by its 6, 9 or 12 digits for county, town or village; a unit by its number in these books.",
    ),
    Field("code", "单位代码", "number of the unit", KEY, "DW-014", PUBLIC, of="UnitRow").says(
        "填本账套给单位的编号，不能写成区划代码的样子。",
        "The number of the unit in these books; it may not read as the code of a division.",
    ),
    Field("name", "单位名称", "name of the unit", NAME, "达川区民政局", PUBLIC, of="UnitRow").says(
        "填登记证书上的全称。",
        "The full name on the certificate of the unit.",
    ),
    Field("name", "区划或单位名称", "name of the place", NAME, "石桥镇", PUBLIC, of="places").says(
        "填批文或登记证上的全称，乡、村只写本级名称。",
        "The full name from the decree or the certificate; of a town or village its own name only.",
    ),
    Field("former_name", "原名称", "former name", NAME, "石桥镇", PUBLIC, of="places").says(
        "更名前名册所载的名称，由系统写入。",
        "What the register called it before; the books write it themselves.",
    ),
    Field("level", "区划级别", "level of the division", CODE, "town", PUBLIC, of="places").says(
        "填县级 county、乡镇级 town 或村级 village，须与代码位数一致；可留空。",
        "county, town or village, as the digits of the code say; may be left empty.",
    ),
    Field("parent_code", "上级区划代码", "code of the division around it", PLACE, "511704", PUBLIC).says(
        "填所属县或乡的代码，须是本代码的前几位；可留空。",
        "The code of the county or town that it lies in, with which its own code begins; may be left empty.",
    ),
    Field("from_on", "启用日期", "in force from", DAY, "2020-03-01", PUBLIC).says(
        "填批文写明的启用日期；一向就有的留空。",
        "The first day in force, from the decree; empty for what has always been there.",
    ),
    Field("until_on", "停用日期", "in force until", DAY, "2026-12-31", PUBLIC).says(
        "填有效的最后一天；仍在使用的留空。",
        "The last day in force; empty while it is in use.",
    ),
    Field(
        "source",
        "名册出处",
        "source of the register",
        NAME,
        "民政部 2024 年县以上行政区划代码",
        PUBLIC,
        of="places",
    ).says(
        "写明名册取自哪份文件，便于日后核对。",
        "Which paper or file the rows come from, so that they can be checked later.",
    ),
    Field("kind", "单位类别", "kind of unit", CODE, "cooperative", PUBLIC, of="places").says(
        "填单位类别的代码，如企业 firm、农民专业合作社 cooperative、村民委员会 village_committee。",
        "The code of what the unit is, such as firm, cooperative or village_committee.",
    ),
    Field("unified_code", "统一社会信用代码", "unified code", KEY, "91350100M000100Y43", PUBLIC).says(
        "照营业执照或登记证书填 18 位代码，末位校验；没有的留空。",
        "The 18 characters from the licence or certificate; the last checks the others; may be empty.",
    ),
    Field("successor_code", "接替者代码", "code of the successor", KEY, "511703102", PUBLIC).says(
        "填接替它的区划或单位的代码，须已登记；没有的留空。",
        "The code of the registered division or unit that takes its place; empty where there is none.",
    ),
    Field(
        "reason", "更名或撤销理由", "reason", TEXT, "川府函〔2025〕18号批复撤镇设街道", PUBLIC, of="places"
    ).says(
        "写明批文文号或更正的缘由。",
        "The number of the decree, or why it is corrected.",
    ),
)
