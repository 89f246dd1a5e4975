"""资金: paid ≤ arrived ≤ allocated ≤ given, the fee below its cap, the use kept, the years counted."""

from collections.abc import Callable
from datetime import date

import pytest

from domain.funds.authorisation_refusals import (
    AuthorisationDoesNotFit,
    AuthorisationExceeded,
    AuthorisationExpired,
    AuthorisationUnknown,
)
from domain.funds.fund import Fund
from domain.funds.refusals import (
    AllocationUnknown,
    ArrivalAboveAllocation,
    CutAboveUnallocated,
    FeeAboveCap,
    FeeBaseNeedsDocument,
    NumberUsedInFund,
    OverAllocated,
    PurposeUnknown,
    RecoveryAboveArrived,
    TakeBackAboveNotArrived,
)
from domain.funds.year_refusals import CarryOverOutOfOrder, FactBeforeFund, FundYearOver, NotCarriedOver
from domain.money.refusals import AmountOutOfRange, SourceNamedTwice, SourcesDoNotAddUp
from domain.money.sources import SourceAmount
from domain.refusal import Refusal
from domain.rulebook.refusals import NotInRulebook
from domain.rules.refusals import (
    BudgetCodeNotOfUse,
    UseNotOfFund,
    UseOnNegativeList,
)
from tests.domain.county import DOCUMENT, P1, RULES, a_fund, allocate, on
from tests.sources import levels

WAN = 1_000_000
UNIT = ("unit", "U1")
FEE = ("fee", "")


def arrive(fund: Fund, day: date = date(2024, 3, 10), **amounts_fen: int) -> None:
    fund.arrive(
        on(day),
        RULES,
        allocation_no="A1",
        account_code="Z1",
        voucher_no="记-1",
        sources=levels(**amounts_fen),
        amount_fen=sum(amounts_fen.values()),
    )


def recover(fund: Fund, day: date = date(2024, 11, 1), **amounts_fen: int) -> None:
    fund.recover(
        on(day),
        RULES,
        allocation_no="A1",
        account_code="Z1",
        voucher_no="记-9",
        sources=levels(**amounts_fen),
        amount_fen=sum(amounts_fen.values()),
        reason="结余",
    )


def take_back(fund: Fund, number: str, **amounts_fen: int) -> None:
    fund.take_back(
        on(date(2024, 4, 1)),
        RULES,
        allocation_no=number,
        decision_no="D2",
        sources=levels(**amounts_fen),
        amount_fen=sum(amounts_fen.values()),
        reason="项目取消",
    )


def refuses(refusal: type[Refusal], fund: Fund, ask: Callable[[], None]) -> Refusal:
    """Ask, expect this very refusal, and that nothing was recorded."""
    before = fund.version
    with pytest.raises(Refusal) as refused:
        ask()
    assert type(refused.value) is refusal, refused.value
    assert fund.version == before
    return refused.value


def test_allocations_never_exceed_a_level_of_the_document() -> None:
    fund = a_fund()
    allocate(fund, central=60_000_000)
    refused = refuses(OverAllocated, fund, lambda: allocate(fund, "A2", central=1, provincial=1))
    assert refused.figures == {"asked_fen": 1, "limit_fen": 0, "where": "central"}
    allocate(fund, "A2", provincial=40_000_000)
    assert fund.unallocated.levels == {"central": 0, "provincial": 0}


def test_the_fee_of_dachuan_is_one_percent_of_the_fund_less_works_relief_and_state_farms() -> None:
    fund = a_fund(central=5_273 * WAN)
    allocate(fund, "A1", UNIT, "works_relief", central=385 * WAN)
    allocate(fund, "A2", UNIT, "state_farms", central=258 * WAN)
    refused = refuses(FeeAboveCap, fund, lambda: allocate(fund, "A3", FEE, central=46_300_001))
    assert refused.figures["cap_fen"] == 46_300_000
    assert refused.figures["base_fen"] == 4_630 * WAN
    allocate(fund, "A3", FEE, central=46_300_000)
    refuses(FeeAboveCap, fund, lambda: allocate(fund, "A4", UNIT, "works_relief", central=WAN))
    refuses(
        FeeAboveCap,
        fund,
        lambda: fund.cut(
            on(date(2024, 5, 1)),
            RULES,
            decision_no="D9",
            sources=levels(central=WAN),
            amount_fen=WAN,
            reason="核减",
        ),
    )


def test_the_fee_of_zeku_needs_the_document_of_its_larger_base() -> None:
    fund = a_fund(central=1_259 * WAN)
    refused = refuses(FeeAboveCap, fund, lambda: allocate(fund, "A1", FEE, central=14 * WAN))
    assert refused.figures["fee_fen"] == 14_000_000
    assert refused.figures["cap_fen"] == 12_590_000
    refuses(
        FeeBaseNeedsDocument,
        fund,
        lambda: allocate(fund, "A1", FEE, fee_base_fen=1_400 * WAN, central=14 * WAN),
    )
    allocate(
        fund, "A1", FEE, fee_base_fen=1_400 * WAN, fee_base_note="青财农字〔2023〕两批合计", central=14 * WAN
    )
    assert fund.fee_fen() == 14 * WAN
    assert fund.noted_fee_base_fen == 1_400 * WAN


