"""行政区划与单位 (divisions and units): what the codes of places and units are called, and when they are in force.

The register is one stream of the county.  Once it holds a division, a code that it does not hold is refused wherever a
record is opened for a place; books without a register go on as they are.
"""

from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta

from domain.fact import Fact, Stream, applies
from domain.places.place_rows_are_right import division_rows_are_right, unit_rows_are_right
from domain.places.refusals import PlaceEnded, PlaceUnknown
from domain.places.rows import DivisionRow, UnitRow
from domain.rules.refusals import NothingGiven
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


class Places(Stream):
    """行政区划与单位: `place/county`."""

    KIND = "place"
    KEY = "county"

    @dataclass(frozen=True, kw_only=True)
    class DivisionRegistered(Fact):
        """区划登记.  `source` names the paper, `evidence_sha256` is the file that was read; "" when it was typed."""

        TOPIC = "place.division_registered"
        code: str
        name: str
        level: str
        parent_code: str
        from_on: date | None
        until_on: date | None
        source: str
        evidence_sha256: str

    @dataclass(frozen=True, kw_only=True)
    class UnitRegistered(Fact):
        """单位登记."""

        TOPIC = "place.unit_registered"
        code: str
        name: str
        kind: str
        unified_code: str
        place_code: str
        from_on: date | None
        until_on: date | None
        source: str
        evidence_sha256: str

    @dataclass(frozen=True, kw_only=True)
    class Renamed(Fact):
        """更名, of a division or a unit; it corrects a misspelt name, too."""

        TOPIC = "place.renamed"
        code: str
        name: str
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class Ended(Fact):
        """撤销, of a division or a unit.  A code that was registered by mistake ends the day before it began."""

        TOPIC = "place.ended"
        code: str
        until_on: date
        successor_code: str
        reason: str

    def __init__(self, stream_id: str) -> None:
        """Begin without a register."""
        super().__init__(stream_id)
        self.divisions: dict[str, DivisionRow] = {}
        self.units: dict[str, UnitRow] = {}

    # What the facts add up to

    @applies(DivisionRegistered)
    def _division_registered(self, fact: DivisionRegistered) -> None:
        self.divisions[fact.code] = DivisionRow(
            fact.code, fact.name, fact.level, fact.parent_code, fact.from_on, fact.until_on
        )

    @applies(UnitRegistered)
    def _unit_registered(self, fact: UnitRegistered) -> None:
        self.units[fact.code] = UnitRow(
            fact.code, fact.name, fact.kind, fact.unified_code, fact.place_code, fact.from_on, fact.until_on
        )

    @applies(Renamed)
    def _renamed(self, fact: Renamed) -> None:
        if fact.code in self.divisions:
            self.divisions[fact.code] = replace(self.divisions[fact.code], name=fact.name)
        else:
            self.units[fact.code] = replace(self.units[fact.code], name=fact.name)

    @applies(Ended)
    def _ended(self, fact: Ended) -> None:
        if fact.code in self.divisions:
            self.divisions[fact.code] = replace(self.divisions[fact.code], until_on=fact.until_on)
        else:
            self.units[fact.code] = replace(self.units[fact.code], until_on=fact.until_on)

    # What may be asked

    def name_of(self, code: str) -> str:
        """Give the name of a division or a unit; "" when the code is not registered."""
        named = self.divisions.get(code) or self.units.get(code)
        return "" if named is None else named.name

    def check_division(self, code: str, on: date) -> None:
        """Check that a record may be opened for this division on this day.

        Raises PlaceUnknown when there is a register and it does not hold the code, PlaceEnded when the code is not in
        force on the day.
        """
        if not self.divisions:
            return
        division = self.divisions.get(code)
        if division is None:
            raise PlaceUnknown(code, len(self.divisions))
        if not (division.from_on or date.min) <= on <= (division.until_on or date.max):
            raise PlaceEnded(code, division.name, division.from_on, division.until_on, on)

    # What may be decided

    def register_divisions(
        self, stamp: Stamp, rows: tuple[DivisionRow, ...], source: str, evidence_sha256: str
    ) -> None:
        """区划登记.  Raises NothingGiven, then what `division_rows_are_right` raises; then nothing is recorded."""
        self._refuse_nothing(source=source)
        for row in division_rows_are_right(rows, self.divisions):
            self.record(
                self.DivisionRegistered,
                **stamp.fields,
                **asdict(row),
                source=source,
                evidence_sha256=evidence_sha256,
            )

    def register_units(
        self, stamp: Stamp, rows: tuple[UnitRow, ...], source: str, evidence_sha256: str
    ) -> None:
        """单位登记.  Raises NothingGiven, then what `unit_rows_are_right` raises; then nothing is recorded."""
        self._refuse_nothing(source=source)
        for row in unit_rows_are_right(rows, self.units, self.divisions):
            self.record(
                self.UnitRegistered,
                **stamp.fields,
                **asdict(row),
                source=source,
                evidence_sha256=evidence_sha256,
            )

    def rename(self, stamp: Stamp, code: str, name: str, reason: str) -> None:
        """更名.  Raises PlaceUnknown, NothingGiven, in that order."""
        self._registered(code)
        self._refuse_nothing(name=name, reason=reason)
        self.record(self.Renamed, **stamp.fields, code=code, name=name, reason=reason)

    def end(self, stamp: Stamp, code: str, until_on: date, successor_code: str, reason: str) -> None:
        """撤销: `until_on` is the last day in force.

        Raises PlaceUnknown (the code, then its successor), PlaceEnded when it ended before, DatesOutOfOrder when the
        last day lies more than a day before the first, NothingGiven, in that order.
        """
        ending = self._registered(code)
        if successor_code:
            self._registered(successor_code)
        if ending.until_on is not None:
            raise PlaceEnded(code, ending.name, ending.from_on, ending.until_on, until_on)
        if ending.from_on is not None:
            day_is_not_before("until_on", until_on, ending.from_on - timedelta(days=1))
        self._refuse_nothing(reason=reason)
        self.record(
            self.Ended,
            **stamp.fields,
            code=code,
            until_on=until_on,
            successor_code=successor_code,
            reason=reason,
        )

    def _registered(self, code: str) -> DivisionRow | UnitRow:
        registered = self.divisions.get(code) or self.units.get(code)
        if registered is None:
            raise PlaceUnknown(code, len(self.divisions) + len(self.units))
        return registered

    @staticmethod
    def _refuse_nothing(**texts: str) -> None:
        for field, text in texts.items():
            if not text.strip():
                raise NothingGiven(field)
