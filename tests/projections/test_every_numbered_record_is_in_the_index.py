"""编号索引: every stream that offices know by a number opens with a fact that the index and the auditor both know."""

from domain.fact import STREAMS
from projections.number_index.fold import OPENINGS
from scripts.verify.subjects import numbers
from tests.tree import import_all_of_domain


def kinds_of(topics: frozenset[str]) -> set[str]:
    """The streams that these facts belong to, one fact each."""
    kinds = {topic.partition(".")[0] for topic in topics}
    assert len(kinds) == len(topics)
    return kinds


def test_the_index_and_the_auditor_know_every_kind_of_numbered_record() -> None:
    import_all_of_domain()
    numbered = {kind for kind, stream in STREAMS.items() if stream.NUMBERED}
    assert kinds_of(frozenset(OPENINGS)) == numbered
    assert kinds_of(frozenset(numbers.OPENINGS)) == numbered
