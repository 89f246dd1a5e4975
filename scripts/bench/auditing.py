"""收尾查账 (the audit at the end): every set of books that the rows wrote is derived again from its bytes."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import psycopg2

from projections.journal.database import Database
from scripts.bench.lab import Lab
from scripts.catch_up import catch_up
from scripts.verify.audit import audit
from scripts.verify.journal import check_journal


def audits(lab: Lab) -> Iterator[dict[str, Any]]:
    """Audit books with ledgers whole, and bare facts for their positions, versions and bytes.  Raises JournalBroken."""
    for schema in lab.books:
        catch_up(Database(lab.url, schema))
        seen = audit(lab.url, schema)
        yield {
            "books": schema,
            "facts": seen.facts,
            "figures": seen.figures,
            "differences": [str(difference) for difference in seen.differences],
        }
    for schema in lab.facts:
        yield {"books": schema, "facts": _check_bytes(lab.url, schema), "differences": []}


def _check_bytes(url: str, schema: str) -> int:
    with closing(psycopg2.connect(url, options=f"-c search_path={schema}")) as opened:
        with opened.cursor() as cursor:
            cursor.execute("SELECT coalesce(max(position), 0) FROM journal")
            ((head,),) = cursor.fetchall()
        return check_journal(opened, head)
