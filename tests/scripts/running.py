"""Runs the command line as people run it: another process, its output and its exit code."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tests.tree import ROOT

SUNLEDGER = [sys.executable, "-W", "error", "-m", "scripts.cli.main"]


@dataclass(frozen=True)
class Place:
    """Where a command finds its books: a server by its URL, or else a folder; and the schema."""

    schema: str
    url: str = ""
    folder: Path | None = None

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        named = {"BOOKS_SCHEMA": self.schema, "PYTHONUNBUFFERED": "1", "COLUMNS": "200"}
        if self.url:
            named["DATABASE_URL"] = self.url
        if self.folder is not None:
            named["BOOKS_FOLDER"] = str(self.folder)
        return kept | named


def run(place: Place, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run one command to its end."""
    return subprocess.run(
        [*SUNLEDGER, *arguments],
        capture_output=True,
        text=True,
        env=place.environment,
        cwd=ROOT,
        timeout=120,
        check=False,
    )


def answer(place: Place, *arguments: str) -> dict[str, Any]:
    """Run one command with --json; it must end well."""
    done = run(place, *arguments, "--json")
    assert done.returncode == 0, done.stderr
    parsed: dict[str, Any] = json.loads(done.stdout)
    return parsed


def start(place: Place, *arguments: str, errors: IO[str] | int = subprocess.PIPE) -> "subprocess.Popen[str]":
    """Start a command that goes on until it is told to stop; one that logs a lot needs a file for its errors."""
    return subprocess.Popen(
        [*SUNLEDGER, *arguments],
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        env=place.environment,
        cwd=ROOT,
    )


def first_answer(started: "subprocess.Popen[str]") -> dict[str, Any]:
    """Read the JSON object that a running command prints when it is ready."""
    assert started.stdout is not None
    lines: list[str] = []
    while not lines or lines[-1] != "}\n":
        line = started.stdout.readline()
        if not line:
            said = started.stderr.read() if started.stderr is not None else "it ended"
            raise AssertionError(said)
        lines.append(line)
    parsed: dict[str, Any] = json.loads("".join(lines))
    return parsed
