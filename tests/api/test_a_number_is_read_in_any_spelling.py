"""One document, eight spellings: recorded once and found by each, and two old records are both shown, over HTTP."""

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from threading import Timer
from urllib.parse import quote
from uuid import uuid4

import httpx
import psycopg2
import pytest

from domain.books.books import Books
from domain.books.desk.act import Act
from domain.funds.fund import Fund
from projections.access.roles import Role
from scripts.verify.audit import audit
from tests.api.books_over_http import Refused
from tests.api.service import Service, running_service
from tests.api.test_worked_example import told_to
from tests.domain.project_papers import ACCOUNT, CODE, FUND
from tests.domain.project_story import Story

SPELT_ALIKE = [
    "达市财农〔2024〕3号",
    "达市财农[2024]3号",
    "达市财农【2024】3号",
    "达市财农（2024）3号",
    "达市财农(2024)3号",
    "达市财农〔２０２４〕３号",
    "达市财农〔2024〕3",
    " 达市财农 〔2024〕 3 号 ",
]

OTHERWISE = SPELT_ALIKE[1]
ADDITION = {
    "effective_on": "2024-03-05",
    "decision_no": "县财追加1号",
    "sources": [{"level": "central", "amount_fen": 100}],
    "amount_fen": 100,
    "reason": "年中追加",
}


@pytest.fixture(scope="module")
def story(service: Service) -> Story:
    return told_to(service).worked_money().approved()


def read(service: Service, path: str, number: str) -> httpx.Response:
    return service.by(Role.AUDITOR).get(path.format(quote(number, safe="")))


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize("spelt", SPELT_ALIKE)
def test_each_spelling_finds_the_document_and_shows_it_as_recorded(service: Service, spelt: str) -> None:
    answer = read(service, "/funds/{}", spelt)
    assert answer.status_code == 200, answer.text
    assert answer.json()["total"]["document_no"] == FUND
    exact = read(service, "/funds/{}", FUND)
    assert answer.headers["ETag"] == exact.headers["ETag"]
    assert answer.headers["X-Stream-Version"] == exact.headers["X-Stream-Version"]


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize("spelt", SPELT_ALIKE)
def test_each_spelling_adds_to_the_one_document(service: Service, spelt: str) -> None:
    version = read(service, "/funds/{}", FUND).headers["X-Stream-Version"]
    answer = service.by(Role.RECORDER).post(
        f"/funds/{quote(spelt, safe='')}/additions",
        json=ADDITION | {"decision_no": f"县财追加{SPELT_ALIKE.index(spelt)}号"},
        headers={"Idempotency-Key": uuid4().hex, "If-Match": f'"{version}"'},
    )
    assert answer.status_code == 201, answer.text
    assert {fact["stream"] for fact in answer.json()["facts"]} == {f"fund/{FUND}"}


@pytest.mark.parametrize("spelt", SPELT_ALIKE)
def test_no_spelling_opens_a_second_document(service: Service, story: Story, spelt: str) -> None:
    with pytest.raises(Refused) as refused:
        story.receives(100, 0, spelt)
    assert refused.value.problem["code"] == "already_recorded"
    assert refused.value.problem["figures"] == {"stream": f"fund/{FUND}"}
    assert len(service.by(Role.AUDITOR).get("/funds").json()["rows"]) == 1


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("/accounts/{}", f" {ACCOUNT.lower()}"),
        ("/accounts/{}/daybook", f" {ACCOUNT.lower()}"),
        ("/projects/{}", CODE.lower()),
        ("/projects/{}/timeline", "Ｐ１"),
        ("/projects/{}/sources", "Ｐ１"),
    ],
)
def test_other_records_and_their_lists_are_found_too(service: Service, path: str, number: str) -> None:
    answer = read(service, path, number)
    assert answer.status_code == 200, answer.text
    exact = {"accounts": ACCOUNT, "projects": CODE}[path.split("/")[1]]
    assert answer.json() == read(service, path, exact).json() != []


@pytest.mark.usefixtures("story")
def test_another_document_is_not_found(service: Service) -> None:
    for other in ("达市财农〔2024〕13号", "达市财农〔2023〕3号"):
        answer = read(service, "/funds/{}", other)
        assert (answer.status_code, answer.json()["code"]) == (404, "unknown_record")
        assert answer.json()["figures"] == {"stream": f"fund/{other}"}


@contextmanager
def late_readers(service: Service, seconds: float) -> Iterator[None]:
    """Keep the ledgers from going on for a while, as under load."""
    with closing(psycopg2.connect(service.database.url)) as held, held.cursor() as cursor:
        cursor.execute(
            f"SET search_path TO {service.database.schema}; SELECT 1 FROM ledger_positions FOR UPDATE"
        )
        later = Timer(seconds, held.rollback)
        later.start()
        try:
            yield
        finally:
            later.join()


def test_what_was_just_recorded_is_found_and_no_other_reading_waits(service: Service, story: Story) -> None:
    client = service.by(Role.AUDITOR)
    with late_readers(service, 1.0):
        story.receives(100, 0, "达市财农〔2024〕88号")
        began = time.monotonic()
        assert len(client.get("/funds").json()["rows"]) == 1
        assert time.monotonic() - began < 0.7
        answer = read(service, "/funds/{}", "达市财农[2024]88")
        assert answer.status_code == 200, answer.text
        assert answer.json()["total"]["document_no"] == "达市财农〔2024〕88号"


def test_what_does_not_come_is_not_waited_for_without_end(service: Service, story: Story) -> None:
    with late_readers(service, 3.0):
        story.receives(100, 0, "达市财农〔2024〕89号")
        began = time.monotonic()
        assert read(service, "/funds/{}", "达市财农〔2024〕89号").status_code == 404
        assert 2.0 <= time.monotonic() - began < 3.0


def test_two_old_documents_of_one_number_are_both_shown_and_neither_is_written_to(
    database_url: str,
) -> None:
    with running_service(database_url, before=with_old_twin) as service:
        client = service.by(Role.AUDITOR)
        rows = client.get("/funds").json()["rows"]
        assert {row["document_no"] for row in rows} == {FUND, OTHERWISE}
        for own in (FUND, OTHERWISE):
            assert read(service, "/funds/{}", own).json()["total"]["document_no"] == own
        both = {"given": "达市财农(2024)3", "streams": f"fund/{FUND}、fund/{OTHERWISE}"}
        problem = read(service, "/funds/{}", "达市财农(2024)3").json()
        assert (problem["status"], problem["code"], problem["figures"]) == (409, "number_ambiguous", both)
        for spelt in (FUND, OTHERWISE):
            answer = service.post(Role.RECORDER, f"/funds/{quote(spelt)}/additions", ADDITION)
            assert (answer.status_code, answer.json()["code"]) == (409, "number_ambiguous")
        assert audit(service.database.url, service.database.schema).differences == ()


def with_old_twin(books: Books) -> None:
    """Books of a time when another spelling was another document."""
    Story(books).opens().receives(100, 0)
    received = next(iter(books.events.get(Fund.id_of(FUND))))
    assert isinstance(received, Fund.IndicatorReceived)
    told = {field.name: getattr(received, field.name) for field in fields(received)}
    twin = Fund(Fund.id_of(OTHERWISE))
    twin.record(Fund.IndicatorReceived, **{**told, "document_no": OTHERWISE})
    books.streams.queue(Act("u-fund", twin.received_on), [twin]).receipt()
