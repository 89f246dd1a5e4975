import socket
import sys
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest

from projections.journal.database import Database
from projections.journal.schema import books_in, create_schema
from projections.ledger.following import Follower
from scripts.cli.main import main
from scripts.cli.output import Exit
from tests.projections.given import GivenBooks
from tests.scripts.running import Place, answer, run


@pytest.fixture
def place(database_url: str, books_schema: str) -> Place:
    create_schema(Database(database_url, books_schema))
    return Place(books_schema, url=database_url)


def test_a_token_is_shown_once_and_listed_without_its_text(place: Place) -> None:
    made = answer(
        place,
        "token",
        "make",
        "--person",
        "u-1",
        "--role",
        "recorder",
        "--role",
        "payer",
        "--scope",
        "511703",
    )
    assert made["token"].startswith("sl_")
    (listed,) = answer(place, "token", "list")["tokens"]
    assert (listed["person_id"], listed["roles"], listed["scope"]) == ("u-1", ["payer", "recorder"], "511703")
    assert made["token"] not in str(listed)
    assert answer(place, "token", "revoke", listed["token_id"])["revoked"]
    assert answer(place, "token", "list")["tokens"][0]["revoked_at"] is not None


def test_an_unknown_token_cannot_be_revoked(place: Place) -> None:
    done = run(place, "token", "revoke", "nobody")
    assert (done.returncode, "没有在用的令牌" in done.stderr) == (2, True)


def test_a_role_that_does_not_exist_is_a_misuse(place: Place) -> None:
    assert run(place, "token", "make", "--person", "u-1", "--role", "king").returncode == 2


def test_a_token_is_made_for_a_person_id_and_for_nothing_else(place: Place) -> None:
    made = answer(place, "token", "make", "--person", "U-1 ", "--role", "payer")
    assert made["person_id"] == "u-1"
    done = run(place, "token", "make", "--person", "\u5f20\u4e09", "--role", "payer")
    assert done.returncode == 2
    assert "\u5f20" in done.stderr


@pytest.mark.parametrize(
    ("line", "zh", "en"),
    [
        ("horoscope", "命令行有误,用法见 sunledger --help。", "No such command 'horoscope'."),
        ("verify --why", "没有这个选项,用法见 sunledger verify --help。", "No such option: --why"),
        (
            "token make --role payer",
            "缺少必填的选项或参数,用法见 sunledger token make --help。",
            "'--person'.",
        ),
        (
            "serve --port x",
            "选项或参数的值不对,用法见 sunledger serve --help。",
            "Invalid value for '--port'",
        ),
    ],
)
def test_a_misuse_is_said_in_chinese_first(
    line: str, zh: str, en: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["sunledger", *line.split()])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == Exit.MISUSED
    said = capsys.readouterr().err
    assert said.startswith(f"× {zh} ")
    assert en in said


@pytest.mark.parametrize("scope", ["999", "5117", "511703ab", "county"])
def test_a_scope_is_the_code_of_a_division(place: Place, scope: str) -> None:
    done = run(place, "token", "make", "--person", "u-1", "--role", "payer", "--scope", scope)
    assert (done.returncode, f"管辖范围为“{scope}”" in done.stderr) == (2, True)
    assert answer(place, "token", "list")["tokens"] == []


def test_empty_books_have_a_status_once_a_ledger_was_kept(place: Place) -> None:
    assert run(place, "status").returncode == 1
    assert answer(place, "verify") == {"schema": place.schema, "facts": 0, "figures": 0, "differences": []}
    status = answer(place, "status")
    assert (status["head"], status["behind"]) == (0, 0)


def test_a_ledger_that_does_not_exist_cannot_be_rebuilt(place: Place) -> None:
    done = run(place, "rebuild", "horoscope")
    assert done.returncode == 2
    assert "horoscope" in done.stderr


def test_a_name_that_is_no_schema_is_said(database_url: str) -> None:
    done = run(Place("Not A Name", url=database_url), "status")
    assert done.returncode == 3
    assert "账套打不开" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_server_that_is_away_is_said(books_schema: str) -> None:
    done = run(Place(books_schema, url="postgresql://127.0.0.1:1/nowhere"), "status")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    done = run(Place("books", folder=file / "data"), "status")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("read", "--port", "0"), ("status",), ("verify",), ("rebuild",), ("follow",),
        ("export", "journal", "--format", "hledger"), ("token", "list"), ("token", "revoke", "nobody"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_folder_without_books_is_said_and_left_as_it_was(tmp_path: Path, command: tuple[str, ...]) -> None:
    for folder in (tmp_path, tmp_path / "typo"):
        done = run(Place("books", folder=folder), *command)
        assert done.returncode == 3
        assert str(folder) in done.stderr
        assert "serve" in done.stderr
        assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "command",
    [
        ("status",), ("verify",), ("rebuild",), ("follow",), ("export", "journal", "--format", "hledger"),
        ("token", "list"), ("token", "make", "--person", "u-1", "--role", "payer"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_mistyped_name_is_said_and_begins_no_books(place: Place, command: tuple[str, ...]) -> None:
    done = run(place, *command, "--schema", "nothere")
    assert done.returncode == 3
    assert "没有名为 nothere 的账套" in done.stderr
    assert "no books named nothere" in done.stderr
    assert place.schema in done.stderr
    assert done.stdout == ""
    assert "nothere" not in books_in(Database(place.url, place.schema))


def test_a_token_begins_the_first_books_of_a_database(place: Place) -> None:
    with closing(psycopg2.connect(place.url)) as server, server.cursor() as cursor:
        server.autocommit = True
        cursor.execute(f"CREATE DATABASE {place.schema} TEMPLATE template0")
        try:
            empty = Place("sunledger", url=place.url.replace("/postgres?", f"/{place.schema}?"))
            done = run(empty, "verify")
            assert (done.returncode, "no books named sunledger" in done.stderr) == (3, True)
            assert answer(empty, "token", "make", "--person", "u-1", "--role", "payer")["token"]
            assert answer(empty, "verify")["differences"] == []
        finally:
            cursor.execute(f"DROP DATABASE {place.schema} WITH (FORCE)")


def test_a_file_that_cannot_be_written_is_said(place: Place, tmp_path: Path) -> None:
    file = tmp_path / "nowhere" / "x"
    done = run(place, "export", "journal", "--format", "hledger", "--output", str(file))
    assert done.returncode == 3
    assert f"文件写不了。 The file cannot be written: {file}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_taken_port_is_said_before_anything_is_started(place: Place) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run(place, "serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 4
    assert "端口" in done.stderr


def test_a_ledger_that_is_stuck_is_said_at_once(place: Place) -> None:
    assert run(place, "verify").returncode == 0
    database = Database(place.url, place.schema)
    with closing(GivenBooks(database.url, database.schema)) as given:
        given.record("account.closed", "nobody opened it", reason="")
    done = run(place, "verify")
    assert done.returncode == 1
    assert "account_daybook" in done.stderr
    with closing(Follower(database)) as other:
        other.open()
        done = run(place, "verify")
    assert (done.returncode, "account_daybook" in done.stderr) == (1, True)
