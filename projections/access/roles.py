"""角色 (roles): what the holder of a token may do; a token may carry several."""

from domain.code import Code


class Role(Code):
    """One role of the trade; README.md says what each may do, tests/golden/routes.txt lists it route by route.

    Four eyes are kept on persons by the rules, whatever roles they hold.
    """

    RECORDER = "recorder", "财务经办", "recorder"
    APPROVER = "approver", "审批", "approver"
    PAYER = "payer", "出纳", "payer"
    ACCEPTOR = "acceptor", "验收", "acceptor"
    PUBLISHER = "publisher", "公示", "publisher"
    AUDITOR = "auditor", "审计", "auditor"
    ADMINISTRATOR = "administrator", "管理", "administrator"
