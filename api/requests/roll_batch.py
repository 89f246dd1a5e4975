"""批量编制花名册 (a roll in one stream): NDJSON, read line by line as it comes in.

The first line is the head of the roll with its declared count and sum, every other line one person.  The lines are not
kept as text: what stays in memory are the values that the command takes, and a digest of the bytes for a repeat of the
request.  Every line that cannot be read is reported by its place in the body, and then nothing of it is used.
"""

import hashlib
import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from api.http.members import member_twice
from api.http.refusals import InvalidRequest, UnsupportedBody
from api.http.wording import COMPLAINTS_MAX, Complaint, complaints_about
from api.requests.rolls import RollHead, RollLine
from domain.fields.field import field_of
from domain.rolls import values as roll_values

NDJSON = "application/x-ndjson"
LONGEST_LINE_BYTES = 32 * 2**10
"""A reason of 4,000 characters, each written as an escape, still fits."""
LINES_MAX = field_of("lines", "rolls").kind.longest
NAMES = re.compile(rb'"(\w+)"\s*:')


@dataclass(frozen=True)
class RollBatch:
    """The head and the lines of a roll, and the digest of the bytes they came in."""

    head: RollHead
    lines: tuple[roll_values.RollLine, ...]
    sha256: str

    @property
    def effective_on(self) -> date:
        """The day the business counts for (业务日期)."""
        return self.head.effective_on

    def arguments(self) -> dict[str, Any]:
        """Give the keyword arguments of the command."""
        return {**self.head.arguments(), "lines": self.lines}

    def said(self) -> object:
        """Give the digest: a repeat sends the same bytes."""
        return self.sha256


async def read_roll_batch(request: Request) -> RollBatch:
    """Read the body to its end.  Raises UnsupportedBody, then InvalidRequest with a place for each bad line."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != NDJSON:
        raise UnsupportedBody([NDJSON])
    reader = _BatchReader()
    try:
        async for chunk in request.stream():
            reader.feed(chunk)
    except ClientDisconnect as gone:
        raise HTTPException(400) from gone
    return reader.finish()


@dataclass
class _BatchReader:
    """Cuts what comes in into lines and reads each.

    rest     the beginning of a line that has not ended yet.
    stopped  what follows is only let pass, so that the caller hears the answer.
    """

    head: RollHead | None = None
    lines: list[roll_values.RollLine] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    digest: Any = field(default_factory=hashlib.sha256)
    rest: bytes = b""
    number: int = 0
    stopped: bool = False

    def feed(self, chunk: bytes) -> None:
        """Read the lines that end in these bytes; keep the rest for the next."""
        self.digest.update(chunk)
        if self.stopped:
            return
        *whole, self.rest = (self.rest + chunk).split(b"\n")
        for line in whole:
            self._take(line)
        if len(self.rest) > LONGEST_LINE_BYTES:
            self._take(self.rest)

    def finish(self) -> RollBatch:
        """Give the roll.  Raises InvalidRequest."""
        self._take(self.rest)
        if self.complaints:
            raise InvalidRequest(self.complaints)
        assert self.head is not None, "a first line that is no head is complained about"
        return RollBatch(self.head, tuple(self.lines), self.digest.hexdigest())

    def _take(self, line: bytes) -> None:
        """Read one line; blank ones after the head are passed over."""
        self.number += 1
        if self.stopped or (self.number > 1 and not line.strip()):
            return
        if len(line) > LONGEST_LINE_BYTES:
            self._stop(f"超过 {LONGEST_LINE_BYTES} 字节", f"longer than {LONGEST_LINE_BYTES} bytes")
        elif len(self.lines) == LINES_MAX:
            self._stop(f"花名册最多 {LINES_MAX} 行", f"beyond the {LINES_MAX} lines that a roll may have")
        else:
            self._read(line)

    def _read(self, line: bytes) -> None:
        twice = member_twice(line) if _may_repeat(line) else None
        if twice is not None:
            zh, en = f"字段 {twice} 出现不止一次", f"the field {twice} stands more than once"
            self.complaints.append(_complaint(self.number, zh, en))
            return
        try:
            if self.number == 1:
                self.head = RollHead.model_validate_json(line)
            else:
                self.lines.append(roll_values.RollLine(**vars(RollLine.model_validate_json(line))))
        except ValidationError as error:
            self.complaints += _worded(self.number, error)
            self.stopped = len(self.complaints) >= COMPLAINTS_MAX

    def _stop(self, zh: str, en: str) -> None:
        self.complaints.append(_complaint(self.number, zh, en))
        self.stopped = True


def _may_repeat(line: bytes) -> bool:
    """Whether a closer look is needed; a line without escapes whose names all differ repeats none."""
    names = NAMES.findall(line)
    return len(set(names)) < len(names) or b"\\" in line


def _complaint(number: int, zh: str, en: str) -> Complaint:
    return Complaint(f"line:{number}", "roll_line", f"第 {number} 行：{zh}。", f"Line {number}: {en}.")


def _worded(number: int, error: ValidationError) -> list[Complaint]:
    """Word what is wrong with a line, as with any body, and say which line it is."""
    errors = error.errors(include_url=False)
    if not errors[0]["loc"]:
        what = (
            ("花名册表头的 JSON 对象", "the head of the roll")
            if number == 1
            else ("JSON 对象", "a JSON object")
        )
        return [_complaint(number, f"不是{what[0]}", f"not {what[1]}")]
    return [
        replace(
            complaint,
            pointer=f"line:{number}{complaint.pointer}",
            detail_zh=f"第 {number} 行 {complaint.detail_zh}",
            detail_en=f"Line {number}, {complaint.detail_en}",
        )
        for complaint in complaints_about([{**one, "loc": ("body", *one["loc"])} for one in errors])
    ]
