"""Idle money: how long money waited, and what lies unspent on any day, by age."""

from datetime import date
from typing import Any

from hypothesis import given as for_every
from hypothesis import strategies as st

from projections.idle_money.fold import PROJECTION
from projections.idle_money.query import AGE_BOUNDS_DAYS, IdleChannel, _ages, _Moved, _unspent, idle_money
from projections.reading.paging import Paging
from tests.given.accounts import a_payment
from tests.projections.given import GivenBooks
from tests.projections.printed import block, page
from tests.projections.worked_example import ACCOUNT, FUND, quota
from tests.sources import levels, shares

ALL = Paging(100)


def idle_on(given: GivenBooks, on: date) -> tuple[IdleChannel, ...]:
    with given.look() as cursor:
        return idle_money(cursor, on, ALL).rows


def ages(channel: IdleChannel) -> list[int]:
    return [bucket.amount_fen for bucket in channel.ages]


def test_a_channel_shows_its_waits_and_what_lies_idle(county: GivenBooks) -> None:
    waits = "level allocated_after_days arrived_after_days paid_after_days"
    figures = "waiting_fen idle_fen oldest_days use_until overdue_fen"
    assert page(idle_on(county, date(2024, 3, 25)), f"{waits} {figures}") == block("""
        central | 51 | 0 | 19 | 6,000.00 | 421,200.00 | 24 | 2025-12-31 | 0.00
        provincial | 51 | 0 | 19 | 4,000.00 | 280,800.00 | 24 | 2025-12-31 | 0.00""")


def test_before_a_step_its_wait_is_unknown(county: GivenBooks) -> None:
    (central, _) = idle_on(county, date(2024, 3, 10))
    assert (central.allocated_after_days, central.paid_after_days) == (51, None)
    (central, _) = idle_on(county, date(2024, 3, 1))
    assert ages(central) == [594_000_00, 0, 0, 0, 0]


def test_after_the_clock_of_carry_over_what_is_left_is_overdue(county: GivenBooks) -> None:
    """Two years by the rulebook: on 31 December of the second year it may still be used, the day after not."""
    last_day, day_after = idle_on(county, date(2025, 12, 31)), idle_on(county, date(2026, 1, 1))
    assert [channel.overdue_fen for channel in last_day] == [0, 0]
    assert [channel.overdue_fen for channel in day_after] == [22_961_40, 15_307_60]
    assert [ages(channel) for channel in day_after] == [[0, 0, 0, 16_961_40, 0], [0, 0, 0, 11_307_60, 0]]


def arrive(given: GivenBooks, on: date, central: int, topic: str = "fund.cash_arrived", **said: Any) -> None:
    plain: dict[str, Any] = {
        "allocation_no": "A1",
        "account_code": ACCOUNT,
        "voucher_no": f"V{given.position}",
    }
    given.record(topic, FUND, on=on, sources=levels(central=central), amount_fen=central, **plain | said)


def pay(given: GivenBooks, on: date, central: int, purpose_kind: str = "unit") -> None:
    given.record(
        "account.paid",
        ACCOUNT,
        on=on,
        **a_payment(
            given.position,
            "unit",
            shares(FUND, central=central),
            claim_no="",
            purpose_kind=purpose_kind,
            purpose_code="",
            budget_code="",
        ),
    )


def test_the_money_that_arrived_first_is_spent_first(given: GivenBooks) -> None:
    quota(given)
    arrive(given, date(2024, 6, 1), 100_00)
    pay(given, date(2024, 6, 10), 594_000_00 + 40_00)
    given.follow(PROJECTION)
    (central, _) = idle_on(given, date(2024, 6, 20))
    assert ages(central) == [60_00, 0, 0, 0, 0]
    assert central.oldest_days == 19


def test_a_reversed_arrival_and_a_gift_leave_the_ages_as_they_were(given: GivenBooks) -> None:
    quota(given)
    arrive(given, date(2024, 6, 1), 100_00)
    arrive(given, date(2024, 6, 2), 100_00, topic="fund.arrival_reversed", reason="错账")
    pay(given, date(2024, 6, 3), 50_00, purpose_kind="gift")
    given.follow(PROJECTION)
    (central, _) = idle_on(given, date(2024, 6, 20))
    assert sum(ages(central)) == central.idle_fen == 594_000_00


def test_the_bounds_of_the_ages_are_the_readers(county: GivenBooks) -> None:
    with county.look() as cursor:
        central = idle_money(cursor, date(2024, 3, 25), ALL, bounds_days=(24, 25)).rows[0]
        assert idle_money(cursor, date(2023, 12, 31), ALL).rows == ()
        assert idle_money(cursor, date(2024, 3, 25), ALL, place="99").rows == ()
    assert [(bucket.from_days, bucket.below_days, bucket.amount_fen) for bucket in central.ages] == [
        (0, 24, 0),
        (24, 25, 421_200_00),
        (25, None, 0),
    ]


days = st.dates(date(2021, 1, 1), date(2024, 12, 31))
arrivals = st.lists(st.tuples(days, st.integers(1, 10**15)), max_size=8)


@for_every(arrivals, st.floats(0, 1))
def test_ages_add_up_to_what_is_idle_and_hold_the_latest_money(
    moved: list[tuple[date, int]], spent_share: float
) -> None:
    lots = [_Moved("D", "central", "arrived", on, fen) for on, fen in sorted(moved)]
    arrived_fen = sum(lot.amount_fen for lot in lots)
    spent_fen = min(int(arrived_fen * spent_share), arrived_fen)
    left = _unspent(lots, spent_fen)
    assert sum(lot.amount_fen for lot in left) == arrived_fen - spent_fen
    assert [lot.amount_fen for lot in left[1:]] == [
        lot.amount_fen for lot in lots[len(lots) - len(left) + 1 :]
    ]
    buckets = _ages(left, date(2025, 1, 1), AGE_BOUNDS_DAYS)
    assert sum(bucket.amount_fen for bucket in buckets) == arrived_fen - spent_fen
