"""第几行 (which lines): how a refusal about one line of a list says where it stands, and which others are wrong."""

from collections.abc import Sequence

from domain.code import Word
from domain.refusal import FAULTS_NAMED_MAX

LINES: Word = ("行", "line")
ROWS: Word = ("条", "row")
"""What the numbers count: the lines of a file, or the rows of a request from 1."""


def lines_named(lines: Sequence[int], counted: Word = LINES) -> Word:
    """Name the wrong lines, as many as one refusal names; count all."""
    (zh, en), first, others = counted, lines[0], lines[1:FAULTS_NAMED_MAX]
    if not others:
        return f"第 {first} {zh}：", f"{en.capitalize()} {first}: "
    named, more = ("、".join(map(str, others)), ", ".join(map(str, others))), len(lines) > FAULTS_NAMED_MAX
    return (
        f"第 {first} {zh}（共 {len(lines)} {zh}有误，另为第 {named[0]}{' 等' if more else ''} {zh}）：",
        f"{en.capitalize()} {first} ({len(lines)} {en}s are wrong, also {named[1]}{' and others' if more else ''}): ",
    )
