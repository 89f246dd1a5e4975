"""县级单位科目表 (chart of a county unit): 政府会计制度 财会〔2017〕25号, in force from 1 January 2019.

Parallel posting (平行记账): cash of the budget moves the financial side and the budget side at once.  Money is paid by
the treasury (专账, no bank account of the unit's own), so arrivals are quota and not booked; gifts and interest pass
a bank account.  Codes are not those of public charts, which are wrong in several.
What comes back after the year of its payment corrects the surplus of former years (3501, 8101), not this year's.
"""

from datetime import date

from domain.rulebook.codes import STAGES_OF_FUNDS, PaymentStage
from projections.trial_balance.chart import Chart, Edition, Mapped, Stands, accounts
from projections.trial_balance.posting_rules import AFTER_PAYMENT, NOT_PUBLIC, OF_FORMER_YEAR, TO_VILLAGE

_FINANCIAL = accounts(
    "financial",
    ("1002", "银行存款", "Bank"),
    ("1214", "预付账款", "Prepayments"),
    ("1218", "其他应收款", "Other receivables"),
    ("1613", "在建工程", "Works under way"),
    ("1891", "受托代理资产", "Assets held in trust"),
    ("2103", "应缴财政款", "Due to the treasury"),
    ("2302", "应付账款", "Payables"),
    ("2303", "应付政府补贴款", "Subsidies payable"),
    ("2307", "其他应付款", "Other payables"),
    ("2901", "受托代理负债", "Liabilities held in trust"),
    ("3401", "无偿调拨净资产", "Net assets transferred free of charge"),
    ("3501", "以前年度盈余调整", "Adjustment of surplus of former years"),
    ("4001", "财政拨款收入", "Revenue from the treasury"),
    ("4604", "利息收入", "Interest revenue"),
    ("5001", "业务活动费用", "Operating expenses"),
    ("5301", "资产处置费用", "Expenses of disposal"),
)
_BUDGET = accounts(
    "budget",
    ("6001", "财政拨款预算收入", "Budget revenue from the treasury"),
    ("6609", "其他预算收入", "Other budget revenue"),
    ("7101", "行政支出", "Administrative expenditure"),
    ("8001", "资金结存", "Budget funds in hand"),
    ("8101", "财政拨款结转", "Treasury funds carried over"),
    ("8202", "非财政拨款结余", "Balance of other than treasury funds"),
)

# The treasury pays (credit 4001): at the same time expenditure 7101 and revenue 6001 of the budget.
_TREASURY: Mapped = (Stands("4001"), Stands("6001"), Stands("7101", across=True))
_NOTHING: Mapped = ()
_BANK: Mapped = (Stands("1002"),)
_EXPENSE: Mapped = (Stands("5001"),)

_BY_ACCOUNT: dict[str, Mapped] = {
    "1020": _TREASURY,
    "1030": (Stands("1218"),),
    "1110": (Stands("1214"),),
    "1210": (Stands("1613"),),
    "1410": (Stands("1891"),),
    "2010": _EXPENSE,
    "2110": (Stands("2302"),),
    "2120": (Stands("2307"),),
    "2140": (Stands("2303"),),
    "2150": (Stands("2103"),),
    "2210": (Stands("2901"),),
    "2220": (Stands("2901"),),
}

_GIFT_PAYMENTS = (
    "account.paid gift",
    *(f"{undone} gift{year}" for undone in AFTER_PAYMENT for year in ("", OF_FORMER_YEAR)),
)
_GIFTS = ("account.gift_arrived", "account.gift_reversed")
# Money of a former year: cash 1002 and funds in hand 8001, against what was carried over (credit 8101).
_RETURNED: Mapped = (Stands("1002"), Stands("8001"), Stands("8101", across=True))
_INTEREST_OF_TREASURY = (
    "account.interest_received treasury",
    "account.interest_reversed treasury",
    "account.interest_paid_over",
    "account.interest_payment_reversed",
)
_INTEREST_KEPT = (
    "account.interest_received aid_fund",
    "account.interest_reversed aid_fund",
    f"account.interest_reversed aid_fund{OF_FORMER_YEAR}",
)
_INTEREST_SPENT = ("account.interest_paid_over aid_fund", "account.interest_planned")
_INTEREST_UNSPENT = ("account.interest_payment_reversed aid_fund", "account.interest_plan_reversed")
_QUOTA_MOVES = (
    "account.money_arrived",
    "account.arrival_reversed",
    "account.surplus_returned",
    "account.surplus_return_reversed",
    "account.transfer_sent",
    "account.transfer_withdrawn",
    "account.transfer_came_back",
    "account.transfer_received",
    "account.transfer_receipt_reversed",
)

