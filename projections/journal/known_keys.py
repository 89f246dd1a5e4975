"""已用的幂等键 (known keys): a filter in memory that tells of nearly every new key that it is new, without asking.

Every key sets two bits of a table (Bloom filter), so a key whose bits are not both set was never recorded.  Of the
others the journal knows; with a million keys that is one new key in five thousand, with ten million one in fifty.
Nothing hangs on the filter alone: two requests with one key cannot both be kept, for the key is primary in `requests`.

The hash is Python's own, salted by each process: nobody outside can look for keys that meet.
"""

import logging
from threading import Event, Lock, Thread

from eventsourcing.persistence import PersistenceError

from projections.journal.database import Pool
from projections.journal.pen import Pen

log = logging.getLogger(__name__)

TABLE_BYTES = 1 << 24
LAST_BIT = TABLE_BYTES * 8 - 1
PAGE_KEYS = 5_000
NEXT_KEYS = """
SELECT idempotency_key FROM requests WHERE %(after)s IS NULL OR idempotency_key > %(after)s
 ORDER BY idempotency_key LIMIT %(limit)s
"""


class KnownKeys:
    """The keys of one set of books, as long as this process holds the pen.  Safe for many threads.

    They are read in the background when the first key is asked for, and again whenever the pen had to be taken anew;
    until that is done every key may be known.
    """

    def __init__(self, pen: Pen, reads: Pool) -> None:
        """Read nothing yet."""
        self._pen = pen
        self._reads = reads
        self._table = bytearray(TABLE_BYTES)
        self._mutex = Lock()
        self._read_under = 0
        self._reading: Thread | None = None
        self._closing = Event()

    def may_hold(self, key: str) -> bool:
        """False when no request with this key was recorded; True when the journal has to be asked."""
        if self._read_under != self._pen.times_taken or not self._read_under:
            self._begin_to_read()
            return True
        one, other = _places(key)
        return bool(self._table[one >> 3] >> (one & 7) & self._table[other >> 3] >> (other & 7) & 1)

    def add(self, *keys: str) -> None:
        """Know these keys from now on, whatever becomes of their requests."""
        table = self._table
        with self._mutex:
            for key in keys:
                one, other = _places(key)
                table[one >> 3] |= 1 << (one & 7)
                table[other >> 3] |= 1 << (other & 7)

    def close(self) -> None:
        """Stop reading."""
        self._closing.set()
        if self._reading is not None:
            self._reading.join()

    def _begin_to_read(self) -> None:
        with self._mutex:
            idle = self._reading is None or not self._reading.is_alive()
            if idle and self._pen.times_taken and not self._closing.is_set():
                self._reading = Thread(target=self._read, name="known keys", daemon=True)
                self._reading.start()

    def _read(self) -> None:
        """Read every key that others recorded before this process took the pen; `add` tells of all later ones."""
        taken = self._pen.times_taken
        after: str | None = None
        try:
            while not self._closing.is_set():
                page = self._reads.fetch(NEXT_KEYS, {"after": after, "limit": PAGE_KEYS})
                self.add(*(key for (key,) in page))
                if len(page) < PAGE_KEYS:
                    self._read_under = taken
                    return
                after = page[-1][0]
        except PersistenceError as error:
            log.warning("the known keys were not read; the journal is asked for each: %s", error)


def _places(key: str) -> tuple[int, int]:
    """Two bits of the table, from the two halves of one hash."""
    hashed = hash(key)
    return hashed & LAST_BIT, hashed >> 32 & LAST_BIT
