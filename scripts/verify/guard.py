"""序时簿的看护 (the guard of the journal): columns that repeat a fact, instants, requests, and the triggers."""

from collections.abc import Callable, Iterator
from datetime import datetime

from psycopg2.extensions import connection

from scripts.verify.difference import Difference
from scripts.verify.journal import Stored

TRIGGERS = {"keep_facts": "journal", "keep_requests": "requests"}


class Guard:
    """Watches the facts go by in their order."""

    def __init__(self, say: Callable[[Difference], None]) -> None:
        """Begin before the first fact."""
        self._say = say
        self._recorded_at: datetime | None = None

    def add(self, fact: Stored) -> None:
        """Say where a column of the journal is not what the fact says, and where time goes back."""
        said = fact.state.get("effective_on"), fact.state.get("by")
        if (fact.effective_on, fact.actor) != said:
            in_the_journal = fact.effective_on, fact.actor
            self._say(Difference(f"journal {fact.position}", "effective_on, actor", in_the_journal, said))
        if self._recorded_at and fact.recorded_at and fact.recorded_at < self._recorded_at:
            no_earlier = f"≥ {self._recorded_at}"
            self._say(Difference(f"journal {fact.position}", "recorded_at", fact.recorded_at, no_earlier))
        self._recorded_at = fact.recorded_at


def requests_differ(opened: connection, head: int) -> Iterator[Difference]:
    """Find requests that do not name exactly the facts that carry their key."""
    with opened.cursor("audit_requests") as reading:
        reading.execute(
            """
            SELECT coalesce(r.idempotency_key, f.idempotency_key), ARRAY[r.first_position, r.last_position],
                   ARRAY[f.first_position, f.last_position], r.recorded_at, f.recorded_at
              FROM (SELECT * FROM requests WHERE last_position BETWEEN first_position AND %(head)s) r
              FULL JOIN (SELECT idempotency_key, min(position) AS first_position, max(position) AS last_position,
                                count(*) AS facts, min(recorded_at) AS recorded_at
                           FROM journal WHERE position <= %(head)s AND idempotency_key IS NOT NULL
                          GROUP BY idempotency_key) f USING (idempotency_key)
             WHERE (r.first_position, r.last_position, r.last_position - r.first_position + 1, r.recorded_at)
                   IS DISTINCT FROM (f.first_position, f.last_position, f.facts, f.recorded_at)
            """,
            {"head": head},
        )
        for key, in_the_books, by_the_facts, answered_at, recorded_at in reading:
            if in_the_books != by_the_facts:
                yield Difference(f"requests {key}", "positions", in_the_books, by_the_facts)
            else:
                yield Difference(f"requests {key}", "recorded_at", answered_at, recorded_at)


def triggers_off(opened: connection, schema: str) -> Iterator[Difference]:
    """Find the triggers that keep facts and requests where they do not always fire (ENABLE ALWAYS)."""
    with opened.cursor() as reading:
        reading.execute(
            """
            SELECT t.tgname, c.relname, t.tgenabled::text
              FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_proc p ON p.oid = t.tgfoid
             WHERE n.nspname = %s AND p.proname = 'refuse_rewriting'
            """,
            (schema,),
        )
        found = {(name, table): enabled for name, table, enabled in reading}
    for trigger in TRIGGERS.items():
        if found.get(trigger) != "A":
            yield Difference(f"{trigger[1]} {trigger[0]}", "trigger", found.get(trigger), "A")
