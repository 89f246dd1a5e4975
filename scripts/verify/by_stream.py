"""按户查账 (the audit stream by stream): the papers of which there are many, and what is so of every fact alone.

Of every fact it is checked that its bytes are canonical and that the columns beside them repeat them.
"""

from collections.abc import Mapping

from psycopg2.extensions import connection

from scripts.verify.difference import Findings
from scripts.verify.discovered import BY_STREAM, STREAMS
from scripts.verify.guard import watch_columns
from scripts.verify.journal import cannot_be_added_up, facts_by_stream
from scripts.verify.pages import Column, LedgerTables
from scripts.verify.papers import Papers

ENOUGH_FACTS = 1_000
"""Their papers are compared together, with those of the stream that is the last of them."""


def stream_by_stream(opened: connection, tables: Mapping[str, list[Column]], head: int) -> Findings:
    """Derive the rows of these ledgers and compare.  Raises JournalBroken."""
    found = Findings()
    papers = Papers(BY_STREAM, found.say)
    pages = LedgerTables(opened, tables, BY_STREAM, found)
    stream, derived = "", 0
    for fact in facts_by_stream(opened, head):
        watch_columns(fact, found)
        derive = STREAMS.get(fact.kind)
        if derive is None:
            continue
        if derived >= ENOUGH_FACTS and fact.stream != stream:
            pages.compare(papers.take_rows())
            derived = 0
        stream = fact.stream
        derived += 1
        try:
            derive(fact, papers)
        except (LookupError, TypeError, ValueError) as error:
            raise cannot_be_added_up(fact, error) from error
    pages.compare(papers.take_rows())
    pages.finish()
    return found
