"""账页完好 (fitness): whether the tables of a ledger stand as this release makes them, or what helps."""

from collections.abc import Iterable
from typing import Any

from projections.ledger.projection import Projection

POSITION_LOST = ""
"""The shape of a ledger whose tables stand although nobody noted how far they count."""


def standing(cursor: Any) -> frozenset[str]:
    """Give the tables and views of the schema in which the cursor stands."""
    cursor.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'v')"
    )
    return frozenset(name for (name,) in cursor.fetchall())


def unfit(cursor: Any, projections: Iterable[Projection]) -> dict[str, str]:
    """Say of each ledger that stands and cannot go on what is wrong, and what helps (zh / en)."""
    cursor.execute("SELECT ledger, shape FROM ledger_positions")
    shapes, stand = dict(cursor.fetchall()), standing(cursor)
    found = {}
    ahead = _ahead(cursor)
    for one in projections:
        shape = shapes.get(one.name, one.shape)
        if shape == POSITION_LOST:
            found[one.name] = "账页位置遗失，须重建 / its position is lost: rebuild it"
        elif one.name in ahead:
            found[one.name] = ahead[one.name]
        elif shape != one.shape:
            found[one.name] = "账页格式已变，须重建 / its tables have another shape: rebuild it"
        elif one.name in shapes and (missing := ", ".join(sorted(one.relations - stand))):
            found[one.name] = f"缺表 {missing}，须重建 / {missing} missing: rebuild it"
    return found


def _ahead(cursor: Any) -> dict[str, str]:
    """Say of each ledger that counts further than the journal goes by how much: no rebuild brings back those facts."""
    cursor.execute(
        "SELECT ledger, position, head FROM ledger_positions,"
        " (SELECT coalesce(max(position), 0) AS head FROM journal) AS last WHERE position > head"
    )
    return {
        ledger: f"序时簿止于第 {head} 号，此账已记到第 {position} 号：缺少事实，请从备份恢复 / "
        f"the journal ends at {head}, this ledger counts to {position}: facts are missing, restore a backup"
        for ledger, position, head in cursor.fetchall()
    }
