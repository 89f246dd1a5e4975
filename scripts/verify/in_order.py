"""按序查账 (the audit in the order of the journal): the lists that grow with it, and what stands at its end.

Compared at the end are the ledgers of documents, projects, accounts and gifts, which any later fact may change.
"""

from collections.abc import Callable, Mapping

from psycopg2.extensions import connection

from scripts.verify.difference import Findings
from scripts.verify.discovered import AT_THE_END, BY_FACT, Listeners
from scripts.verify.guard import answers_without_facts, instants_go_back, requests_differ
from scripts.verify.journal import cannot_be_added_up, facts_in_order
from scripts.verify.laws import broken_laws
from scripts.verify.numbering import compare_with_lines
from scripts.verify.pages import COMPARED_ELSEWHERE, Column, LedgerTables
from scripts.verify.papers import Papers

NOT_HEARD = frozenset({"roll.line_due"})
"""Topics that no subject hears in this order: most facts are of them, and this pass does not read their states."""

ENOUGH_FACTS = 1_000
"""Their lines are compared together."""


def in_the_order_of_the_journal(
    opened: connection, tables: Mapping[str, list[Column]], head: int, progress: Callable[[int, int], None]
) -> Findings:
    """Derive the rows of these ledgers and compare.  Raises JournalBroken."""
    found = Findings()
    papers = Papers(AT_THE_END, found.say)
    pages = LedgerTables(opened, tables, {**BY_FACT, **AT_THE_END}, found)
    listeners = Listeners(papers)
    compared = 0
    for fact in facts_in_order(opened, head, NOT_HEARD):
        if fact.position > compared + ENOUGH_FACTS:
            pages.compare(papers.take_lines())
            compared = fact.position - 1
            progress(compared, head)
        try:
            for derive in listeners.of(fact.kind):
                derive(fact)
        except (LookupError, TypeError, ValueError) as error:
            raise cannot_be_added_up(fact, error) from error
    pages.compare(papers.take_lines())
    progress(head, head)
    found.say_all(broken_laws(papers))
    pages.compare(papers.take_rows())
    pages.finish()
    if tables.keys() >= COMPARED_ELSEWHERE:
        found.say_all(compare_with_lines(opened))
    found.say_all(instants_go_back(opened, head))
    found.say_all(requests_differ(opened, head))
    found.say_all(answers_without_facts(opened))
    return found
