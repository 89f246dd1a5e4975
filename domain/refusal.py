"""拒绝 (refusal): the one base of every way the domain says no.  Nothing was recorded when one is raised.

Each refusal is a state of the world with a stable `code` that is never reused.  Its sentences show both figures and
what to do, 简体中文 first.  They hold ids and amounts, never names or numbers of private persons.
"""

from collections.abc import Mapping
from typing import ClassVar

Figure = int | str


class Refusal(Exception):
    """A rule of the house was not met (业务规则不允许)."""

    code: ClassVar[str] = "refused"
    title_zh: ClassVar[str] = "业务规则不允许"
    title_en: ClassVar[str] = "Refused by a rule of the house"
    status: ClassVar[int] = 422
    KINDS: ClassVar[dict[str, type["Refusal"]]] = {}

    def __init_subclass__(cls, **kwargs: object) -> None:
        """List every kind by its code; one code for two kinds is a bug and is said when the class is made."""
        super().__init_subclass__(**kwargs)
        assert cls.KINDS.setdefault(cls.code, cls) is cls, f"refusal code {cls.code} is used twice"

    def __init__(
        self,
        detail_zh: str,
        detail_en: str,
        *,
        field: str | None = None,
        figures: Mapping[str, Figure] | None = None,
        remedy_zh: str = "",
        remedy_en: str = "",
    ) -> None:
        """Say what was wrong in both languages.

        field    the name of the input that was wrong, where one is to blame.
        figures  both sides of the broken rule by name, e.g. `{"asked_fen": 5, "left_fen": 3}`.
        remedy_* what the caller can do about it.
        """
        super().__init__(f"{detail_zh} {detail_en}")
        self.detail_zh = detail_zh
        self.detail_en = detail_en
        self.field = field
        self.figures = dict(figures or {})
        self.remedy_zh = remedy_zh
        self.remedy_en = remedy_en


class UnknownRecord(Refusal):
    """No such record in these books (查无此记录)."""

    code = "unknown_record"
    title_zh = "查无此记录"
    title_en = "No such record"
    status = 404

    def __init__(self, stream: str) -> None:
        """`stream` is the id that was looked for, `kind/key`."""
        super().__init__(
            f"账套中没有 {stream}。",
            f"These books hold no {stream}.",
            figures={"stream": stream},
            remedy_zh="请核对编号，或先登记该记录。",
            remedy_en="Check the number, or record it first.",
        )


class AlreadyRecorded(Refusal):
    """A record with this key exists (编号已登记)."""

    code = "already_recorded"
    title_zh = "编号已登记"
    title_en = "Already recorded"
    status = 409

    def __init__(self, stream: str) -> None:
        """`stream` is the id that is taken, `kind/key`."""
        super().__init__(
            f"{stream} 已经登记。",
            f"{stream} is already recorded.",
            figures={"stream": stream},
            remedy_zh="请换一个编号，或对已登记的记录办理后续业务。",
            remedy_en="Use another number, or continue with the record that exists.",
        )


class OutsideScope(Refusal):
    """The caller's scope does not hold this place (超出管辖范围)."""

    code = "outside_scope"
    title_zh = "超出管辖范围"
    title_en = "Outside the caller's scope"
    status = 403

    def __init__(self, place_code: str, scope: str) -> None:
        """`place_code` of the record, `scope` of the caller: administrative division codes."""
        super().__init__(
            f"记录属于 {place_code}，您的管辖范围是 {scope}。",
            f"The record belongs to {place_code}; your scope is {scope}.",
            figures={"place_code": place_code, "scope": scope},
            remedy_zh="请由该地的经办人办理。",
            remedy_en="Ask the office of that place to act.",
        )


class KeyReusedWithOtherBody(Refusal):
    """The idempotency key was used for another request (幂等键重复而内容不同)."""

    code = "key_reused_with_other_body"
    title_zh = "幂等键重复而内容不同"
    title_en = "Idempotency key reused with another body"

    def __init__(self, first_position: int) -> None:
        """`first_position` is where the facts of the first request begin."""
        super().__init__(
            f"该幂等键已用于序时簿第 {first_position} 号事实的请求，内容与本次不同。",
            f"This key belongs to the request recorded at position {first_position}; this body differs.",
            field="Idempotency-Key",
            figures={"first_position": first_position},
            remedy_zh="新业务请用新的幂等键；重发请保持原内容。",
            remedy_en="Use a new key for new business; repeat a request with the same body.",
        )


class StreamMoved(Refusal):
    """The record has gone on since the caller looked at it (记录已有新进展)."""

    code = "stream_moved"
    title_zh = "记录已有新进展"
    title_en = "The record has moved on"
    status = 412

    def __init__(self, stream: str, seen_version: int, version: int) -> None:
        """`seen_version` is what the caller looked at, `version` where the stream is now."""
        super().__init__(
            f"您看到的是 {stream} 的第 {seen_version} 版，现在是第 {version} 版。",
            f"You looked at version {seen_version} of {stream}; it is at version {version} now.",
            field="If-Match",
            figures={"stream": stream, "seen_version": seen_version, "version": version},
            remedy_zh="请重新读取后再办理。",
            remedy_en="Read it again, then act.",
        )
