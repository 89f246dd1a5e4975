"""虚拟环境 (the environment of a checkout): whole, and its own, whatever happened to the checkout before."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tree import ROOT

PYTHON = """#!/bin/sh
# Stands for an interpreter: it makes an environment that holds itself, and says what it was asked to do.
echo "$2 $3" >>"$ASKED"
if [ "$2 $3" = "venv --clear" ]; then
    rm -rf "$4" && mkdir -p "$4/bin" && cp "$0" "$4/bin/python"
fi
"""


class Checkout:
    """A checkout that has the script and the lock only, beside an interpreter that writes down what it is asked."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "阳光 账"
        (self.root / "scripts").mkdir(parents=True)
        shutil.copy(ROOT / "scripts/environment", self.root / "scripts")
        shutil.copytree(ROOT / "scripts/locked", self.root / "scripts/locked")
        shutil.copy(ROOT / "pyproject.toml", self.root)
        self._asked = folder / "asked"
        self._python = folder / "python3"
        self._python.write_text(PYTHON, encoding="utf-8")
        self._python.chmod(0o755)

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    def prepare(self) -> list[str]:
        """Run the script as `scripts/serve` does; what the interpreter was asked to do."""
        self._asked.write_text("", encoding="utf-8")
        subprocess.run(
            ["sh", "-ec", 'root=$1; needs=serve; . "$root/scripts/environment"', "sh", str(self.root)],
            env=os.environ | {"PYTHON": str(self._python), "ASKED": str(self._asked)},
            check=True,
        )
        asked = self._asked.read_text(encoding="utf-8").splitlines()
        return [each for each in asked if each in {"venv --clear", "pip install"}]


MADE = ["venv --clear", "pip install", "pip install"]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    made = Checkout(tmp_path)
    assert made.prepare() == MADE
    return made


def test_it_is_made_once(checkout: Checkout) -> None:
    assert checkout.prepare() == []


def test_what_was_broken_off_is_made_anew(checkout: Checkout) -> None:
    shutil.rmtree(checkout.venv)
    (checkout.venv / "bin").mkdir(parents=True)
    (checkout.venv / "bin/python").symlink_to("/bin/true")
    assert checkout.prepare() == MADE


def test_a_moved_checkout_has_its_own(checkout: Checkout) -> None:
    checkout.root = checkout.root.rename(checkout.root.with_name("moved"))
    assert checkout.prepare() == MADE
    assert checkout.prepare() == []
