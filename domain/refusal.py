"""拒绝 (refusal): the one base of every way the domain says no.  Nothing was recorded when one is raised.

Each refusal is a state of the world, declared: a stable `code` that is never reused, a title, the figures it is made
from, and a sentence and a remedy over them (domain/template.py), 简体中文 first.  The sentence shows both sides of the
broken rule, the remedy what to do about it.  They hold ids and amounts, never names or numbers of private persons: a
number that a caller typed where an id belongs is left out.
"""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from inspect import get_annotations
from types import MappingProxyType
from typing import Any, ClassVar, dataclass_transform

from domain.code import Code, Word
from domain.fact import called
from domain.personal_number import without_personal_numbers
from domain.template import filled, written

NOTHING_ZH, NOTHING_EN = "（无）", "(none)"
"""What stands for an empty list in a sentence."""

FAULTS_NAMED_MAX = 200
"""How many faults of one list a refusal names; it counts all."""


Listed = type[Code] | str
"""Where a code is declared: in a list of the code, or in a list of the rulebook by its name."""


def words_of(**codes: Listed) -> Mapping[str, Listed]:
    """Say which attributes of a refusal hold codes, and of which list."""
    return MappingProxyType(codes)


def beside(code: str, name: str) -> str:
    """Write a code with its name behind it, where the name is known."""
    return f"{code} {name}".rstrip()


@dataclass_transform(eq_default=False)
class Refusal(Exception):
    """A rule of the house was not met (业务规则不允许).

    The annotated attributes of a kind are what it is made from, in this order.

    field      the name of the input that was wrong, where one is to blame.
    codes      the attributes that hold codes: of a list of the code, or of a named list of the rulebook.  A sentence in
               Chinese says their words, one in English what programs read.
    shows      the figures by name, each with a printer where one is needed; all but `field` when nothing is said.
    says_*     the sentence.
    remedy_*   what the caller can do about it.
    """

    code: ClassVar[str] = "refused"
    title_zh: ClassVar[str] = "业务规则不允许"
    title_en: ClassVar[str] = "Refused by a rule of the house"
    status: ClassVar[int] = 422
    shows: ClassVar[tuple[str, ...] | None] = None
    codes: ClassVar[Mapping[str, Listed]] = MappingProxyType({})
    says_zh: ClassVar[str] = ""
    says_en: ClassVar[str] = ""
    field: str | None
    remedy_zh: str = ""
    remedy_en: str = ""
    KINDS: ClassVar[dict[str, type["Refusal"]]] = {}

    def __init_subclass__(cls, **kwargs: object) -> None:
        """List every kind by its code.  Raises AssertionError, when the class is made, for a code used twice."""
        super().__init_subclass__(**kwargs)
        assert cls.KINDS.setdefault(cls.code, cls) is cls, f"refusal code {cls.code} is used twice"
        if get_annotations(cls):
            dataclass(repr=False, eq=False, match_args=False)(cls)

    def __init__(self) -> None:
        """Make a refusal that has nothing to show; a kind with annotated attributes is made from them."""
        self.__post_init__()

    def __post_init__(self) -> None:
        """Write figures, sentence and remedy at once: the lists that they come from may change later."""
        shows = tuple(vars(self)) if self.shows is None else self.shows
        self.figures = dict(self._figure(shown) for shown in shows if shown != "field")
        self.field = getattr(self, "field", None)
        self.detail_en = _said(self.says_en, self, NOTHING_EN)
        self.remedy_en = _said(self.remedy_en, self, NOTHING_EN)
        self.word_codes()

    def word_codes(self, name_of: Callable[[str, str], str] = lambda _, code: code) -> None:
        """Write the Chinese sentence and remedy, with the words of codes.

        name_of  what a code is called in a list of the rulebook.
        """
        chinese = _InChinese(self, name_of)
        self.detail_zh = _said(self.says_zh, chinese, NOTHING_ZH)
        self.remedy_zh = _said(type(self).remedy_zh, chinese, NOTHING_ZH)

    def __str__(self) -> str:
        return f"{self.detail_zh} {self.detail_en}"

    def _figure(self, shown: str) -> tuple[str, int | str]:
        name, _, printer = shown.partition(":")
        value = getattr(self, name)
        figure = value if isinstance(value, int | str) and not printer else written(value, printer)
        return name, without_personal_numbers(figure) if isinstance(figure, str) else figure


def _said(template: str, about: object, nothing: str) -> str:
    return without_personal_numbers(filled(template, about, nothing))


