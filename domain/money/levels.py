"""分级次金额 (levels): how many fen of each source level, kept apart on the money's whole way (渠道不乱)."""

from collections.abc import Iterable

from domain.money.sources import SourceAmount

Levels = dict[str, int]
"""Fen by source level; a level that is missing holds nothing."""


def add_levels(levels: Levels, sources: Iterable[SourceAmount]) -> None:
    """Add each part to its level, in place."""
    for part in sources:
        levels[part.level] = levels.get(part.level, 0) + part.amount_fen


def take_levels(levels: Levels, sources: Iterable[SourceAmount]) -> None:
    """Take each part from its level, in place."""
    for part in sources:
        levels[part.level] = levels.get(part.level, 0) - part.amount_fen


def by_level(sources: Iterable[SourceAmount]) -> list[tuple[str, int]]:
    """The parts as pairs of level and fen."""
    return [(part.level, part.amount_fen) for part in sources]


def sum_levels(amounts: Iterable[Levels]) -> Levels:
    """Several amounts together, level by level."""
    levels: Levels = {}
    for one in amounts:
        for level, fen in one.items():
            levels[level] = levels.get(level, 0) + fen
    return levels


def less(levels: Levels, *taken: Levels) -> Levels:
    """What is left of each level after the others are taken from it."""
    return {level: fen - sum(other.get(level, 0) for other in taken) for level, fen in levels.items()}
