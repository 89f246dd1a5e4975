"""The recipes of scripts/README.md, to be followed line by line in a folder of their own."""

import os
import re
import subprocess
from pathlib import Path

from tests.tree import ROOT

README = (ROOT / "scripts/README.md").read_text(encoding="utf-8")
NOT_OURS = ("PG", "DATABASE", "READ_DATABASE", "BOOKS")
"""How the names of settings begin that a reader of the recipe does not have."""


def recipe(heading: str) -> list[str]:
    """The blocks of commands below a heading, in order."""
    (chapter,) = re.findall(rf"^## {heading}$(.+?)(?=^## |\Z)", README, re.MULTILINE | re.DOTALL)
    return re.findall(r"^```sh$(.+?)^```$", chapter, re.MULTILINE | re.DOTALL)


def followed(commands: str, folder: Path, **settings: str) -> str:
    """What the commands print when a shell in `folder` runs them; each of them must succeed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(NOT_OURS)}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands],
        cwd=folder,
        env=kept | {"PYTHONPATH": str(ROOT)} | settings,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
