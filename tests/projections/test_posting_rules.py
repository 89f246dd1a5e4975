"""The posting rules: every entry balances on its side and for each source, whatever the facts; charts keep that."""

from collections import Counter
from dataclasses import Field, fields
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given as over
from hypothesis import strategies as st

from domain.fact import FACTS
from domain.money.sources import SourceAmount, SourceShare
from projections.ledger.page import Recorded, fact_of
from projections.ledger.rows import Rows
from projections.trial_balance.chart import NEUTRAL, Edition
from projections.trial_balance.fold import PROJECTION, post
from projections.trial_balance.ledger_rows import Allocation, Batch, Channel, Plan, RollAccount
from projections.trial_balance.posting_rules import POSTED_TOPICS, POSTING_RULES, rule_of
from projections.trial_balance.query import CHARTS
from tests.known_facts import POST_NOTHING

EDITIONS = [(chart.code, edition) for chart in CHARTS.values() for edition in chart.editions]


class RowsAtHand:
    """Earlier facts as the folds look them up: any document, allocation, plan and roll is known."""

    def __init__(self) -> None:
        self.drafts: list[Any] = []

    def get(self, table: Any, key: Any) -> object:
        match table.name:
            case "trial_balance_batches":
                return Batch(key, 2024, "2130505")
            case "trial_balance_allocations":
                return Allocation(key[0], key[1], "project", f"project of {key[1]}")
            case "trial_balance_channels":
                return Channel(key[0], key[1], key[2], 2024, "2130504")
            case "trial_balance_plans":
                return Plan(key, 2024, "2130505")
            case _:
                return RollAccount(key, "zh01")


fen = st.integers(min_value=-(10**13), max_value=10**13)
words = st.sampled_from(["A", "B", "C"])
level_amounts = st.lists(st.builds(SourceAmount, st.sampled_from(["central", "city"]), fen), max_size=4)
source_shares = st.lists(st.builds(SourceShare, words, st.sampled_from(["central", "city"]), fen), max_size=5)
days = st.dates(date(2001, 1, 1), date(2030, 12, 31))


@st.composite
def posted_facts(draw: st.DrawFn) -> Recorded:
    """A fact of any rule with random splits: only the fields that posting reads."""
    rule = draw(st.sampled_from(sorted(POSTING_RULES)))
    topic, variant, *_ = (*rule.split(" "), "")
    kind = topic.partition(".")[0]
    splits: dict[str, Any] = {}
    for entry in POSTING_RULES[rule]:
        strategy = fen if entry.split.endswith("_fen") else level_amounts if kind == "fund" else source_shares
        splits[entry.split] = draw(strategy)
    on = draw(days)
    fact = SimpleNamespace(
        **splits,
        effective_on=on,
        voucher_year=on.year - 1 if rule.endswith("former_year") else on.year,
        former_on=date(on.year - 1, 12, 31) if rule.endswith("former_year") else on,
        paid_in_year=on.year - 1 if variant == "former_year" else on.year,
        stage=variant,
        owner=variant,
        from_recovered=variant == "recovered",
        to_recovered=variant == "recovered",
        passed_down_from="达市财农〔2024〕3号" if variant == "passed_down" else "",
        asset_class=variant if variant in {"none", "household"} else "public",
        owner_level="village" if variant == "village" else "town",
        purpose_kind=draw(st.sampled_from(["project", "unit", "fee", "gift"])),
        purpose_code=draw(words),
        year=2024,
        budget_code="2130505",
        project_code="P1",
        gift_no="J1",
    )
    if kind == "fund":
        vars(fact).update(allocation_no="A1", from_allocation_no="A1", to_allocation_no="A2")
    return Recorded(1, f"{kind}/K1", "K1", topic, fact)


@over(posted_facts())
def test_each_fact_balances_on_each_side_for_each_level_of_each_document(recorded: Recorded) -> None:
    rows = RowsAtHand()
    post(recorded, cast("Rows", rows))
    balance: Counter[tuple[str, str, str]] = Counter()
    for line, dimension in rows.drafts:
        side = NEUTRAL.editions[0].accounts[line.account].side
        channel = (side, dimension.document_no, dimension.level)
        balance[channel] += line.debit_fen - line.credit_fen
        assert min(line.debit_fen, line.credit_fen) == 0 < max(line.debit_fen, line.credit_fen)
    assert not any(balance.values())


@over(posted_facts())
def test_a_fact_is_posted_by_the_rule_of_its_variant(recorded: Recorded) -> None:
    assert rule_of(recorded.topic, recorded.fact) in POSTING_RULES


@pytest.mark.parametrize("rule", sorted(POSTING_RULES))
def test_both_accounts_of_an_entry_are_in_the_chart_on_one_side(rule: str) -> None:
    accounts = NEUTRAL.editions[0].accounts
    for entry in POSTING_RULES[rule]:
        assert accounts[entry.debit].side == accounts[entry.credit].side


@pytest.mark.parametrize(("chart", "edition"), EDITIONS, ids=lambda value: getattr(value, "name", value))
def test_each_rule_balances_on_each_side_of_each_chart(chart: str, edition: Edition) -> None:
    for rule, entries in POSTING_RULES.items():
        balance: Counter[str] = Counter()
        for entry in entries:
            for account, sign in ((entry.debit, 1), (entry.credit, -1)):
                for stands in edition.lines(rule, account):
                    balance[edition.accounts[stands.account].side] += -sign if stands.across else sign
        assert not any(balance.values()), (chart, rule)


def test_the_swapped_codes_of_the_village_chart_follow_their_edition() -> None:
    village = CHARTS["village"]
    old, new = village.on(date(2023, 12, 31)), village.on(date(2024, 1, 1))
    works = {edition.name: edition.lines("project.settled", "1210")[0].account for edition in (old, new)}
    assert works == {"2004": "154", "2023": "153"}
    assert old.accounts["154"].name_zh == new.accounts["153"].name_zh == "在建工程"
    assert "153" not in old.accounts
    assert "154" not in new.accounts


def test_every_fact_that_holds_an_amount_is_posted_or_known_to_move_no_money() -> None:
    fact_of("fund.allocated")
    # A rule posts the amounts of a field: a fact of any stream that holds none can move nothing.
    ours = {topic: fact for topic, fact in FACTS.items() if fact.__module__.startswith("domain.")}
    with_amounts = {topic for topic, fact in ours.items() if any(map(_holds_amounts, fields(fact)))}
    assert with_amounts - POSTED_TOPICS == POST_NOTHING


def _holds_amounts(field: Field[Any]) -> bool:
    return field.name.endswith("_fen") or field.type in {tuple[SourceAmount, ...], tuple[SourceShare, ...]}


def test_every_rule_is_about_a_fact_that_exists_with_the_split_that_it_names() -> None:
    for rule, entries in POSTING_RULES.items():
        fields = fact_of(rule.partition(" ")[0]).__dataclass_fields__
        for entry in entries:
            assert entry.split in fields, rule


def test_the_ledger_listens_to_every_posted_topic() -> None:
    assert set(PROJECTION.folds) >= POSTED_TOPICS
