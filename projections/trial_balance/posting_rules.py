"""记账规则 (posting rules): for each fact, which accounts are debited and credited.  This is the one table of them.

Two sides, each closed in itself: the quota side (指标, accounts Q…) and the cash side (资金).
A rule is named by its topic, with a variant where one topic posts differently: `account.paid advance`.
An entry splits over the sources of the fact: debit and credit of each entry are equal for each level of each document,
so no source ever pays for another (渠道不乱).  A negative amount posts the other way round.
Facts that are not named here move no money.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from domain.accounts.paying import STANDS_AGAIN, UNDONE
from domain.assets.codes import AssetClass
from domain.rulebook.codes import InterestOwner, PaymentStage
from domain.rules.codes import Tier

# Quota side
RECEIVED = "Q10"  # 上级指标
UNALLOCATED = "Q20"  # 待分配指标
PASSED_DOWN = "Q25"  # 下达指标
ALLOCATED = "Q30"  # 已分配指标
ARRIVED = "Q40"  # 已到位指标
SPENT = "Q50"  # 已支出指标
RECOVERED = "Q60"  # 收回指标
# Cash side
BANK = "1020"  # 专户存款
UNDER_WAY = "1030"  # 代发在途
IN_TRANSIT = "1040"  # 在途资金
ADVANCES = "1110"  # 预付工程款
WORKS = "1210"  # 在建项目
GOODS = "1410"  # 捐赠物资
EARMARKED = "2010"  # 专项应付款
PAYABLES = "2110"  # 应付工程款
RETENTION = "2120"  # 应付质保金
HOUSEHOLDS = "2140"  # 应付受益户
INTEREST = "2150"  # 应缴利息
GIFTS = "2210"  # 捐赠款
GOODS_FUND = "2220"  # 捐赠物资基金

OF_THE_BATCH = frozenset({RECEIVED, UNALLOCATED, PASSED_DOWN, RECOVERED})
"""Accounts of a document as a whole: their lines carry no purpose."""

AT_A_BANK = frozenset({BANK, UNDER_WAY})
"""Accounts whose lines carry the code of the bank account.  What is in transit lies in none."""


class Entry(NamedTuple):
    """One debit and one credit (借贷分录).

    split   the field that says how much of which source: a tuple of SourceAmount or SourceShare; or a field ending
            in `_fen` for an amount without sources.
    debit_allocation, credit_allocation   the fields of a fund fact that name the allocation of each side.
    """

    debit: str
    credit: str
    split: str = "sources"
    debit_allocation: str = "allocation_no"
    credit_allocation: str = "allocation_no"

    @property
    def opposite(self) -> "Entry":
        """The entry that takes this one back."""
        return self._replace(debit=self.credit, credit=self.debit)


Entries = tuple[Entry, ...]

_SPENDING = Entry(ARRIVED, SPENT)

_PAYMENTS: dict[str, Entries] = {
    PaymentStage.ADVANCE: (Entry(ADVANCES, BANK),),
    PaymentStage.PROGRESS: (Entry(PAYABLES, BANK),),
    PaymentStage.SETTLEMENT: (Entry(PAYABLES, BANK),),
    PaymentStage.RETENTION: (Entry(RETENTION, BANK),),
    PaymentStage.FEE: (Entry(EARMARKED, BANK), _SPENDING),
    PaymentStage.UNIT: (Entry(EARMARKED, BANK), _SPENDING),
    PaymentStage.ROLL: (Entry(UNDER_WAY, BANK),),
    PaymentStage.GIFT: (Entry(GIFTS, BANK),),
}
"""Payments by stage (支付环节).  A return, a reversal and a refund are their opposites."""

AFTER_PAYMENT = (*UNDONE, STANDS_AGAIN)
"""What takes a payment back, and what takes that back."""

OF_FORMER_YEAR = " former_year"
"""What comes back after the year of its payment: posted alike here, otherwise in the charts with a budget side."""

_WORK: Entries = (Entry(WORKS, ADVANCES, "advance_offset"), Entry(WORKS, PAYABLES, "payable"))
_PAID_BACK: Entries = (Entry(UNDER_WAY, EARMARKED), _SPENDING.opposite)
_SENT: Entries = (Entry(IN_TRANSIT, BANK),)
_HANDED_OVER: Entries = (Entry(EARMARKED, WORKS), _SPENDING)
TO_VILLAGE, TO_PUBLIC_UNIT = Tier.VILLAGE.code, "public_unit"
NOT_PUBLIC = (AssetClass.HOUSEHOLD.code, AssetClass.NONE.code)
"""Assets that neither a village nor a public unit books."""
_NEW_OWNERS = (TO_VILLAGE, TO_PUBLIC_UNIT, *NOT_PUBLIC)
_KEPT_LEAVES: Entries = (Entry(EARMARKED, BANK, "amount_fen"),)
_RETENTION = Entry(PAYABLES, RETENTION, "retention")


def _opposite(entries: Entries) -> Entries:
    return tuple(entry.opposite for entry in entries)


POSTING_RULES: Mapping[str, Entries] = {
    # 指标 quota
    "fund.indicator_received": (Entry(RECEIVED, UNALLOCATED),),
    "fund.indicator_added": (Entry(RECEIVED, UNALLOCATED),),
    "fund.indicator_cut": (Entry(UNALLOCATED, RECEIVED),),
    # Below, what was passed down stands against the fund above, not against the outside: over a county it sums to 0.
    "fund.indicator_received passed_down": (Entry(PASSED_DOWN, UNALLOCATED),),
    "fund.indicator_added passed_down": (Entry(PASSED_DOWN, UNALLOCATED),),
    "fund.indicator_cut passed_down": (Entry(UNALLOCATED, PASSED_DOWN),),
    "fund.passed_down": (Entry(UNALLOCATED, PASSED_DOWN),),
    "fund.passing_down_reversed": (Entry(PASSED_DOWN, UNALLOCATED),),
    "fund.allocated received": (Entry(UNALLOCATED, ALLOCATED),),
    "fund.allocated recovered": (Entry(RECOVERED, ALLOCATED),),
    "fund.allocation_adjusted": (
        Entry(
            ALLOCATED,
            ALLOCATED,
            debit_allocation="from_allocation_no",
            credit_allocation="to_allocation_no",
        ),
    ),
    "fund.allocation_taken_back received": (Entry(ALLOCATED, UNALLOCATED),),
    "fund.allocation_taken_back recovered": (Entry(ALLOCATED, RECOVERED),),
    "fund.cash_arrived": (Entry(ALLOCATED, ARRIVED),),
    "fund.arrival_reversed": (Entry(ARRIVED, ALLOCATED),),
    "fund.surplus_recovered": (Entry(ARRIVED, RECOVERED),),
    "fund.recovery_reversed": (Entry(RECOVERED, ARRIVED),),
    # 专户 account
    "account.money_arrived": (Entry(BANK, EARMARKED),),
    "account.arrival_reversed": (Entry(EARMARKED, BANK),),
    "account.surplus_returned": (Entry(EARMARKED, BANK),),
    "account.transfer_sent": _SENT,
    "account.transfer_withdrawn": _opposite(_SENT),
    "account.transfer_came_back": _opposite(_SENT),
    "account.transfer_received": _opposite(_SENT),
    "account.transfer_receipt_reversed": _SENT,
    "account.surplus_return_reversed": (Entry(BANK, EARMARKED),),
    "account.gift_arrived": (Entry(BANK, GIFTS, "amount_fen"),),
    "account.gift_reversed": (Entry(GIFTS, BANK, "amount_fen"),),
    "account.interest_received treasury": (Entry(BANK, INTEREST, "amount_fen"),),
    "account.interest_received aid_fund": (Entry(BANK, EARMARKED, "amount_fen"),),
    "account.interest_paid_over": (Entry(INTEREST, BANK, "amount_fen"),),
    "account.interest_reversed treasury": (Entry(INTEREST, BANK, "amount_fen"),),
    "account.interest_reversed aid_fund": (Entry(EARMARKED, BANK, "amount_fen"),),
    f"account.interest_reversed aid_fund{OF_FORMER_YEAR}": (Entry(EARMARKED, BANK, "amount_fen"),),
    "account.interest_payment_reversed": (Entry(BANK, INTEREST, "amount_fen"),),
    "account.interest_paid_over aid_fund": _KEPT_LEAVES,
    # The arrival of the same act brings it back to the account as money of its document.
    "account.interest_planned": _KEPT_LEAVES,
    **{
        f"{topic}{year}": _opposite(_KEPT_LEAVES)
        for topic in ("account.interest_payment_reversed aid_fund", "account.interest_plan_reversed")
        for year in ("", OF_FORMER_YEAR)
    },
    **{f"account.paid {stage}": entries for stage, entries in _PAYMENTS.items()},
    **{
        f"{undone} {stage}{year}": _opposite(entries)
        for undone in UNDONE
        for stage, entries in _PAYMENTS.items()
        for year in ("", OF_FORMER_YEAR)
    },
    **{
        f"{STANDS_AGAIN} {stage}{year}": entries
        for stage, entries in _PAYMENTS.items()
        for year in ("", OF_FORMER_YEAR)
    },
    "account.roll_returned": (Entry(BANK, UNDER_WAY),),
    "account.roll_return_reversed": (Entry(UNDER_WAY, BANK),),
    # 项目 project
    "project.work_measured": _WORK,
    "project.measurement_reversed": _opposite(_WORK),
    "project.settled": _WORK,
    "project.settlement_reversed": (_RETENTION.opposite, *_opposite(_WORK)),
    "project.retention_held": (_RETENTION,),
    **{f"project.handed_over {owner}": _HANDED_OVER for owner in _NEW_OWNERS},
    **{
        f"project.hand_over_reversed {owner}{year}": _opposite(_HANDED_OVER)
        for owner in _NEW_OWNERS
        for year in ("", OF_FORMER_YEAR)
    },
    # 发放 household payments
    "roll.approved": (Entry(EARMARKED, HOUSEHOLDS), _SPENDING),
    "roll.bank_confirmed": (Entry(HOUSEHOLDS, UNDER_WAY),),
    "roll.line_cancelled": (Entry(HOUSEHOLDS, EARMARKED), _SPENDING.opposite),
    "roll.line_cancellation_reversed": (Entry(EARMARKED, HOUSEHOLDS), _SPENDING),
    "roll.cancelled": (Entry(HOUSEHOLDS, EARMARKED), _SPENDING.opposite),
    # The refund of the same act brings the cash in against what is under way (代发在途).
    "roll.line_paid_back this_year": _PAID_BACK,
    "roll.line_paid_back former_year": _PAID_BACK,
    "roll.pay_back_reversed this_year": _opposite(_PAID_BACK),
    "roll.pay_back_reversed former_year": _opposite(_PAID_BACK),
    "roll.confirmation_reversed": (Entry(UNDER_WAY, HOUSEHOLDS),),
    "roll.return_reversed": (Entry(HOUSEHOLDS, UNDER_WAY),),
    # 捐赠物资 gifts in kind
    "gift.goods_received": (Entry(GOODS, GOODS_FUND, "value_fen"),),
    "gift.goods_reversed": (Entry(GOODS_FUND, GOODS, "value_fen"),),
    "gift.goods_handed_out": (Entry(GOODS_FUND, GOODS, "value_fen"),),
    "gift.hand_out_reversed": (Entry(GOODS, GOODS_FUND, "value_fen"),),
}
"""Rule → entries."""


def _stage(fact: Any) -> str:
    return str(fact.stage)


def _giver(fact: Any) -> str:
    """Whether a fund of these books gave the money, or the outside."""
    return "passed_down" if fact.passed_down_from else ""


def _new_owner(fact: Any) -> str:
    """Who gets the asset: it decides what the village and the unit book, not what we do."""
    if fact.asset_class in NOT_PUBLIC:
        return str(fact.asset_class)
    return TO_VILLAGE if fact.owner_level == TO_VILLAGE else TO_PUBLIC_UNIT


def _new_owner_and_year(fact: Any) -> str:
    """Who had got the asset, and whether that was in a former year."""
    former = fact.former_on.year < fact.effective_on.year
    return f"{_new_owner(fact)}{OF_FORMER_YEAR if former else ''}"


def _owner_and_year(fact: Any) -> str:
    """Whose the interest was, and whether it was revenue of a former year; to the treasury it is owed in any year."""
    former = fact.owner == InterestOwner.AID_FUND and fact.voucher_year < fact.effective_on.year
    return f"{fact.owner}{OF_FORMER_YEAR if former else ''}"


def _year_of_voucher(fact: Any) -> str:
    """Whether what is reversed was booked in a former year; "" for this one."""
    return "former_year" if fact.voucher_year < fact.effective_on.year else ""


def _year_of_payment(fact: Any) -> str:
    """Whether a person pays back in the year of the payment or in a later one."""
    return "former_year" if fact.paid_in_year < fact.effective_on.year else "this_year"


_VARIANTS: Mapping[str, Callable[[Any], str]] = {
    "fund.indicator_received": _giver,
    "fund.indicator_added": _giver,
    "fund.indicator_cut": _giver,
    "fund.allocated": lambda fact: "recovered" if fact.from_recovered else "received",
    "fund.allocation_taken_back": lambda fact: "recovered" if fact.to_recovered else "received",
    "account.paid": _stage,
    **dict.fromkeys(AFTER_PAYMENT, _stage),
    "account.interest_received": lambda fact: str(fact.owner),
    "account.interest_reversed": _owner_and_year,
    "account.interest_paid_over": lambda fact: (
        "" if fact.owner == InterestOwner.TREASURY else str(fact.owner)
    ),
    "account.interest_payment_reversed": lambda fact: (
        "" if fact.owner == InterestOwner.TREASURY else _owner_and_year(fact)
    ),
    "account.interest_plan_reversed": _year_of_voucher,
    "project.handed_over": _new_owner,
    "project.hand_over_reversed": _new_owner_and_year,
    "roll.line_paid_back": _year_of_payment,
    "roll.pay_back_reversed": _year_of_payment,
}

POSTED_TOPICS = frozenset(rule.partition(" ")[0] for rule in POSTING_RULES)
"""Topics that move money."""


def rule_of(topic: str, fact: Any) -> str:
    """Name the rule that posts a fact.  The variant comes from the fact's own fields."""
    variant_of = _VARIANTS.get(topic)
    variant = variant_of(fact) if variant_of is not None else ""
    return f"{topic} {variant}" if variant else topic
