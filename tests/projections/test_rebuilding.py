"""A rebuild: the same rows from nothing, switched in while readers read and the follower follows."""

import dataclasses
import threading
from datetime import date

import pytest

from projections.ledger.page import Recorded
from projections.ledger.projection import LedgerFailed
from projections.ledger.rows import Rows
from projections.reading.snapshots import LedgersNotReady
from projections.rebuild.rebuild import rebuild
from projections.source_of_money.fold import PROJECTION as SOURCE_OF_MONEY
from projections.trial_balance.fold import PROJECTION as TRIAL_BALANCE
from projections.trial_balance.query import trial_balance
from tests.projections import worked_example as example
from tests.projections.given import GivenBooks
from tests.projections.test_following import everything, following

BOTH = (TRIAL_BALANCE, SOURCE_OF_MONEY)


def test_a_rebuild_equals_what_was_followed_live(given: GivenBooks) -> None:
    example.worked_example(given)
    given.follow(*BOTH, page_facts=3)
    live = everything(given)
    told: list[tuple[int, int]] = []
    reached = rebuild(
        given.database, BOTH, progress=lambda position, head: told.append((position, head)), page_facts=5
    )
    assert reached == given.position
    assert everything(given) == live
    assert told[0] == (5, given.position)
    assert told[-1] == (given.position, given.position)


def test_a_rebuild_of_books_without_ledgers_makes_them(given: GivenBooks) -> None:
    example.worked_example(given)
    rebuild(given.database, BOTH)
    assert given.ledgers.lag().behind == 0
    assert given.follow(*BOTH) == given.position


def test_a_rebuild_of_one_ledger_leaves_the_others(given: GivenBooks) -> None:
    example.worked_example(given)
    given.follow(*BOTH)
    before = dict(given.rows("SELECT ledger, generation::text FROM ledger_positions"))
    rebuild(given.database, (SOURCE_OF_MONEY,))
    after = dict(given.rows("SELECT ledger, generation::text FROM ledger_positions"))
    assert before["trial_balance"] == after["trial_balance"]
    assert before["source_of_money"] != after["source_of_money"]


def test_a_rebuild_mends_what_was_spoilt(given: GivenBooks) -> None:
    example.worked_example(given)
    given.follow(*BOTH)
    live = everything(given)
    given.write("UPDATE source_of_money_projects SET paid_fen = 0; DELETE FROM trial_balance_turnover")
    rebuild(given.database, BOTH)
    assert everything(given) == live


def test_a_rebuild_drops_what_an_older_release_kept(given: GivenBooks) -> None:
    example.worked_example(given)
    given.follow(*BOTH)
    given.write("CREATE TABLE trial_balance_of_old (x int); CREATE TABLE trial_balances_of_mine (x int)")
    rebuild(given.database, BOTH)
    kept = given.rows(
        "SELECT to_regclass('trial_balance_of_old'), to_regclass('trial_balances_of_mine')::text"
    )
    assert kept == [(None, "trial_balances_of_mine")]


def test_the_follower_goes_on_over_a_rebuild(given: GivenBooks) -> None:
    with following(given.follower(*BOTH)):
        example.quota(given)
        given.ledgers.wait_for(given.position, timeout=5)
        rebuild(given.database, BOTH)
        example.works(given)
        rebuild(given.database, BOTH)
        example.closing(given)
        given.ledgers.wait_for(given.position, timeout=5)
    live = everything(given)
    rebuild(given.database, BOTH)
    assert everything(given) == live


def test_a_rebuild_ends_while_facts_keep_coming(given: GivenBooks) -> None:
    """It folds to where the journal ended when it looked, and to what readers have seen; it chases no moving end."""
    example.worked_example(given)
    given.follow(*BOTH)
    looked: list[int] = []

    def somebody_writes(position: int, _head: int) -> None:
        looked.append(position)
        assert len(looked) < 100, "the rebuild runs after those who write"
        given.record("period.closed", f"{2000 + len(looked)}-01", month=f"{2000 + len(looked)}-01")

    reached = rebuild(given.database, BOTH, progress=somebody_writes)
    assert 0 < reached <= given.position
    given.follow(*BOTH)
    live = everything(given)
    rebuild(given.database, BOTH)
    assert everything(given) == live


