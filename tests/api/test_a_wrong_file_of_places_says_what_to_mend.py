"""区划与单位文件: every wrong row is told by line, heading, what was found and what may stand there."""

import codecs
import json
from collections.abc import Iterator
from typing import Any

import pytest

from api.http.patterns import PATTERNS
from projections.access.roles import Role
from tests.api.service import Service
from tests.api.test_openapi import DOCUMENT
from tests.api.test_places_are_named_where_a_code_stands import DIVISIONS, UNITS, send

DIVISION_FILE, UNIT_FILE = "/places/county/divisions/file", "/places/county/units/file"
IDENTITY = "511702198001011077"


def told(service: Service, path: str, content: bytes) -> list[dict[str, str]]:
    """What is said of a file that is refused; nothing of it is recorded."""
    head = service.head()
    answer = send(service, path, content, f"k-{hash(content)}")
    assert answer.status_code == 422, answer.text
    assert service.head() == head
    errors: list[dict[str, str]] = answer.json()["errors"]
    return errors


def test_a_wrong_word_is_told_with_line_heading_what_was_found_and_what_may_stand_there(
    service: Service,
) -> None:
    rows = "511703102,永进乡,省,,昨天\n511703103,堡子镇,乡鎮,,\n511703104,,镇,,\n"
    first, second, third = told(service, DIVISION_FILE, (DIVISIONS + rows).encode())
    assert first["detail_zh"] == (
        "第 5 行：“级别”应为下列之一：县级 county、乡镇级 town、村级 village，或留空，收到 “省”；"
        "“启用日期”应为形如 2024-06-30 的日期，1990-01-01 至 2100-12-31，收到 “昨天”。"
    )
    assert first["detail_en"].startswith(
        "Line 5: “级别” must be one of county, town, village, or empty; given “省”;"
    )
    assert "收到 “乡鎮”" in second["detail_zh"]
    assert third["detail_zh"] == "第 7 行：“名称”不得为空。"


def test_a_wrong_kind_of_unit_is_told_with_all_kinds(service: Service) -> None:
    wrong = "F-2,达州商会,商会,,\nF-3,王小明,个体工商户13800138000,,\n"
    first, second = told(service, UNIT_FILE, (UNITS + wrong).encode())
    assert first["detail_zh"].startswith(
        "第 3 行：“单位类别”应为下列之一：机关 office、事业单位 institution、"
    )
    assert first["detail_zh"].endswith("收到 “商会”。")
    assert "13800138000" not in json.dumps(second)
    assert "收到 16 个字的文字" in second["detail_zh"]


def test_the_number_of_a_person_is_told_by_line_and_column_and_not_repeated(service: Service) -> None:
    assert send(service, DIVISION_FILE, DIVISIONS.encode(), "k-places").status_code == 201
    [one] = told(service, UNIT_FILE, f"单位代码,单位名称,单位类别\nF-1,王小明{IDENTITY},firm\n".encode())
    assert one["detail_zh"].startswith("第 2 行：“单位名称”中含有身份证号")
    assert IDENTITY not in json.dumps(one)
    [among] = told(
        service,
        UNIT_FILE,
        f"单位代码,单位名称,单位类别\n{IDENTITY},王小明,firm\n511703,某局,office\n".encode(),
    )
    assert "第 2 行：“单位代码”中含有身份证号；第 3 行：单位代码 511703" in among["detail_zh"]
    assert IDENTITY not in json.dumps(among)


@pytest.mark.parametrize("path", [DIVISION_FILE, UNIT_FILE])
def test_a_file_of_a_header_alone_is_told_to_have_no_rows(service: Service, path: str) -> None:
    [said] = told(service, path, "代码,名称,类别\n\n,,\n".encode())
    assert said["detail_zh"] == "文件只有表头，没有数据行。"
    assert told(service, path, b" \n")[0]["detail_zh"] == "文件是空的。"


@pytest.mark.parametrize("separator", [";", "\t"])
def test_other_separators_are_told_that_commas_stand_between_columns(
    service: Service, separator: str
) -> None:
    [said] = told(service, DIVISION_FILE, separator.join(["区划代码", "名称"]).encode())
    assert "第一行须为列名，以英文逗号分隔，现读到 1 列" in said["detail_zh"]


