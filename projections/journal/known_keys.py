"""已用的幂等键 (known keys): tells of nearly every new key that it is new, without asking the database.

A filter in memory remembers the key of every request; for a key that it may hold, the caller asks the journal.  Nothing
depends on the filter alone: two requests with one key cannot both be kept, for the key is primary in `requests`.
"""

import logging
from threading import Event, Lock, Thread

from eventsourcing.persistence import PersistenceError

from projections.journal.bloom_filter import BloomFilter
from projections.journal.database import Pool
from projections.journal.writer import JournalWriter

log = logging.getLogger(__name__)

PAGE_KEYS = 5_000
NEXT_KEYS = """
SELECT idempotency_key FROM requests WHERE %(after)s IS NULL OR idempotency_key > %(after)s
 ORDER BY idempotency_key LIMIT %(limit)s
"""


class KnownKeys:
    """The keys of one set of books, as long as this process holds its lock.  Safe for many threads.

    A thread reads them in the background when a caller asks for the first key, and again whenever the writer took the
    lock anew; until it is done, every key may be known.
    """

    def __init__(self, writer: JournalWriter, reads: Pool) -> None:
        self._writer = writer
        self._reads = reads
        self._filter = BloomFilter()
        self._lock = Lock()
        self._read_at_lock = 0
        self._reading: Thread | None = None
        self._closing = Event()

    def may_hold(self, key: str) -> bool:
        """False when no request with this key was recorded; True when the journal has to be asked."""
        if self._read_at_lock != self._writer.times_locked or not self._read_at_lock:
            self._begin_to_read()
            return True
        return self._filter.may_hold(key)

    def add(self, *keys: str) -> None:
        """Remember these keys from now on, whatever becomes of their requests."""
        with self._lock:
            self._filter.add(keys)

    def close(self) -> None:
        """Stop reading."""
        self._closing.set()
        if self._reading is not None:
            self._reading.join()

    def _begin_to_read(self) -> None:
        with self._lock:
            idle = self._reading is None or not self._reading.is_alive()
            if idle and self._writer.times_locked and not self._closing.is_set():
                self._reading = Thread(target=self._read, name="known keys", daemon=True)
                self._reading.start()

    def _read(self) -> None:
        """Read every key that others recorded before this process took the lock; `add` learns all later ones."""
        times_locked = self._writer.times_locked
        after: str | None = None
        try:
            while not self._closing.is_set():
                page = self._reads.fetch(NEXT_KEYS, {"after": after, "limit": PAGE_KEYS})
                self.add(*(key for (key,) in page))
                if len(page) < PAGE_KEYS:
                    self._read_at_lock = times_locked
                    return
                after = page[-1][0]
        except PersistenceError as error:
            log.warning("the known keys were not read; the journal is asked for each: %s", error)
