"""Every command is declared once, as data: where it is asked for, who may ask, what it takes, and its words."""

import inspect
import re

import pytest

from api.commands.declaration import CommandDeclaration, Words
from api.reference.declared_fields import places_of_request
from api.requests.body import CommandBody
from api.subjects.every_subject import every_command, every_subject
from domain.books.books import Books
from domain.books.desk.command import Command
from domain.fields.field import field_of
from projections.access.roles import Role
from tests.tree import ROOT

CHINESE = re.compile(r"[\u4e00-\u9fff]")
SECOND_WAYS = {
    "reconcile_account_with_csv",
    "draw_up_roll_in_batch",
    "register_divisions_with_csv",
    "register_units_with_csv",
}
"""The CSV of a bank and the stream of a roll are second ways to the same commands."""


def each_command() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("command", every_command(), ids=lambda one: one.operation)


def commands_of_the_books() -> set[str]:
    return {one.name for _, one in inspect.getmembers(Books) if isinstance(one, Command)}


def test_every_command_of_the_books_is_declared_and_every_declaration_names_one() -> None:
    assert {command.command for command in every_command()} == commands_of_the_books()


def test_a_command_is_declared_once_but_for_its_second_way() -> None:
    operations = [command.operation for command in every_command()]
    assert len(operations) == len(set(operations))
    assert {one.operation for one in every_command() if one.operation != one.command} == SECOND_WAYS
    addresses = [(command.method, command.path) for command in every_command()]
    assert len(addresses) == len(set(addresses))


@each_command()
def test_a_command_has_a_role_that_may_change_something(command: CommandDeclaration) -> None:
    assert command.role in set(Role) - {Role.AUDITOR}


@each_command()
def test_a_command_has_its_words_in_chinese_and_english(command: CommandDeclaration) -> None:
    for said in (command.zh.name, command.zh.help):
        assert CHINESE.search(said), said
    for said in (command.en.name, command.en.help):
        assert said.isascii(), said
        assert said[0].isupper(), said


@each_command()
def test_the_help_of_a_command_is_one_sentence(command: CommandDeclaration) -> None:
    assert re.fullmatch(r"[^。]+。", command.zh.help), command.zh.help
    assert re.fullmatch(r"[^.]+\.", command.en.help), command.en.help


@each_command()
def test_the_page_of_commands_calls_a_command_by_its_names(command: CommandDeclaration) -> None:
    page = (ROOT / "domain/COMMANDS.md").read_text(encoding="utf-8")
    assert f"| `{command.operation}` | {command.zh.name} | {command.en.name} |" in page


@each_command()
def test_only_the_declaration_says_what_a_command_is_called_in_chinese(command: CommandDeclaration) -> None:
    said = inspect.getdoc(command.body)
    assert said is not None
    assert re.match(r"[A-Z][a-z]* ", said), said


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_commands_have_one_name(language: str) -> None:
    words: list[Words] = [getattr(command, language) for command in every_command()]
    names = [one.name for one in words]
    assert sorted(names) == sorted(set(names))


@each_command()
def test_a_command_of_the_interface_takes_what_the_command_of_the_books_takes(
    command: CommandDeclaration,
) -> None:
    assert issubclass(command.body, CommandBody)
    taken = inspect.signature(getattr(Books, command.command)).parameters
    asked = {field: one.default for field, one in taken.items() if field not in {"self", "turn"}}
    fields = command.body.model_fields
    assert set(command.keys) | set(fields) - {"effective_on"} == set(asked)
    for field, default in asked.items():
        if field in fields and default is not inspect.Parameter.empty:
            assert fields[field].get_default() == default, field


@each_command()
def test_every_field_of_a_command_stands_in_the_table_of_fields(command: CommandDeclaration) -> None:
    for name in command.body.model_fields:
        assert field_of(name, *places_of_request(command.body)).name == name


def test_every_subject_has_a_name_in_both_languages_and_a_chapter_of_its_own() -> None:
    subjects = [one.subject for one in every_subject()]
    for subject in subjects:
        assert CHINESE.search(subject.zh)
        assert subject.en.isascii()
        assert subject.en
    assert len({subject.chapter for subject in subjects}) == len(subjects)


def test_every_file_of_the_subjects_declares_its_subject() -> None:
    files = {path.stem for path in (ROOT / "api/subjects").glob("*.py")} - {"__init__", "every_subject"}
    assert len(files) == len(every_subject())


@each_command()
def test_a_command_belongs_to_a_subject(command: CommandDeclaration) -> None:
    assert command.subject in {one.subject for one in every_subject()}
