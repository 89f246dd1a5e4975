"""报账资料 (a document of a claim)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Document:
    """报账资料: one paper of a claim.  `sha256` is the hash of its scan (hex, or "" where none was made)."""

    kind: str
    number: str
    sha256: str
    amount_fen: int
    issued_on: date
