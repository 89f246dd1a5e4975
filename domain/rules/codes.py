"""通用代码 (codes that several subjects use): levels of administration, and duties that two persons do."""

from domain.code import Code


class Tier(Code):
    """层级: where a matter is decided, posted or kept."""

    COUNTY = "county", "县级", "county"
    TOWN = "town", "乡镇级", "town"
    VILLAGE = "village", "村级", "village"
    HOUSEHOLD = "household", "到户", "household"
    SITE = "site", "项目现场", "site"


OWNING = (Tier.VILLAGE, Tier.TOWN, Tier.COUNTY, Tier.HOUSEHOLD)
"""Who may own an asset."""


class Duty(Code):
    """不相容岗位: duties on one matter that are kept apart."""

    PROPOSAL = "proposal", "申报", "proposal"
    PLAN = "plan", "计划", "plan"
    APPROVAL = "approval", "批复", "approval"
    SUBMISSION = "submission", "报账申请", "submission"
    REVIEW = "review", "审核", "review"
    CLAIM_APPROVAL = "claim_approval", "审批", "claim approval"
    PAYMENT = "payment", "付款", "payment"
    DRAWING_UP = "drawing_up", "编制", "drawing up"
    CONFIRMATION = "confirmation", "审定", "confirmation"
    SENDING = "sending", "发放", "sending"
