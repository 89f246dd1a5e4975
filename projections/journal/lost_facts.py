"""丢失的事实 (lost facts): whether the journal still holds all that was counted from it and answered for.

The database refuses DELETE.  So facts are missing only where somebody got round it, or put an older copy in the place
of the journal; whoever recorded or rebuilt on what is left would hide it.
"""

from typing import Any


class FactsLost(RuntimeError):
    """序时簿缺少事实: the journal lacks facts.  A backup holds them, and `verify` says more.

    head   the last position of the journal.
    known  the last position that a ledger counts to or a request was answered with.
    gaps   how many positions before the last one have no fact.
    """

    def __init__(self, head: int, known: int, gaps: int) -> None:
        super().__init__(
            f"序时簿缺少事实：止于第 {head} 号，已知到第 {known} 号，其间另缺 {gaps} 件；请从备份恢复，勿再记账 / "
            f"the journal lacks facts: it ends at {head}, {known} is known of, and {gaps} are missing before its end; "
            "restore a backup and record nothing"
        )
        self.head = head
        self.known = known
        self.gaps = gaps


def refuse_a_shorter_journal(cursor: Any, ledgers_of: str) -> None:
    """Raise FactsLost when a ledger in this schema counts further than the journal goes."""
    cursor.execute("SELECT coalesce(max(position), 0) FROM journal")
    ((head,),) = cursor.fetchall()
    known = _counted(cursor, ledgers_of)
    if known > head:
        raise FactsLost(head, known, 0)


def refuse_lost_facts(cursor: Any, ledgers_of: str) -> None:
    """Raise FactsLost also when a request was answered with facts that are gone, or one is missing in between.

    It reads the index of the journal and all requests; `refuse_a_shorter_journal` costs nothing.
    """
    cursor.execute(
        "SELECT coalesce(max(position), 0), count(*), (SELECT coalesce(max(last_position), 0) FROM requests)"
        " FROM journal"
    )
    ((head, facts, answered),) = cursor.fetchall()
    known = max(answered, _counted(cursor, ledgers_of))
    if known > head or facts != head:
        raise FactsLost(head, known, head - facts)


def _counted(cursor: Any, schema: str) -> int:
    """How far the ledger of this schema that is furthest counts; 0 where there are none."""
    cursor.execute("SELECT to_regclass(%s) IS NOT NULL", (f"{schema}.ledger_positions",))
    if cursor.fetchone() == (False,):
        return 0
    cursor.execute(f"SELECT coalesce(max(position), 0) FROM {schema}.ledger_positions")
    ((counted,),) = cursor.fetchall()
    return int(counted)