def test_money_keeps_its_use_unless_an_authorisation_integrates_it() -> None:
    fund = a_fund(use="industry")
    refuses(UseNotOfFund, fund, lambda: allocate(fund, central=100))
    refuses(UseOnNegativeList, fund, lambda: allocate(fund, use="vehicles", central=100))
    refuses(NotInRulebook, fund, lambda: allocate(fund, use="moon", central=100))
    refuses(AuthorisationUnknown, fund, lambda: allocate(fund, authorisation_no="整1", central=100))
    fund.authorise(
        on(date(2024, 3, 2)),
        RULES,
        authorisation_no="整1",
        document_no_of_authority="县整合〔2024〕1号",
        level="central",
        from_use="industry",
        to_use="infrastructure",
        amount_fen=1_000,
        valid_until=date(2024, 6, 30),
    )
    refuses(AuthorisationDoesNotFit, fund, lambda: allocate(fund, authorisation_no="整1", provincial=100))
    refuses(AuthorisationExceeded, fund, lambda: allocate(fund, authorisation_no="整1", central=1_001))
    late = date(2024, 7, 1)
    refuses(AuthorisationExpired, fund, lambda: allocate(fund, authorisation_no="整1", day=late, central=100))
    allocate(fund, authorisation_no="整1", central=900)
    refuses(AuthorisationExceeded, fund, lambda: allocate(fund, "A2", authorisation_no="整1", central=101))
    take_back(fund, "A1", central=500)
    allocate(fund, "A2", authorisation_no="整1", central=600)


def test_a_budget_code_belongs_to_its_use() -> None:
    fund = a_fund()
    refuses(BudgetCodeNotOfUse, fund, lambda: allocate(fund, budget_code="2130507", central=100))


def test_only_what_has_not_arrived_is_taken_back_and_only_what_arrived_is_recovered() -> None:
    fund = a_fund()
    allocate(fund, central=1_000, provincial=500)
    refuses(ArrivalAboveAllocation, fund, lambda: arrive(fund, central=1_001))
    arrive(fund, central=600)
    refuses(TakeBackAboveNotArrived, fund, lambda: take_back(fund, "A1", central=401))
    refuses(RecoveryAboveArrived, fund, lambda: recover(fund, central=601))
    take_back(fund, "A1", central=400)
    recover(fund, central=250)
    refuses(RecoveryAboveArrived, fund, lambda: recover(fund, central=351))
    assert fund.held_for(P1) == {"central": 350}
    assert fund.recovered.levels == {"central": 250}


def test_recovered_surplus_keeps_its_levels_and_is_planned_again() -> None:
    fund = a_fund(central=224 * WAN, provincial=132 * WAN)
    allocate(fund, central=224 * WAN, provincial=132 * WAN)
    arrive(fund, central=224 * WAN, provincial=132 * WAN)
    recover(fund, central=9_747_000, provincial=5_710_000)
    refuses(
        OverAllocated,
        fund,
        lambda: allocate(fund, "A2", from_recovered=True, central=9_747_001, provincial=5_709_999),
    )
    later = date(2026, 2, 1)
    allocate(fund, "A2", from_recovered=True, day=later, central=9_747_000, provincial=5_710_000)
    assert fund.recovered.levels == {"central": 0, "provincial": 0}
    fund.arrive(
        on(later),
        RULES,
        allocation_no="A2",
        account_code="Z1",
        voucher_no="记-2",
        sources=levels(central=9_747_000),
        amount_fen=9_747_000,
    )


def test_adjusting_moves_what_has_not_arrived() -> None:
    fund = a_fund()
    allocate(fund, central=1_000)
    allocate(fund, "A2", ("project", "P2"), central=200)
    fund.adjust(
        on(date(2024, 4, 1)),
        RULES,
        from_allocation_no="A1",
        to_allocation_no="A2",
        decision_no="D2",
        sources=levels(central=300),
        amount_fen=300,
        reason="调剂",
    )
    assert fund.allocated_to(P1) == {"central": 700}
    assert fund.allocated_to(("project", "P2")) == {"central": 500}


