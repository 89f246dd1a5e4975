"""The follower: pages of facts become rows, once, whatever dies in between."""

import dataclasses
import threading
import time
from datetime import timedelta
from typing import Any, cast

import psycopg2
import pytest
from eventsourcing.persistence import InterfaceError, InternalError, OperationalError

from projections.ledger.folding import Folding
from projections.ledger.following import PAGE_SECONDS, Follower, LedgersHeldByAnotherFollower
from projections.ledger.page import Recorded
from projections.ledger.projection import Projection
from projections.ledger.rows import Rows
from projections.reading.snapshots import LedgersNotReady, PositionNotReached
from projections.source_of_money.fold import PROJECTION as SOURCE_OF_MONEY
from projections.trial_balance.fold import PROJECTION as TRIAL_BALANCE
from projections.trial_balance.ledger_rows import LINES, Line
from tests.projections import worked_example as example
from tests.projections.given import GivenBooks

EVERYTHING = {
    "lines": "SELECT * FROM posting_lines ORDER BY position, line_no",
    "turnover": "SELECT * FROM trial_balance_turnover ORDER BY 1, 2, 3, 4",
    "dimensions": "SELECT * FROM trial_balance_dimensions ORDER BY dimension_no",
    "sources": "SELECT * FROM source_of_money_projects ORDER BY 1, 2, 3",
    "payments": "SELECT * FROM source_of_money_payments ORDER BY 1, 2, 3, 4",
}


def everything(given: GivenBooks) -> dict[str, list[tuple[Any, ...]]]:
    return {name: given.rows(query) for name, query in EVERYTHING.items()}


def without_ledgers(given: GivenBooks) -> None:
    given.write("DROP TABLE ledger_positions; DROP VIEW posting_lines")
    for table in (*TRIAL_BALANCE.tables, *SOURCE_OF_MONEY.tables):
        given.write(f"DROP TABLE {table.name}")


def failing(projection: Projection, topic: str, error: Exception) -> Projection:
    def fold(_recorded: Recorded, _rows: Rows) -> None:
        raise error

    return dataclasses.replace(projection, folds={**projection.folds, topic: fold})


@pytest.mark.parametrize("page_facts", [1, 2, 3, 7])
def test_the_size_of_pages_changes_no_row(given: GivenBooks, page_facts: int) -> None:
    example.worked_example(given)
    given.follow(TRIAL_BALANCE, SOURCE_OF_MONEY, page_facts=page_facts)
    in_small_pages = everything(given)
    without_ledgers(given)
    given.follow(TRIAL_BALANCE, SOURCE_OF_MONEY, page_facts=1000)
    assert in_small_pages == everything(given)


def test_a_follower_that_starts_anew_on_every_page_writes_the_same_rows(given: GivenBooks) -> None:
    """As when it is killed between pages: no cached row survives, so each row is read back."""
    example.quota(given)
    example.works(given)
    example.closing(given)
    while True:
        connection = given.database.connect("test")
        moved = Folding(connection, (TRIAL_BALANCE, SOURCE_OF_MONEY), page_facts=2).step()
        connection.close()
        if not moved:
            break
    anew = everything(given)
    assert len(anew["lines"]) == 72
    without_ledgers(given)
    given.follow(TRIAL_BALANCE, SOURCE_OF_MONEY)
    assert anew == everything(given)


def test_a_page_that_another_process_has_written_moves_nothing_twice(given: GivenBooks) -> None:
    example.quota(given)
    stale = given.database.connect("test")
    folding = Folding(stale, (TRIAL_BALANCE, SOURCE_OF_MONEY))
    given.follow(TRIAL_BALANCE, SOURCE_OF_MONEY)
    before = everything(given)
    while folding.step():
        pass
    stale.close()
    assert everything(given) == before
    assert given.position == folding.positions["trial_balance"].position


def test_a_process_that_dies_before_its_commit_leaves_nothing(given: GivenBooks) -> None:
    example.quota(given)
    given.follow(TRIAL_BALANCE)
    before = everything_of_the_trial_balance(given)
    example.works(given)
    dying = given.database.connect("test")
    folding = Folding(dying, (TRIAL_BALANCE,))
    with dying.cursor() as cursor:
        cursor.execute("BEGIN")
    folding.step(own_transaction=False)
    dying.close()
    assert everything_of_the_trial_balance(given) == before
    assert given.follow(TRIAL_BALANCE) == given.position


def test_pages_that_share_a_transaction_give_what_pages_of_their_own_give(given: GivenBooks) -> None:
    """A rebuild folds its last pages in the transaction that switches the ledgers."""
    example.quota(given)
    example.works(given)
    opened = given.database.connect("test")
    folding = Folding(opened, (TRIAL_BALANCE, SOURCE_OF_MONEY), page_facts=1)
    with opened.cursor() as cursor:
        cursor.execute("BEGIN")
        while folding.step(own_transaction=False):
            pass
        cursor.execute("COMMIT")
    opened.close()
    in_one = everything(given)
    without_ledgers(given)
    given.follow(TRIAL_BALANCE, SOURCE_OF_MONEY)
    assert in_one == everything(given)


