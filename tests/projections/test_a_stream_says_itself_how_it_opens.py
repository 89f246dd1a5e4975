"""开卷 (openings): what a stream says of the fact that opens it, the ledgers read, and the auditor knows it too."""

from collections.abc import Collection

from domain.fact import STREAMS
from domain.notices.notice import Notice
from projections.ledger.page import opening_facts
from projections.number_index.fold import PROJECTION as NUMBER_INDEX
from scripts.verify.discovered import OPENS
from scripts.verify.subject import SAYS_ITS_PLACE
from tests.tree import import_all_of_domain


def kinds_of(topics: Collection[str]) -> set[str]:
    """The streams that these facts belong to, one fact each."""
    kinds = {topic.partition(".")[0] for topic in topics}
    assert len(kinds) == len(topics)
    return kinds


def test_the_index_and_the_auditor_know_every_kind_of_numbered_record() -> None:
    import_all_of_domain()
    numbered = {kind for kind, stream in STREAMS.items() if stream.NUMBERED}
    assert kinds_of(NUMBER_INDEX.folds) == numbered
    assert NUMBER_INDEX.folds.keys() == OPENS.keys()


def test_the_auditor_knows_every_record_that_says_its_place_as_it_opens() -> None:
    saying = {topic for topic, fact in opening_facts().items() if "place_code" in fact.__dataclass_fields__}
    known = {topic for topic, place_field in OPENS.items() if place_field == SAYS_ITS_PLACE}
    assert saying - {Notice.Drafted.TOPIC} == known, "a notice is not asked for itself"