class _InChinese:
    """A refusal as its Chinese sentence and properties read it: codes by their words."""

    def __init__(self, refusal: Refusal, name_of: Callable[[str, str], str]) -> None:
        self._refusal, self._name_of = refusal, name_of

    def __getattr__(self, name: str) -> Any:
        declared = getattr(type(self._refusal), name, None)
        if isinstance(declared, property) and declared.fget is not None:
            return declared.fget(self)
        value = getattr(self._refusal, name)
        codes = self._refusal.codes.get(name)
        if codes is None or value is None:
            return value
        if isinstance(value, str):
            return self._word(codes, value)
        listed = sorted(value) if isinstance(value, AbstractSet) else value
        return [self._word(codes, one) for one in listed]

    def _word(self, codes: Listed, code: str) -> str:
        return self._name_of(codes, code) if isinstance(codes, str) else codes.word_of(code)[0]


class UnknownRecord(Refusal):
    """No such record in these books (查无此记录).

    named  what people call it, where it is no stream of its own.
    """

    code = "unknown_record"
    title_zh, title_en = "查无此记录", "No such record"
    status = 404
    shows = ("stream",)
    stream: str
    named: Word | None = None

    says_zh = "账套中没有{record:zh}。"
    says_en = "These books hold no {record:en}."
    remedy_zh, remedy_en = "请核对编号，或先登记该记录。", "Check the number, or record it first."

    @property
    def record(self) -> Word:
        """What people call it."""
        return self.named or called(self.stream)


class AlreadyRecorded(Refusal):
    """A record with this key exists (编号已登记)."""

    code = "already_recorded"
    title_zh, title_en = "编号已登记", "Already recorded"
    status = 409
    stream: str

    says_zh = "{stream:called_zh} 已经登记。"
    says_en = "The {stream:called_en} is already recorded."
    remedy_zh = "若是同一份，无须再登记，追加、变更等后续业务在该记录下办理；若是另一份，请换一个编号。"
    remedy_en = (
        "If it is the same one, nothing is to be done; what is added to it or changed is recorded under it. "
        "If it is another one, use another number."
    )


class NumberAmbiguous(Refusal):
    """Old books hold several records under spellings of one number (编号对应多条记录)."""

    code = "number_ambiguous"
    title_zh, title_en = "编号对应多条记录", "One number, several records"
    status = 409
    given: str
    streams: tuple[str, ...]

    says_zh = "“{given}”与{streams:called_zh} 是同一编号的不同写法，无法确定是哪一条。"
    says_en = "“{given}” is one number with {streams:called_en}; it does not say which record is meant."
    remedy_zh = "请按各条记录的原写法分别查阅，由县级主管部门认定以哪一条为准；在此之前不再办理业务。"
    remedy_en = "Read each record by its own spelling; nothing is added until it is settled which counts."


class OutsideScope(Refusal):
    """The caller's scope does not hold this place (超出管辖范围)."""

    code = "outside_scope"
    title_zh, title_en = "超出管辖范围", "Outside the caller's scope"
    status = 403
    shows = ("place_code", "scope")
    place_code: str
    scope: str
    place_name: str = ""  # where the register of places knows them
    scope_name: str = ""

    says_zh = "记录属于 {place}，您的管辖范围是 {bounds}。"
    says_en = "The record belongs to {place}; your scope is {bounds}."
    remedy_zh, remedy_en = "请由该地的经办人办理。", "Ask the office of that place to act."

    @property
    def place(self) -> str:
        """The place of the record: its code, and its name."""
        return beside(self.place_code, self.place_name)

    @property
    def bounds(self) -> str:
        """The scope of the caller: its code, and its name."""
        return beside(self.scope, self.scope_name)


class KeyReusedWithOtherBody(Refusal):
    """The idempotency key was used for another request (幂等键重复而内容不同)."""

    code = "key_reused_with_other_body"
    title_zh, title_en = "幂等键重复而内容不同", "Idempotency key reused with another body"
    field = "Idempotency-Key"
    first_position: int

    says_zh = "该幂等键已用于序时簿第 {first_position} 号事实的请求，内容与本次不同。"
    says_en = "This key belongs to the request recorded at position {first_position}; this body differs."
    remedy_zh = "新业务请用新的幂等键；重发请保持原内容。"
    remedy_en = "Use a new key for new business; repeat a request with the same body."


class StreamMoved(Refusal):
    """The record has gone on since the caller looked at it (记录已有新进展)."""

    code = "stream_moved"
    title_zh, title_en = "记录已有新进展", "The record has moved on"
    status = 412
    field = "If-Match"
    stream: str
    seen_version: int  # what the caller looked at
    version: int

    says_zh = "您看到的是{stream:called_zh} 的第 {seen_version} 版，现在是第 {version} 版。"
    says_en = (
        "You looked at version {seen_version} of the {stream:called_en}; it is at version {version} now."
    )
    remedy_zh, remedy_en = "请重新读取后再办理。", "Read it again, then act."
