"""村集体科目表 (chart of the village collective): 农村集体经济组织会计制度, editions of 2004 and 2023.

财会〔2023〕14号 is in force from 1 January 2024 and replaces 财会〔2004〕12号.  Codes that changed: 在建工程 154 → 153
(and 固定资产清理 153 → 154), 应付款 202 → 211.  专项应付款 241 is an account of 2023; under 2004 it was kept by
practice under the same code.  公益支出 514 is new in 2023; before it, a gift was taken out of 公积公益金 again.
The quota side is no matter of the village's books.
"""

from collections.abc import Mapping
from datetime import date

from projections.trial_balance.chart import Account, Chart, Edition, Mapped, Stands, accounts
from projections.trial_balance.posting_rules import AFTER_PAYMENT, OF_FORMER_YEAR

TO_THE_VILLAGE = (
    "project.handed_over village",
    "project.hand_over_reversed village",
    f"project.hand_over_reversed village{OF_FORMER_YEAR}",
)
"""An asset that the village gets, or gives back."""

_SHARED = accounts(
    "financial",
    ("102", "银行存款", "Bank"),
    ("112", "应收款", "Receivables"),
    ("113", "内部往来", "Accounts with members"),
    ("121", "库存物资", "Stores"),
    ("151", "固定资产", "Fixed assets"),
    ("241", "专项应付款", "Earmarked payables"),
    ("311", "公积公益金", "Accumulation and welfare fund"),
)


def _edition(
    name: str,
    in_force_from: date,
    source: str,
    own: Mapping[str, Account],
    *,
    works: str,
    payable: str,
    giving: str,
) -> Edition:
    """Write an edition by the codes in which the two differ."""
    same = {
        "1020": "102",
        "1030": "112",
        "1040": "112",
        "1110": "112",
        "1210": works,
        "1410": "121",
        "2010": "241",
        "2110": payable,
        "2120": payable,
        "2140": "113",
        "2150": payable,
        "2210": "311",
        "2220": "311",
    }
    spent_gift = (Stands(giving),)
    by_rule: dict[tuple[str, str], Mapped] = {
        # The finished asset: 151/153 and 241/311 at once; our line 2010/1210 gives 241 and 153, here come the others.
        **{(rule, "2010"): (Stands("241"), Stands("311", across=True)) for rule in TO_THE_VILLAGE},
        **{(rule, "1210"): (Stands(works), Stands("151", across=True)) for rule in TO_THE_VILLAGE},
        ("account.paid gift", "2210"): spent_gift,
        **{
            (f"{undone} gift{year}", "2210"): spent_gift
            for undone in AFTER_PAYMENT
            for year in ("", OF_FORMER_YEAR)
        },
        ("gift.goods_handed_out", "2220"): spent_gift,
        ("gift.hand_out_reversed", "2220"): spent_gift,
    }
    by_account = {neutral: (Stands(code),) for neutral, code in same.items()}
    return Edition(name, in_force_from, source, {**_SHARED, **own}, by_account, by_rule)


VILLAGE = Chart(
    "village",
    "农村集体经济组织会计科目",
    "Chart of the village collective",
    (
        _edition(
            "2004",
            date(2005, 1, 1),
            "财会〔2004〕12号",
            accounts("financial", ("154", "在建工程", "Works under way"), ("202", "应付款", "Payables")),
            works="154",
            payable="202",
            giving="311",
        ),
        _edition(
            "2023",
            date(2024, 1, 1),
            "财会〔2023〕14号",
            accounts(
                "financial",
                ("153", "在建工程", "Works under way"),
                ("211", "应付款", "Payables"),
                ("514", "公益支出", "Welfare spending"),
            ),
            works="153",
            payable="211",
            giving="514",
        ),
    ),
)
