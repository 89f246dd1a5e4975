"""总账, 记账 (trial balance, folding): facts into posting lines, lines into the turnover of each month.

Year and budget code of a line are those of the batch and its allocation (document × purpose), so that the accounts of
one channel close with each other; where no allocation is known, the fact's own, or the project's plan.  Gifts and
interest are no budget money: their lines carry year 0 and no code.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from domain.accounts.account import Account
from domain.accounts.cash import GIFT_LEVEL
from domain.code import texts
from domain.funds.codes import PurposeKind
from domain.funds.fund import Fund
from domain.gifts.gift import Gift
from domain.projects.project import Project
from domain.rolls.roll import Roll
from projections.ledger.page import Recorded
from projections.ledger.projection import Projection
from projections.ledger.rows import Rows
from projections.trial_balance.ledger_rows import (
    ALLOCATIONS,
    BATCHES,
    CHANNELS,
    DIMENSIONS,
    LINES,
    NUMBERING,
    PAYMENTS,
    PLANS,
    ROLLS,
    TURNOVER,
    Allocation,
    Batch,
    Channel,
    Dimension,
    DimensionKey,
    Line,
    Payment,
    Plan,
    RollAccount,
)
from projections.trial_balance.posting_rules import (
    AFTER_PAYMENT,
    AT_A_BANK,
    OF_FORMER_YEAR,
    OF_THE_BATCH,
    POSTED_TOPICS,
    POSTING_RULES,
    Entry,
    rule_of,
)

PROJECT, GIFT, INTEREST = texts((PurposeKind.PROJECT, PurposeKind.GIFT, PurposeKind.INTEREST))
NOT_BUDGET_MONEY = frozenset({GIFT, INTEREST})

ACCOUNT, ROLL = Account.KIND, Roll.KIND

Draft = tuple[Line, DimensionKey]
"""A line whose dimension has no number yet; the page numbers all of them at once."""

UNNUMBERED = 0


class Purpose(NamedTuple):
    """What the money of a fact is for, and the year and budget code to use where no allocation knows better."""

    kind: str
    code: str
    year: int = 0
    budget_code: str = ""


# -- what a fact is about, by the kind of its stream ---------------------------------------------------------------


def _of_allocation(recorded: Recorded, allocation_field: str, rows: Rows) -> Purpose:
    allocation_no = getattr(recorded.fact, allocation_field, None)
    if allocation_no is None:
        return Purpose("", "")
    found = rows.get(ALLOCATIONS, (recorded.key, allocation_no))
    assert found is not None, f"allocation {allocation_no} of {recorded.key} is unknown"
    return Purpose(found.purpose_kind, found.purpose_code)


def _of_account(recorded: Recorded, _field: str, _rows: Rows) -> Purpose:
    fact = recorded.fact
    if recorded.topic.startswith("account.interest"):
        return Purpose(INTEREST, "")
    if recorded.topic.startswith("account.gift"):
        return Purpose(GIFT, fact.gift_no)
    return Purpose(fact.purpose_kind, fact.purpose_code, fact.year, fact.budget_code)


def _of_project(recorded: Recorded, _field: str, rows: Rows) -> Purpose:
    plan = rows.get(PLANS, recorded.key)
    assert plan is not None, f"project {recorded.key} has no plan"
    return Purpose(PROJECT, recorded.key, plan.year, plan.budget_code)


def _of_roll(recorded: Recorded, _field: str, _rows: Rows) -> Purpose:
    fact = recorded.fact
    return Purpose(PROJECT, fact.project_code, fact.year, fact.budget_code)


def _of_gift(recorded: Recorded, _field: str, _rows: Rows) -> Purpose:
    return Purpose(GIFT, recorded.key)


_PURPOSES: dict[str, Callable[[Recorded, str, Rows], Purpose]] = {
    Fund.KIND: _of_allocation,
    ACCOUNT: _of_account,
    Project.KIND: _of_project,
    ROLL: _of_roll,
    Gift.KIND: _of_gift,
}


def _bank_account(recorded: Recorded, kind: str, rows: Rows) -> str:
    """The code of the bank account that a fact is about; "" where it is about none."""
    if kind == ACCOUNT:
        return recorded.key
    if kind == ROLL:
        roll = rows.get(ROLLS, recorded.key)
        return "" if roll is None else roll.account_code
    return ""


# -- lines ---------------------------------------------------------------------------------------------------------


def post(recorded: Recorded, rows: Rows) -> None:
    """Draft the lines of one fact by its rule."""
    _post_by(rule_of(recorded.topic, recorded.fact), recorded, rows)


def _post_by(rule: str, recorded: Recorded, rows: Rows) -> None:
    kind = recorded.topic.partition(".")[0]
    purpose_of = _PURPOSES[kind]
    bank_account = _bank_account(recorded, kind, rows)
    effective_on = recorded.fact.effective_on
    dimensions: dict[tuple[bool, str, str, Purpose, str], DimensionKey] = {}
    line_no = 0
    for entry in POSTING_RULES[rule]:
        debit_purpose = credit_purpose = purpose_of(recorded, entry.debit_allocation, rows)
        if entry.credit_allocation != entry.debit_allocation:
            credit_purpose = purpose_of(recorded, entry.credit_allocation, rows)
        for document_no, level, amount_fen in _shares(recorded, entry, debit_purpose):
            if not amount_fen:
                continue
            plus_fen, minus_fen = (amount_fen, 0) if amount_fen > 0 else (0, -amount_fen)
            sides = (
                (entry.debit, debit_purpose, plus_fen, minus_fen),
                (entry.credit, credit_purpose, minus_fen, plus_fen),
            )
            for account, purpose, debit_fen, credit_fen in sides:
                at_bank = bank_account if account in AT_A_BANK else ""
                alike = (account in OF_THE_BATCH, document_no, level, purpose, at_bank)
                dimension = dimensions.get(alike)
                if dimension is None:
                    dimension = _dimension(account, (document_no, level), purpose, at_bank, rows)
                    dimensions[alike] = dimension
                line_no += 1
                line = Line(
                    recorded.position,
                    line_no,
                    effective_on,
                    rule,
                    account,
                    UNNUMBERED,
                    debit_fen,
                    credit_fen,
                )
                rows.drafts.append((line, dimension))


def _shares(recorded: Recorded, entry: Entry, purpose: Purpose) -> Sequence[tuple[str, str, int]]:
    """Document, level and amount of each source.

    Where a fact names an amount and no sources, it is a gift, whose number stands for the document and whose level
    is social, or interest, which has neither.
    """
    split: Any = getattr(recorded.fact, entry.split)
    if isinstance(split, int):
        return [(purpose.code, GIFT_LEVEL, split) if purpose.kind == GIFT else ("", "", split)]
    return [(getattr(share, "document_no", recorded.key), share.level, share.amount_fen) for share in split]


def _dimension(
    account: str, channel: tuple[str, str], purpose: Purpose, at_bank: str, rows: Rows
) -> DimensionKey:
    document_no, level = channel
    if account in OF_THE_BATCH:
        batch = rows.get(BATCHES, document_no)
        assert batch is not None, f"document {document_no} was not received"
        return DimensionKey(document_no, level, "", "", batch.year, batch.budget_code, at_bank)
    if purpose.kind in NOT_BUDGET_MONEY:
        return DimensionKey(document_no, level, purpose.kind, purpose.code, 0, "", at_bank)
    known: Channel | Purpose | None = rows.get(CHANNELS, (document_no, purpose.kind, purpose.code))
    if known is None:
        known = purpose
    return DimensionKey(
        document_no, level, purpose.kind, purpose.code, known.year, known.budget_code, at_bank
    )


def number_lines(rows: Rows) -> None:
    """Give the drafted lines of a page their dimensions, append them, and add them to the months."""
    drafts: Sequence[Draft] = rows.drafts
    wanted = dict.fromkeys(dimension for _, dimension in drafts)
    rows.load(DIMENSIONS, wanted)
    numbers = {dimension: _number(dimension, rows) for dimension in wanted}
    for line, dimension in drafts:
        line.dimension_no = numbers[dimension]
        rows.append(LINES, line)
    if not rows.sums_follow:
        _add_to_months([line for line, _ in drafts], rows)


def _add_to_months(lines: Sequence[Line], rows: Rows) -> None:
    months: dict[tuple[date, str, str], list[int]] = {}
    for line in lines:
        month = (line.effective_on.replace(day=1), line.rule, line.account)
        sums = months.setdefault(month, [0, 0])
        sums[0] += line.debit_fen
        sums[1] += line.credit_fen
    rows.load(TURNOVER, months)
    for month, (debit_fen, credit_fen) in months.items():
        turnover = rows.at(TURNOVER, month)
        turnover.debit_fen += debit_fen
        turnover.credit_fen += credit_fen


TURNOVER_OF_LINES = """
INSERT INTO trial_balance_turnover (month_on, rule, account, debit_fen, credit_fen)
SELECT date_trunc('month', effective_on::timestamp)::date, rule, account, sum(debit_fen), sum(credit_fen)
  FROM trial_balance_lines
 GROUP BY 1, 2, 3
