"""行政区划与单位 (divisions and units): what the codes of places and units are called, and when they are in force.

The register is one stream of the county.  Once it holds a division, a code that it does not hold is refused wherever a
record is opened for a place; books without a register go on as they are.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.fact import Fact, Stream, applies
from domain.fields.field import label_zh
from domain.places.division import unpadded
from domain.places.place_rows_are_right import division_rows_are_right, unit_rows_are_right
from domain.places.refusals import (
    NameNotPrintable,
    NameUnchanged,
    PlaceEnded,
    PlaceHoldsOthers,
    PlaceUnknown,
    SuccessorDoesNotFit,
)
from domain.places.rows import DivisionRow, UnitRow
from domain.rules.refusals import NothingGiven
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


class Places(Stream):
    """行政区划与单位: `place/county`."""

    KIND = "place"
    WORD = "区划与单位名册", "register of places"
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
        former_name: str = ""  # "" in facts of earlier releases

    @dataclass(frozen=True, kw_only=True)
    class Ended(Fact):
        """撤销, of a division or a unit.  A code that was registered by mistake ends the day before it began."""

        TOPIC = "place.ended"
        code: str
        until_on: date
        successor_code: str
        reason: str

    def __init__(self, stream_id: str) -> None:
        """Begin without a register; `registered` holds each division and unit by its code."""
        super().__init__(stream_id)
        self.registered: dict[str, DivisionRow | UnitRow] = {}
        self.successors: dict[str, str] = {}
        self.divisions_count = self.units_count = 0

    # What the facts add up to

    @applies(DivisionRegistered)
    def _division_registered(self, fact: DivisionRegistered) -> None:
        self.divisions_count += 1
        self.registered[fact.code] = DivisionRow(
            fact.code, fact.name, fact.level, fact.parent_code, fact.from_on, fact.until_on
        )

    @applies(UnitRegistered)
    def _unit_registered(self, fact: UnitRegistered) -> None:
        self.units_count += 1
        self.registered[fact.code] = UnitRow(
            fact.code, fact.name, fact.kind, fact.unified_code, fact.place_code, fact.from_on, fact.until_on
        )

    @applies(Renamed)
    def _renamed(self, fact: Renamed) -> None:
        self.registered[fact.code] = replace(self.registered[fact.code], name=fact.name)

    @applies(Ended)
    def _ended(self, fact: Ended) -> None:
        self.successors[fact.code] = fact.successor_code
        self.registered[fact.code] = replace(self.registered[fact.code], until_on=fact.until_on)

    # What may be asked

    @property
    def divisions(self) -> dict[str, DivisionRow]:
        """The divisions by code."""
        return {code: row for code, row in self.registered.items() if isinstance(row, DivisionRow)}

    @property
    def units(self) -> dict[str, UnitRow]:
        """The units by code."""
        return {code: row for code, row in self.registered.items() if isinstance(row, UnitRow)}

    def name_of(self, code: str) -> str:
        """Give the name of a division or a unit; "" when the code is not registered."""
        named = self.registered.get(code)
        return "" if named is None else named.name

    def recorded_code(self, code: str) -> str:
        """Give the code as it is registered: `511703000000` is the county `511703` unless a unit has that number."""
        return code if code in self.registered else unpadded(code)

    def place_of(self, code: str) -> str:
        """Give the code of the division that a division or a unit is, or lies in; "" when it is not registered."""
        row = self.registered.get(code)
        return "" if row is None else row.code if isinstance(row, DivisionRow) else row.place_code

    def check_division(self, code: str, on: date) -> None:
        """Check that a record may be opened for this division on this day.

        Raises PlaceUnknown when there is a register of divisions and it does not hold the code, PlaceEnded when the
        code is not in force on the day.
        """
        if self.divisions_count:
            self._check("place_code", code, on, DivisionRow)

    def check_known(self, code: str) -> None:
        """Check the place of what may be late, on whatever day.  Raises PlaceUnknown as `check_division` does."""
        if self.divisions_count:
            self._known("place_code", code, DivisionRow)

    def check_unit(self, field: str, code: str, on: date) -> None:
        """Check that money may go to this unit, which `field` names, on this day; errors as `check_division`."""
        if self.units_count:
            self._check(field, code, on, UnitRow)

    def _check(self, field: str, code: str, on: date, kind: type[DivisionRow | UnitRow]) -> None:
        row = self._known(field, code, kind)
        if not row.in_force_on(on):
            raise PlaceEnded(field, code, row.name, row.from_on, row.until_on, on)

    def _known(self, field: str, code: str, kind: type[DivisionRow | UnitRow]) -> DivisionRow | UnitRow:
        row = self.registered.get(code)
        if not isinstance(row, kind):
            raise PlaceUnknown(field, code, len(self.registered))
        return row

    # What may be decided

    def register_divisions(
        self, stamp: Stamp, rows: tuple[DivisionRow, ...], source: str, evidence_sha256: str
    ) -> None:
        """区划登记.  Raises NothingGiven, then what `division_rows_are_right` raises; then nothing is recorded."""
        _refuse_nothing(rows="".join(row.code for row in rows), source=source)
        for row in division_rows_are_right(rows, self.divisions, stamp.effective_on):
            self.record(
                self.DivisionRegistered,
                **stamp.fields,
                **row.recorded,
                source=source,
                evidence_sha256=evidence_sha256,
            )

    def register_units(
        self, stamp: Stamp, rows: tuple[UnitRow, ...], source: str, evidence_sha256: str
    ) -> None:
        """单位登记.  Raises NothingGiven, then what `unit_rows_are_right` raises; then nothing is recorded."""
        _refuse_nothing(rows="".join(row.name for row in rows), source=source)
        for row in unit_rows_are_right(rows, self.units, self.divisions, stamp.effective_on):
            self.record(
                self.UnitRegistered,
                **stamp.fields,
                **row.recorded,
                source=source,
                evidence_sha256=evidence_sha256,
            )

    def rename(self, stamp: Stamp, code: str, name: str, reason: str) -> None:
        """更名.  Raises PlaceUnknown, NothingGiven, NameNotPrintable, NameUnchanged, in that order."""
        renamed = self._registered("code", code)
        _refuse_nothing(name=name, reason=reason)
        if not name.isprintable():
            raise NameNotPrintable(code, name)
        if name.strip() == renamed.name:
            raise NameUnchanged(code, name)
        self.record(
            self.Renamed, **stamp.fields, code=code, name=name, reason=reason, former_name=renamed.name
        )

    def end(self, stamp: Stamp, code: str, until_on: date, successor_code: str, reason: str) -> None:
        """撤销: `until_on` is the last day in force.  A second ending corrects the first, day and successor.

        Raises PlaceUnknown (the code, then its successor), PlaceEnded when it ends on this day with this successor,
        SuccessorDoesNotFit for one that is itself, of the other kind, has ended, or is followed by this one,
        DatesOutOfOrder when the last day lies more than a day before the first, PlaceHoldsOthers while divisions inside
        it go on, NothingGiven, in that order.
        """
        ending = self._registered("code", code)
        successor = self._registered("successor_code", successor_code) if successor_code else None
        if (ending.until_on, self.successors.get(code, "")) == (until_on, successor_code):
            raise PlaceEnded("code", code, ending.name, ending.from_on, ending.until_on, until_on)
        if successor is not None and not (
            _fits(successor, ending, until_on) and code not in self._followers(successor_code)
        ):
            raise SuccessorDoesNotFit(code, successor_code)
        if ending.from_on is not None:
            day_is_not_before("until_on", until_on, ending.from_on - timedelta(days=1))
        inside = [
            row.code
            for row in self.divisions.values()
            if row.parent_code == code and row.in_force_on(until_on + timedelta(days=1))
        ]
        if inside:
            raise PlaceHoldsOthers(code, len(inside), inside[0])
        _refuse_nothing(reason=reason)
        self.record(
            self.Ended,
            **stamp.fields,
            code=code,
            until_on=until_on,
            successor_code=successor_code,
            reason=reason,
        )

    def _followers(self, code: str) -> list[str]:
        """Give what takes the place of this code, and of that one, to the last."""
        followers: list[str] = []
        while (code := self.successors.get(code, "")) and code not in followers:
            followers.append(code)
        return followers

    def _registered(self, field: str, code: str) -> DivisionRow | UnitRow:
        registered = self.registered.get(code)
        if registered is None:
            raise PlaceUnknown(field, code, len(self.registered))
        return registered


def _fits(successor: DivisionRow | UnitRow, ending: DivisionRow | UnitRow, until_on: date) -> bool:
    """Whether a place can take over from the day after the last one: another of the same kind, in force then."""
    return (
        successor.code != ending.code
        and type(successor) is type(ending)
        and successor.in_force_on(until_on + timedelta(days=1))
    )


def _refuse_nothing(**texts: str) -> None:
    """Raise NothingGiven for the first text that says nothing."""
    for field, text in texts.items():
        if not text.strip():
            raise NothingGiven(field, label_zh(field, "places"))
