"""翻印 (multiplying): copies of the sample county in the same journal, each under a tag of its own.

The copies of eight counties lie among each other, command by command, as if eight offices had worked side by side.
Versions stay what they are, since every stream is renamed; positions are worked out from those of the sample, so they
have no gaps.  Keys of some kinds are kept in capitals, and their tags with them.  The server does it; renaming leaves
the bytes of a fact canonical, since it touches values only.
"""

from dataclasses import dataclass

from psycopg2.extensions import cursor as Cursor  # noqa: N812 -- the driver writes its class in lower case

from projections.journal.database import Database
from scripts.bench.data.sample_county import TAG

LANES = 8

_SAMPLE = """
CREATE TEMPORARY TABLE sample AS
SELECT stream, version, topic, convert_from(state, 'UTF8') AS state, effective_on, actor, j.idempotency_key, request_id,
       r.first_position - f.first AS before, r.last_position - r.first_position + 1 AS facts,
       j.position - r.first_position AS place, r.request_hash
  FROM requests AS r
  JOIN journal AS j ON j.position BETWEEN r.first_position AND r.last_position
 CROSS JOIN (SELECT min(first_position) AS first FROM requests WHERE idempotency_key LIKE %(mine)s) AS f
 WHERE r.idempotency_key LIKE %(mine)s
"""
_COPIES = """
CREATE TEMPORARY TABLE copies AS
SELECT number - 1 AS lane, tag, upper(tag) AS capital FROM unnest(%(tags)s) WITH ORDINALITY AS given (tag, number)
"""
_FACTS = """
INSERT INTO journal (position, stream, version, topic, state, effective_on, recorded_at, actor, idempotency_key,
                     request_id)
SELECT %(head)s + before * %(lanes)s + lane * facts + place + 1 AS position,
       replace(replace(stream, %(tag)s, tag), upper(%(tag)s), capital), version, topic,
       convert_to(replace(replace(state, %(tag)s, tag), upper(%(tag)s), capital), 'UTF8'), effective_on, now(), actor,
       replace(idempotency_key, %(tag)s, tag), replace(request_id, %(tag)s, tag)
  FROM sample CROSS JOIN copies
 ORDER BY position
"""
_REQUESTS = """
INSERT INTO requests (idempotency_key, request_hash, first_position, last_position, recorded_at)
SELECT replace(idempotency_key, %(tag)s, tag), request_hash, %(head)s + before * %(lanes)s + lane * facts + 1,
       %(head)s + before * %(lanes)s + (lane + 1) * facts, now()
  FROM sample CROSS JOIN copies
 WHERE place = 0
 ORDER BY 3
"""


@dataclass(frozen=True)
class _Stand:
    """How many facts the sample and the journal have, and how many counties there are, the sample among them."""

    sample: int
    head: int
    counties: int


def tag_of(number: int) -> str:
    """The tag of a copy; the sample itself is number 0."""
    return f"q{number:04}q"


def multiply(database: Database, facts: int) -> int:
    """Add copies until the journal holds at least so many facts; give how many it holds.

    No process may hold the lock on the books meanwhile.
    """
    opened = database.connect("multiply")
    try:
        with opened.cursor() as cursor:
            cursor.execute("SET work_mem TO '256MB'")
            cursor.execute(_SAMPLE, {"mine": f"demo/{TAG}/%"})
            stand = _stand(cursor)
            while stand.head < facts:
                _add(cursor, stand, min(LANES, -(-(facts - stand.head) // stand.sample)))
                stand = _stand(cursor)
            cursor.execute("VACUUM (ANALYZE) journal, requests")
        return stand.head
    finally:
        opened.close()


def _stand(cursor: Cursor) -> _Stand:
    cursor.execute(
        "SELECT (SELECT count(*) FROM sample), (SELECT max(position) FROM journal),"
        " (SELECT max(substr(idempotency_key, 7, 4))::int + 1 FROM requests WHERE idempotency_key LIKE 'demo/q%')"
    )
    ((sample, head, counties),) = cursor.fetchall()
    return _Stand(sample, head, counties)


def _add(cursor: Cursor, stand: _Stand, lanes: int) -> None:
    """Add so many counties side by side, in one transaction."""
    tags = [tag_of(number) for number in range(stand.counties, stand.counties + lanes)]
    values = {"head": stand.head, "lanes": lanes, "tags": tags, "tag": TAG}
    cursor.execute("BEGIN")
    cursor.execute(_COPIES, values)
    cursor.execute(_FACTS, values)
    cursor.execute(_REQUESTS, values)
    cursor.execute("DROP TABLE copies; COMMIT")
