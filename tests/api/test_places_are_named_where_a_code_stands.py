"""区划与单位 over HTTP: a file comes in, its codes are named in every answer, and wrong files are told."""

from datetime import date

import httpx
import pytest

from api.http.naming import NAMED_AS
from api.http.wording import COMPLAINTS_MAX
from api.reference.openapi import operations_of
from api.requests.place_files import places_from_csv
from api.requests.places import RegisterDivisions
from domain.places.refusals import PlaceUnknown
from domain.places.scope_is_a_division import scope_is_a_division
from projections.access.roles import Role
from tests.api.books_over_http import BooksOverHttp
from tests.api.service import Service
from tests.api.test_openapi import DOCUMENT
from tests.domain.project_story import Story

SOURCE = "effective_on=2024-01-02&source=民政部 2023 年区划代码"
DIVISIONS = """区划代码,名称,级别,上级代码,启用日期
511703,达川区,县级,,
511703101,石桥镇,镇,511703,2020/1/1
511703101201,红星村,村,,
"""
UNITS = (
    "单位代码,单位名称,单位类别,统一社会信用代码,所在地\nF-1,达州建筑公司,firm,91350100M000100Y43,511703\n"
)


def send(service: Service, path: str, content: bytes, key: str = "k-1") -> httpx.Response:
    headers = {"Idempotency-Key": key, "Content-Type": "text/csv"}
    return service.by(Role.ADMINISTRATOR).post(f"{path}?{SOURCE}", content=content, headers=headers)


def read(service: Service, path: str) -> httpx.Response:
    joint = "&" if "?" in path else "?"
    return service.by(Role.AUDITOR).get(f"{path}{joint}min_position={service.head()}")


def pledge(service: Service, place_code: str, number: str = "JZ-1") -> httpx.Response:
    return service.post(
        Role.RECORDER,
        "/gifts",
        {
            "effective_on": "2024-03-01",
            "gift_no": number,
            "donor_id": "d-1",
            "donor_kind": "firm",
            "amount_fen": 100_00,
            "purpose": "助学",
            "place_code": place_code,
        },
    )


@pytest.fixture(scope="module")
def county(service: Service) -> Service:
    assert send(service, "/places/county/divisions/file", DIVISIONS.encode("gb18030")).status_code == 201
    assert send(service, "/places/county/units/file", UNITS.encode(), "k-2").status_code == 201
    Story(BooksOverHttp(service)).opens()  # type: ignore[arg-type]  # it speaks the words of Books
    return service


def test_a_file_of_divisions_and_one_of_units_become_the_register(county: Service) -> None:
    rows = read(county, "/places/county/divisions").json()["rows"]
    assert [(row["code"], row["name"], row["level"], row["parent_code"], row["from_on"]) for row in rows] == [
        ("511703", "达川区", "county", "", None),
        ("511703101", "石桥镇", "town", "511703", "2020-01-01"),
        ("511703101201", "红星村", "village", "511703101", None),
    ]
    assert [row.get("parent_name") for row in rows] == [None, "达川区", "石桥镇"]
    unit = read(county, "/places/county/units/F-1").json()
    assert (unit["name"], unit["unified_code"], unit["place_name"]) == (
        "达州建筑公司",
        "91350100M000100Y43",
        "达川区",
    )
    unknown = read(county, "/places/county/divisions/511703999")
    assert unknown.status_code == 404
    assert unknown.json()["figures"] == {"stream": "place/county/divisions/511703999"}


def test_a_token_is_made_for_a_registered_division_only(county: Service) -> None:
    registered = county.register.divisions()
    assert scope_is_a_division("511703101000", registered) == "511703101"
    with pytest.raises(PlaceUnknown, match="没有 511704"):
        scope_is_a_division("511704", registered)


def test_a_list_goes_on_to_its_second_page(county: Service) -> None:
    first = read(county, "/places/county/divisions?limit=2")
    assert [row["code"] for row in first.json()["rows"]] == ["511703", "511703101"]
    second = county.by(Role.AUDITOR).get(first.links["next"]["url"])
    assert [row["code"] for row in second.json()["rows"]] == ["511703101201"]


