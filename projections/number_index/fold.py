"""编号索引, 记账 (index of numbers, folding): under which key the record is found that a fact opens."""

from domain.keys import stream_key
from projections.ledger.page import Recorded, opening_facts
from projections.ledger.projection import Projection
from projections.ledger.rows import Rows
from projections.ledger.tables import Row, Table


class Numbered(Row):
    """One record: the first fact of its stream, and its key with its kind, e.g. `fund/县财(2024)3`."""

    position: int
    stream: str
    lookup_key: str


NUMBERED = Table("number_index", Numbered)


def _opened(recorded: Recorded, rows: Rows) -> None:
    rows.append(NUMBERED, Numbered(recorded.position, recorded.stream, stream_key(recorded.stream)))


PROJECTION = Projection("number_index", (NUMBERED,), dict.fromkeys(opening_facts(), _opened))
