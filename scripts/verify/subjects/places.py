"""区划与单位 (places), derived anew: what each code is called, where it lies, and on which days it is in force."""

from scripts.verify.journal import Stored
from scripts.verify.papers import Papers
from scripts.verify.subject import Subject

DIVISIONS, UNITS = "place_register_divisions", "place_register_units"


def places(fact: Stored, papers: Papers) -> None:
    """What one fact says of a division or a unit."""
    state, code = fact.state, fact.state["code"]
    match fact.topic:
        case "place.division_registered":
            papers.row(DIVISIONS, code).update(state)
        case "place.unit_registered":
            papers.row(UNITS, code).update(state)
        case "place.renamed" | "place.ended":
            row = papers.find(DIVISIONS, code)
            if row is None:
                row = papers.row(UNITS, code)
            # Facts of both kinds name their column as the register does: the new name, or the last day.
            row.update(
                {
                    column: state[column]
                    for column in ("name", "until_on", "successor_code")
                    if column in state
                }
            )


SUBJECT = Subject(
    happens={
        "place": "division_registered ended renamed unit_registered",
    },
    at_the_end={DIVISIONS: ("code",), UNITS: ("code",)},
    hears=lambda papers: {"place": lambda fact: places(fact, papers)},
)
