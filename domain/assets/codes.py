"""资产代码 (codes of assets): to what a handed-over work belongs, and who may own it."""

from domain.code import Code
from domain.rules.codes import Tier


class AssetClass(Code):
    """资产类别."""

    OPERATING = "operating", "经营性资产", "operating asset"
    PUBLIC = "public", "公益性资产", "public asset"
    HOUSEHOLD = "household", "到户类资产", "household asset"
    NONE = "none", "不形成资产", "no asset"


OWNING = (Tier.VILLAGE, Tier.TOWN, Tier.COUNTY, Tier.HOUSEHOLD)
"""Who may own an asset."""
