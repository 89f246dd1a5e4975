"""区划与单位请求 (requests about places): rows of divisions and units, a name that changes, a code that ends."""

from typing import Annotated, ClassVar

from api.requests.body import CommandBody, Part
from api.requests.code_of import CodeOf
from api.requests.words import Code, Day, Key, KeyOrNone, Name, PlaceOrNone, Sha256OrNone, Text, entries_of
from domain.places import rows as values
from domain.places.codes import UnitKind
from domain.places.division import LEVEL_OF_DIGITS


class DivisionRow(Part):
    """行政区划一行 — a county (6 digits), a town (9) or a village (12)."""

    VALUE: ClassVar[type] = values.DivisionRow

    code: Code
    name: Name
    level: Annotated[str, CodeOf(LEVEL_OF_DIGITS.values(), or_none=True)] = ""
    parent_code: KeyOrNone = ""
    from_on: Day | None = None
    until_on: Day | None = None


class UnitRow(Part):
    """单位一行 — an office, a firm or a collective by its number in these books."""

    VALUE: ClassVar[type] = values.UnitRow

    code: Key
    name: Name
    kind: Annotated[str, CodeOf(UnitKind)]
    unified_code: KeyOrNone = ""
    place_code: PlaceOrNone = ""
    from_on: Day | None = None
    until_on: Day | None = None


class RegisterDivisions(CommandBody):
    """Register the rows of a file, all or none; rows that stand there already are passed over."""

    rows: Annotated[tuple[DivisionRow, ...], entries_of("rows", "places")]
    source: Name
    evidence_sha256: Sha256OrNone = ""


class RegisterUnits(CommandBody):
    """Register the rows of a file, all or none; rows that stand there already are passed over."""

    rows: Annotated[tuple[UnitRow, ...], entries_of("rows", "places")]
    source: Name
    evidence_sha256: Sha256OrNone = ""


class RenamePlace(CommandBody):
    """Give a division or a unit another name, with a reason."""

    code: Key
    name: Name
    reason: Text


class EndPlace(CommandBody):
    """Say the last day on which a code is in force, and what takes its place."""

    code: Key
    until_on: Day
    successor_code: KeyOrNone = ""
    reason: Text
