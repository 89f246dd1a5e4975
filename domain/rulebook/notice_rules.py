"""公示参数 (parameters of notices): what hangs where, for how long, and when it is due."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NoticeField:
    """One field that a notice of a kind must fill in."""

    code: str
    name_zh: str
    name_en: str


@dataclass(frozen=True)
class NoticeDuty:
    """公示义务: after the fact `after`, a notice at `level` must be posted within `days` of `unit`."""

    after: str
    level: str
    days: int
    unit: str


@dataclass(frozen=True)
class NoticeKind:
    """公示公告种类: its fields, the levels where it hangs, how long at least, and when it is due.

    names_persons  True for lists of persons, whose numbers must be masked.
    figures        the amounts of its subject that it names, each compared with the books.
    """

    code: str
    name_zh: str
    name_en: str
    levels: tuple[str, ...]
    fields: tuple[NoticeField, ...]
    minimum_days: int
    unit: str
    duties: tuple[NoticeDuty, ...]
    source: str
    names_persons: bool = False
    figures: tuple[str, ...] = ()
