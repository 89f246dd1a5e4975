"""凡事有退路 (a way back for everything): each topic of golden/facts.txt names what takes it back, or why none may.

That each way back can be walked is shown where a county lives them all: tests/api/test_a_county_ends_with_nothing_left.
"""

import re

from domain.fact import FACTS
from tests.test_facts_are_frozen import EVERY_FACT, GOLDEN, fields_of
from tests.tree import import_all_of_domain
from tests.ways_back import NONE_MAY, TAKES_BACK, WAYS_BACK

TOPICS = frozenset(re.findall(r"^[a-z_]+\.[a-z_]+", GOLDEN.read_text(encoding="utf-8"), re.MULTILINE))

SAYS_WHY_OTHERWISE = {
    "account.transfer_came_back": "the refusal of the transfer",
    "transfer.came_back": "the refusal of the transfer",
    "calendar.year_published": "its source",
    "gift.purpose_changed": "the consent of the giver",
    "notice.answered": "the answer itself",
    "period.closed": "the reopening",
    "project.acceptance_rejected": "its defects",
    "project.defects_rectified": "the evidence that the defects are gone",
    "roll.bank_returned": "the reason of each line",
    "rulebook.published": "its document",
}
"""Facts that take back and have no field `reason`, and what says why instead."""


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
    assert silent == SAYS_WHY_OTHERWISE.keys()
