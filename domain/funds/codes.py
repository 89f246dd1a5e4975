"""资金代码 (codes of funds): what money is for, and whether it has to be repaid."""

from domain.code import Code


class PurposeKind(Code):
    """去向: what an allocation or a payment serves.  `interest` is a purse of the account, never asked for."""

    PROJECT = "project", "项目", "project"
    UNIT = "unit", "单位", "unit"
    FEE = "fee", "项目管理费", "management fee"
    GIFT = "gift", "捐赠", "gift"
    POOL = "pool", "资金池", "pool"
    INTEREST = "interest", "利息", "interest"


PAID_OF_FUNDS = (PurposeKind.PROJECT, PurposeKind.UNIT, PurposeKind.FEE)
"""What money of funds is spent on."""

PAID_FOR = (*PAID_OF_FUNDS, PurposeKind.GIFT)
"""What a claim may be paid for."""

ALLOCATED_TO = (*PAID_OF_FUNDS, PurposeKind.POOL)
"""What a fund may be allocated to.  Money of a pool waits there until it is adjusted to what it is spent for."""


class FundReport(Code):
    """报送材料: what is sent up about the money of a document within the days of the law."""

    SPLIT_PROPOSAL = "split_proposal", "分配方案", "proposal of the split"
    USE_PLAN = "use_plan", "使用计划", "use plan"


class FundNature(Code):
    """资金性质."""

    GRANT = "grant", "无偿", "grant"
    REPAYABLE = "repayable", "有偿", "repayable"
