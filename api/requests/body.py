"""请求体 (bodies): what every request that records has in common.

A request model says the shape only: names, kinds, lengths.  Whether the business is allowed is for the rules of the
books to say.  Field names are the keyword arguments of the command of the same name.
"""

from datetime import date
from typing import Any, ClassVar, Protocol

from pydantic import BaseModel, ConfigDict

from api.requests.words import Day


class Body(Protocol):
    """What a request that records has said, however it was sent."""

    @property
    def effective_on(self) -> date:
        """The day the business counts for (业务日期)."""

    def arguments(self) -> dict[str, Any]:
        """Give the keyword arguments of the command."""

    def said(self) -> object:
        """Give what a repeat of the request must say as well, as it can be written in JSON."""


class Shape(BaseModel):
    """Something with a closed list of fields: an unknown one is an error, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def plain_fields(self) -> dict[str, Any]:
        """Give the fields as the domain takes them: parts become its values."""
        return {name: _plain(getattr(self, name)) for name in type(self).model_fields}


class Part(Shape):
    """A part of a request that becomes a value of the domain, field by field."""

    VALUE: ClassVar[type]

    def to_domain(self) -> object:
        """Give the part as a `VALUE`."""
        return self.VALUE(**self.plain_fields())


class CommandBody(Shape):
    """A request that records.  `effective_on` is the day the business counts for (业务日期)."""

    effective_on: Day

    def arguments(self) -> dict[str, Any]:
        """Give the keyword arguments of the command."""
        fields = self.plain_fields()
        del fields["effective_on"]
        return fields

    def said(self) -> object:
        """Give the fields; spaces and their order make no difference."""
        return self.model_dump(mode="json")


def _plain(field: object) -> object:
    match field:
        case Part():
            return field.to_domain()
        case tuple():
            return tuple(_plain(entry) for entry in field)
        case _:
            return field
