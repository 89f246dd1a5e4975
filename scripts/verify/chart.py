"""科目 (the chart), derived account by account: which facts raise an account and which lower it.

The posting rules say for each fact which two accounts move; here each account says which facts move it.  Two tables of
one truth, written from opposite ends.  Debit is positive.  Accounts as in the neutral chart: quota side Q…, cash side.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from scripts.verify.journal import Stored


class Effect(NamedTuple):
    """A fact of `topic` moves the account by `sign` times each part of `field`; only where `only` names its variant.

    allocation  the field of a fact of a fund that names the allocation whose purpose the money has.
    """

    topic: str
    sign: int
    field: str = "sources"
    only: tuple[str, ...] = ()
    allocation: str = "allocation_no"


def paid(sign: int, *stages: str, field: str = "sources") -> tuple[Effect, ...]:
    """A payment of these stages, everything that takes one back, and what takes that back."""
    undone = ("payment_returned", "payment_reversed", "refunded")
    return (
        Effect("account.paid", sign, field, stages),
        Effect("account.return_reversed", sign, field, stages),
        *(Effect(f"account.{topic}", -sign, field, stages) for topic in undone),
    )


def work(sign: int, field: str) -> tuple[Effect, ...]:
    """Work that was measured or settled, and a measurement taken back."""
    return (
        Effect("project.work_measured", sign, field),
        Effect("project.settled", sign, field),
        Effect("project.measurement_reversed", -sign, field),
        Effect("project.settlement_reversed", -sign, field),
    )


SPENT = (
    Effect("project.handed_over", 1),
    Effect("project.hand_over_reversed", -1),
    Effect("roll.approved", 1),
    Effect("roll.line_cancelled", -1),
    Effect("roll.line_cancellation_reversed", 1),
    Effect("roll.cancelled", -1),
    Effect("roll.line_paid_back", -1),
    Effect("roll.pay_back_reversed", 1),
    *paid(1, "fee", "unit"),
)
"""Where earmarked money reaches its purpose."""

SENT_ON = (
    Effect("account.transfer_sent", 1),
    Effect("account.transfer_receipt_reversed", 1),
    Effect("account.transfer_received", -1),
    Effect("account.transfer_withdrawn", -1),
    Effect("account.transfer_came_back", -1),
)
"""Where money leaves an account for another one, and where it lies in one again."""

EFFECTS: dict[str, tuple[Effect, ...]] = {
    "Q10": (
        Effect("fund.indicator_received", 1, only=("outside",)),
        Effect("fund.indicator_added", 1, only=("outside",)),
        Effect("fund.indicator_cut", -1, only=("outside",)),
    ),
    "Q20": (
        Effect("fund.indicator_received", -1),
        Effect("fund.indicator_added", -1),
        Effect("fund.indicator_cut", 1),
        Effect("fund.passed_down", 1),
        Effect("fund.passing_down_reversed", -1),
        Effect("fund.allocated", 1, only=("received",)),
        Effect("fund.allocation_taken_back", -1, only=("received",)),
    ),
    "Q25": (
        Effect("fund.passed_down", -1),
        Effect("fund.passing_down_reversed", 1),
        Effect("fund.indicator_received", 1, only=("above",)),
        Effect("fund.indicator_added", 1, only=("above",)),
        Effect("fund.indicator_cut", -1, only=("above",)),
    ),
    "Q30": (
        Effect("fund.allocated", -1),
        Effect("fund.allocation_taken_back", 1),
        Effect("fund.allocation_adjusted", 1, allocation="from_allocation_no"),
        Effect("fund.allocation_adjusted", -1, allocation="to_allocation_no"),
        Effect("fund.cash_arrived", 1),
        Effect("fund.arrival_reversed", -1),
    ),
    "Q40": (
        Effect("fund.cash_arrived", -1),
        Effect("fund.arrival_reversed", 1),
        Effect("fund.surplus_recovered", 1),
        Effect("fund.recovery_reversed", -1),
        *SPENT,
    ),
    "Q50": tuple(effect._replace(sign=-effect.sign) for effect in SPENT),
    "Q60": (
        Effect("fund.surplus_recovered", -1),
        Effect("fund.recovery_reversed", 1),
        Effect("fund.allocated", 1, only=("recovered",)),
        Effect("fund.allocation_taken_back", -1, only=("recovered",)),
    ),
    "1020": (
        Effect("account.money_arrived", 1),
        Effect("account.arrival_reversed", -1),
        Effect("account.surplus_returned", -1),
        *(effect._replace(sign=-effect.sign) for effect in SENT_ON),
        Effect("account.surplus_return_reversed", 1),
        Effect("account.gift_arrived", 1, "amount_fen"),
        Effect("account.gift_reversed", -1, "amount_fen"),
        Effect("account.interest_received", 1, "amount_fen"),
        Effect("account.interest_reversed", -1, "amount_fen"),
        Effect("account.interest_paid_over", -1, "amount_fen"),
        Effect("account.interest_payment_reversed", 1, "amount_fen"),
        Effect("account.interest_planned", -1, "amount_fen"),
        Effect("account.interest_plan_reversed", 1, "amount_fen"),
        Effect("account.roll_returned", 1),
        Effect("account.roll_return_reversed", -1),
        *paid(-1, "advance", "progress", "settlement", "retention", "fee", "unit", "roll"),
        *paid(-1, "gift", field="amount_fen"),
    ),
    "1030": (
        *paid(1, "roll"),
        Effect("account.roll_returned", -1),
        Effect("account.roll_return_reversed", 1),
        Effect("roll.bank_confirmed", -1),
        Effect("roll.confirmation_reversed", 1),
        Effect("roll.return_reversed", -1),
        Effect("roll.line_paid_back", 1),
        Effect("roll.pay_back_reversed", -1),
    ),
    "1040": SENT_ON,
    "1110": (*paid(1, "advance"), *work(-1, "advance_offset")),
    "1210": (
        *work(1, "advance_offset"),
        *work(1, "payable"),
        Effect("project.handed_over", -1),
        Effect("project.hand_over_reversed", 1),
    ),
    "1410": (
        Effect("gift.goods_received", 1, "value_fen"),
        Effect("gift.goods_handed_out", -1, "value_fen"),
        Effect("gift.goods_reversed", -1, "value_fen"),
        Effect("gift.hand_out_reversed", 1, "value_fen"),
    ),
    "2010": (
        Effect("account.money_arrived", -1),
        Effect("account.arrival_reversed", 1),
        Effect("account.surplus_returned", 1),
        Effect("account.surplus_return_reversed", -1),
        Effect("account.interest_received", -1, "amount_fen", ("aid_fund",)),
        Effect("account.interest_reversed", 1, "amount_fen", ("aid_fund",)),
        Effect("account.interest_paid_over", 1, "amount_fen", ("aid_fund",)),
        Effect("account.interest_payment_reversed", -1, "amount_fen", ("aid_fund",)),
        Effect("account.interest_planned", 1, "amount_fen"),
        Effect("account.interest_plan_reversed", -1, "amount_fen"),
        *SPENT,
    ),
    "2110": (
        *work(-1, "payable"),
        *paid(1, "progress", "settlement"),
        Effect("project.retention_held", 1, "retention"),
        Effect("project.settlement_reversed", -1, "retention"),
    ),
    "2120": (
        Effect("project.retention_held", -1, "retention"),
        Effect("project.settlement_reversed", 1, "retention"),
        *paid(1, "retention"),
    ),
    "2140": (
        Effect("roll.approved", -1),
        Effect("roll.bank_confirmed", 1),
        Effect("roll.confirmation_reversed", -1),
        Effect("roll.return_reversed", 1),
        Effect("roll.line_cancelled", 1),
        Effect("roll.line_cancellation_reversed", -1),
        Effect("roll.cancelled", 1),
    ),
    "2150": (
        Effect("account.interest_received", -1, "amount_fen", ("treasury",)),
        Effect("account.interest_reversed", 1, "amount_fen", ("treasury",)),
        Effect("account.interest_paid_over", 1, "amount_fen", ("treasury",)),
        Effect("account.interest_payment_reversed", -1, "amount_fen", ("treasury",)),
    ),
    "2210": (
        Effect("account.gift_arrived", -1, "amount_fen"),
        Effect("account.gift_reversed", 1, "amount_fen"),
        *paid(1, "gift", field="amount_fen"),
    ),
    "2220": (
        Effect("gift.goods_received", -1, "value_fen"),
        Effect("gift.goods_handed_out", 1, "value_fen"),
        Effect("gift.goods_reversed", 1, "value_fen"),
        Effect("gift.hand_out_reversed", -1, "value_fen"),
    ),
}

_BY_TOPIC: dict[str, list[tuple[str, Effect]]] = defaultdict(list)
for _account, _effects in EFFECTS.items():
    for _effect in _effects:
        _BY_TOPIC[_effect.topic].append((_account, _effect))


def moved(fact: Stored) -> Iterator[tuple[str, Effect, str, str, int]]:
    """Give account, effect, level, document and signed fen of everything that a fact moves."""
    for account, effect in _BY_TOPIC.get(fact.topic, ()):
        if not effect.only or _variant(fact) in effect.only:
            for level, document_no, fen in _parts(fact, effect.field):
                if fen:
                    yield account, effect, level, document_no, effect.sign * fen


def _variant(fact: Stored) -> str:
    if fact.topic == "fund.allocated":
        return "recovered" if fact.state["from_recovered"] else "received"
    if fact.topic == "fund.allocation_taken_back":
        return "recovered" if fact.state.get("to_recovered") else "received"
    if fact.topic.startswith("fund.indicator_"):
        return "above" if fact.state.get("passed_down_from") else "outside"
    return str(fact.state.get("stage") or fact.state["owner"])


def _parts(fact: Stored, field: str) -> Iterator[tuple[str, str, int]]:
    """The parts of a split with their level and document; a gift is social money by its number, interest neither."""
    split = fact.state[field]
    if isinstance(split, int):
        gift_no = _gift_no(fact)
        yield "social" if gift_no else "", gift_no, split
        return
    for part in split:
        yield part["level"], part.get("document_no", fact.key), part["amount_fen"]


def _gift_no(fact: Stored) -> str:
    if fact.topic.startswith("gift."):
        return fact.key
    if fact.state.get("purpose_kind") == "gift":
        return str(fact.state["purpose_code"])
    return str(fact.state.get("gift_no", ""))
