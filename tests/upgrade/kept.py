"""留存的账 (kept books): journals as earlier releases wrote them: a folder a release, in it one a set of books.

    0.1.0/schema.sql               the tables of the journal as that release made them
    0.1.0/topics.txt               every kind of fact that it knew
    0.1.0/demo/journal.copy.gz     its facts and
    0.1.0/demo/requests.copy.gz    its requests, as `COPY … TO STDOUT` gives them
    0.1.0/demo/trial_balance.txt   what they add up to

What is kept is never written again; the second books of a release join its first.  A release that adds kinds of facts
keeps books of its own that hold them: `python -m tests.upgrade.kept 0.2.0` lives the story of the examples to its end,
in which every kind of fact is recorded, and keeps that.
"""

import gzip
import io
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from domain.fact import FACTS
from projections.journal import schema
from projections.journal.database import Database
from projections.journal.embedded import EmbeddedPostgres
from projections.trial_balance.query import trial_balance
from tests.tree import ROOT, import_all_of_domain

FOLDER = ROOT / "tests/upgrade"
RELEASES = sorted(path.parent for path in FOLDER.glob("*/schema.sql"))
LAST_DAY = date(2099, 12, 31)
COLUMNS = {
    "journal": "position, stream, version, topic, state, effective_on, recorded_at, actor, idempotency_key, request_id",
    "requests": "idempotency_key, request_hash, first_position, last_position, recorded_at",
}
"""The tables of the journal, and their columns in release 0.1.0."""


def topics_of(release: Path) -> set[str]:
    return set((release / "topics.txt").read_text(encoding="utf-8").split())


@dataclass(frozen=True)
class KeptBooks:
    """One set of books that a release wrote."""

    folder: Path

    @property
    def trial_balance(self) -> str:
        return (self.folder / "trial_balance.txt").read_text(encoding="utf-8")

    def lines(self, table: str) -> bytes:
        return gzip.decompress((self.folder / f"{table}.copy.gz").read_bytes())

    def restore(self, database: Database) -> None:
        """Make the tables of that release in an empty schema, and put its bytes back into them."""
        with closing(database.connect("restore")) as opened, opened.cursor() as cursor:
            cursor.execute(f"CREATE SCHEMA {database.schema}")
            cursor.execute((self.folder.parent / "schema.sql").read_text(encoding="utf-8"))
            for table, columns in COLUMNS.items():
                cursor.copy_expert(f"COPY {table} ({columns}) FROM STDIN", io.BytesIO(self.lines(table)))


BOOKS = [KeptBooks(path.parent) for path in sorted(FOLDER.glob("*/*/journal.copy.gz"))]


def stored(database: Database, table: str) -> bytes:
    """A table of the journal as `COPY` gives it, in its order."""
    with closing(database.connect("keep")) as opened, opened.cursor() as cursor, io.BytesIO() as lines:
        cursor.copy_expert(f"COPY (SELECT {COLUMNS[table]} FROM {table} ORDER BY 1) TO STDOUT", lines)
        return lines.getvalue()


def printed_trial_balance(database: Database) -> str:
    """Every account of the neutral chart with its debit, credit and balance in fen, one a line."""
    with closing(database.connect("keep")) as opened, opened.cursor() as cursor:
        balance = trial_balance(cursor, on=LAST_DAY)
    return "".join(
        f"{line.account} {line.debit_fen} {line.credit_fen} {line.closing_fen}\n" for line in balance.lines
    )


def known_topics() -> str:
    """Every kind of fact that the code of today knows, one a line."""
    import_all_of_domain()
    known = sorted(topic for topic, fact in FACTS.items() if fact.__module__.startswith("domain."))
    return "".join(f"{topic}\n" for topic in known)


def keep_once(file: Path, text: str) -> None:
    """Write a file of a release with its first books.  Raises ValueError when it is there and says something else."""
    if not file.exists():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    elif file.read_text(encoding="utf-8") != text:
        msg = f"{file.parent.name}/{file.name} says something else: keep these books of a later release"
        raise ValueError(msg)


def keep(database: Database, release: str, name: str) -> None:
    """Keep these books as that release wrote them; their ledgers stand at the end of the journal.

    The first books of a release keep what it knew as well; later ones must be of the release that knew just this.
    """
    folder = FOLDER / release / name
    for file, text in (("topics.txt", known_topics()), ("schema.sql", schema.SCHEMA_SQL)):
        keep_once(folder.parent / file, text)
    folder.mkdir()
    for table in COLUMNS:
        (folder / f"{table}.copy.gz").write_bytes(gzip.compress(stored(database, table), mtime=0))
    (folder / "trial_balance.txt").write_text(printed_trial_balance(database), encoding="utf-8")


def keep_the_story(release: str) -> None:
    """Live the story of the examples to its end, in books of its own, and keep them."""
    from tests.api.service import running_service
    from tests.api.test_a_county_ends_with_nothing_left import live_to_the_end

    with (
        tempfile.TemporaryDirectory(prefix="sunledger-") as folder,
        EmbeddedPostgres(Path(folder)) as server,
        running_service(server.url) as service,
    ):
        live_to_the_end(service)
        keep(service.database, release, "story")


if __name__ == "__main__":
    keep_the_story(sys.argv[1])