def test_a_bad_file_is_told_line_by_line_and_nothing_is_recorded(service: Service) -> None:
    head = service.head()
    bad = DIVISIONS + "511703102,,镇,,\n511703103,永进镇,省,,\n511703104,堡子镇,镇,,昨天\n"
    answer = send(service, "/places/county/divisions/file", bad.encode())
    assert answer.status_code == 422, answer.text
    assert [one["pointer"] for one in answer.json()["errors"]] == ["line:5", "line:6", "line:7"]
    assert send(service, "/places/county/divisions/file", b"a,b\n1,2\n").status_code == 422
    assert service.head() == head


def test_rows_that_contradict_the_register_are_named_by_their_lines_of_the_file(service: Service) -> None:
    head = service.head()
    answer = send(
        service, "/places/county/divisions/file", (DIVISIONS + "\n511704101,外镇,镇,,\n").encode(), "k-lines"
    )
    assert answer.status_code == 422, answer.text
    assert answer.json()["figures"]["rows"] == "6"
    assert "第 6 行：上级 511704 未登记" in answer.json()["detail_zh"]
    assert "表头为第 1 行" in answer.json()["remedy_zh"]
    assert service.head() == head


@pytest.mark.parametrize(
    ("level", "word"),
    [
        *(("county", word) for word in ("县", "县级市", "市辖区", "自治县", "旗", "自治旗")),
        *(("town", word) for word in ("镇", "民族乡", "街道", "街道办事处", "苏木")),
        *(("village", word) for word in ("村", "行政村", "居委会", "村委会", "社区", "嘎查")),
    ],
)
def test_a_file_may_call_a_level_as_the_trade_does(level: str, word: str) -> None:
    content = f"区划代码,名称,级别\n511703,某地,{word}\n".encode()
    read = places_from_csv(RegisterDivisions, content, effective_on=date(2024, 1, 2), source="民政局")
    assert [row.level for row in read.arguments()["rows"]] == [level]


def test_a_street_is_a_town_and_its_community_a_village(county: Service) -> None:
    streets = "区划代码,名称,级别\n511703004,翠屏街道,街道\n511703004001,金龙社区,社区\n"
    assert send(county, "/places/county/divisions/file", streets.encode(), "k-3").status_code == 201
    rows = read(county, "/places/county/divisions?place=511703004").json()["rows"]
    assert [row["level"] for row in rows] == ["town", "village"]


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ('511703102,"永进镇\n', "line:5"),
        ('511703102,"永进"镇\n', "line:5"),
        (f"511703102,{'永' * 140_000}\n", "line:5"),
        ("511703102,永进\x07镇\n", "line:5"),
        ("511703102,永进\x00镇\n", "line:5"),
        (f"511703102,{'永' * 201}\n", "line:5"),
        ("511703102,,省\n" * (COMPLAINTS_MAX + 9), "line:5"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_line_and_nothing_is_recorded(
    service: Service, row: str, line: str
) -> None:
    head = service.head()
    errors = send(service, "/places/county/divisions/file", (DIVISIONS + row).encode()).json()["errors"]
    assert errors[0]["pointer"] == line
    assert len(errors) <= COMPLAINTS_MAX
    assert service.head() == head


@pytest.mark.parametrize("content", [b"", "区划代码,名称\n".encode()])
def test_a_file_without_rows_registers_nothing(service: Service, content: bytes) -> None:
    head = service.head()
    assert send(service, "/places/county/divisions/file", content).status_code in {409, 422}
    assert service.head() == head


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("effective_on=1980-01-01&source=名册", "?effective_on"),
        ("effective_on=2024-01-02&source=%07", "?source"),
        (f"effective_on=2024-01-02&source={'长' * 201}", "?source"),
        ("effective_on=2024-01-02", "?source"),
    ],
)
def test_a_wrong_parameter_beside_a_file_is_named(service: Service, query: str, where: str) -> None:
    headers = {"Idempotency-Key": "k-9", "Content-Type": "text/csv"}
    for path in ("/places/county/divisions/file", "/places/county/units/file"):
        answer = service.by(Role.ADMINISTRATOR).post(f"{path}?{query}", content=b"a\n", headers=headers)
        assert answer.status_code == 422, answer.text
        assert [one["pointer"] for one in answer.json()["errors"]] == [where]


