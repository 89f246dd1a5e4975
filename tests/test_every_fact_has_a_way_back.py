"""凡事有退路 (a way back for everything): each topic of golden/facts.txt names what takes it back, or why none may.

That each way back can be walked is shown where a county lives them all: tests/api/test_a_county_ends_with_nothing_left.
"""

import re

from domain.fact import FACTS
from tests.known_facts import NONE_MAY, SAYS_WHY, TAKES_BACK, WAYS_BACK
from tests.test_facts_are_frozen import EVERY_FACT, GOLDEN, fields_of
from tests.tree import import_all_of_domain

TOPICS = frozenset(re.findall(r"^[a-z_]+\.[a-z_]+", GOLDEN.read_text(encoding="utf-8"), re.MULTILINE))


def test_every_topic_has_one_word_on_its_way_back() -> None:
    assert len(TOPICS) > 140
    assert TOPICS - WAYS_BACK.keys() - TAKES_BACK - NONE_MAY.keys() == set()
    assert (WAYS_BACK.keys() | NONE_MAY.keys() | TAKES_BACK) - TOPICS == set()
    assert NONE_MAY.keys() & (WAYS_BACK.keys() | TAKES_BACK) == set()


def test_what_is_called_a_reversal_takes_something_back() -> None:
    called = re.compile(
        r"(reversed|withdrawn|taken_back|cancelled|recalled|corrected|came_back|terminated|left_library)$"
    )
    assert {topic for topic in TOPICS if called.search(topic)} - TAKES_BACK == set()


def test_what_takes_back_says_why() -> None:
    import_all_of_domain()
    silent = {topic for topic in TAKES_BACK if "reason" not in fields_of(FACTS[topic]).keys() - EVERY_FACT}
    assert silent == SAYS_WHY.keys()
