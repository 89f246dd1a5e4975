from contextlib import closing
from datetime import date

import psycopg2
import pytest

from domain.books.books import Books
from domain.books.desk.act import Act
from domain.rulebook.ready.ready import ready_rulebook
from tests.scripts.running import Place, answer, run, start


@pytest.fixture(scope="module")
def demo_place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place("demo", folder=tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="module")
def recorded(demo_place: Place) -> dict[str, object]:
    return answer(demo_place, "demo")


def refusals(recorded: dict[str, object], kind: str = "cases") -> dict[str, list[str]]:
    cases = recorded[kind]
    assert isinstance(cases, list)
    return {
        case["case"]: [finding["refusal"] for finding in case["findings"] if finding["refusal"]]
        for case in cases
    }


def test_contradictory_notices_are_refused_with_the_reason(recorded: dict[str, object]) -> None:
    found = refusals(recorded)
    assert found["B05"] == ["above_ceiling"]
    assert found["A06"] == ["fee_above_cap"]
    assert found["A01"] == ["notice_fields_missing"]
    assert not any(found[true] for true in ("A17", "B03", "C01", "C02", "C04", "D01", "E04"))


def test_practice_stands_apart_from_the_notices_and_says_that_it_is_practice(
    recorded: dict[str, object],
) -> None:
    assert len(refusals(recorded)) == 10
    assert refusals(recorded, "practice") == {"P01": ["source_not_arrived"]}
    practice = recorded["practice"]
    assert isinstance(practice, list)
    assert [(case["title"].partition("：")[0], case["url"], case["checks"]) for case in practice] == [
        ("演示", "", [])
    ]


def test_the_books_agree_with_the_facts(demo_place: Place, recorded: dict[str, object]) -> None:
    assert recorded
    audited = answer(demo_place, "verify")
    assert audited["differences"] == []
    assert audited["facts"] > 500


def test_the_second_time_nothing_is_recorded(demo_place: Place, recorded: dict[str, object]) -> None:
    before = answer(demo_place, "status")["head"]
    again = answer(demo_place, "demo")
    assert all(case["repeated"] for case in again["cases"] + again["practice"])
    for kind in ("cases", "practice"):
        assert refusals(again, kind) == refusals(recorded, kind)
    assert answer(demo_place, "status")["head"] == before


def test_rebuilt_ledgers_agree_as_well(demo_place: Place, recorded: dict[str, object]) -> None:
    assert recorded
    assert answer(demo_place, "rebuild")["position"] == answer(demo_place, "status")["head"]
    assert answer(demo_place, "verify")["differences"] == []


def test_books_that_hold_something_else_are_not_touched(database_url: str, books_schema: str) -> None:
    place = Place(books_schema, url=database_url)
    with closing(Books({"DATABASE_URL": database_url, "BOOKS_SCHEMA": books_schema})) as books:
        books.publish_calendar(
            Act("u-1", date(2024, 12, 1)), year=2025, days_off=(), make_up_days=(), source="另有来源"
        )
        books.publish_rulebook(
            Act("u-1", date(2021, 4, 1)),
            version=1,
            title="本县规章",
            document_no="县〔2021〕1号",
            in_force_from=date(2021, 4, 1),
            regulations=ready_rulebook("2021"),
        )
    done = run(place, "demo")
    assert done.returncode == 1
    assert "自己的账套" in done.stderr
    assert "Traceback" not in done.stderr
    assert answer(place, "verify")["facts"] == 2


@pytest.mark.long
@pytest.mark.parametrize("facts", [1, 150, 600])
def test_killed_in_the_middle_it_is_whole_and_goes_on(
    database_url: str, books_schema: str, facts: int
) -> None:
    place = Place(books_schema, url=database_url)
    writing = start(place, "demo", "--json")
    opened = psycopg2.connect(database_url)
    opened.autocommit = True
    with closing(opened), opened.cursor() as cursor:
        while writing.poll() is None and head(cursor, books_schema) < facts:
            pass
    writing.kill()
    writing.communicate()
    assert answer(place, "verify")["differences"] == []
    assert len(answer(place, "demo")["cases"]) == 10
    assert answer(place, "verify")["differences"] == []


def head(cursor: psycopg2.extensions.cursor, schema: str) -> int:
    cursor.execute("SELECT to_regclass(%s) IS NOT NULL", (f"{schema}.journal",))
    if cursor.fetchone() == (False,):
        return 0
    cursor.execute(f"SELECT coalesce(max(position), 0) FROM {schema}.journal")
    return int((cursor.fetchone() or (0,))[0])
