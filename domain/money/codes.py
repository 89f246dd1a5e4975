"""资金级次代码 (codes of money): who gave it.  A rulebook lists those that it admits, and may bring more."""

from domain.code import Code


class FundingLevel(Code):
    """资金级次."""

    CENTRAL = "central", "中央", "central"
    PROVINCIAL = "provincial", "省级", "provincial"
    CITY = "city", "市级", "city"
    COUNTY = "county", "县级", "county"
    DEPARTMENT = "department", "部门", "department"
    SOCIAL = "social", "社会", "social"
