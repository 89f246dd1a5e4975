"""What the scripts install is pinned in scripts/locked/, to the version and the bytes."""

import re
import tomllib
from importlib.metadata import distribution, version

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.tree import ROOT

LOCKED = ROOT / "scripts/locked"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
PIN = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?: ; (?P<marker>[^\\]+?))? \\\n(?P<hashes>(?:    --hash=\S+(?: \\)?\n)+)",
    re.MULTILINE,
)

DEMANDED = {
    "serve": PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"],
    "test": EXTRAS["test"],
    "bench": EXTRAS["bench"],
    "lock": ["uv"],
}
"""What each file of the lock has to hold, with what serve.txt holds already."""

FILES = sorted(DEMANDED)


def text_of(file: str) -> str:
    return (LOCKED / f"{file}.txt").read_text(encoding="utf-8")


def pins(*files: str) -> dict[str, re.Match[str]]:
    """The pins of these files by the name of the package."""
    return {canonicalize_name(pin["name"]): pin for file in files for pin in PIN.finditer(text_of(file))}


def here(pin: re.Match[str]) -> bool:
    """Whether this Python on this system is given the package."""
    return pin["marker"] is None or Marker(pin["marker"]).evaluate()


@pytest.mark.parametrize("file", FILES)
def test_every_dependency_is_locked_at_a_version_that_satisfies_it(file: str) -> None:
    locked = pins("serve", file)
    for demanded in map(Requirement, DEMANDED[file]):
        pin = locked[canonicalize_name(demanded.name)]
        assert demanded.specifier.contains(pin["version"]), f"{demanded}: {pin['version']}; run scripts/lock"


def test_whatever_a_locked_package_needs_is_locked_too() -> None:
    locked = pins("serve", "test")
    for name in (name for name, pin in locked.items() if here(pin)):
        for needed in map(Requirement, distribution(name).requires or ()):
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                pin = locked[canonicalize_name(needed.name)]
                assert needed.specifier.contains(pin["version"], prereleases=True), f"{name} needs {needed}"


def test_what_is_installed_here_is_what_is_locked() -> None:
    wanted = {name: pin["version"] for name, pin in pins("serve", "test").items() if here(pin)}
    assert {name: version(name) for name in wanted} == wanted


@pytest.mark.parametrize("file", FILES)
def test_every_line_of_the_lock_is_a_pin_with_hashes(file: str) -> None:
    rest = PIN.sub("", text_of(file))
    assert [line for line in rest.split("\n") if not re.match(r"\s*(#|$)", line)] == []
    for name, pin in pins(file).items():
        hashes = re.findall(r"--hash=(\S+)", pin["hashes"])
        assert all(re.fullmatch("sha256:[0-9a-f]{64}", one) for one in hashes), name


@pytest.mark.parametrize("file", FILES)
def test_the_lock_names_no_registry(file: str) -> None:
    assert not re.search(r"://|index-url|find-links", text_of(file))


def test_no_package_is_locked_at_two_versions() -> None:
    versions: dict[str, set[str]] = {}
    for file in FILES:
        for name, pin in pins(file).items():
            versions.setdefault(name, set()).add(pin["version"])
    assert not {name for name, found in versions.items() if len(found) > 1}
    assert not pins("serve").keys() & pins("test", "bench", "lock").keys()
