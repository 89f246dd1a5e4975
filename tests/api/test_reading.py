"""Reading: from which position an answer comes, how to wait for one's own write, pages, and 304."""

import threading
from uuid import uuid4

from projections.access.roles import Role
from tests.api.service import Service


def publish(service: Service, count: int = 1) -> int:
    """Record some facts; give the position of the last."""
    position = 0
    for _ in range(count):
        body = {
            "effective_on": "2024-01-02",
            "year": 2024,
            "days_off": ["2024-01-01"],
            "make_up_days": [],
            "source": uuid4().hex,
        }
        position = service.record(Role.ADMINISTRATOR, "/calendars", body)
    return position


def test_a_reader_sees_its_own_write_when_it_waits_for_its_position(service: Service) -> None:
    for _ in range(20):
        position = publish(service)
        answer = service.by(Role.AUDITOR).get(
            f"/audit-trail?newest_first=true&limit=1&min_position={position}"
        )
        assert answer.status_code == 200, answer.text
        assert int(answer.headers["X-Journal-Position"]) >= position
        assert answer.json()["rows"][0]["position"] == position


def test_waiting_for_a_position_that_does_not_come_ends_with_both_positions(service: Service) -> None:
    position = publish(service)
    answer = service.by(Role.AUDITOR).get(f"/audit-trail?min_position={position + 1_000}")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    problem = answer.json()
    assert problem["code"] == "position_not_reached"
    assert problem["figures"] == {"asked_position": position + 1_000, "reached_position": position}


def test_pages_follow_their_links_and_miss_and_repeat_nothing(service: Service) -> None:
    last = publish(service, 7)
    client = service.by(Role.AUDITOR)
    address: str | None = f"/audit-trail?limit=3&topic=calendar.year_published&min_position={last}"
    seen: list[int] = []
    while address is not None:
        answer = client.get(address)
        assert answer.status_code == 200, answer.text
        seen += [row["position"] for row in answer.json()["rows"]]
        address = answer.links["next"]["url"] if "next" in answer.links else None
    assert seen == sorted(set(seen))
    assert len(seen) == last


def test_a_cursor_that_is_not_ours_is_refused(service: Service) -> None:
    answer = service.by(Role.AUDITOR).get("/audit-trail?cursor=nonsense")
    assert answer.status_code == 400
    assert answer.json()["code"] == "unusable_page_cursor"


def test_an_unchanged_answer_is_not_sent_again(service: Service) -> None:
    position = publish(service)
    client = service.by(Role.AUDITOR)
    address = f"/audit-trail?min_position={position}"
    first = client.get(address)
    for known in (first.headers["ETag"], f'"other", W/{first.headers["ETag"]}', "*"):
        again = client.get(address, headers={"If-None-Match": known})
        assert again.status_code == 304, known
        assert again.content == b""
    assert again.headers["X-Journal-Position"]
    newer = f"/audit-trail?min_position={publish(service)}"
    changed = client.get(newer, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != first.headers["ETag"]


def test_head_answers_as_get_without_its_body(service: Service) -> None:
    publish(service)
    client = service.by(Role.AUDITOR)
    got, head = client.get("/funds"), client.head("/funds")
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["Content-Length"] == got.headers["Content-Length"]
    assert head.headers["ETag"] == got.headers["ETag"]


def test_the_trail_of_a_person_is_found_however_the_id_is_written(service: Service) -> None:
    position = publish(service)
    client = service.by(Role.AUDITOR)
    for written in ("u-administrator", "U-Administrator ", "\uff35\uff0dadministrator"):
        answer = client.get("/audit-trail", params={"actor": written, "min_position": position})
        assert {row["actor"] for row in answer.json()["rows"]} == {"u-administrator"}, written
    assert client.get("/audit-trail?actor=").json()["code"] == "person_misread"


def test_an_unknown_record_is_named_by_its_stream(service: Service) -> None:
    answer = service.by(Role.AUDITOR).get("/funds/没有的文号")
    assert answer.status_code == 404
    assert answer.json()["code"] == "unknown_record"
    assert answer.json()["figures"] == {"stream": "fund/没有的文号"}


def test_many_readers_and_writers_at_once_all_get_answers(service: Service) -> None:
    statuses: set[int] = set()

    def read() -> None:
        for _ in range(20):
            statuses.add(service.by(Role.AUDITOR).get("/audit-trail?limit=1").status_code)

    service.by(Role.AUDITOR)
    readers = [threading.Thread(target=read) for _ in range(12)]
    for reader in readers:
        reader.start()
    publish(service, 20)
    for reader in readers:
        reader.join()
    assert statuses == {200}


def test_health_says_that_the_service_lives_is_ready_and_how_far_it_is(service: Service) -> None:
    position = publish(service)
    client = service.by(None)
    assert client.get("/health/live").json() == {"status": "live"}
    service.ledgers.wait_for(position)
    ready = client.get("/health/ready")
    assert ready.status_code == 200
    health = client.get("/health").json()
    assert health["status"] == "ready"
    assert health["journal_position"] == position
    assert health["behind"] == 0
    assert {ledger["position"] for ledger in health["ledgers"]} == {position}


def test_a_request_id_is_taken_over_or_made_and_kept_with_the_facts(service: Service) -> None:
    given = service.by(None).get("/health/live", headers={"X-Request-Id": "case-2024.1"})
    assert given.headers["X-Request-Id"] == "case-2024.1"
    made = service.by(None).get("/health/live", headers={"X-Request-Id": "not one\tword"})
    assert len(made.headers["X-Request-Id"]) == 32
    position = publish(service)
    with service.ledgers.look() as look:
        look.cursor.execute("SELECT actor, length(request_id) FROM journal WHERE position = %s", (position,))
        assert look.cursor.fetchall() == [("u-administrator", 32)]
