"""Books that an earlier release wrote are read, rebuilt, verified and continued by this one, byte for byte."""

import re
import tomllib
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from uuid import uuid4

import psycopg2
import pytest
from packaging.version import Version

from domain.books.books import Books
from domain.books.desk.act import Act
from domain.fact import Stream
from projections.journal.database import Database
from projections.ledger.projection import every_projection
from scripts.catch_up import catch_up
from scripts.verify.audit import audit
from tests.scripts.running import Place, answer
from tests.test_facts_are_frozen import golden
from tests.tree import ROOT, import_all_of_domain, name_of
from tests.upgrade.kept import BOOKS, COLUMNS, RELEASES, KeptBooks, printed_trial_balance, stored, topics_of


def streams_by_kind(kind: type[Stream] = Stream) -> dict[str, type[Stream]]:
    """The class of every stream by the first word of its ids."""
    found = {kind.KIND: kind} if not kind.__subclasses__() else {}
    return found | {
        name: one for below in kind.__subclasses__() for name, one in streams_by_kind(below).items()
    }


@pytest.fixture(scope="module", params=BOOKS, ids=lambda kept: name_of(kept.folder))
def kept(request: pytest.FixtureRequest) -> KeptBooks:
    assert isinstance(request.param, KeptBooks)
    return request.param


@pytest.fixture(scope="module")
def restored(kept: KeptBooks, database_url: str) -> Iterator[Database]:
    """The books of an earlier release after a person upgraded them by the commands, with all ledgers rebuilt."""
    database = Database(database_url, f"books_{uuid4().hex}")
    kept.restore(database)
    place = Place(database.schema, url=database_url)
    assert answer(place, "verify")["differences"] == []
    assert answer(place, "rebuild")["rebuilt"] == [one.name for one in every_projection()]
    yield database
    with closing(database.connect("drop")) as opened, opened.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA {database.schema} CASCADE")


def test_every_ledger_follows_from_the_facts(kept: KeptBooks, restored: Database) -> None:
    seen = audit(restored.url, restored.schema)
    assert seen.differences == ()
    assert seen.facts == kept.lines("journal").count(b"\n") > 0
    assert seen.figures > len(every_projection())


def test_the_accounts_add_up_to_what_they_added_up_to(kept: KeptBooks, restored: Database) -> None:
    assert printed_trial_balance(restored) == kept.trial_balance


def test_every_stream_is_read_to_its_last_fact(restored: Database) -> None:
    import_all_of_domain()
    kinds = streams_by_kind()
    with closing(restored.connect("test")) as opened, opened.cursor() as cursor:
        cursor.execute("SELECT stream, max(version) FROM journal GROUP BY stream")
        streams = dict(cursor.fetchall())
    with Books({"DATABASE_URL": restored.url, "BOOKS_SCHEMA": restored.schema}) as books:
        for stream_id, version in streams.items():
            stream = kinds[stream_id.partition("/")[0]](stream_id)
            assert stream.replay(books.events.get(stream_id)).version == version  # type: ignore[arg-type]  # our facts


def test_the_stored_bytes_stay_as_they_were_and_the_books_go_on(kept: KeptBooks, restored: Database) -> None:
    with Books({"DATABASE_URL": restored.url, "BOOKS_SCHEMA": restored.schema}) as books:
        receipt = books.publish_calendar(
            Act("u-admin", date(2024, 12, 1)), year=2031, days_off=(), make_up_days=(), source="国办发明电"
        )
    assert [fact.position for fact in receipt.facts] == [kept.lines("journal").count(b"\n") + 1]
    for table in COLUMNS:
        assert stored(restored, table).startswith(kept.lines(table))
    catch_up(restored)
    assert audit(restored.url, restored.schema).differences == ()


def test_nobody_rewrites_restored_facts(restored: Database) -> None:
    refused = pytest.raises(psycopg2.errors.RestrictViolation)
    with closing(restored.connect("test")) as opened, opened.cursor() as cursor, refused:
        cursor.execute("UPDATE journal SET actor = 'u-other' WHERE position = 1")


@pytest.mark.parametrize("release", RELEASES, ids=name_of)
def test_books_are_kept_for_every_kind_of_fact_that_a_release_knew(release: Path) -> None:
    earlier = [one for one in RELEASES if Version(one.name) <= Version(release.name)]
    lines = [
        line for kept in BOOKS if kept.folder.parent in earlier for line in kept.lines("journal").splitlines()
    ]
    assert {line.split(b"\t")[3].decode() for line in lines} == topics_of(release)


def test_a_kind_of_fact_that_no_kept_release_knew_is_of_a_later_one() -> None:
    known = {topic for release in RELEASES for topic in topics_of(release)}
    new = {line.split(" ")[0] for line in golden() if "." in line.split(" ")[0]} - known
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    last = max(Version(release.name) for release in RELEASES)
    assert not new or Version(project["version"]) > last, f"keep books of {last} that hold {sorted(new)}"


def test_every_release_before_this_one_kept_books() -> None:
    """A release that adds facts and skips this would leave bytes that nothing reads again."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changes = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Changes")[2]
    told = set(re.findall(r"^\*\*(\d+\.\d+\.\d+)\*\*", changes, re.MULTILINE))
    assert project["version"] in told
    assert told - {project["version"]} <= {release.name for release in RELEASES}
