"""A posting that is told late: the service keeps the day on its own clock, and the duty counts the later one."""

from api.http.clock import today
from domain.notices.notice_amount import NoticeAmount
from domain.rulebook.ready.ready import ready_rulebook
from projections.access.roles import Role
from tests.api.books_over_http import BooksOverHttp
from tests.api.service import Service
from tests.domain.project_papers import COUNTY, FUND, day
from tests.domain.project_story import Story
from tests.given.notices import a_notice, texts_for

RULES = ready_rulebook("2021-2")


def test_the_day_of_recording_is_the_services_and_the_duty_counts_it(service: Service) -> None:
    story = Story(BooksOverHttp(service))  # type: ignore[arg-type]  # it speaks the words of Books, over HTTP
    story.opens(RULES).receives(100, 0)
    story.allocates(100, 0)
    kind, on = RULES.notice_kind("allocation_result"), day("2024-01-22")
    story.books.draft_notice(
        story.act("u-publisher", on),
        **a_notice(
            "GS-1",
            kind.code,
            f"fund/{FUND}",
            level="county",
            place_code=COUNTY,
            fields=texts_for(kind),
            amounts=(NoticeAmount("合计", 100, "received"),),
        ),
    )
    receipt = story.posted("GS-1", on)
    service.ledgers.wait_for(receipt.last_position)
    reader = service.by(Role.AUDITOR)
    total = reader.get("/notices/GS-1").json()["total"]
    assert (total["posted_on"], total["recorded_on"]) == ("2024-01-22", today().isoformat())
    (duty,) = reader.get("/late-notices", params={"state": "late"}).json()["rows"]
    assert (duty["notice_no"], duty["posted_on"], duty["state"]) == ("GS-1", today().isoformat(), "late")
