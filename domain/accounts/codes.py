"""账户代码 (codes of accounts): how the money is kept."""

from domain.code import Code


class AccountMode(Code):
    """管理方式: a bank account of its own, or a ledger over treasury payment."""

    SPECIAL_ACCOUNT = "special_account", "专户", "special account"
    SPECIAL_LEDGER = "special_ledger", "专账", "special ledger"


class AccountReport(Code):
    """专户报表: what is sent up about an account after its period."""

    QUARTERLY = "quarterly", "季报", "quarterly statement"
    YEARLY = "yearly", "年报", "yearly statement"
