"""The recipe of scripts/README.md for an office that begins, followed line by line against a service of its own."""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.scripts.recipes import followed, recipe
from tests.scripts.running import Place, answer, first_answer, start

(BEGIN,) = recipe("Begin empty books")
BEGUN = (
    "rulebook.published",
    "calendar.year_published",
    "place.division_registered",
    "place.unit_registered",
    "account.opened",
    "fund.indicator_received",
)


def test_an_office_begins_empty_books() -> None:
    # Not below the folder of pytest: another run of pytest takes the way there from the user of the server.
    folder = Path(tempfile.mkdtemp(prefix="sunledger-"))
    (folder / ".venv").symlink_to(sys.prefix)
    books = Place("sunledger", folder=folder / "office")
    with (
        (folder / "log").open("w") as log,
        start(books, "serve", "--port", "0", "--json", errors=log) as service,
    ):
        try:
            board = first_answer(service)["board"]
            said = followed(BEGIN.replace("http://127.0.0.1:8000", board.removesuffix("/board")), folder)
        finally:
            service.terminate()
    assert [topic for topic in BEGUN if topic not in said] == []
    assert "账实相符" in said
    assert answer(books, "status")["head"] == 9
    assert {one.name for one in folder.iterdir()} == {".venv", "log", "office"}, (
        "the checkout stays as it was"
    )
    shutil.rmtree(folder)
