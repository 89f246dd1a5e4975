"""路径中的编号 (keys in paths): what may stand there, by the declaration of the field."""

from typing import Annotated, Any

from fastapi import Path

from domain.fields.field import field_of


def path_key(name: str, *places: str) -> Any:
    """Make the parameter of a key in a path, with length, name and example of its field; `places` as in `field_of`."""
    field = field_of(name, *places)
    shown = f"{field.label_zh} {field.label_en}"
    return Path(min_length=1, max_length=field.kind.longest, description=shown, examples=[field.example])


AccountCode = Annotated[str, path_key("code", "accounts")]
ProjectCode = Annotated[str, path_key("code", "projects")]
