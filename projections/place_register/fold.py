"""区划与单位名册, 记账 (register of places, folding): each division and unit as it stands now."""

from datetime import date

from domain.places.register import Places
from projections.ledger.page import Recorded
from projections.ledger.projection import Projection
from projections.ledger.rows import Rows
from projections.ledger.tables import Row, Table


class Division(Row):
    """See query.Division."""

    code: str
    name: str
    level: str
    parent_code: str
    from_on: date | None
    until_on: date | None
    source: str
    successor_code: str = ""


class Unit(Row):
    """See query.Unit."""

    code: str
    name: str
    kind: str
    unified_code: str
    place_code: str
    from_on: date | None
    until_on: date | None
    source: str
    successor_code: str = ""


DIVISIONS = Table("place_register_divisions", Division, key=("code",))
UNITS = Table("place_register_units", Unit, key=("code",))


def _division_registered(recorded: Recorded, rows: Rows) -> None:
    fact: Places.DivisionRegistered = recorded.fact
    rows.add(
        DIVISIONS,
        Division(
            code=fact.code,
            name=fact.name,
            level=fact.level,
            parent_code=fact.parent_code,
            from_on=fact.from_on,
            until_on=fact.until_on,
            source=fact.source,
        ),
    )


def _unit_registered(recorded: Recorded, rows: Rows) -> None:
    fact: Places.UnitRegistered = recorded.fact
    rows.add(
        UNITS,
        Unit(
            code=fact.code,
            name=fact.name,
            kind=fact.kind,
            unified_code=fact.unified_code,
            place_code=fact.place_code,
            from_on=fact.from_on,
            until_on=fact.until_on,
            source=fact.source,
        ),
    )


def _renamed(recorded: Recorded, rows: Rows) -> None:
    fact: Places.Renamed = recorded.fact
    _place(fact.code, rows).name = fact.name


def _ended(recorded: Recorded, rows: Rows) -> None:
    fact: Places.Ended = recorded.fact
    place = _place(fact.code, rows)
    place.until_on, place.successor_code = fact.until_on, fact.successor_code


def _place(code: str, rows: Rows) -> Division | Unit:
    """Give the row that a fact is about: a division, or else a unit."""
    if rows.get(DIVISIONS, code) is not None:
        return rows.change(DIVISIONS, code)
    return rows.change(UNITS, code)


PROJECTION = Projection(
    "place_register",
    (DIVISIONS, UNITS),
    {
        "place.division_registered": _division_registered,
        "place.unit_registered": _unit_registered,
        "place.renamed": _renamed,
        "place.ended": _ended,
    },
)
