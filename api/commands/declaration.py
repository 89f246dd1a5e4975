"""登记业务的声明 (declarations of commands): what a person may record, declared once as data.

Each file of `api/subjects/` declares the commands of its subject.  The routes, the quick path, the table of roles, the
OpenAPI document and the reference page are made from the declarations; forms, imports and printed papers may read them.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from api.requests.body import CommandBody
from api.requests.csv_table import Table
from projections.access.roles import Role

KEY_IN_PATH = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Words:
    """What people call a command, in one language: its name on a button, and one sentence of help."""

    name: str
    help: str


@dataclass(frozen=True)
class BodyFormat:
    """A body that is not one JSON object, e.g. a file of the bank.

    read        a dependency of the framework; gives the `Body` that the command takes.
    media_type  describes the body; the framework adds what it reads by itself.
    table       the columns of a body that is a table; None for another one.
    """

    read: Callable[..., Any]
    media_type: str
    table: Table | None = None

    @classmethod
    def csv(cls, read: Callable[..., Any], table: Table) -> "BodyFormat":
        """Say that the body is a file with the columns of this table."""
        return cls(read, "text/csv", table)


@dataclass(frozen=True)
class Subject:
    """A subject of the trade: its name in Chinese and English, its place in the reference, and its keys in paths.

    chapter  orders the subjects as the business runs, from the money that comes in to the rules behind everything.
    stream   the id of the stream of one record, with the names of its keys: `budget/{level}-{year}`.
    keys     what `{claim_no}` in a path may be, by its name: a parameter of the framework.
    """

    zh: str
    en: str
    chapter: int
    stream: str
    keys: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def post(
        self,
        path: str,
        command: str,
        body: type[CommandBody],
        *,
        by: Role,
        zh: tuple[str, str],
        en: tuple[str, str],
        operation: str = "",
        body_format: BodyFormat | None = None,
        stream: str = "",
    ) -> "CommandDeclaration":
        """Declare a command that is asked for with POST.

        zh, en  its name and its sentence of help.  stream  that of its record, where it is not the subject's.
        """
        return CommandDeclaration(
            subject=self,
            method="POST",
            path=path,
            command=command,
            body=body,
            role=by,
            zh=Words(*zh),
            en=Words(*en),
            operation=operation or command,
            body_format=body_format,
            stream=stream or self.stream,
        )


@dataclass(frozen=True)
class CommandDeclaration:
    """One command: where it is asked for, who may ask, what it takes, and what people call it.

    command      the method of `Books` that decides.
    body         the fields that the command takes, with the day the business counts for.
    zh, en       its words, Chinese first.
    operation    names the route; the same as the command, but for a second way to it.
    body_format  how the body is sent, when it is not one JSON object.
    stream       the id of the stream of its record, with the names of its keys.
    """

    subject: Subject
    method: str
    path: str
    command: str
    body: type[CommandBody]
    role: Role
    zh: Words
    en: Words
    operation: str
    body_format: BodyFormat | None
    stream: str

    @property
    def keys(self) -> Mapping[str, Any]:
        """The keys in the path, in their order, and what each may be.  Raises KeyError for an unknown one."""
        return {name: self.subject.keys[name] for name in KEY_IN_PATH.findall(self.path)}

    def stream_named(self, keys: Mapping[str, Any]) -> str | None:
        """Give the stream of the record that these keys of the path name; None where the path names no record."""
        wanted = KEY_IN_PATH.findall(self.stream)
        return self.stream.format_map(keys) if keys.keys() >= set(wanted) else None

    @property
    def summary(self) -> str:
        """One line in both languages, e.g. `提交报账 — claim money for a stage, with its papers`."""
        return f"{self.zh.name} — {self.en.help[0].lower()}{self.en.help[1:]}"
