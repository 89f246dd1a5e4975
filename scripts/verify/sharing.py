"""分头查账 (auditing in two processes): the audit stream by stream beside the one in the order of the journal.

Both see the same moment.  A short journal is audited in this process alone, one pass after the other, and the answer is
the same.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from threading import Thread
from typing import Any

import psycopg2
from psycopg2.extensions import connection

from scripts.garbage_collection import look_seldom
from scripts.verify.by_stream import stream_by_stream
from scripts.verify.difference import Difference, Findings
from scripts.verify.journal import JournalBroken
from scripts.verify.pages import Column, columns

LONG_JOURNAL = 10_000
"""Facts; a shorter journal is read before a second process has started."""


class AuditCutShort(RuntimeError):
    """The other process of the audit was ended from outside (查账未完成): nothing is known, and it may be run again."""

    def __init__(self) -> None:
        super().__init__("另一查账进程提前结束 / the other process of the audit ended early")


@contextmanager
def beside(
    opened: connection, url: str, schema: str, tables: Mapping[str, list[Column]], head: int
) -> Iterator[Callable[[], Findings]]:
    """Begin the audit stream by stream; what is given waits for its end.

    It raises JournalBroken, psycopg2.OperationalError, and AuditCutShort when the other process was killed.
    """
    if head < LONG_JOURNAL or len(os.sched_getaffinity(0)) == 1:
        yield lambda: stream_by_stream(opened, tables, head)
        return
    with opened.cursor() as reading:
        reading.execute("SELECT pg_export_snapshot()")
        ((snapshot,),) = reading.fetchall()
    share = {"url": url, "schema": schema, "snapshot": snapshot, "head": head, "tables": list(tables)}
    # A plain process, not one of `multiprocessing`: that would run the program again that called us.  In a group of its
    # own, so that only this process hears Ctrl-C.
    with subprocess.Popen(
        [sys.executable, "-c", "from scripts.verify.sharing import audit_share; audit_share()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        process_group=0,
    ) as other:
        try:
            assert other.stdin is not None, "the other process is told by a pipe"
            other.stdin.write(json.dumps(share).encode() + b"\n")
            other.stdin.flush()
            yield lambda: _answer(other)
        except BaseException:
            other.kill()
            raise


def _answer(other: "subprocess.Popen[bytes]") -> Findings:
    """Wait for what the other process found."""
    assert other.stdout is not None, "the other process answers by a pipe"
    said = other.stdout.read()
    if not said:
        raise AuditCutShort
    answer = json.loads(said)
    if "broken" in answer:
        raise JournalBroken(*answer["broken"])
    if "lost" in answer:
        raise psycopg2.OperationalError(answer["lost"])
    found = Findings()
    found.cells, found.count = answer["cells"], answer["count"]
    found.listed = [Difference(*one) for one in answer["listed"]]
    return found


def audit_share() -> None:
    """Audit the share that stands in the first line of the input, and answer with what was found."""
    share = json.loads(sys.stdin.buffer.readline())
    look_seldom()
    Thread(target=_end_with_the_other, daemon=True).start()
    sys.stdout.write(json.dumps(_found_in(share)))


def _found_in(share: dict[str, Any]) -> dict[str, Any]:
    url, schema, head = share["url"], share["schema"], share["head"]
    try:
        with closing(psycopg2.connect(url, application_name=f"sunledger {schema} audit")) as opened:
            opened.set_session(isolation_level="REPEATABLE READ", readonly=True)
            with opened.cursor() as reading:
                # The lock of the first process keeps the tables in their place: it waits for this one.
                reading.execute("SET TRANSACTION SNAPSHOT %s", (share["snapshot"],))
                reading.execute("SELECT set_config('search_path', %s, false)", (schema,))
            tables = columns(opened, schema)
            found = stream_by_stream(opened, {table: tables[table] for table in share["tables"]}, head)
    except JournalBroken as broken:
        return {"broken": (broken.position, str(broken))}
    except psycopg2.OperationalError as error:
        return {"lost": str(error)}
    listed = [(one.where, one.figure, one.in_the_ledger, one.by_the_facts) for one in found.listed]
    return {"cells": found.cells, "count": found.count, "listed": listed}


def _end_with_the_other() -> None:
    """The input ends with the process at its other end; then nobody waits for an answer."""
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)