def everything_of_the_trial_balance(given: GivenBooks) -> list[tuple[Any, ...]]:
    return given.rows(EVERYTHING["lines"]) + given.rows("SELECT ledger, position FROM ledger_positions")


def test_a_ledger_that_fails_is_named_with_the_position_and_the_others_go_on(given: GivenBooks) -> None:
    example.quota(given)
    broken = failing(SOURCE_OF_MONEY, "project.planned", ValueError("plan without a project"))
    given.follow(TRIAL_BALANCE, broken)
    lag = given.ledgers.lag()
    assert lag.failures == {
        "source_of_money": "source_of_money at position 4: ValueError: plan without a project"
    }
    assert {one.ledger: one.position for one in lag.ledgers} == {
        "source_of_money": 0,
        "trial_balance": given.position,
    }
    given.follow(TRIAL_BALANCE, SOURCE_OF_MONEY)
    assert given.ledgers.lag().failures == {}
    assert given.ledgers.lag().behind == 0


def test_a_ledger_that_the_database_refuses_does_not_hold_back_the_others(given: GivenBooks) -> None:
    example.quota(given)

    def twice(recorded: Recorded, rows: Rows) -> None:
        TRIAL_BALANCE.folds["fund.allocated"](recorded, rows)
        rows.append(LINES, Line(recorded.position, 1, recorded.fact.effective_on, "", "Q10", 1, 1, 0))

    refused = dataclasses.replace(TRIAL_BALANCE, folds={**TRIAL_BALANCE.folds, "fund.allocated": twice})
    given.follow(refused, SOURCE_OF_MONEY)
    (failure,) = given.ledgers.lag().failures.items()
    assert failure[0] == "trial_balance"
    assert "trial_balance_lines_pkey" in failure[1]
    assert given.rows("SELECT position FROM ledger_positions ORDER BY ledger") == [(given.position,), (0,)]
    assert given.rows("SELECT count(*) FROM posting_lines") == [(0,)]


def test_a_ledger_whose_rows_cannot_be_written_is_set_aside_too(given: GivenBooks) -> None:
    example.quota(given)

    def wordless(recorded: Recorded, rows: Rows) -> None:
        rows.append(LINES, cast("Line", recorded))

    broken = dataclasses.replace(TRIAL_BALANCE, folds={**TRIAL_BALANCE.folds, "fund.allocated": wordless})
    given.follow(broken, SOURCE_OF_MONEY)
    assert set(given.ledgers.lag().failures) == {"trial_balance"}
    assert given.rows("SELECT position FROM ledger_positions ORDER BY ledger") == [(given.position,), (0,)]


def test_a_fact_that_cannot_be_read_stops_every_ledger_that_wants_it_and_says_so(given: GivenBooks) -> None:
    example.quota(given)
    given.write(
        "INSERT INTO journal (position, stream, version, topic, state, recorded_at)"
        f" VALUES ({given.position + 1}, 'fund/X', 1, 'fund.allocated', 'not json', now())"
    )
    given.follow(TRIAL_BALANCE)
    assert "fund.allocated at position 7 cannot be read" in given.ledgers.lag().failures["trial_balance"]


def test_a_failing_ledger_is_tried_again_by_a_follower_that_goes_on(given: GivenBooks) -> None:
    example.quota(given)
    tries = []

    def at_the_second_try(recorded: Recorded, rows: Rows) -> None:
        tries.append(recorded.position)
        if len(tries) == 1:
            raise ValueError("not yet")
        SOURCE_OF_MONEY.folds["project.planned"](recorded, rows)

    healing = dataclasses.replace(
        SOURCE_OF_MONEY, folds={**SOURCE_OF_MONEY.folds, "project.planned": at_the_second_try}
    )
    with following(given.follower(healing)):
        given.ledgers.wait_for(given.position, timeout=10)
    assert tries == [4, 4]
    assert given.ledgers.lag().failures == {}


