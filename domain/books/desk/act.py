"""经办与回执 (act and receipt): what goes into every command and what comes out of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self


@dataclass(frozen=True)
class Act:
    """One act at the desk (一笔经办).

    by               person id of who acts, never a name.
    effective_on     业务日期.
    scope            administrative division code the caller is bound to; "" is the whole set of books.
    seen             a stream and the version that the caller looked at; None when it does not matter.
    recorded_on      the day on the clock of who takes the act; None where nobody looks at a clock.
    idempotency_key  makes a repeat of the request harmless; request_hash tells whether it is a repeat.
    """

    by: str
    effective_on: date
    scope: str = ""
    seen: tuple[str, int] | None = None
    idempotency_key: str | None = None
    request_hash: bytes = b""
    request_id: str | None = None
    recorded_on: date | None = None


@dataclass(frozen=True)
class RecordedFact:
    """Where one fact of a command is kept."""

    position: int
    stream: str
    version: int
    topic: str


@dataclass(frozen=True)
class Receipt:
    """The answer to a command (回执): the positions of its facts in the journal, gapless and in order.

    repeated  True when the request had been recorded before; the rest is the original answer.
    """

    first_position: int
    last_position: int
    facts: tuple[RecordedFact, ...]
    repeated: bool = False

    @classmethod
    def of(cls, facts: tuple[RecordedFact, ...]) -> Self:
        """Make the receipt of facts that were just recorded."""
        return cls(facts[0].position, facts[-1].position, facts)

    def again(self) -> Self:
        """Give the same receipt to a repeated request."""
        return replace(self, repeated=True)