def test_reads_go_on_during_rebuilds_and_never_see_half_a_ledger(given: GivenBooks) -> None:
    example.worked_example(given)
    given.follow(*BOTH)
    seen: set[tuple[int, int]] = set()
    errors: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                with given.ledgers.look() as look:
                    position = look.position("trial_balance")
                    look.cursor.execute("SELECT count(*) FROM posting_lines")
                    ((count,),) = look.cursor.fetchall()
                seen.add((position, count))
        except BaseException as error:  # a thread has nobody to raise to: the test raises it below
            errors.append(error)
            raise

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for _ in range(5):
        rebuild(given.database, BOTH)
    done.set()
    for reader in readers:
        reader.join()
    assert errors == []
    assert seen == {(given.position, 72)}


def test_a_rebuild_that_fails_changes_nothing(given: GivenBooks) -> None:
    example.worked_example(given)
    given.follow(*BOTH)
    live = everything(given)

    def fold(_recorded: Recorded, _rows: Rows) -> None:
        raise ValueError("a bug of today")

    broken = dataclasses.replace(TRIAL_BALANCE, folds={**TRIAL_BALANCE.folds, "project.settled": fold})
    with pytest.raises(LedgerFailed, match="a bug of today"):
        rebuild(given.database, (broken, SOURCE_OF_MONEY))
    assert everything(given) == live
    assert given.ledgers.lag().failures == {}
    rebuild(given.database, BOTH)
    assert everything(given) == live


def test_a_rebuild_brings_back_a_ledger_of_another_shape(given: GivenBooks) -> None:
    example.quota(given)
    given.follow(*BOTH)
    given.write("UPDATE ledger_positions SET shape = 'of an older release' WHERE ledger = 'trial_balance'")
    with following(given.follower(*BOTH)):
        rebuild(given.database, (TRIAL_BALANCE,))
        example.works(given)
        given.ledgers.wait_for(given.position, timeout=5)
    with given.look() as cursor:
        balance = trial_balance(cursor, on=date(2024, 12, 31))
    assert all(total.balanced for total in balance.totals)


def test_a_ledger_that_loses_a_table_waits_for_a_rebuild_and_the_others_go_on(given: GivenBooks) -> None:
    example.quota(given)
    with following(given.follower(*BOTH)):
        given.ledgers.wait_for(given.position, timeout=5)
        given.write("DROP TABLE trial_balance_lines CASCADE")
        missing = "缺表 posting_lines, trial_balance_lines，须重建"
        assert missing in given.ledgers.lag().failures["trial_balance"], "also while there is no fact to fold"
        example.works(given)
        given.ledgers.wait_for(given.position, "source_of_money", timeout=5)
        assert given.ledgers.lag().failures.keys() == {"trial_balance"}
        with pytest.raises(LedgersNotReady):
            given.rows("SELECT * FROM posting_lines")
        rebuild(given.database, (TRIAL_BALANCE,))
        example.closing(given)
        given.ledgers.wait_for(given.position, timeout=5)
    assert given.ledgers.lag().failures == {}


def test_a_ledger_whose_position_is_lost_waits_for_a_rebuild(given: GivenBooks) -> None:
    example.quota(given)
    given.follow(*BOTH)
    given.write("DELETE FROM ledger_positions WHERE ledger = 'trial_balance'")
    example.works(given)
    given.follow(*BOTH)
    assert "账页位置遗失" in given.ledgers.lag().failures["trial_balance"]
    rebuild(given.database, (TRIAL_BALANCE,))
    assert given.ledgers.lag().failures == {}


@pytest.mark.parametrize("table", ["ledger_positions", "trial_balance_lines"])
def test_a_reader_who_stays_on_an_old_table_makes_the_switch_wait_and_try_again(
    given: GivenBooks, table: str
) -> None:
    example.worked_example(given)
    given.follow(*BOTH)
    live = everything(given)
    staying = given.database.connect("test")
    with staying.cursor() as cursor:
        cursor.execute(f"BEGIN; SELECT count(*) FROM {table}")
        switching = threading.Thread(target=rebuild, args=(given.database, BOTH))
        switching.start()
        switching.join(timeout=1.5)
        assert switching.is_alive()
        cursor.execute("COMMIT")
    staying.close()
    switching.join(timeout=20)
    assert not switching.is_alive()
    assert everything(given) == live
