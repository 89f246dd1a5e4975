"""现成规章 (ready rulebooks): the regimes of 2001, 2011, 2017 and 2021 as data, each parameter with its source.

A regime is `regime_<code>.json`.  A parameter written `"@name"` stands in `name.json`, since several regimes share it.
A rulebook that books may have is never edited: what it had wrong is put right by a further edition, `2021-2` after
`2021`, which says what it `corrects` and gives only the parameters that differ.  README.md says what and why.
They are samples to publish or to change before publishing; a source that was not verified says so (行业惯例，待核).
"""

import json
from importlib.resources import files

from domain.rulebook.reading import read
from domain.rulebook.refusals import NotInRulebook
from domain.rulebook.regulations import Regulations

READY = tuple(
    f"{regime}{edition}" for regime in ("2001", "2011", "2017", "2021") for edition in ("", "-2", "-3")
)
"""Codes of the ready regimes, oldest first, each with its editions; the last edition is the one to publish."""


def ready_rulebook(code: str) -> Regulations:
    """The regulations of one edition of a regime.  Raises NotInRulebook for a code that is not ready."""
    if code not in READY:
        raise NotInRulebook("regime", "regime", code, [(edition, "") for edition in READY])
    given = _regime(code)
    for name, value in given.items():
        if isinstance(value, str) and value.startswith("@"):
            given[name] = _document(value.removeprefix("@"))
    return read(Regulations, given)


def _regime(code: str) -> dict[str, object]:
    """The parameters of an edition, on those of the edition that it corrects."""
    given = _document(f"regime_{code}")
    assert isinstance(given, dict), "a regime is an object of parameters"
    corrected = given.pop("corrects", None)
    return given if corrected is None else {**_regime(corrected), **given}


def _document(name: str) -> object:
    document: object = json.loads(files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8"))
    return document
