"""量得 (what was measured): rates taken in turn with their reference, the ratio, and whether the aim is reached."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Self

Rate = Callable[[], float]
"""Does one round of work and gives how much of it was done in a second."""

HUNDREDTHS = 100


@dataclass(frozen=True)
class Aim:
    """A figure and the bound that it has to keep: at least, or at most when `at_least` is False."""

    what: str
    value: float
    bound: float
    at_least: bool = True

    @property
    def reached(self) -> bool:
        """Whether the figure keeps its bound."""
        return self.value >= self.bound if self.at_least else self.value <= self.bound


@dataclass(frozen=True)
class Measured:
    """One row: its figures by name (the unit ends the name), its aims, and what has to be said about it.

    pairs    how many times row and reference were measured in turn; 0 where there is no reference.
    seconds  how long the row took in all, with making its data.
    missing  programs or packages that are not installed, and what to install.
    """

    figures: Mapping[str, float]
    aims: tuple[Aim, ...] = ()
    pairs: int = 0
    note: str = ""
    missing: tuple[str, ...] = ()
    seconds: float = 0.0


def no_time_left(row: str) -> Measured:
    """What is said of a row that the limit of time left out."""
    return Measured({}, note=f"no time was left: `sunledger bench {row}` measures it alone")


@dataclass(frozen=True)
class Rounds:
    """Rates by name, one of each a round."""

    rates: Mapping[str, list[float]]

    def rate(self, name: str) -> float:
        """The median rate."""
        return median(self.rates[name])

    def ratio(self, name: str, reference: str) -> float:
        """The median of the ratios of each round: what disturbs a round disturbs both sides of it."""
        return median(a / b for a, b in zip(self.rates[name], self.rates[reference], strict=True))

    @property
    def count(self) -> int:
        """How many rounds there were."""
        return len(next(iter(self.rates.values())))


def in_turn(rounds: int, seconds: float, **measures: Rate) -> Rounds:
    """Take the measures in turn, every other round backwards; stop before a round that would end after `seconds`."""
    rates: dict[str, list[float]] = {name: [] for name in measures}
    began = time.perf_counter()
    for done in range(rounds):
        spent = time.perf_counter() - began
        if done and spent * (done + 1) / done > seconds:
            break
        for name in list(measures)[:: -1 if done % 2 else 1]:
            rates[name].append(measures[name]())
    return Rounds(rates)


def percentiles(seconds: list[float]) -> tuple[float, float]:
    """The median and the 99th percentile, in milliseconds."""
    cuts = quantiles(seconds, n=HUNDREDTHS, method="inclusive")
    return cuts[49] * 1000, cuts[98] * 1000


@dataclass
class Stopwatch:
    """Counts work against the clock: `with stopwatch: …`, then `rate(how_much)`."""

    seconds: float = 0.0
    _began: float = field(default=0.0, repr=False)

    def __enter__(self) -> Self:
        self._began = time.perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds += time.perf_counter() - self._began

    def rate(self, done: int) -> float:
        """So much a second."""
        return done / self.seconds
