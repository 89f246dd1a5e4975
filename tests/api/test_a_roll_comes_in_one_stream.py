"""A roll as a stream of lines: all of it is recorded once, or nothing and every wrong line is named."""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import uuid4
from zlib import crc32

import httpx
import pytest

from api.http.wording import COMPLAINTS_MAX
from api.requests.roll_batch import LINES_MAX, LONGEST_LINE_BYTES
from projections.access.roles import Role
from tests.api.books_over_http import BooksOverHttp
from tests.api.service import Service
from tests.domain.project_papers import ACCOUNT, CODE, HASH
from tests.domain.project_story import Story

STANDARD_FEN = 1_500


@pytest.fixture(scope="module")
def county(service: Service) -> Service:
    """A county with money and an approved project that pays households."""
    story = Story(BooksOverHttp(service))  # type: ignore[arg-type]  # the words of Books
    story.worked_money(kind="subsidy").approved(kind="subsidy")
    return service


EARLIEST_YEAR = 2024


def head(roll_no: str, count: int, sum_fen: int, **changes: Any) -> dict[str, Any]:
    plain = {
        "effective_on": "2024-06-30",
        "roll_no": roll_no,
        "project_code": CODE,
        "account_code": ACCOUNT,
        "title": "产业奖补",
        "period_text": f"{EARLIEST_YEAR + crc32(roll_no.encode()) % 1_000}年",  # its own, for the persons are the same
        "standard_text": "每亩15元",
        "declared_count": count,
        "declared_sum_fen": sum_fen,
        "list_sha256": HASH,
    }
    return plain | changes


def line(number: int, **changes: Any) -> dict[str, Any]:
    plain = {
        "line_no": number,
        "person_id": f"p-{number}",
        "quantity": 2,
        "standard_fen": STANDARD_FEN,
        "amount_fen": 2 * STANDARD_FEN,
    }
    return plain | changes


def roll(roll_no: str, count: int, **changes: Any) -> list[dict[str, Any]]:
    lines = [line(number) for number in range(1, count + 1)]
    return [head(roll_no, count, count * 2 * STANDARD_FEN, **changes), *lines]


def ndjson(entries: Iterable[Any]) -> bytes:
    return b"".join(json.dumps(entry, ensure_ascii=False).encode() + b"\n" for entry in entries)


def send(
    service: Service,
    content: bytes | Iterator[bytes],
    *,
    key: str = "",
    kind: str = "application/x-ndjson",
    role: Role = Role.RECORDER,
) -> httpx.Response:
    headers = {"Content-Type": kind, "Idempotency-Key": key or uuid4().hex}
    return service.by(role).post("/rolls/batch", content=content, headers=headers)


def pointers(answer: httpx.Response) -> list[str]:
    assert answer.json()["code"] == "invalid_request", answer.text
    return [place["pointer"] for place in answer.json()["errors"]]


def test_twenty_thousand_lines_come_in_one_request_and_stand_in_the_register(county: Service) -> None:
    answer = send(county, ndjson(roll("R-20000", 20_000)))
    assert answer.status_code == 201, answer.text
    receipt = answer.json()
    assert len(receipt["facts"]) == 20_002
    assert receipt["last_position"] - receipt["first_position"] == 20_001
    county.ledgers.wait_for(receipt["last_position"], timeout=30)
    kept = county.by(Role.AUDITOR).get("/rolls/R-20000").json()["total"]
    assert kept["declared_count"] == 20_000
    assert kept["due_fen"] == kept["declared_sum_fen"] == 20_000 * 2 * STANDARD_FEN


def test_the_stream_may_be_cut_anywhere_and_end_without_a_newline(county: Service) -> None:
    content = ndjson(roll("R-cut", 40)).rstrip(b"\n").replace(b"\n", b"\r\n", 3)
    answer = send(county, (content[at : at + 7] for at in range(0, len(content), 7)))
    assert answer.status_code == 201, answer.text


def test_a_stream_says_the_same_as_one_object(county: Service) -> None:
    plain, *lines = roll("R-object", 3)
    whole = county.post(Role.RECORDER, "/rolls", plain | {"lines": lines})
    streamed = send(county, ndjson(roll("R-stream", 3)))
    assert whole.status_code == streamed.status_code == 201
    bodies = [
        county.by(Role.AUDITOR).get(f"/rolls/{roll_no}/lines?min_position={county.head()}").json()
        for roll_no in ("R-object", "R-stream")
    ]
    assert bodies[0] == bodies[1]


@pytest.mark.parametrize("written", ["p-2", "P-2", "%20p-2%20", "\uff30\uff0d\uff12"])
def test_the_lines_of_a_person_are_found_however_the_id_is_written(county: Service, written: str) -> None:
    assert send(county, ndjson(roll("R-person", 3)), key="roll-person").status_code == 201
    found = county.by(Role.AUDITOR).get(f"/persons/{written}/roll-lines?min_position={county.head()}")
    (due,) = [line["amount_fen"] for line in found.json() if line["roll_no"] == "R-person"]
    assert due == 2 * STANDARD_FEN


def test_what_is_no_id_of_a_person_has_no_lines_and_is_told_so(county: Service) -> None:
    answer = county.by(Role.AUDITOR).get("/persons/\u5f20\u4e09/roll-lines")
    assert (answer.status_code, answer.json()["code"]) == (422, "person_misread")


def test_a_repeated_stream_gets_the_original_receipt(county: Service) -> None:
    content = ndjson(roll("R-again", 5))
    first = send(county, content, key="roll-again")
    position = county.head()
    again = send(county, content, key="roll-again")
    assert again.headers["Idempotency-Hit"] == "true"
    assert again.content == first.content
    other = send(county, content + b"\n", key="roll-again")
    assert other.json()["code"] == "key_reused_with_other_body"
    assert county.head() == position


