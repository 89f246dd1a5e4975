"""字段只写一次 (members of JSON objects): a name stands once; of two, one reader takes the first, another the last."""

import json
from typing import Any

from api.http.body_refusals import DuplicateMember
from api.http.wording import masked


class MemberTwice(ValueError):
    """A name stands twice in an object."""

    def __init__(self, name: str) -> None:
        """The name as it was written."""
        super().__init__(name)
        self.name = name


def each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of its members, as the `object_pairs_hook` of `json.loads`.  Raises MemberTwice."""
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        raise MemberTwice(next(name for name in names if names.count(name) > 1))
    return members


def member_twice(text: bytes) -> str | None:
    """Give a name that stands twice in one object, as it may be shown; None also for a text that is no JSON."""
    try:
        json.loads(text, object_pairs_hook=each_once)
    except MemberTwice as twice:
        return masked(twice.name)
    except (ValueError, RecursionError):
        return None
    return None


def refuse_duplicate_members(body: bytes) -> None:
    """Raise DuplicateMember when a name stands twice in one object of a JSON body."""
    name = member_twice(body)
    if name is not None:
        raise DuplicateMember(name)