@pytest.mark.parametrize(
    ("content", "what", "remedy"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "Excel 工作簿（xlsx）", "另存为“CSV UTF-8（逗号分隔）”"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Excel 工作簿（xls）", "另存为“CSV UTF-8（逗号分隔）”"),
        (codecs.BOM_UTF16_LE + DIVISIONS.encode("utf-16-le"), "UTF-16", "另存为“CSV UTF-8（逗号分隔）”"),
        ("code,name\n".encode("utf-16-be"), "UTF-16", "另存为“CSV UTF-8（逗号分隔）”"),
        (b"\n<html><table>", "网页", "另存为“CSV UTF-8（逗号分隔）”"),
        (b"%PDF-1.7", "PDF", "另存为“CSV UTF-8（逗号分隔）”"),
        (b'\xef\xbb\xbf {"rows": []}', "JSON", "把 JSON 报到不收文件的地址"),
    ],
)
def test_what_is_no_csv_is_told_what_it_is_and_what_to_do(
    service: Service, content: bytes, what: str, remedy: str
) -> None:
    [said] = told(service, DIVISION_FILE, content)
    assert said["detail_zh"].startswith(f"这不是 CSV，而是{what}")
    assert remedy in said["detail_zh"]


def test_json_sent_as_json_is_told_that_a_file_is_wanted(service: Service) -> None:
    headers = {"Idempotency-Key": "k-json", "Content-Type": "application/json"}
    address = f"{DIVISION_FILE}?effective_on=2024-01-02&source=名册"
    answer = service.by(Role.ADMINISTRATOR).post(address, content=b'{"rows": []}', headers=headers)
    assert answer.status_code == 415
    assert answer.json()["detail_zh"] == "此地址不收 JSON，只收 Content-Type 为 text/csv 的内容。"
    assert "CSV UTF-8" in answer.json()["remedy_zh"]


def test_json_takes_the_words_that_a_file_takes(service: Service) -> None:
    row: dict[str, Any] = {"code": "511704", "name": "某县", "level": "县级市"}
    body = {"effective_on": "2024-01-02", "rows": [row], "source": "名册"}
    assert service.post(Role.ADMINISTRATOR, "/places/county/divisions", body).status_code == 201
    unit = {"code": "DW-9", "name": "某局", "kind": "机关", "place_code": "511704"}
    body = {"effective_on": "2024-01-02", "rows": [unit], "source": "名册"}
    assert service.post(Role.ADMINISTRATOR, "/places/county/units", body).status_code == 201
    answer = service.post(
        Role.ADMINISTRATOR, "/places/county/units", {**body, "rows": [{**unit, "kind": "商会"}]}
    )
    [said] = answer.json()["errors"]
    assert said["code"] == "literal_error"
    assert "应为下列之一：机关 office、" in said["detail_zh"]
    assert "收到 “商会”" in said["detail_zh"]


def patterns_in(part: object) -> Iterator[str]:
    """Every pattern that the interface describes."""
    if isinstance(part, dict):
        if isinstance(part.get("pattern"), str):
            yield part["pattern"]
        part = list(part.values())
    if isinstance(part, list):
        for one in part:
            yield from patterns_in(one)


def test_every_pattern_of_the_interface_has_words() -> None:
    described = set(patterns_in([DOCUMENT["components"], DOCUMENT["paths"]]))
    assert described - PATTERNS.keys() == set()
    assert described


def test_a_pattern_is_told_in_words(service: Service) -> None:
    body = {
        "effective_on": "2024-01-02",
        "rows": [{"code": "DW-9", "name": "某局", "kind": "office", "place_code": "5117"}],
        "source": "名册",
        "evidence_sha256": "abc",
    }
    place, digest = service.post(Role.ADMINISTRATOR, "/places/county/units", body).json()["errors"]
    assert (
        place["detail_zh"]
        == "place_code：应为 6 位（县）、9 位（乡镇）或 12 位（村）数字，或留空，收到 4 个字的文字。"
    )
    assert digest["detail_zh"].startswith("evidence_sha256：应为 64 位十六进制数字")
