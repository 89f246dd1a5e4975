"""角色 (roles): what the holder of a token may do; a token may carry several."""

from domain.code import Code


class Role(Code):
    """One role of the trade; tests/golden/routes.txt lists what each may do, route by route.

    Four eyes are kept on persons by the rules, whatever roles they hold.
    """

    RECORDER = "recorder", "财务经办", "recorder"
    """登记预算、资金、捐赠、项目、工程、花名册、银行对账单、上报和资产清查，提交并审核报账。

    Registers budgets, funds, gifts, projects, works, rolls, bank statements, reports and surveys; submits and checks
    claims.
    """

    APPROVER = "approver", "审批", "approver"
    """审批项目、报账和花名册；授权统筹整合；调整、中止、恢复、终止项目，令其出库，办结到户项目；解除合同；取消和办结花名册；
    开户、销户；结账、反结账。

    Approves projects, claims, rolls and the pooling of funds; changes, suspends and ends projects, also out of the
    library and those of households; ends contracts and rolls; opens and closes accounts and months.
    """

    PAYER = "payer", "出纳", "payer"
    """付款、发放、调拨，上缴利息，登记银行办理的结果。

    Pays, sends rolls, moves money between accounts, hands in interest, and records what the bank did.
    """

    ACCEPTOR = "acceptor", "验收", "acceptor"
    """验收项目，合格或不合格；验收用款；质保期满验收后退还质保金。

    Passes or rejects acceptances, accepts deliveries, and inspects before retention is released.
    """

    PUBLISHER = "publisher", "公示", "publisher"
    """拟稿、张贴、更正、撤回、结束公示，登记并答复异议。

    Drafts, posts, corrects, withdraws and closes notices; records and answers objections.
    """

    AUDITOR = "auditor", "审计", "auditor"
    """查阅一切，不作任何登记。

    Reads everything, changes nothing.
    """

    ADMINISTRATOR = "administrator", "管理", "administrator"
    """发布规章和节假日安排，追溯施行的规章须经两人；登记区划和单位。

    Publishes rulebooks and calendars, two persons where a version reaches back; registers places and units.
    """