"""
"""What `_add_to_months` adds up page by page, from all lines at once."""


def _number(key: DimensionKey, rows: Rows) -> int:
    known = rows.get(DIMENSIONS, key)
    if known is None:
        numbering = rows.at(NUMBERING, "dimensions")
        numbering.last_no += 1
        known = rows.add(DIMENSIONS, Dimension(*key, numbering.last_no))
    return known.dimension_no


# -- what later facts need to know ---------------------------------------------------------------------------------


def received(recorded: Recorded, rows: Rows) -> None:
    """Keep year and budget code of the batch, then post."""
    fact = recorded.fact
    rows.add(BATCHES, Batch(recorded.key, fact.year, fact.budget_code))
    post(recorded, rows)


def allocated(recorded: Recorded, rows: Rows) -> None:
    """Keep what the allocation is for, then post."""
    fact = recorded.fact
    rows.add(ALLOCATIONS, Allocation(recorded.key, fact.allocation_no, fact.purpose_kind, fact.purpose_code))
    key = (recorded.key, fact.purpose_kind, fact.purpose_code)
    if rows.get(CHANNELS, key) is None:
        batch = rows.get(BATCHES, recorded.key)
        assert batch is not None, f"document {recorded.key} was not received"
        rows.add(CHANNELS, Channel(*key, batch.year, fact.budget_code))
    post(recorded, rows)


def planned(recorded: Recorded, rows: Rows) -> None:
    """Keep year and budget code of the plan; the latest plan counts."""
    fact = recorded.fact
    if rows.get(PLANS, recorded.key) is None:
        rows.add(PLANS, Plan(recorded.key, fact.year, fact.budget_code))
        return
    plan = rows.change(PLANS, recorded.key)
    plan.year, plan.budget_code = fact.year, fact.budget_code


def paid(recorded: Recorded, rows: Rows) -> None:
    """Keep the year of the payment, then post."""
    fact = recorded.fact
    rows.add(PAYMENTS, Payment(recorded.key, fact.payment_no, fact.effective_on.year))
    post(recorded, rows)


def undone(recorded: Recorded, rows: Rows) -> None:
    """Post what came back of a payment, or stands again, by the rule of its own year or of a former one."""
    fact = recorded.fact
    payment = rows.get(PAYMENTS, (recorded.key, fact.payment_no))
    assert payment is not None, f"payment {fact.payment_no} of {recorded.key} was not made"
    rule = rule_of(recorded.topic, fact)
    former = payment.paid_in_year < fact.effective_on.year
    _post_by(rule + OF_FORMER_YEAR if former else rule, recorded, rows)


def drawn_up(recorded: Recorded, rows: Rows) -> None:
    """Keep the account that the roll is paid from."""
    rows.add(ROLLS, RollAccount(recorded.key, recorded.fact.account_code))


PROJECTION = Projection(
    "trial_balance",
    (DIMENSIONS, NUMBERING, LINES, TURNOVER, BATCHES, ALLOCATIONS, CHANNELS, PLANS, ROLLS, PAYMENTS),
    dict.fromkeys(sorted(POSTED_TOPICS), post)
    | {
        "fund.indicator_received": received,
        "fund.allocated": allocated,
        "project.planned": planned,
        "roll.drawn_up": drawn_up,
        "account.paid": paid,
        **dict.fromkeys(AFTER_PAYMENT, undone),
    },
    finish=number_lines,
    sums=TURNOVER_OF_LINES,
)