_BY_RULE: dict[tuple[str, str], Mapped] = {
    # Arrivals, returned surplus and transfers are quota, no cash of the unit.
    **{(rule, account): _NOTHING for rule in _QUOTA_MOVES for account in ("1020", "1040", "2010")},
    **{(rule, "1020"): _BANK for rule in (*_GIFTS, *_GIFT_PAYMENTS, *_INTEREST_OF_TREASURY)},
    **{
        (f"{undone} {stage}{OF_FORMER_YEAR}", "1020"): _RETURNED
        for undone in AFTER_PAYMENT
        for stage in STAGES_OF_FUNDS
    },
    **{
        (f"{undone} {stage}{OF_FORMER_YEAR}", "2010"): (Stands("3501"),)
        for undone in AFTER_PAYMENT
        for stage in (PaymentStage.FEE, PaymentStage.UNIT)
    },
    ("roll.line_paid_back former_year", "2010"): (Stands("3501"),),
    ("roll.pay_back_reversed former_year", "2010"): (Stands("3501"),),
    # Interest that stays with the aid money is revenue of the unit, in both books; a former year's is its surplus.
    **{(rule, "1020"): (Stands("1002"), Stands("8001")) for rule in _INTEREST_KEPT},
    **{(rule, "2010"): (Stands("4604"), Stands("6609")) for rule in _INTEREST_KEPT[:2]},
    (_INTEREST_KEPT[2], "2010"): (Stands("3501"), Stands("8202")),
    # What of it is paid over, or goes to the treasury as money of a document, is spent; so in both books.
    **{(rule, "1020"): (Stands("1002"), Stands("8001")) for rule in (*_INTEREST_SPENT, *_INTEREST_UNSPENT)},
    **{(rule, "2010"): (Stands("5001"), Stands("7101")) for rule in (*_INTEREST_SPENT, *_INTEREST_UNSPENT)},
    **{(f"{rule}{OF_FORMER_YEAR}", "1020"): (Stands("1002"), Stands("8001")) for rule in _INTEREST_UNSPENT},
    **{(f"{rule}{OF_FORMER_YEAR}", "2010"): (Stands("3501"), Stands("8202")) for rule in _INTEREST_UNSPENT},
    # The asset leaves: given to the village, moved to another public unit, or it was none.
    ("project.handed_over village", "2010"): (Stands("5301"),),
    ("project.handed_over public_unit", "2010"): (Stands("3401"),),
    # A hand-over taken back: the expense of this year goes, that of a former year corrects the surplus.
    ("project.hand_over_reversed village", "2010"): (Stands("5301"),),
    **{
        (f"project.hand_over_reversed public_unit{year}", "2010"): (Stands("3401"),)
        for year in ("", OF_FORMER_YEAR)
    },
    **{
        (f"project.hand_over_reversed {owner}{OF_FORMER_YEAR}", "2010"): (Stands("3501"),)
        for owner in (TO_VILLAGE, *NOT_PUBLIC)
    },
}

COUNTY_UNIT = Chart(
    "county_unit",
    "政府会计制度科目",
    "Chart of a county unit",
    (Edition("2017", date(2019, 1, 1), "财会〔2017〕25号", _FINANCIAL | _BUDGET, _BY_ACCOUNT, _BY_RULE),),
)
