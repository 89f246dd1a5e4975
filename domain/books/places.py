"""区划与单位业务 (business of places): the register of divisions and units, named, renamed and ended."""

from datetime import date

from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.places.division import level_of
from domain.places.register import Places
from domain.places.rows import DivisionRow, UnitRow


class PlaceDesk(Desk):
    """区划与单位.  The register is the county's: every command raises OutsideScope first."""

    @command
    def register_divisions(
        self, turn: DecisionTurn, *, rows: tuple[DivisionRow, ...], source: str, evidence_sha256: str = ""
    ) -> None:
        """登记行政区划, all rows or none.  Raises what `Places.register_divisions` raises."""
        register = _register(turn, *(row.code for row in rows))
        register.register_divisions(turn.unjudged_stamp, rows, source, evidence_sha256)

    @command
    def register_units(
        self, turn: DecisionTurn, *, rows: tuple[UnitRow, ...], source: str, evidence_sha256: str = ""
    ) -> None:
        """登记单位, all rows or none.  Raises what `Places.register_units` raises."""
        register = _register(turn, *(row.place_code for row in rows))
        register.register_units(turn.unjudged_stamp, rows, source, evidence_sha256)

    @command
    def rename_place(self, turn: DecisionTurn, *, code: str, name: str, reason: str) -> None:
        """区划、单位更名.  Raises what `Places.rename` raises."""
        code = turn.places.recorded_code(code)
        _register(turn, turn.places.place_of(code)).rename(turn.unjudged_stamp, code, name, reason)

    @command
    def end_place(
        self, turn: DecisionTurn, *, code: str, until_on: date, reason: str, successor_code: str = ""
    ) -> None:
        """撤销区划、单位.  Raises what `Places.end` raises."""
        code, successor_code = map(turn.places.recorded_code, (code, successor_code))
        _register(turn, turn.places.place_of(code)).end(
            turn.unjudged_stamp, code, until_on, successor_code, reason
        )


def _register(turn: DecisionTurn, *place_codes: str) -> Places:
    """Give the register.  Raises OutsideScope for a town's caller, and for the first division outside the scope.

    What is no code of a division lies nowhere: the register says what is wrong with it.
    """
    turn.check_county()
    for place_code in place_codes:
        if level_of(place_code) is not None:
            turn.check_scope(place_code)
    return turn.places
