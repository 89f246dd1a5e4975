"""统计用区划代码: whoever writes a county in twelve digits means the county, whatever is recorded for it."""

from typing import Any

import pytest

from api.requests.body import CommandBody
from api.subjects.every_subject import every_command
from projections.access.roles import Role
from tests.api.service import Service
from tests.api.test_no_request_is_a_bug import COMMANDS, good_example

PLACED = [command for command in COMMANDS if "place_code" in good_example(command)]
BODIES: dict[str, type[Any]] = {one.command: one.body for one in every_command()}


@pytest.mark.parametrize("command", PLACED)
@pytest.mark.parametrize(
    ("padded", "code"),
    [("511703000000", "511703"), ("511703101000", "511703101"), ("511703101201", "511703101201")],
)
def test_every_command_reads_a_padded_place_without_its_zeros(command: str, padded: str, code: str) -> None:
    body = BODIES[command].model_validate(good_example(command) | {"place_code": padded})
    assert isinstance(body, CommandBody)
    assert body.arguments()["place_code"] == code


def test_some_commands_name_a_place() -> None:
    assert {"draft_notice", "receive_indicator", "open_account", "propose_project"} <= set(PLACED)


def test_a_list_is_narrowed_by_a_padded_place_as_by_the_place(service: Service) -> None:
    registered = service.post(
        Role.ADMINISTRATOR,
        "/places/county/divisions",
        {
            "effective_on": "2024-01-02",
            "rows": [{"code": "511703", "name": "达川区"}],
            "source": "民政部 2023 年区划代码",
        },
        key="a-county",
    )
    assert registered.status_code == 201, registered.text
    for place in ("511703", "511703000000"):
        found = service.by(Role.AUDITOR).get(f"/places/county/divisions?place={place}").json()
        assert [row["code"] for row in found["rows"]] == ["511703"]
