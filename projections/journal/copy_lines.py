"""行 (lines): facts as COPY reads them, encoded while the server already works on the lines before.

Text, not binary: measured on these rows, binary COPY was 5% faster and four times as much code.  JSON stands in it as
it is: half as long as in hex, and a quarter faster to read for the server.  Encoding in chunks made 1,000 facts a call
a fifth faster than encoding them first, since server and encoder each have a processor.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import RawIOBase

from projections.journal.ticket import Ticket

COPY = (
    "COPY journal (stream, version, topic, state, effective_on, actor, idempotency_key, request_id,"
    " position, recorded_at) FROM STDIN"
)
CHUNK_LINES = 100

_NOT_PLAIN = bytes(range(0x20)) + b"\\"
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


@lru_cache(maxsize=8192)
def escaped(text: str | None) -> str:
    """Write one text value as COPY reads it; None is its NULL."""
    return "\\N" if text is None else text.translate(_ESCAPES)


class CopyLines(RawIOBase):
    """A file for the driver to read: the facts of a batch, from the positions that its tickets were given.

    failure  what kept a fact from being encoded; the driver turns it into an error of the server.
    """

    def __init__(self, batch: Sequence[Ticket], recorded_at: str) -> None:
        """Encode nothing yet."""
        super().__init__()
        self.failure: Exception | None = None
        self._chunks = _chunks(batch, recorded_at)

    def read(self, _size: int = -1) -> bytes:
        """Return the next chunk of whole lines, or nothing at the end."""
        try:
            return next(self._chunks, b"")
        except Exception as failure:
            self.failure = failure
            raise


def _chunks(batch: Sequence[Ticket], recorded_at: str) -> Iterator[bytes]:
    lines: list[str] = []
    for ticket in batch:
        for start in range(0, len(ticket.events), CHUNK_LINES):
            lines += _lines(ticket, start, recorded_at)
            if len(lines) >= CHUNK_LINES:
                yield "".join(lines).encode()
                lines.clear()
    yield "".join(lines).encode()


def _bytes(state: bytes) -> str:
    """Write bytes as COPY and bytea read them: as the text that they are, or in hex what could mean something else."""
    if len(state.translate(None, _NOT_PLAIN)) < len(state):
        return f"\\\\x{state.hex()}"
    try:
        return state.decode()
    except UnicodeDecodeError:
        return f"\\\\x{state.hex()}"


def _lines(ticket: Ticket, start: int, recorded_at: str) -> list[str]:
    said = ticket.said
    day = "\\N" if said.effective_on is None else said.effective_on.isoformat()
    middle = f"{day}\t{escaped(said.actor)}\t{escaped(said.idempotency_key)}\t{escaped(said.request_id)}"
    return [
        f"{escaped(str(event.originator_id))}\t{event.originator_version}\t{escaped(event.topic)}"
        f"\t{_bytes(event.state)}\t{middle}\t{position}\t{recorded_at}\n"
        for position, event in enumerate(
            ticket.events[start : start + CHUNK_LINES], ticket.first_position + start
        )
    ]
