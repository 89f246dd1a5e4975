"""条形图 (bars): the geometry of a bar of money, in hundredths of a percent of its length.

Only for drawing: every figure that a bar shows also stands beside it, exact, as text.
"""

from collections.abc import Iterable
from dataclasses import dataclass

WHOLE = 10_000


@dataclass(frozen=True)
class Segment:
    """One piece of a bar: where it begins and how long it is, as SVG percentages; `tone` names its colour."""

    tone: str
    begin: str
    length: str


def segments(parts: Iterable[tuple[str, int]], whole_fen: int) -> tuple[Segment, ...]:
    """Lay pieces (tone, fen) side by side on a bar of `whole_fen`; what is negative or beyond its end is not drawn."""
    drawn: list[Segment] = []
    reached = 0
    reached_fen = 0
    for tone, part_fen in parts:
        reached_fen += max(part_fen, 0)
        end = min(reached_fen * WHOLE // whole_fen, WHOLE) if whole_fen > 0 else 0
        if end > reached:
            drawn.append(Segment(tone, _percent(reached), _percent(end - reached)))
        reached = end
    return tuple(drawn)


def _percent(hundredths: int) -> str:
    """A length as SVG reads it: `37.25%`."""
    return f"{hundredths // 100}.{hundredths % 100:02d}%"