def test_the_clock_of_carry_over_runs_to_the_end_of_the_next_year() -> None:
    fund = a_fund()

    def carry(from_year: int, to_year: int, day: date) -> None:
        fund.carry_over(
            on(day), RULES, from_year=from_year, to_year=to_year, sources=levels(central=100), amount_fen=100
        )

    january = date(2025, 1, 10)
    refuses(NotCarriedOver, fund, lambda: allocate(fund, day=january, central=100))
    refuses(CarryOverOutOfOrder, fund, lambda: carry(2025, 2026, january))
    carry(2024, 2025, january)
    allocate(fund, day=january, central=100)
    refuses(FundYearOver, fund, lambda: carry(2025, 2026, date(2025, 12, 31)))
    arrive(fund, day=date(2025, 12, 31), central=60)
    refused = refuses(FundYearOver, fund, lambda: arrive(fund, day=date(2026, 1, 1), central=40))
    assert refused.figures["last_on"] == "2025-12-31"
    recover(fund, day=date(2026, 1, 5), central=60)


@pytest.mark.parametrize(
    ("refusal", "sources", "amount_fen"),
    [
        (AmountOutOfRange, levels(central=100), 0),
        (AmountOutOfRange, levels(central=-5, provincial=10), 5),
        (AmountOutOfRange, levels(central=10**15 + 1), 10**15 + 1),
        (NotInRulebook, levels(moon=100), 100),
        (SourceNamedTwice, (SourceAmount("central", 50), SourceAmount("central", 50)), 100),
        (SourcesDoNotAddUp, levels(central=60, provincial=39), 100),
        (SourcesDoNotAddUp, (), 100),
    ],
)
def test_a_split_that_is_none_is_refused(
    refusal: type[Refusal], sources: tuple[SourceAmount, ...], amount_fen: int
) -> None:
    fund = a_fund()
    refuses(
        refusal,
        fund,
        lambda: fund.add(
            on(date(2024, 4, 1)),
            RULES,
            decision_no="D1",
            sources=sources,
            amount_fen=amount_fen,
            reason="追加",
        ),
    )


def test_wrong_allocations_are_refused() -> None:
    fund = a_fund()
    refuses(PurposeUnknown, fund, lambda: allocate(fund, purpose=("gift", "G1"), central=100))
    refuses(PurposeUnknown, fund, lambda: allocate(fund, purpose=("project", ""), central=100))
    refuses(PurposeUnknown, fund, lambda: allocate(fund, purpose=("fee", "X"), central=100))
    assert (
        "资金不能分配给“捐赠 G1”，只能分配给项目、单位、项目管理费" in PurposeUnknown("gift", "G1").detail_zh
    )
    assert "去向为项目，没有填写编号" in PurposeUnknown("project", "").detail_zh
    assert "去向为项目管理费，不应有编号，却填了 X" in PurposeUnknown("fee", "X").detail_zh
    refuses(FactBeforeFund, fund, lambda: allocate(fund, day=date(2024, 2, 29), central=100))
    refuses(AllocationUnknown, fund, lambda: take_back(fund, "A9", central=1))
    allocate(fund, central=100)
    refuses(NumberUsedInFund, fund, lambda: allocate(fund, central=100))


def test_only_the_unallocated_rest_can_be_cut() -> None:
    fund = a_fund()
    allocate(fund, central=60_000_000)

    def cut(**amounts_fen: int) -> None:
        fund.cut(
            on(date(2024, 5, 1)),
            RULES,
            decision_no="D3",
            sources=levels(**amounts_fen),
            amount_fen=sum(amounts_fen.values()),
            reason="上级核减",
        )

    refuses(CutAboveUnallocated, fund, lambda: cut(central=1))
    cut(provincial=40_000_000)
    assert fund.amount_fen == 60_000_000


def test_a_decision_adds_once_and_cuts_once_in_whatever_spelling() -> None:
    fund = a_fund()

    def decided(change: Callable[..., None], decision_no: str) -> None:
        sources, reason = levels(central=1), "年中调整"
        change(
            on(date(2024, 5, 1)), RULES, decision_no=decision_no, sources=sources, amount_fen=1, reason=reason
        )

    decided(fund.add, "达市财农〔2024〕9号")
    decided(fund.cut, "达市财农〔2024〕9号")
    refuses(NumberUsedInFund, fund, lambda: decided(fund.add, "达市财农[2024] 9"))
    refuses(NumberUsedInFund, fund, lambda: decided(fund.cut, "达市财农[2024] 9"))
    decided(fund.add, "达市财农〔2024〕10号")


def test_old_books_in_which_a_decision_added_twice_replay() -> None:
    fund = a_fund()
    amount_fen = fund.amount_fen
    for _ in range(2):
        fund.record(
            Fund.IndicatorAdded,
            **on(date(2024, 5, 1)).fields,
            decision_no="追1",
            sources=levels(central=1),
            amount_fen=1,
            reason="追加",
        )
    again = Fund(Fund.id_of(DOCUMENT)).replay(fund.collect_events())
    assert again.amount_fen == amount_fen + 2


def test_facts_replay_to_the_same_fund() -> None:
    fund = a_fund()
    allocate(fund, central=1_000)
    arrive(fund, central=600)
    recover(fund, central=100)
    again = Fund(Fund.id_of(DOCUMENT)).replay(fund.collect_events())
    assert vars(again) == vars(fund) | {"pending_events": []}
