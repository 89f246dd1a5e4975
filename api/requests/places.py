"""区划与单位请求 (requests about places): rows of divisions and units, a name that changes, a code that ends."""

from typing import Annotated, ClassVar

from api.requests.body import CommandBody, Part
from api.requests.code_of import CodeOf
from api.requests.words import Code, Day, Key, KeyOrNone, Name, PlaceOrNone, Sha256OrNone, Text, entries_of
from domain.places import rows as values
from domain.places.codes import UnitKind
from domain.places.division import LEVEL_OF_DIGITS
from domain.rules.codes import Tier

LEVELS = {
    Tier.COUNTY: "县 区 县级 县级市 市辖区 自治县 旗 自治旗 特区 林区",
    Tier.TOWN: "乡 镇 乡级 乡镇 乡镇级 民族乡 街道 街道办 街道办事处 苏木 民族苏木 区公所 县辖区",
    Tier.VILLAGE: "村 村级 行政村 村委会 村民委员会 社区 社区居委会 居委会 居民委员会 嘎查",
}
LEVEL_WORDS = {word: level.code for level, words in LEVELS.items() for word in words.split()}
UNIT_WORDS = {kind.zh: kind.code for kind in UnitKind}
"""What callers and files write for a code, beside the code itself."""


class DivisionRow(Part):
    """行政区划一行 — a county (6 digits), a town (9) or a village (12)."""

    VALUE: ClassVar[type] = values.DivisionRow

    code: Code
    name: Name
    level: Annotated[str, CodeOf(LEVEL_OF_DIGITS.values(), or_none=True, called=LEVEL_WORDS)] = ""
    parent_code: PlaceOrNone = ""
    from_on: Day | None = None
    until_on: Day | None = None


class UnitRow(Part):
    """单位一行 — an office, a firm or a collective by its number in these books."""

    VALUE: ClassVar[type] = values.UnitRow

    code: Key
    name: Name
    kind: Annotated[str, CodeOf(UnitKind, called=UNIT_WORDS)]
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
