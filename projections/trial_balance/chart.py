"""科目表 (charts of accounts): the neutral chart of this service, and how other charts are read from it.

Other charts are dated: an edition is in force from a day on, and an account is never named by its code without its
edition (the codes 153 and 154 of the village chart changed places in 2024).  A chart posts nothing by itself: each
line of the neutral chart stands, by its rule and its account, for one or more lines of the other chart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


@dataclass(frozen=True)
class Account:
    """One account (科目).  side: quota 指标, cash 资金, financial 财务会计, budget 预算会计."""

    code: str
    name_zh: str
    name_en: str
    side: str


class Stands(NamedTuple):
    """A line of another chart that a neutral line stands for, on the same side of debit and credit or across."""

    account: str
    across: bool = False


Mapped = tuple[Stands, ...]


@dataclass(frozen=True)
class Edition:
    """One edition of a chart.

    in_force_from  the first day of its validity.
    source         the document that it is taken from.
    accounts       its accounts that our facts can move, by code.
    by_rule        (rule, neutral account) → lines; looked up first.  A rule may be cut at its variant.
    by_account     neutral account → lines, for all other rules.  What is in neither is not in the chart.
    """

    name: str
    in_force_from: date
    source: str
    accounts: Mapping[str, Account]
    by_account: Mapping[str, Mapped]
    by_rule: Mapping[tuple[str, str], Mapped]

    def lines(self, rule: str, account: str) -> Mapped:
        """Give the lines that a neutral line stands for; none when the chart does not know the matter."""
        topic = rule.partition(" ")[0]
        for key in ((rule, account), (topic, account)):
            if key in self.by_rule:
                return self.by_rule[key]
        return self.by_account.get(account, ())


@dataclass(frozen=True)
class Chart:
    """A chart with its editions, the oldest first.  Before the first edition the first is used."""

    code: str
    name_zh: str
    name_en: str
    editions: Sequence[Edition]

    def on(self, day: date) -> Edition:
        """Give the edition in force on a day."""
        in_force = [edition for edition in self.editions if edition.in_force_from <= day]
        return in_force[-1] if in_force else self.editions[0]


def accounts(side: str, *named: tuple[str, str, str]) -> dict[str, Account]:
    """Make accounts of one side from (code, Chinese name, English name)."""
    return {code: Account(code, name_zh, name_en, side) for code, name_zh, name_en in named}


_NEUTRAL_ACCOUNTS = accounts(
    "quota",
    ("Q10", "上级指标", "Quota received"),
    ("Q20", "待分配指标", "Quota not allocated"),
    ("Q25", "下达指标", "Quota passed down"),
    ("Q30", "已分配指标", "Quota allocated"),
    ("Q40", "已到位指标", "Quota arrived"),
    ("Q50", "已支出指标", "Quota spent"),
    ("Q60", "收回指标", "Quota recovered"),
) | accounts(
    "cash",
    ("1020", "专户存款", "Special account"),
    ("1030", "代发在途", "Household payments under way"),
    ("1040", "在途资金", "Transfers in transit"),
    ("1110", "预付工程款", "Advances to contractors"),
    ("1210", "在建项目", "Projects under way"),
    ("1410", "捐赠物资", "Gifts in kind"),
    ("2010", "专项应付款", "Earmarked funds"),
    ("2110", "应付工程款", "Payable to contractors"),
    ("2120", "应付质保金", "Retention payable"),
    ("2140", "应付受益户", "Payable to households"),
    ("2150", "应缴利息", "Interest payable"),
    ("2210", "捐赠款", "Gifts of money"),
    ("2220", "捐赠物资基金", "Fund of gifts in kind"),
)

NEUTRAL = Chart(
    "neutral",
    "通用科目表",
    "Neutral chart",
    (
        Edition(
            "neutral",
            date(1, 1, 1),
            "",
            _NEUTRAL_ACCOUNTS,
            {code: (Stands(code),) for code in _NEUTRAL_ACCOUNTS},
            {},
        ),
    ),
)
"""The chart that facts are posted to.

上级指标 = 待分配 + 下达 + 已分配 + 已到位 + 已支出 + 收回, where 下达 is zero over a county; and the cash accounts.
"""
