"""案例 (a case): the figures of one published notice, with what the demo has to assume beside them.

`figures/cases.json` and `figures/tables/` are what the notices print.  `figures/assumed.json` holds what a notice is
silent about and a complete record needs: plausible, never real, and kept apart so that nobody takes it for a fact.
`figures/practice.json` is assumed from its places to its days: what the books can do and no notice prints (演示).
Numbers of papers that no notice gives begin with 演示.
"""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from domain.money.sources import SourceAmount
from scripts.demo.arithmetic import holds

FIGURES = files("scripts.demo") / "figures"
LEVELS = {"中央": "central", "省级": "provincial", "省": "provincial"}
"""Source levels as notices print them."""
FEN = {"元": 100, "万元": 1_000_000}


@dataclass(frozen=True)
class Check:
    """验算: one sum of the notice.  `expected` is False where the notice contradicts itself or a rule, for a reason."""

    check_id: str
    says: str
    holds: bool
    expected: bool
    sides: str
    note: str


@dataclass(frozen=True)
class Case:
    """One notice.  `printed` holds its fields as printed; `assumed` what it is silent about.

    practice  no notice prints it: nothing is `printed`, there is no `url` and no sum to check.
    """

    case_id: str
    title: str
    place: str
    issuer: str
    published: str
    unit: str
    url: str
    printed: Mapping[str, Any]
    assumed: Mapping[str, Any]
    checks: tuple[Check, ...]
    table_file: str

    @property
    def practice(self) -> bool:
        """Whether the case is made up to practise with (演示)."""
        return not self.url

    @property
    def published_on(self) -> date:
        """The day of the notice; the first of the month where only a month is printed."""
        return date.fromisoformat(
            self.published if len(self.published) > len("2025-01") else f"{self.published}-01"
        )

    def fen(self, printed: str | int, unit: str = "") -> int:
        """A printed amount in fen; exact, whatever its decimals."""
        amount = Fraction(str(printed)) * FEN[unit or self.unit]
        assert amount.denominator == 1, f"{printed} {self.unit} is not a whole number of fen"
        return int(amount)

    def sources(self, name: str) -> tuple[SourceAmount, ...]:
        """A printed, else assumed, split by source level."""
        return self.split(self.printed.get(name) or self.assumed[name])

    def split(self, amounts: Mapping[str, str]) -> tuple[SourceAmount, ...]:
        """Amounts by the names of their source levels, as money."""
        return tuple(SourceAmount(LEVELS[level], self.fen(amount)) for level, amount in amounts.items())

    def rows(self) -> list[dict[str, str]]:
        """The table of the notice, a row a line, by the printed headings."""
        text = (FIGURES / self.table_file).read_text(encoding="utf-8")
        return list(csv.DictReader(text.splitlines()))

    def day(self, name: str) -> date:
        """A day: as printed, else as assumed."""
        return date.fromisoformat(self.text(name))

    def days(self, name: str) -> list[date]:
        """Several printed days."""
        return [date.fromisoformat(on) for on in self.printed[name]]

    def period(self, name: str) -> tuple[date, date]:
        """A printed period, first and last day: `2023-06-09/2023-06-19`."""
        first, _, last = str(self.printed[name]).partition("/")
        return date.fromisoformat(first), date.fromisoformat(last)

    def text(self, name: str) -> str:
        """A text: as printed, else as assumed.  A field that is only ticked (true or false) has no printed text."""
        printed = self.printed.get(name)
        return str(self.assumed[name] if printed is None or isinstance(printed, bool) else printed)

    def told(self, name: str) -> str:
        """A text of a notice that is printed or assumed, else said to be left out."""
        known = name in self.assumed or isinstance(self.printed.get(name), str)
        return self.text(name) if known else "演示假定：略"


def _read(file_name: str) -> Any:
    return json.loads((FIGURES / file_name).read_text(encoding="utf-8"))


@cache
def _documents() -> tuple[dict[str, Any], dict[str, Any]]:
    cases = _read("cases.json")["cases"]
    return {case["id"]: case for case in cases}, _read("assumed.json")


def case_ids() -> list[str]:
    """The cases in the order of the file."""
    return list(_documents()[0])


def case(case_id: str) -> Case:
    """Read one case and do its sums."""
    cases, assumed = _documents()
    notice = cases[case_id]
    return Case(
        case_id=case_id,
        title=notice["title_zh"],
        place=notice["place"],
        issuer=notice["issuer"],
        published=notice["date"],
        unit=notice["unit"],
        url=notice["url"],
        printed=notice["fields"],
        assumed=assumed[case_id],
        checks=tuple(
            Check(
                check_id=check["id"],
                says=check["says"],
                holds=holds(check["left"], check["op"], check["right"], check["tol"]),
                expected=check["expect"],
                sides=f"{check['left_value']} {check['op']} {check['right_value']}",
                note=check.get("note", ""),
            )
            for check in notice["checks"]
        ),
        table_file=notice.get("table", ""),
    )


def practice_case(case_id: str) -> Case:
    """Read one case that no notice prints."""
    made_up = _read("practice.json")[case_id]
    return Case(
        case_id=case_id,
        title=made_up["title"],
        place=made_up["place"],
        issuer="",
        published=made_up["date"],
        unit=made_up["unit"],
        url="",
        printed={},
        assumed=made_up["assumed"],
        checks=(),
        table_file="",
    )


@cache
def place_names() -> dict[str, str]:
    """Names of the places of the notices by their codes."""
    names: dict[str, str] = _read("places.json")
    return names


@cache
def practice_places() -> dict[str, str]:
    """Names of the places that are made up, by codes that no place has."""
    cases: dict[str, dict[str, dict[str, str]]] = _read("practice.json")
    return {code: name for made_up in cases.values() for code, name in made_up["places"].items()}


def place_name(code: str) -> str:
    """The name of one place."""
    return (place_names() | practice_places())[code]
