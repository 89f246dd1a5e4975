"""接口说明 (reference page): for each command its fields, as they are declared, on a desk, on a phone and on paper."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from playwright.sync_api import Browser, Page

from api.commands.declaration import CommandDeclaration
from api.reference.declared_fields import places_of_request
from api.reference.openapi import operations_of
from api.subjects.every_subject import every_command
from domain.fields.field import field_of
from domain.projects.codes import Route
from projections.access.roles import Role
from tests.api.service import Service
from tests.api.test_openapi import DOCUMENT

EVERY_COMMAND = pytest.mark.parametrize("command", every_command(), ids=lambda one: one.operation)
TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def served(service: Service) -> str:
    answer = service.by(None).get("/docs")
    assert answer.status_code == 200
    return answer.text


@pytest.fixture(scope="module")
def sheet(service: Service, browser: Browser) -> Iterator[Page]:
    """The page in a browser with scripts switched on, so that one that stood in it would run."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    opened = context.new_page()
    opened.goto(f"{service.url}/docs")
    yield opened
    context.close()


def rows_of(served: str, command: CommandDeclaration) -> dict[str, str]:
    """The text of each row about a command, by the name of its field or parameter."""
    heading = f'<span class="method post">POST</span> <code>{command.path}</code></h3>'
    section = served.partition(heading)[2].partition("<h3>")[0]
    rows = re.findall(r'<tr>\s*<th scope="row"><code>(.*?)</code></th>(.*?)</tr>', section, re.DOTALL)
    return {name: " ".join(unescape(TAG.sub(" ", row)).split()) for name, row in rows}


@EVERY_COMMAND
def test_every_field_of_a_command_is_shown_as_it_is_declared(
    served: str, command: CommandDeclaration
) -> None:
    rows = rows_of(served, command)
    fields = command.body.model_fields
    sent_otherwise = command.body_format is not None
    assert sent_otherwise or fields.keys() <= rows.keys()
    for name in fields.keys() & rows.keys():
        declared = field_of(name, *places_of_request(command.body))
        assert rows[name].startswith(f"{declared.label_zh} {declared.label_en} "), name
        for said in (declared.help_zh, declared.help_en):
            assert " ".join(said.split()) in rows[name], name
        assert ("必填" if sent_otherwise or fields[name].is_required() else "选填") in rows[name]
        if declared.kind.unit_zh:
            assert f"单位 unit {declared.kind.unit_zh} {declared.kind.unit_en}" in rows[name]
        shape = DOCUMENT["components"]["schemas"][command.body.__name__]["properties"][name]
        if declared.kind.longest and {"maxLength", "maxItems"} & shape.keys():
            assert f" {declared.kind.longest} " in rows[name], name


def test_the_page_begins_with_a_list_of_subjects_and_their_operations(served: str) -> None:
    contents = served.partition("<nav")[2].partition("</nav>")[0]
    anchors = re.findall(r'<li><a href="#(.*?)">(.*?)</a>', contents)
    assert [name for _, name in anchors if "登记行政区划" in name] == ["登记行政区划"]
    assert len(anchors) == len(list(operations_of(DOCUMENT)))
    assert [name for _, name in anchors if name.strip().startswith("资金台账")] == ["资金台账"]
    for anchor, _ in anchors:
        assert served.count(f' id="{anchor}"') == 1
    assert {command.subject.zh for command in every_command()} <= set(
        re.findall(r'<summary><a href="#[^"]*">(.*?)</a>', contents)
    )


def test_roles_are_named_in_chinese(served: str) -> None:
    assert {f"角色 Roles: {role.zh} {role.code}" for role in Role if role is not Role.AUDITOR} <= set(
        re.findall(r"角色 Roles: [^<]*", served)
    )


