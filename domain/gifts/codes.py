"""捐赠代码 (codes of gifts): who gives."""

from domain.code import Code


class DonorKind(Code):
    """捐赠人类别."""

    FIRM = "firm", "企业", "firm"
    OFFICE = "office", "机关单位", "office"
    PERSON = "person", "个人", "person"
    ANONYMOUS = "anonymous", "匿名", "anonymous donor"
    CHARITY = "charity", "慈善组织", "charity"


NAMELESS = (DonorKind.PERSON, DonorKind.ANONYMOUS)
"""Donors whose name is not recorded."""
