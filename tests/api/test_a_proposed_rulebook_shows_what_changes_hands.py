"""追溯施行 over HTTP: the second person sees which days, how many facts and which parameters change, then confirms."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from projections.access.roles import Role
from tests.api.books_over_http import BooksOverHttp, Refused
from tests.api.service import Service
from tests.domain.project_papers import REGULATIONS
from tests.domain.project_story import Story

STRICTER = replace(REGULATIONS, fee=replace(REGULATIONS.fee, cap_bp=50))


@pytest.fixture
def story(service: Service) -> Story:
    story = Story(BooksOverHttp(service))  # type: ignore[arg-type]  # it speaks the words of Books
    return story.opens().receives(600, 400)


def proposals(service: Service) -> list[Mapping[str, Any]]:
    answer = service.by(Role.ADMINISTRATOR).get(f"/rulebooks/proposals?min_position={service.head()}")
    assert answer.status_code == 200, answer.text
    found: list[Mapping[str, Any]] = answer.json()
    return found


def test_a_version_over_facts_is_shown_confirmed_and_then_waits_no_more(
    service: Service, story: Story
) -> None:
    given: dict[str, Any] = {
        "version": 2,
        "title": "达川区衔接资金管理规章（修订）",
        "document_no": "县规2号",
        "in_force_from": date(2021, 1, 1),
        "regulations": STRICTER,
    }
    act = story.act("u-admin", date(2024, 3, 1))
    with pytest.raises(Refused) as alone:
        story.books.publish_rulebook(act, **given)
    assert alone.value.problem["code"] == "rulebook_reaches_back"
    assert alone.value.problem["figures"]["judged_on"] == "2024-01-02"
    story.books.propose_rulebook(act, **given, reason="修订")
    assert len(proposals(service)) == 1
    story.books.withdraw_rulebook(act, version=2, reason="理由没有写明")
    assert proposals(service) == []
    story.books.propose_rulebook(act, **given, reason="管理费上限写错")
    (shown,) = proposals(service)
    assert shown == {
        "version": 2,
        "title": "达川区衔接资金管理规章（修订）",
        "document_no": "县规2号",
        "in_force_from": "2021-01-01",
        "before_on": None,
        "proposed_by": "u-admin",
        "proposed_on": "2024-03-01",
        "reason": "管理费上限写错",
        "changes": [
            {
                "version": 1,
                "facts_count": 2,
                "first_on": "2024-01-02",
                "last_on": "2024-01-10",
                "differences": [{"where": "fee.cap_bp", "was": "100", "becomes": "50"}],
            }
        ],
    }
    with pytest.raises(Refused) as same:
        story.books.confirm_rulebook(act, version=2)
    assert same.value.problem["code"] == "person_on_both_sides"
    story.books.confirm_rulebook(story.act("u-admin-2", date(2024, 3, 2)), version=2)
    assert proposals(service) == []
    with pytest.raises(Refused) as twice:
        story.books.confirm_rulebook(story.act("u-admin-2", date(2024, 3, 2)), version=2)
    assert twice.value.problem["figures"] == {"given": 2, "next": 3}
