"""账套锁 (the lock on the books): an advisory lock, so that one process at a time writes a set of books (D1)."""

import time
from hashlib import blake2b

from eventsourcing.persistence import OperationalError
from psycopg2.extensions import connection

_HOLDER = """
SELECT l.pid, a.application_name, coalesce(a.client_addr::text, 'local'), a.backend_start
  FROM pg_locks l LEFT JOIN pg_stat_activity a USING (pid)
 WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
   AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
   AND (l.classid::bigint << 32 | l.objid::bigint) = %s
"""


class BooksHeldByAnotherWriter(OperationalError):
    """Another process writes this set of books (账套已有记账进程).

    schema      the set of books.
    holder_pid  the backend of the writer that holds the lock, or None when it released it while we looked.
    """

    def __init__(self, schema: str, holder_pid: int | None, who: str, waited_seconds: float) -> None:
        super().__init__(
            f"账套 {schema} 正由另一进程记账（数据库进程号 {holder_pid}，{who}），已等待 {waited_seconds:g} 秒 / "
            f"the books {schema} are held by another writer (backend pid {holder_pid}, {who}), "
            f"waited {waited_seconds:g} s"
        )
        self.schema = schema
        self.holder_pid = holder_pid


def lock_key(name: str) -> int:
    """Make a stable signed 64-bit number for an advisory lock from a name."""
    return int.from_bytes(blake2b(f"sunledger {name}".encode(), digest_size=8).digest(), "big", signed=True)


def lock_books(opened: connection, schema: str, wait_seconds: float) -> None:
    """Take the lock on the books `schema`; this connection holds it for as long as it lives.

    Raises BooksHeldByAnotherWriter when another connection holds it for `wait_seconds`.
    """
    key = lock_key(schema)
    deadline = time.monotonic() + wait_seconds
    with opened.cursor() as cursor:
        while True:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", (key,))
            if cursor.fetchone() == (True,):
                return
            if time.monotonic() >= deadline:
                cursor.execute(_HOLDER, (key,))
                pid, program, address, since = cursor.fetchone() or (None, "?", "?", "?")
                raise BooksHeldByAnotherWriter(schema, pid, f"{program}, {address}, {since}", wait_seconds)
            time.sleep(min(0.05, wait_seconds))