def test_an_entry_of_the_contents_leads_to_the_operation_and_its_fields_open_by_hand(sheet: Page) -> None:
    sheet.reload()
    assert sheet.locator("details[open]").count() == 0
    sheet.locator("nav summary", has_text="区划与单位").click()
    sheet.locator("nav").get_by_text("登记行政区划", exact=True).click()
    operation = sheet.locator("section:target")
    assert operation.locator("h3").inner_text() == "POST /places/county/divisions"
    fields = operation.locator(".printed")
    assert not fields.locator("table").is_visible()
    fields.locator("summary").click()
    assert fields.locator("table").is_visible()


def command_named(operation: str) -> CommandDeclaration:
    return next(one for one in every_command() if one.operation == operation)


def test_a_closed_list_shows_each_code_with_its_words(served: str) -> None:
    route = rows_of(served, command_named("contract_project"))["route"]
    for code in Route:
        assert f"{code.code} {code.zh} {code.en}" in route
    assert "代码 code" in route


def test_a_part_is_followed_by_its_own_fields(served: str) -> None:
    rows = rows_of(served, command_named("reconcile_account"))
    names = list(rows)
    assert names[names.index("lines") + 1] == "lines[].on"
    assert rows["lines[].on"].startswith("交易日期 day of the line 必填 required 日期 date")
    assert "选填 optional 文字 text" in rows["lines[].voucher_no"]
    assert "regulations.notice_kinds[].code" in rows_of(served, command_named("publish_rulebook"))


def test_a_text_of_a_rulebook_is_shown_with_its_longest_length(served: str) -> None:
    regime = rows_of(served, command_named("publish_rulebook"))["regulations.regime"]
    assert f"最长 {field_of('regime', 'rulebook').kind.longest} 字 characters" in regime


def test_the_day_that_comes_beside_a_file_is_shown_as_it_is_declared(served: str) -> None:
    beside = rows_of(served, command_named("reconcile_account_with_csv"))
    assert beside["bank_balance_fen"].startswith(f"{field_of('bank_balance_fen', 'accounts').label_zh} ")
    assert "必填 required" in beside["statement_on"]


def test_the_columns_of_a_file_are_shown_with_all_that_they_may_be_called(served: str) -> None:
    statement = rows_of(served, command_named("reconcile_account_with_csv"))
    assert statement["on"].startswith(
        "交易日期 day of the line 必填 required 日期 date 列名 columns: on、日期、"
    )
    assert statement["amount"].startswith("金额 选填 optional 列名 columns: amount_yuan、金额、")
    units = rows_of(served, command_named("register_units_with_csv"))
    assert "village_committee 村民委员会 village committee" in units["kind"]


def test_the_page_fits_a_phone_and_asks_only_its_own_host(service: Service, sheet: Page) -> None:
    asked: list[str] = []
    sheet.on("request", lambda request: asked.append(request.url))
    sheet.reload()
    assert sheet.evaluate("document.documentElement.scrollWidth") == 360
    assert sheet.locator("script").count() == 0
    assert {url for url in asked if not url.startswith(service.url)} == set()


@pytest.mark.parametrize("path", ["/problems", "/problems/too_few_representatives"])
def test_the_list_of_problems_fits_a_phone(service: Service, browser: Browser, path: str) -> None:
    with browser.new_page(viewport={"width": 360, "height": 740}) as phone:
        phone.goto(service.url + path)
        assert phone.evaluate("document.documentElement.scrollWidth") == 360


def test_the_page_can_be_printed_with_all_fields_inside_the_sheet(sheet: Page) -> None:
    a4_width = 680  # CSS pixels of a sheet of A4 within its margins
    sheet.set_viewport_size({"width": a4_width, "height": 1000})
    sheet.emulate_media(media="print")
    assert sheet.evaluate("document.documentElement.scrollWidth") == a4_width
    hidden = "all => all.filter(one => !one.checkVisibility({contentVisibilityAuto: true})).length"
    rows = sheet.locator(".printed .fields tbody tr")
    assert rows.count() > len(every_command())
    assert rows.evaluate_all(hidden) == 0
    assert sheet.locator("nav").is_hidden()
    assert re.findall(rb"/Type\s*/Page\b", sheet.pdf(format="A4"))