@pytest.mark.parametrize(("count", "off_fen"), [(10, 1), (10, -1), (11, 0), (9, 0)])
def test_a_sum_off_by_one_fen_or_a_count_by_one_refuses_all_with_both_figures(
    county: Service, count: int, off_fen: int
) -> None:
    position = county.head()
    sum_fen = 10 * 2 * STANDARD_FEN
    entries = [head("R-off", count, sum_fen + off_fen), *roll("R-off", 10)[1:]]
    answer = send(county, ndjson(entries))
    assert answer.status_code == 422
    assert answer.json()["code"] == "roll_totals_differ"
    assert answer.json()["figures"] == {
        "declared_count": count,
        "count": 10,
        "declared_sum_fen": sum_fen + off_fen,
        "sum_fen": sum_fen,
    }
    assert county.head() == position


def test_lines_that_break_a_rule_are_named_by_their_numbers(county: Service) -> None:
    position = county.head()
    entries = roll("R-rules", 9)
    entries[3] = line(3, person_id="p-1")
    entries[7] = line(7, amount_fen=2 * STANDARD_FEN + 1)
    answer = send(county, ndjson(entries))
    assert answer.json()["code"] == "roll_lines_wrong"
    assert answer.json()["figures"]["lines"] == "3,7"
    assert "3001" in answer.json()["detail"]
    assert "3000" in answer.json()["detail"]
    assert county.head() == position


def test_lines_that_cannot_be_read_are_named_by_their_place_in_the_stream(county: Service) -> None:
    position = county.head()
    entries: list[Any] = roll("R-shape", 9)
    entries[0] |= {"declared_count": "9"}
    entries[2] = line(2, amount_fen=30.5)
    entries[4] = {"line_no": 4}
    entries[6] = line(6, name="某某")
    entries[8] = [1]
    answer = send(county, ndjson(entries) + b'{"line_no": 9, \xff\n')
    assert pointers(answer) == [
        "line:1#/declared_count",
        "line:3#/amount_fen",
        "line:5#/person_id",
        "line:5#/quantity",
        "line:5#/standard_fen",
        "line:5#/amount_fen",
        "line:7#/name",
        "line:9",
        "line:11",
    ]
    assert "某某" not in answer.text
    assert county.head() == position


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\n" + ndjson(roll("R", 1)), ndjson(roll("R", 2)[1:])])
def test_a_stream_without_a_head_is_refused(county: Service, content: bytes) -> None:
    assert pointers(send(county, content))[0].partition("#")[0] == "line:1"


def test_reading_stops_at_what_no_roll_can_be(county: Service) -> None:
    position = county.head()
    endless = ndjson([head("R-endless", 1, 1)]) + b'{"reason": "' + b"x" * (3 * LONGEST_LINE_BYTES)
    assert pointers(send(county, endless)) == ["line:2"]
    wrong = ndjson([head("R-wrong", 1, 1), *({} for _ in range(COMPLAINTS_MAX))])
    assert len(pointers(send(county, wrong))) < COMPLAINTS_MAX + 5
    many = ndjson(roll("R-many", LINES_MAX + 3))
    assert pointers(send(county, many)) == [f"line:{LINES_MAX + 2}"]
    assert county.head() == position


def test_more_bytes_than_a_body_may_have_are_refused(county: Service) -> None:
    answer = send(county, (b" " * 2**20 + b"\n" for _ in range(17)))
    assert answer.json()["code"] == "body_too_large"


def test_another_kind_of_body_is_refused_and_another_role_does_not_come_in(county: Service) -> None:
    content = ndjson(roll("R-kind", 1))
    refused = send(county, content, kind="application/json")
    assert refused.json()["code"] == "unsupported_body"
    assert "application/x-ndjson" in refused.json()["detail"]
    assert send(county, content, role=Role.PAYER).json()["code"] == "role_missing"
    bare = county.by(Role.RECORDER).post("/rolls/batch", content=content)
    assert bare.json()["code"] == "idempotency_key_missing"


def test_a_caller_who_breaks_off_records_nothing(county: Service) -> None:
    position = county.head()
    content = ndjson(roll("R-broken", 50))

    def broken() -> Iterator[bytes]:
        yield content[:500]
        raise ConnectionAbortedError

    with pytest.raises(ConnectionAbortedError):
        send(county, broken(), key="broken-off")
    assert send(county, content, key="broken-off").status_code == 201
    assert county.head() == position + 52


def test_a_field_that_stands_twice_in_a_line_is_named_by_its_line(county: Service) -> None:
    content = ndjson(roll("HM-twice", 3)).splitlines(keepends=True)
    content[0] = content[0].replace(b'"title"', b'"title": "x", "title"')
    content[2] = content[2].replace(b'"amount_fen"', b'"amount_fen": 1, "amount_fen"')
    content[3] = content[3].replace(b'"quantity"', b'"\\u0071uantity": 1, "quantity"')
    before = county.head()
    answer = send(county, b"".join(content))
    assert pointers(answer) == ["line:1", "line:3", "line:4"]
    assert county.head() == before


def test_a_roll_with_a_chinese_number_is_read_page_by_page(county: Service) -> None:
    answer = send(county, ndjson(roll("名册-3", 3)))
    assert answer.status_code == 201, answer.text
    client, address = county.by(Role.AUDITOR), "/rolls/名册-3/lines?limit=2&min_position="
    first = client.get(f"{address}{answer.headers['X-Journal-Position']}")
    second = client.get(first.links["next"]["url"])
    assert [row["line_no"] for row in (*first.json()["rows"], *second.json()["rows"])] == [1, 2, 3]
