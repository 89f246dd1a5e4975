"""公开电话 (public lines): the number of a supervision line hangs on a notice for everybody, also a mobile number.

It is public by its field, which the rulebook names; in every other text, and beside it, no number of a person stands.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from domain.notices.field_text import FieldText
from domain.rulebook.procedure_rules import PublicLine

LINE = re.compile(r"(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)")
"""A mobile number as it is written to be called; one that is written to escape a look is no public line."""


def public_lines_of(rows: Sequence[PublicLine], fields: Sequence[FieldText]) -> tuple[str, ...]:
    """The codes of the fields whose text is the number of a public line."""
    named = {row.field_code for row in rows}
    return tuple(field.code for field in fields if field.code in named)


def beside_public_lines(fields: Sequence[FieldText], public_lines: Collection[str]) -> tuple[FieldText, ...]:
    """The fields without the numbers of the public lines: what is looked at for numbers of persons."""
    return tuple(
        replace(field, text=LINE.sub("", field.text)) if field.code in public_lines else field
        for field in fields
    )
