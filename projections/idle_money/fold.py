"""闲置资金, 记账 (idle money, folding): each step of money as a dated, signed movement of its channel."""

from datetime import date

from domain.accounts.paying import PAYS, UNPAYS
from domain.code import texts
from domain.funds.codes import PAID_OF_FUNDS
from domain.funds.fund import Fund
from domain.rulebook.rulebook import Rulebook
from projections.ledger.page import Recorded
from projections.ledger.projection import Fold, Projection
from projections.ledger.rows import Rows
from projections.ledger.tables import Row, Table

FROM_DOCUMENTS = frozenset(texts(PAID_OF_FUNDS))


class FundRow(Row):
    """A document, and how many years its money may be used by the rulebook that judged its indicator."""

    document_no: str
    title: str
    year: int
    place_code: str
    issued_on: date
    carry_over_years: int | None


class Rule(Row):
    """The carry-over rule of one version of the rulebook."""

    rulebook: int
    carry_over_years: int


class Movement(Row):
    """So many fen of a channel took a step: received, passed down, allocated, arrived, paid or recovered."""

    position: int
    document_no: str
    level: str
    step: str
    moved_on: date
    amount_fen: int


FUNDS = Table("idle_money_funds", FundRow, key=("document_no",))
RULES = Table("idle_money_rules", Rule, key=("rulebook",))
MOVEMENTS = Table("idle_money", Movement)


def _published(recorded: Recorded, rows: Rows) -> None:
    fact: Rulebook.Published = recorded.fact
    rows.add(RULES, Rule(fact.version, fact.regulations.carry_over.years))


def _received(recorded: Recorded, rows: Rows) -> None:
    fact: Fund.IndicatorReceived = recorded.fact
    rule = rows.get(RULES, fact.rulebook_version)
    rows.add(
        FUNDS,
        FundRow(
            document_no=fact.document_no,
            title=fact.title,
            year=fact.year,
            place_code=fact.place_code,
            issued_on=fact.issued_on,
            carry_over_years=None if rule is None else rule.carry_over_years,
        ),
    )
    _step("received", 1)(recorded, rows)


def _title_corrected(recorded: Recorded, rows: Rows) -> None:
    rows.change(FUNDS, recorded.key).title = recorded.fact.title


def _step(step: str, sign: int) -> Fold:
    """Make the fold of facts that move money one step on (1) or back (-1)."""

    def move(recorded: Recorded, rows: Rows) -> None:
        fact = recorded.fact
        for part in fact.sources:
            # A share names its document; an amount stands inside the document of its own stream.
            document_no = getattr(part, "document_no", recorded.key)
            rows.append(
                MOVEMENTS,
                Movement(
                    recorded.position,
                    document_no,
                    part.level,
                    step,
                    fact.effective_on,
                    sign * part.amount_fen,
                ),
            )

    return move


def _allocated(recorded: Recorded, rows: Rows) -> None:
    # Recovered money that is given out again was allocated before: it does not touch what is unallocated.
    _step("reallocated" if recorded.fact.from_recovered else "allocated", 1)(recorded, rows)


def _taken_back(recorded: Recorded, rows: Rows) -> None:
    # What goes back to the surplus was never unallocated.
    _step("reallocated" if recorded.fact.to_recovered else "allocated", -1)(recorded, rows)


def _payment(sign: int) -> Fold:
    """Make the fold of payments (1) and what came back of them (-1); gifts and interest are no money of documents."""
    step = _step("paid", sign)

    def pay(recorded: Recorded, rows: Rows) -> None:
        if recorded.fact.purpose_kind in FROM_DOCUMENTS:
            step(recorded, rows)

    return pay


PROJECTION = Projection(
    "idle_money",
    (FUNDS, RULES, MOVEMENTS),
    {
        "rulebook.published": _published,
        "fund.indicator_received": _received,
        "fund.title_corrected": _title_corrected,
        "fund.indicator_added": _step("received", 1),
        "fund.indicator_cut": _step("received", -1),
        "fund.passed_down": _step("passed_down", 1),
        "fund.passing_down_reversed": _step("passed_down", -1),
        "fund.allocated": _allocated,
        "fund.allocation_taken_back": _taken_back,
        "fund.cash_arrived": _step("arrived", 1),
        "fund.arrival_reversed": _step("arrived", -1),
        "fund.surplus_recovered": _step("recovered", 1),
        "fund.recovery_reversed": _step("recovered", -1),
        **dict.fromkeys(PAYS, _payment(1)),
        **dict.fromkeys(UNPAYS, _payment(-1)),
    },
)
