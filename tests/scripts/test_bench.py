"""The benchmark: its data are whole books, its rounds are fair, and it says what it could not measure."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from domain.books.books import Books
from projections.journal.database import Database
from scripts.bench.data.make import make_county
from scripts.bench.data.multiply import multiply
from scripts.bench.data.payable import make_payable
from scripts.bench.data.sample_county import TAG
from scripts.bench.measured import Aim, in_turn
from scripts.bench.rows import rebuild_vs_books
from scripts.bench.table import ROWS
from scripts.catch_up import catch_up
from scripts.verify.audit import audit
from tests.scripts.running import Place, run

FACTS, SEED = 10_000, 3


def rows(database: Database, statement: str) -> list[tuple[Any, ...]]:
    with closing(database.connect("test")) as opened, opened.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


@pytest.fixture(scope="module")
def county(database_url: str) -> Iterator[Database]:
    """A county of several copies."""
    database = Database(database_url, f"books_{uuid4().hex}")
    make_county(database, FACTS, SEED)
    yield database
    with closing(database.connect("drop")) as opened, opened.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA {database.schema} CASCADE")


def test_a_multiplied_county_is_audited_without_a_difference(county: Database) -> None:
    catch_up(county)
    seen = audit(county.url, county.schema)
    assert seen.facts >= FACTS
    assert seen.differences == ()


def test_every_copy_stands_under_a_tag_of_its_own_and_the_county_grows(county: Database) -> None:
    ((held,),) = rows(county, "SELECT max(position) FROM journal")
    assert multiply(county, held) == held
    grown = multiply(county, held + 1)
    ((sample,),) = rows(county, f"SELECT count(*) FROM journal WHERE stream ILIKE '%{TAG}%'")
    of_sample = f"state::text ILIKE '%{TAG}%' AND stream NOT ILIKE '%{TAG}%'"
    assert rows(county, f"SELECT count(*) FROM facts WHERE {of_sample}") == [(0,)]
    assert grown - held == sample


def test_every_fact_of_a_copy_belongs_to_the_request_that_recorded_it(county: Database) -> None:
    apart = """
        SELECT count(*) FROM requests AS r JOIN journal AS j ON j.position BETWEEN r.first_position AND r.last_position
         WHERE j.idempotency_key <> r.idempotency_key"""
    covered = "SELECT sum(last_position - first_position + 1) FROM requests"
    assert rows(county, apart) == [(0,)]
    assert rows(county, covered) == rows(county, "SELECT max(position) FROM journal")


def test_the_same_seed_makes_the_same_bytes(county: Database, books_schema: str) -> None:
    again = Database(county.url, books_schema)
    held = make_county(again, 1, SEED)
    read = f"SELECT position, stream, version, state FROM journal WHERE position <= {held} ORDER BY position"
    assert rows(again, read) == rows(county, read)


def test_whoever_pays_finds_two_approved_claims_on_each_project(database_url: str, books_schema: str) -> None:
    payable = make_payable(Database(database_url, books_schema), seed=1, projects=3)
    assert (len(payable.hot), len(payable.cold), next(payable.numbers)) == (3, 3, 0)
    with closing(Books({"DATABASE_URL": database_url, "BOOKS_SCHEMA": books_schema})) as books:
        for claim_no in (*payable.hot, *payable.cold):
            topics = [event.topic for event in books.recorder.select_events(f"claim/{claim_no}")]
            assert topics == ["claim.submitted", "claim.reviewed", "claim.approved"]


def test_measures_take_turns_and_a_ratio_is_that_of_neighbours() -> None:
    order, speed = [], iter((10.0, 5.0, 20.0, 40.0, 90.0, 30.0))

    def rate(name: str) -> float:
        order.append(name)
        return next(speed)

    rounds = in_turn(3, 60.0, ours=lambda: rate("ours"), theirs=lambda: rate("theirs"))
    assert order == ["ours", "theirs", "theirs", "ours", "ours", "theirs"]
    assert rounds.ratio("ours", "theirs") == pytest.approx(2.0)
    assert rounds.rate("ours") == pytest.approx(40.0)


def test_an_aim_is_a_floor_or_a_ceiling() -> None:
    assert Aim("ratio", 0.7, 0.7).reached
    assert not Aim("ratio", 0.69, 0.7).reached
    assert not Aim("p99_ms", 51, 50, at_least=False).reached


def test_a_program_that_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert rebuild_vs_books.not_installed() >= {"ledger", "hledger"}


def test_a_row_is_measured_reported_and_leaves_nothing_behind(tmp_path: Path) -> None:
    done = run(Place("unused"), "bench", "append_bulk", "--quick", "--json", "--folder", str(tmp_path))
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    (row,) = said["rows"]
    assert (row["row"], row["pairs"], row["missing"]) == ("append_bulk", 7, [])
    assert row["figures"]["facts_per_s"] > 0
    assert {books["books"] for books in said["audit"]} == {"append_bulk", "sample"}
    assert not any(books["differences"] for books in said["audit"])
    assert list(tmp_path.iterdir()) == []


def test_a_row_that_does_not_exist_is_a_misuse() -> None:
    assert run(Place("unused"), "bench", "no_such_row").returncode == 2


def test_the_table_holds_every_row_of_the_issue() -> None:
    assert set(ROWS) >= {
        "append_bulk", "append_many_callers", "append_vs_library", "hot_account", "http_post", "http_batch",
        "rebuild", "rebuild_vs_books", "rebuild_scale", "lag", "board", "startup", "verify",
    }  # fmt: skip
