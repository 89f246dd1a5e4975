"""公示内容 (what a notice says in one of its fields)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FieldText:
    """One named field of a notice and its text."""

    code: str
    text: str
