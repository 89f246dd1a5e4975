"""资金用值 (values of a fund): its free money, allocations and authorisations.  These are state, not facts."""

from dataclasses import dataclass, field
from datetime import date

from domain.money.inflows import Inflows
from domain.money.levels import Levels, add_levels, by_level, less, take_levels
from domain.money.sources import SourceAmount

Sources = tuple[SourceAmount, ...]
"""An amount by source level, as a document writes it."""


@dataclass
class FreeMoney:
    """可分配资金: money that is set apart for nothing, level by level, and on which day how much of it came in."""

    levels: Levels = field(default_factory=dict)
    came_in: Inflows[str] = field(default_factory=Inflows)

    def put(self, on: date, sources: Sources) -> None:
        """Add money that is free from a day on."""
        add_levels(self.levels, sources)
        self.came_in.add(on, by_level(sources))

    def take(self, sources: Sources) -> None:
        """Take money that was set apart, or cut."""
        take_levels(self.levels, sources)


@dataclass
class Allocation:
    """一笔分配: money of a fund set apart for one purpose, level by level.

    spending_item   what a unit is given it for; "" where it may choose.
    from_recovered  whether it plans surplus again; then the years of the fund no longer count.
    carried         how much of it was taken from what was carried over into the usable year, level by level.
    came_in         on which day how much was allocated, or may arrive again.
    """

    purpose_kind: str
    purpose_code: str
    use: str
    budget_code: str
    authorisation_no: str
    from_recovered: bool = False
    spending_item: str = ""
    allocated: Levels = field(default_factory=dict)
    arrived: Levels = field(default_factory=dict)
    recovered: Levels = field(default_factory=dict)
    carried: Levels = field(default_factory=dict)
    came_in: Inflows[str] = field(default_factory=Inflows)

    @property
    def purpose(self) -> tuple[str, str]:
        """Kind and code of the purpose."""
        return self.purpose_kind, self.purpose_code

    @property
    def amount_fen(self) -> int:
        """What is allocated now, over all levels, recovered surplus included."""
        return sum(self.allocated.values())

    @property
    def kept_fen(self) -> int:
        """What is allocated and was not recovered."""
        return self.amount_fen - sum(self.recovered.values())

    def kept(self) -> Levels:
        """What is allocated and was not recovered, level by level."""
        return less(self.allocated, self.recovered)

    def held(self) -> Levels:
        """What arrived and was not recovered, level by level."""
        return less(self.arrived, self.recovered)

    def awaited(self) -> Levels:
        """What is allocated and has not arrived, level by level."""
        return less(self.allocated, self.arrived)


@dataclass(frozen=True)
class CarryOver:
    """一次结转, and what it found: what the former one had left, for all, for each allocation and passing down.

    former_fen  what the former one carried, 0 where there was none.
    """

    on: date
    from_year: int
    to_year: int
    sources: Sources
    former_fen: int
    former_carried: Levels
    former_of_allocations: dict[str, Levels]
    former_of_passings: dict[str, Levels]

    @property
    def amount_fen(self) -> int:
        """What was carried over, over all levels."""
        return sum(part.amount_fen for part in self.sources)


@dataclass
class Passing:
    """下达: what one document below has of a fund, level by level.

    carried  how much of it was taken from what was carried over into the usable year.
    """

    levels: Levels = field(default_factory=dict)
    carried: Levels = field(default_factory=dict)


@dataclass
class Authorisation:
    """统筹整合授权: so much money of one level may go from one use to another, until a day."""

    level: str
    from_use: str
    to_use: str
    amount_fen: int
    valid_until: date
    used_fen: int = 0
