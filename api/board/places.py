"""地点 (places): what administrative division codes are called, from the county down to the village.

A code of 6 digits is a county, 9 a town, 12 a village; each begins with the code of the place around it.  A code
whose name is not known is shown as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile

from domain.places.division import LEVEL_OF_DIGITS


@dataclass(frozen=True)
class PlaceTree:
    """The names of places by code; a name is that of the place alone, e.g. `平昌镇`."""

    names: Mapping[str, str] = field(default_factory=dict)

    def around(self, code: str) -> tuple[str, ...]:
        """The codes from the county down to this place itself."""
        return (*takewhile(lambda outer: outer != code, (code[:digits] for digits in LEVEL_OF_DIGITS)), code)

    def name(self, code: str) -> str:
        """The name of the place alone, or its code."""
        return self.names.get(code, code)

    def full_name(self, code: str) -> str:
        """The names from the county down to the place; where none is known, the code."""
        known = [self.names[outer] for outer in self.around(code) if outer in self.names]
        return " ".join(known) if code in self.names else " ".join([*known, code])
