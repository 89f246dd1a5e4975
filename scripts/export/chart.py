"""科目名称 (names of accounts): the neutral chart under the five roots that plain-text accounting programs know.

One name serves every program: no blanks, and each part begins with a capital letter or a digit.
"""

from projections.trial_balance.chart import NEUTRAL, Account

COMMODITY = "CNY"
FEN_PER_YUAN = 100
_ROOTS = {"Q": "Equity:Quota", "1": "Assets", "2": "Liabilities"}
"""By the first character of the code: quota (指标), what the money is in, and to whom it is owed."""


def _named(account: Account) -> str:
    return f"{_ROOTS[account.code[0]]}:{account.code}-{account.name_zh}"


NAMES = {account.code: _named(account) for account in NEUTRAL.editions[0].accounts.values()}
"""Every account of the neutral chart by its code: `1020` → `Assets:1020-专户存款`."""


def amount_text(amount_fen: int) -> str:
    """Write fen as yuan, exactly, without separators: `-1234.50 CNY`."""
    sign = "-" if amount_fen < 0 else ""
    yuan, fen = divmod(abs(amount_fen), FEN_PER_YUAN)
    return f"{sign}{yuan}.{fen:02d} {COMMODITY}"
