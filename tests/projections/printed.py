"""A ledger as a page that a bookkeeper can read: one line a row, amounts in yuan."""

from collections.abc import Iterable
from typing import Any

from domain.money.fen import yuan_text


def page(rows: Iterable[Any], columns: str) -> str:
    """The named columns of each row; amounts as yuan, sources as `level amount`, nothing as `-`."""
    return "\n".join(" | ".join(_text(name, getattr(row, name)) for name in columns.split()) for row in rows)


def _text(name: str, value: Any) -> str:
    if value is None or value == "":
        return "-"
    if name.endswith("_fen"):
        return yuan_text(value)
    if name == "sources":
        return " + ".join(f"{part.level} {yuan_text(part.amount_fen)}" for part in value) or "-"
    return str(value)


def block(text: str) -> str:
    """An expected page as it is written in a test: without the indentation around it."""
    return "\n".join(line.strip() for line in text.strip().splitlines())
