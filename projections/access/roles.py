"""角色 (roles): what the holder of a token may do; a token may carry several."""

from domain.code import Code


class Role(Code):
    """One role of the trade.  Four eyes are kept on persons by the rules, whatever roles they hold."""

    RECORDER = "recorder", "财务经办", "recorder"
    """Registers funds, projects, claims, rolls and gifts."""
    APPROVER = "approver", "审批", "approver"
    """Approves plans, claims and rolls; opens accounts; closes and reopens periods."""
    PAYER = "payer", "出纳", "payer"
    """Pays, and records what the bank did."""
    ACCEPTOR = "acceptor", "验收", "acceptor"
    """Passes and rejects acceptances, inspects before retention is released."""
    PUBLISHER = "publisher", "公示", "publisher"
    """Drafts, posts, answers and closes notices."""
    AUDITOR = "auditor", "审计", "auditor"
    """Reads everything, changes nothing."""
    ADMINISTRATOR = "administrator", "管理", "administrator"
    """Publishes rulebooks and calendars; registers places and units."""