class following:  # noqa: N801 -- reads as a verb: with following(follower)
    """A follower that runs in a thread while the block runs."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.thread = threading.Thread(target=follower.run)

    def __enter__(self) -> Follower:
        self.thread.start()
        deadline = time.monotonic() + 10
        while self.follower.following is None and time.monotonic() < deadline:
            time.sleep(0.01)
        return self.follower

    def __exit__(self, *_: object) -> None:
        self.follower.stop()
        self.thread.join(timeout=10)
        assert not self.thread.is_alive()


def test_a_running_follower_brings_a_fact_within_a_second_without_any_notification(given: GivenBooks) -> None:
    with following(given.follower(TRIAL_BALANCE)):
        example.quota(given)
        began = time.monotonic()
        given.ledgers.wait_for(given.position, timeout=5)
        assert time.monotonic() - began < 1.5


def test_facts_that_keep_coming_are_folded_together(given: GivenBooks) -> None:
    pages: list[float] = []

    def note(_rows: object) -> None:
        pages.append(time.monotonic())

    example.quota(given)
    with following(given.follower(dataclasses.replace(SOURCE_OF_MONEY, finish=note))):
        given.ledgers.wait_for(given.position, timeout=5)
        for number in range(60):
            given.record("period.closed", f"M{number}", month="2024-03")
            given.write(f"NOTIFY {given.database.schema}")
            time.sleep(0.003)
        given.ledgers.wait_for(given.position, timeout=5)
    assert 1 < len(pages) <= (pages[-1] - pages[0]) / PAGE_SECONDS + 2


def test_a_follower_outlives_the_loss_of_its_connection(given: GivenBooks) -> None:
    with following(given.follower(TRIAL_BALANCE, SOURCE_OF_MONEY)):
        example.quota(given)
        given.ledgers.wait_for(given.position, timeout=5)
        given.write(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            f" WHERE application_name = 'sunledger {given.database.schema} follower'"
        )
        example.works(given)
        given.ledgers.wait_for(given.position, timeout=10)
    assert given.rows("SELECT count(*) FROM posting_lines") == [(48,)]


@pytest.mark.parametrize("dead", [psycopg2.OperationalError, psycopg2.InterfaceError, psycopg2.DatabaseError])
def test_a_dead_line_is_no_failure_of_the_ledger_however_the_driver_says_it(
    given: GivenBooks, dead: type[psycopg2.Error]
) -> None:
    example.quota(given)
    cut = failing(SOURCE_OF_MONEY, "project.planned", dead("server closed the connection unexpectedly"))
    with pytest.raises((OperationalError, InterfaceError)):
        given.follow(TRIAL_BALANCE, cut)
    assert given.ledgers.lag().failures == {}
    given.follow(TRIAL_BALANCE, SOURCE_OF_MONEY)
    assert given.ledgers.lag().behind == 0


def test_a_second_follower_of_the_same_books_is_refused_and_takes_over_later(given: GivenBooks) -> None:
    first, second = given.follower(TRIAL_BALANCE), given.follower(TRIAL_BALANCE)
    first.open()
    with pytest.raises(LedgersHeldByAnotherFollower):
        second.open()
    first.close()
    second.open()
    second.close()


def test_a_reader_before_the_first_follower_is_told_so(given: GivenBooks) -> None:
    with pytest.raises(LedgersNotReady):
        given.ledgers.lag()


def test_waiting_is_bounded_and_shows_both_positions(given: GivenBooks) -> None:
    example.quota(given)
    given.follow(TRIAL_BALANCE)
    given.ledgers.wait_for(given.position, "trial_balance", timeout=0)
    with pytest.raises(PositionNotReached) as refused:
        given.ledgers.wait_for(given.position + 1, timeout=0.05)
    assert (refused.value.asked, refused.value.reached) == (given.position + 1, given.position)


def test_the_lag_counts_facts_and_the_age_of_the_oldest_unread(given: GivenBooks) -> None:
    example.quota(given)
    given.follow(TRIAL_BALANCE)
    assert (given.ledgers.lag().behind, given.ledgers.lag().oldest) == (0, timedelta())
    example.works(given)
    lag = given.ledgers.lag()
    assert (lag.head, lag.behind) == (given.position, 6)
    assert timedelta() < lag.oldest < timedelta(seconds=10)


def test_a_ledger_of_another_shape_waits_for_a_rebuild(given: GivenBooks) -> None:
    example.quota(given)
    given.follow(TRIAL_BALANCE)
    given.write("UPDATE ledger_positions SET shape = 'of an older release'")
    example.works(given)
    given.follow(TRIAL_BALANCE)
    assert "rebuild" in given.ledgers.lag().failures["trial_balance"]
    assert given.ledgers.lag().behind == 6


def test_a_look_sees_one_moment(given: GivenBooks) -> None:
    example.quota(given)
    given.follow(TRIAL_BALANCE)
    with given.ledgers.look() as look:
        before = look.position()
        example.works(given)
        given.follow(TRIAL_BALANCE)
        assert look.position("trial_balance") == before
        look.cursor.execute("SELECT max(position) FROM trial_balance_lines")
        assert look.cursor.fetchall() == [(before,)]
    assert given.rows("SELECT max(position) FROM trial_balance_lines") == [(given.position,)]


def test_a_look_cannot_write(given: GivenBooks) -> None:
    given.follow(TRIAL_BALANCE)
    with pytest.raises(InternalError, match="read-only"), given.look() as cursor:
        cursor.execute("DELETE FROM trial_balance_lines")
