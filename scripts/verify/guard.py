"""序时簿的看护 (the guard of the journal): columns that repeat a fact, instants, requests, and the triggers."""

from collections.abc import Iterator

from psycopg2.extensions import connection

from scripts.verify.difference import Difference, Findings
from scripts.verify.discovered import TOPICS
from scripts.verify.journal import Stored

TRIGGERS = {"keep_facts": "journal", "keep_requests": "requests"}


def watch_columns(fact: Stored, found: Findings) -> None:
    """Say where a column of the journal is not what the fact says, or names a kind of fact that nobody knows."""
    day, actor = fact.state.get("effective_on"), fact.state.get("by")
    if fact.effective_on != day:
        found.say(Difference(f"journal {fact.position}", "effective_on", fact.effective_on, day))
    if fact.actor != actor:
        found.say(Difference(f"journal {fact.position}", "actor", fact.actor, actor))
    if fact.topic not in TOPICS:
        # Nothing follows from a fact that nobody knows, so no row of a ledger could give it away.
        found.say(Difference(f"journal {fact.position}", "topic", fact.topic, "已知的事实 a known fact"))


def instants_go_back(opened: connection, head: int) -> Iterator[Difference]:
    """Find facts that were recorded before the fact in front of them."""
    with opened.cursor("audit_instants") as reading:
        reading.execute(
            """
            SELECT position, recorded_at::text, before::text
              FROM (SELECT position, recorded_at, lag(recorded_at) OVER (ORDER BY position) AS before
                      FROM journal WHERE position <= %s) AS told
             WHERE recorded_at < before ORDER BY position
            """,
            (head,),
        )
        for position, recorded_at, before in reading:
            yield Difference(f"journal {position}", "recorded_at", recorded_at, f"≥ {before}")


def requests_differ(opened: connection, head: int) -> Iterator[Difference]:
    """Find requests that do not name exactly the facts that carry their key."""
    with opened.cursor("audit_requests") as reading:
        reading.execute(
            """
            SELECT coalesce(r.idempotency_key, f.idempotency_key), ARRAY[r.first_position, r.last_position],
                   ARRAY[f.first_position, f.last_position], r.recorded_at::text, f.recorded_at::text
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


def answers_without_facts(opened: connection) -> Iterator[Difference]:
    """Find requests that were answered with facts behind the end of the journal: somebody took its end away."""
    with opened.cursor("audit_answers") as reading:
        reading.execute(
            """
            SELECT idempotency_key, ARRAY[first_position, last_position], last
              FROM requests, (SELECT coalesce(max(position), 0) AS last FROM journal) AS end_of_journal
             WHERE last_position > last ORDER BY last_position
            """
        )
        for key, positions, last in reading:
            yield Difference(f"requests {key}", "positions", positions, f"≤ {last}")


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
