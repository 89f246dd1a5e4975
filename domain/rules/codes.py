"""通用代码 (codes that several subjects use): levels of administration."""

from domain.code import Code


class Tier(Code):
    """层级: where a matter is decided, posted or kept."""

    COUNTY = "county", "县级", "county"
    TOWN = "town", "乡镇级", "town"
    VILLAGE = "village", "村级", "village"
    HOUSEHOLD = "household", "到户", "household"
    SITE = "site", "项目现场", "site"