def test_a_list_takes_chinese_where_a_code_is_meant(county: Service) -> None:
    assert read(county, "/places/county/divisions?place=石桥").json()["rows"] == []
    assert read(county, "/places/county/units?place=石桥&kind=企业").json()["rows"] == []
    assert read(county, "/places/county/divisions/石桥").status_code == 404


def test_each_place_code_in_an_answer_has_its_name_behind_it(county: Service) -> None:
    assert pledge(county, "511703101").status_code == 201
    assert read(county, "/gifts/JZ-1").json()["total"]["place_name"] == "石桥镇"
    assert read(county, "/gifts").json()["rows"][0]["place_name"] == "石桥镇"


def test_a_new_name_stands_in_the_next_answer_and_a_code_that_ended_opens_nothing(county: Service) -> None:
    assert pledge(county, "511703101", "JZ-5").status_code == 201
    assert read(county, "/gifts/JZ-5").json()["total"]["place_name"] == "石桥镇"
    renaming = {
        "effective_on": "2024-03-02",
        "code": "511703101",
        "name": "石桥街道",
        "reason": "川府函〔2024〕18号",
    }
    county.record(Role.ADMINISTRATOR, "/places/county/renamings", renaming)
    assert read(county, "/gifts/JZ-5").json()["total"]["place_name"] == "石桥街道"
    [renamed] = read(county, "/audit-trail?topic=place.renamed").json()["rows"]
    assert renamed["sentence_zh"].startswith("511703101 石桥镇 更名为石桥街道")
    ending = {
        "effective_on": "2024-03-02",
        "code": "511703101201",
        "until_on": "2024-02-29",
        "reason": "合并",
    }
    county.record(Role.ADMINISTRATOR, "/places/county/endings", ending)
    head = county.head()
    assert pledge(county, "511703101201", "JZ-2").json()["code"] == "place_ended"
    assert pledge(county, "999999", "JZ-3").json()["code"] == "place_unknown"
    assert county.head() == head


def test_a_unit_has_its_name_behind_its_code(county: Service) -> None:
    account = {
        "effective_on": "2024-03-01",
        "code": "ZZ-77",
        "name": "工程专账",
        "mode": "special_ledger",
        "place_code": "511703",
        "holder_unit": "F-1",
        "interest_owner": "treasury",
    }
    county.record(Role.APPROVER, "/accounts", account)
    read_back = read(county, "/accounts/ZZ-77").json()
    assert (read_back["holder_unit"], read_back["holder_unit_name"]) == ("F-1", "达州建筑公司")


def test_each_field_of_a_place_or_a_unit_is_named_in_the_document() -> None:
    """What a field is named follows from its declaration; here stands what callers have come to read."""
    assert dict(NAMED_AS) == {
        "place_code": "place_name",
        "parent_code": "parent_name",
        "holder_unit": "holder_unit_name",
        "implementing_unit": "implementing_unit_name",
        "proposer_unit": "proposer_unit_name",
    }


def test_the_document_says_that_a_named_place_may_stand_in_an_answer() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    assert "place_name" in schemas["GiftRow"]["properties"]
    assert "place_name" not in schemas["PledgeGift"]["properties"]
    parent = next(row for row in map(schemas.get, schemas) if row.get("title") == "DivisionRow")
    assert "行政区划代码，无则留空" in str(parent["properties"]["parent_code"])
    assert any(path == "/places/county/divisions/file" for path, _, _ in operations_of(DOCUMENT))


def test_a_file_that_names_one_column_twice_is_refused_with_both(county: Service) -> None:
    doubled = "代码,名称,区划代码\n511703102,罐子镇,511703103\n"
    recorded = county.head()
    answer = send(county, "/places/county/divisions/file", doubled.encode(), "k-doubled")
    assert answer.status_code == 422
    [complaint] = answer.json()["errors"]
    assert "第 1 列“代码”与第 3 列“区划代码”" in str(complaint)
    assert county.head() == recorded
