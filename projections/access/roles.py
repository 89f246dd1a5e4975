"""角色 (roles): what the holder of a token may do; a token may carry several."""

from enum import StrEnum


class Role(StrEnum):
    """One role of the trade.  Four eyes are kept on persons by the rules, whatever roles they hold."""

    RECORDER = "recorder"
    """财务经办: registers funds, projects, claims, rolls and gifts."""
    APPROVER = "approver"
    """审批: approves plans, claims and rolls; opens accounts; closes and reopens periods."""
    PAYER = "payer"
    """出纳: pays, and records what the bank did."""
    ACCEPTOR = "acceptor"
    """验收: passes and rejects acceptances, inspects before retention is released."""
    PUBLISHER = "publisher"
    """公示: drafts, posts, answers and closes notices."""
    AUDITOR = "auditor"
    """审计: reads everything, changes nothing."""
    ADMINISTRATOR = "administrator"
    """管理: publishes rulebooks and calendars; registers places and units."""
