"""Every command keeps to the scope of its caller, and opens records for registered places only.

The story is told once.  Before the first step of each command, the same person asks for it with a token of a town of
another county, and, where the body names a place, with a code that nobody registered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from api.subjects.every_subject import every_command
from domain.places.refusals import PlaceUnknown
from domain.refusal import OutsideScope
from tests.api.service import Service
from tests.api.test_the_examples_tell_one_story import document_of, post

FOREIGN_TOWN, NOWHERE = "511704101", "999999"
"""A town, since county matters are open to the whole county; once there is a register, no other county has a token."""

SAID_OTHERWISE = {
    "/funds/{document_no}/passings-down": (
        "place_not_below",
        "money is passed down to a place inside the giver's",
    ),
    "/notices": ("notice_place_differs", "a notice hangs where its subject is"),
    "/places/county/units": ("place_rows_wrong", "all that is wrong in the rows is said at once"),
}
"""Commands that refuse an unknown place in words of their own: the code of the refusal, and why it comes first."""

COMMANDS = tuple(command.path for command in every_command())


@dataclass(frozen=True)
class Asked:
    """The answers to one command before it was recorded; `nowhere` is None where its body names no place."""

    outside: httpx.Response
    nowhere: httpx.Response | None


@pytest.fixture(scope="module")
def asked(service: Service) -> Mapping[str, Asked]:
    found: dict[str, Asked] = {}
    for request in document_of(service)["x-story"]:
        if request["operation"] not in found:
            before = service.head()
            found[request["operation"]] = one = ask(service, request)
            assert service.head() == before, f"{request['path']} recorded what it should refuse: {one}"
        answer = post(service, request)
        assert answer.status_code == 201, f"{request['path']}: {answer.text}"
    return found


def ask(service: Service, request: dict[str, Any]) -> Asked:
    outside = post(service, request, scope=FOREIGN_TOWN)
    elsewhere = request | {"body": moved(request["body"])}
    nowhere = None if elsewhere == request else post(service, elsewhere)
    return Asked(outside, nowhere)


def moved(body: Any) -> Any:
    """The same body with a code that nobody registered, wherever it names the place of what it opens."""
    if isinstance(body, dict):
        return {name: NOWHERE if name == "place_code" else moved(value) for name, value in body.items()}
    return [moved(part) for part in body] if isinstance(body, list) else body


@pytest.mark.parametrize("command", COMMANDS)
def test_who_acts_outside_the_scope_records_nothing(asked: Mapping[str, Asked], command: str) -> None:
    one = asked[command]
    assert (one.outside.status_code, one.outside.json()["code"]) == (403, OutsideScope.code)
    assert one.outside.json()["figures"]["scope"] == FOREIGN_TOWN


def test_an_unknown_place_is_refused_by_every_command_that_names_one(asked: Mapping[str, Asked]) -> None:
    answered = {path: one.nowhere for path, one in asked.items() if one.nowhere is not None}
    refused = {path: (answer.status_code, answer.json().get("code")) for path, answer in answered.items()}
    usual = (422, PlaceUnknown.code)
    assert usual in refused.values()
    assert {path: told for path, told in refused.items() if told != usual} == {
        path: (422, code) for path, (code, _) in SAID_OTHERWISE.items()
    }
