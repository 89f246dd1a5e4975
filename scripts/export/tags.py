"""来源标签 (tags of a posting): what it is about, under the names that every program writes."""

from collections.abc import Iterator, Mapping

from domain.funds.codes import PurposeKind
from projections.trial_balance.ledger_rows import DimensionKey

NAMES = (*DimensionKey._fields, "purpose_name")
"""The tags: the dimensions of the ledger, and what the register of places calls a unit that is paid."""


def purpose_name(about: DimensionKey, names: Mapping[str, str]) -> str:
    """Give the name of the unit that a posting is for; "" for another purpose and for one without a name."""
    return names.get(about.purpose_code, "") if about.purpose_kind == PurposeKind.UNIT else ""


def tags(about: DimensionKey, name: str) -> Iterator[tuple[str, str | int]]:
    """Give each tag with its value; what is not known is left out.  `name` as `purpose_name` gives it."""
    values: tuple[str | int, ...] = (*about, name)
    return ((tag, value) for tag, value in zip(NAMES, values, strict=True) if value)
