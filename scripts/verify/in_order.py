"""按序查账 (the audit in the order of the journal): the lists that grow with it, and what stands at its end.

Compared at the end are the ledgers of documents, projects, accounts and gifts, which any later fact may change.
"""

from collections.abc import Callable, Mapping, Sequence

from psycopg2.extensions import connection

from scripts.verify import registers
from scripts.verify.cash import CashSide, idle_payments
from scripts.verify.difference import Findings
from scripts.verify.duties import Duties
from scripts.verify.guard import instants_go_back, requests_differ
from scripts.verify.journal import Stored, cannot_be_added_up, facts_in_order
from scripts.verify.laws import broken_laws
from scripts.verify.numbering import compare_with_lines
from scripts.verify.pages import COMPARED_ELSEWHERE, Column, Pages
from scripts.verify.papers import AT_THE_END, BY_FACT, Papers
from scripts.verify.postings import Postings
from scripts.verify.quota import QuotaSide
from scripts.verify.timeline import Timeline
from scripts.verify.works import Works

NOT_HEARD = frozenset({"roll.line_due"})
"""Topics that nobody here listens to: they are most of the facts, and their states are not even read."""

ENOUGH_FACTS = 1_000
"""Their lines are compared together."""

Derive = Callable[[Stored], None]


def in_the_order_of_the_journal(
    opened: connection, tables: Mapping[str, list[Column]], head: int, progress: Callable[[int, int], None]
) -> Findings:
    """Derive the rows of these ledgers and compare.  Raises JournalBroken."""
    found, papers = Findings(), Papers(AT_THE_END)
    pages = Pages(opened, tables, {**BY_FACT, **AT_THE_END}, found)
    duties, cash = Duties(papers), CashSide(papers)
    parts = _parts(papers, cash, Postings(papers, found.say))
    compared = 0
    for fact in facts_in_order(opened, head, NOT_HEARD):
        if fact.position > compared + ENOUGH_FACTS:
            pages.compare(papers.take_lines())
            compared = fact.position - 1
            progress(compared, head)
        try:
            duties.add(fact)
            for derive in parts.get(fact.kind, ()):
                derive(fact)
        except (LookupError, TypeError, ValueError) as error:
            raise cannot_be_added_up(fact, error) from error
    pages.compare(papers.take_lines())
    progress(head, head)
    found.say_all(broken_laws(papers, cash.beside_fen))
    pages.compare(papers.take_rows())
    pages.finish()
    if tables.keys() > COMPARED_ELSEWHERE:
        found.say_all(compare_with_lines(opened))
    found.say_all(instants_go_back(opened, head))
    found.say_all(requests_differ(opened, head))
    return found


def _parts(papers: Papers, cash: CashSide, postings: Postings) -> dict[str, Sequence[Derive]]:
    """Who reads the facts of which kind of stream, in this order."""
    quota, works, timeline = QuotaSide(papers), Works(papers), Timeline(papers)

    def into(derive: Callable[[Stored, Papers], None]) -> Derive:
        return lambda fact: derive(fact, papers)

    gifts = into(registers.gifts)
    return {
        "fund": (quota.add, timeline.add, postings.add),
        "account": (cash.add, into(idle_payments), works.add, gifts, timeline.add, postings.add),
        "project": (works.add, timeline.add, postings.add),
        "roll": (into(registers.sendings), into(registers.answers), postings.add),
        "gift": (gifts, postings.add),
        "claim": (timeline.add,),
        "notice": (into(registers.extensions), timeline.add),
        "asset_register": (into(registers.surveys),),
    }
