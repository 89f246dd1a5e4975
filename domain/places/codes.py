"""区划与单位代码 (codes of places): what a unit is."""

from domain.code import Code


class UnitKind(Code):
    """单位类别."""

    OFFICE = "office", "机关", "office"
    INSTITUTION = "institution", "事业单位", "public institution"
    FIRM = "firm", "企业", "firm"
    COOPERATIVE = "cooperative", "农民专业合作社", "farmers' cooperative"
    VILLAGE_COMMITTEE = "village_committee", "村民委员会", "village committee"
    VILLAGE_COLLECTIVE = "village_collective", "村集体经济组织", "village collective"
    SOCIAL = "social", "社会组织", "social organisation"
    SELF_EMPLOYED = "self_employed", "个体工商户", "self-employed business"
