"""全部业务 (every subject): the commands and the questions of the interface, found by walking this folder."""

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache

from fastapi import APIRouter

import api.subjects
from api.commands.declaration import CommandDeclaration, Subject


@dataclass(frozen=True)
class DeclaredSubject:
    """What one file of this folder declares: its subject, its commands, and the routes of its questions, if any."""

    subject: Subject
    commands: tuple[CommandDeclaration, ...]
    reads: APIRouter


@cache
def every_subject() -> tuple[DeclaredSubject, ...]:
    """Find all subjects: each file of this folder that says SUBJECT; in the order of their chapters."""
    found = []
    for file in pkgutil.iter_modules(api.subjects.__path__, "api.subjects."):
        module = importlib.import_module(file.name)
        if hasattr(module, "SUBJECT"):
            reads = vars(module).get("router", APIRouter())
            found.append(DeclaredSubject(module.SUBJECT, module.COMMANDS, reads))
    return tuple(sorted(found, key=lambda one: one.subject.chapter))


def every_command() -> tuple[CommandDeclaration, ...]:
    """Give the commands of all subjects."""
    return tuple(command for one in every_subject() for command in one.commands)
