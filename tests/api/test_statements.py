"""A bank statement as CSV: read in the ways that banks write it, or refused with the number of every bad line."""

from datetime import date

import httpx
import pytest

from api.requests.statements import statement_from_csv
from projections.access.roles import Role
from tests.api.books_over_http import BooksOverHttp
from tests.api.service import Service
from tests.domain.project_papers import ACCOUNT
from tests.domain.project_story import Story

QUERY = "effective_on=2024-03-31&statement_on=2024-03-31&bank_balance_fen=98998750"
GOOD = '日期,凭证号,金额（元）,摘要\n2024-02-01,V-2,"990,000.00",财政拨款\n2024-03-21,,-12.5,手续费\n'


def read(content: bytes) -> list[tuple[str, str, int, str]]:
    statement = statement_from_csv(
        content, effective_on=date(2024, 3, 31), statement_on=date(2024, 3, 31), bank_balance_fen=0
    )
    return [(str(line.on), line.voucher_no, line.amount_fen, line.text) for line in statement.lines]


EXPECTED = [("2024-02-01", "V-2", 99_000_000, "财政拨款"), ("2024-03-21", "", -1_250, "手续费")]


@pytest.mark.parametrize(
    "content",
    [
        GOOD.encode(),
        GOOD.encode("utf-8-sig"),
        GOOD.encode("gb18030"),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("日期,凭证号,金额（元）,摘要", "on,voucher_no,amount_yuan,text").encode(),
        GOOD.replace("金额（元）", "金额(元)").replace("2024-03-21", "20240321").encode(),
        "交易日期,凭证号,收入,支出,摘要\n2024/02/01,V-2,990000,,财政拨款\n2024.03.21,,,12.50,手续费\n\n,,,,\n".encode(),
    ],
)
def test_a_statement_is_read_in_every_way_that_banks_write_it(content: bytes) -> None:
    assert read(content) == EXPECTED


def send(service: Service, content: bytes, kind: str = "text/csv") -> httpx.Response:
    headers = {"Idempotency-Key": f"csv-{hash(content)}", "Content-Type": kind}
    return service.by(Role.RECORDER).post(
        f"/accounts/{ACCOUNT}/statements?{QUERY}", content=content, headers=headers
    )


def test_every_bad_line_is_reported_by_its_number_and_nothing_is_recorded(service: Service) -> None:
    Story(BooksOverHttp(service)).worked_money().proposed()  # type: ignore[arg-type]  # it speaks the words of Books
    head = service.head()
    answer = send(
        service, (GOOD + "昨天,V-3,1.00,\n2024-02-30,,1,\n2024-03-01,,1.005,\n2024-03-01,,,\n").encode()
    )
    assert answer.status_code == 422, answer.text
    assert [place["pointer"] for place in answer.json()["errors"]] == ["line:4", "line:5", "line:6", "line:7"]
    assert service.head() == head


@pytest.mark.parametrize("content", [b"", b"a,b,c\n1,2,3\n", "日期\n2024-01-01\n".encode(), b"\xff\xfe\x00"])
def test_a_file_without_the_columns_is_refused(service: Service, content: bytes) -> None:
    answer = send(service, content)
    assert answer.status_code == 422, answer.text


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (GOOD.encode().removesuffix("费\n".encode()) + "费".encode()[:2], 3),
        (GOOD.replace("财政拨款", "财政*拨款").encode().replace(b"*", b"\xff"), 2),
        (GOOD.replace("财政拨款", "*").encode().replace(b"*", "财".encode()[:2]), 2),
        (b"*".join([GOOD.encode("utf-8-sig")[:4], GOOD.encode()[2:]]), 1),
    ],
)
def test_a_damaged_character_of_a_file_is_told_by_its_line(
    service: Service, content: bytes, line: int
) -> None:
    head = service.head()
    [error] = send(service, content).json()["errors"]
    assert error["pointer"] == f"line:{line}"
    assert f"第 {line} 行有损坏的 UTF-8 字符" in str(error)
    assert service.head() == head


@pytest.mark.parametrize("heading", ["摘要,日期,金额", "日期,金额,摘要"])
def test_older_software_may_write_any_column_first(heading: str) -> None:
    """`摘要` in GB18030 happens to be UTF-8, of another script."""
    cells = {"日期": "2024-02-01", "金额": "990000", "摘要": "摘要"}
    row = ",".join(cells[column] for column in heading.split(","))
    assert read(f"{heading}\n{row}\n".encode("gb18030")) == [("2024-02-01", "", 99_000_000, "摘要")]


def test_json_where_csv_is_meant_is_told_so(service: Service) -> None:
    assert send(service, b"{}", "application/json").json()["code"] == "unsupported_body"


def test_a_statement_becomes_a_reconciliation_with_its_differences(service: Service) -> None:
    answer = send(service, GOOD.encode())
    assert answer.status_code == 201, answer.text
    position = answer.headers["X-Journal-Position"]
    (kept,) = (
        service.by(Role.AUDITOR).get(f"/accounts/{ACCOUNT}/reconciliations?min_position={position}").json()
    )
    assert kept["matched_count"] == 1
    assert [(one["side"], one["amount_fen"]) for one in kept["differences"]] == [("bank", -1_250)]
