"""查账: a rulebook that its proposer confirmed himself is found in the stored bytes, whatever the writer allowed."""

import json

import msgspec
import pytest

from scripts.verify.difference import Difference
from scripts.verify.journal import Stored
from scripts.verify.papers import Papers
from scripts.verify.subjects.rulebooks import SUBJECT
from tests.domain.project_papers import REGULATIONS


@pytest.mark.parametrize(
    ("said", "found"),
    [({}, 0), ({"proposed_by": ""}, 0), ({"proposed_by": "u-1"}, 0), ({"proposed_by": "u-2"}, 1)],
)
def test_who_confirms_is_not_who_proposed(said: dict[str, str], found: int) -> None:
    differences: list[Difference] = []
    papers = Papers(SUBJECT.at_the_end, differences.append)
    regulations = json.loads(msgspec.json.encode(REGULATIONS))
    state = {"by": "u-2", "version": 2, "regulations": regulations, **said}
    fact = Stored(9, "rulebook/county", "rulebook.published", "rulebook", "county", state)
    SUBJECT.hears(papers)["rulebook"](fact)
    assert len(differences) == found
