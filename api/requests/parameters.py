"""查询参数 (query parameters): a closed list for each address; an unknown one is refused, never ignored."""

import re
from collections.abc import Callable
from typing import Any

from fastapi import Request
from fastapi.dependencies.models import Dependant

from api.http.refusals import InvalidRequest, UnknownParameter
from api.http.wording import complaints_about, masked
from api.requests.days import day_from

_KNOWN: dict[Callable[..., Any], frozenset[str]] = {}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


async def only_known_parameters(request: Request) -> None:
    """Check the query and the path before anything reads them.

    Raises UnknownParameter for a name that the route does not declare, InvalidRequest for a control character and for
    a day that is not written as 2024-06-30 or lies beyond the calendar of the books: the framework would read 20240630
    as seconds.
    """
    known = known_parameters(request.scope["route"])
    errors = []
    for name, value in request.query_params.multi_items():
        if name not in known:
            raise UnknownParameter(masked(name), known)
        if _CONTROL.search(value):
            errors.append({"type": "string_unicode", "loc": ("query", name), "input": value})
        elif _names_a_day(name) and day_from(value) is None:
            errors.append({"type": "day_text", "loc": ("query", name), "input": value})
    for name, value in request.path_params.items():
        if _CONTROL.search(value):
            errors.append({"type": "string_unicode", "loc": ("path", name), "input": value})
    if errors:
        raise InvalidRequest(complaints_about(errors))


def known_parameters(route: Any) -> frozenset[str]:
    """Give the names that a route and its dependencies declare; found once for each route."""
    if route.endpoint not in _KNOWN:
        _KNOWN[route.endpoint] = frozenset(_declared(route.dependant))
    return _KNOWN[route.endpoint]


def _declared(dependant: Dependant) -> set[str]:
    own = {parameter.alias for parameter in dependant.query_params}
    return own.union(*(_declared(inner) for inner in dependant.dependencies))


def _names_a_day(name: str) -> bool:
    return name == "since" or (name.endswith("on") and not name.endswith("position"))
