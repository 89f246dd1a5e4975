"""行 (lines): facts as COPY reads them, encoded while the server already works on the lines before.

Text, not binary: measured on these rows, binary COPY was 5% faster and four times as much code.  JSON is sent as it is:
half as long as in hex, and a quarter faster to read for the server.  Encoding in chunks made 1,000 facts a call a fifth
faster than encoding them first, since server and encoder each have a processor.
"""

from collections.abc import Iterator, Sequence
from io import RawIOBase

from projections.journal.ticket import JournalTicket

COPY = (
    "COPY journal (stream, version, topic, state, effective_on, actor, idempotency_key, request_id,"
    " position, recorded_at) FROM STDIN"
)
CHUNK_LINES = 100

_TAB, _NEWLINE, _RETURN, _BACKSLASH = b"\t\n\r\\"
COPY_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
"""What COPY reads for a character that would end a cell or a line."""


def escaped(text: str | None) -> bytes:
    """Write one text value as COPY reads it; None is its NULL."""
    if text is None:
        return b"\\N"
    return (text if text.isprintable() and "\\" not in text else text.translate(COPY_ESCAPES)).encode()


class CopyLines(RawIOBase):
    """A file for the driver to read: the facts of a batch, from the positions that its tickets were given.

    failure  what kept a fact from being encoded; the driver turns it into an error of the server.
    """

    def __init__(self, batch: Sequence[JournalTicket], recorded_at: str) -> None:
        super().__init__()
        self.failure: Exception | None = None
        self._chunks = _chunks(batch, recorded_at.encode())

    def read(self, _size: int = -1) -> bytes:
        """Return the next chunk of whole lines, or nothing at the end."""
        try:
            return next(self._chunks, b"")
        except Exception as failure:
            self.failure = failure
            raise


def _chunks(batch: Sequence[JournalTicket], recorded_at: bytes) -> Iterator[bytes]:
    lines: list[bytes] = []
    for ticket in batch:
        for start in range(0, len(ticket.events), CHUNK_LINES):
            lines += _lines(ticket, start, recorded_at)
            if len(lines) >= CHUNK_LINES:
                yield b"".join(lines)
                lines.clear()
    yield b"".join(lines)


def _lines(ticket: JournalTicket, start: int, recorded_at: bytes) -> list[bytes]:
    about = ticket.circumstances
    day = b"\\N" if about.effective_on is None else about.effective_on.isoformat().encode()
    middle = b"\t".join(
        (day, escaped(about.actor), escaped(about.idempotency_key), escaped(about.request_id))
    )
    return [
        b"%b\t%d\t%b\t%b\t%b\t%d\t%b\n"
        % (
            escaped(str(event.originator_id)),
            event.originator_version,
            escaped(event.topic),
            _bytea(event.state),
            middle,
            position,
            recorded_at,
        )
        for position, event in enumerate(
            ticket.events[start : start + CHUNK_LINES], ticket.first_position + start
        )
    ]


def _bytea(state: bytes) -> bytes:
    """Write bytes as COPY and bytea read them: as the text that they are, or in hex what could mean something else."""
    if _BACKSLASH in state or _NEWLINE in state or _TAB in state or _RETURN in state or 0 in state:
        return b"\\\\x" + state.hex().encode()
    try:
        state.decode()
    except UnicodeDecodeError:
        return b"\\\\x" + state.hex().encode()
    return state
