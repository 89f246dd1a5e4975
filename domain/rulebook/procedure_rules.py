"""程序参数 (parameters of procedure): what a rulebook asks of the order and truth of papers; each may be left out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DayLimit:
    """时限: so many days, `unit` being `day` (自然日) or `working_day` (工作日)."""

    code: str
    name: str
    days: int
    unit: str
    source: str


@dataclass(frozen=True)
class FundYearRule:
    """资金年度: a document gives money of its own year, of former ones, or at most `years_ahead` early (提前下达)."""

    years_ahead: int
    source: str


@dataclass(frozen=True)
class SlipRule:
    """数额疑误: a contract whose price fits `times` times or more into its plan is asked back: 元 written for 万元."""

    times: int
    source: str


@dataclass(frozen=True)
class DutiesApart:
    """不相容岗位: of these duties on one matter no person does two."""

    code: str
    duties: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class NoticeBefore:
    """先公示后办理: a project takes a step (library_entry | approval) when a notice of the kind hangs at the level."""

    step: str
    kind: str
    level: str
    source: str


@dataclass(frozen=True)
class PostingDayRule:
    """张贴日: whether a duty to post counts the day that was said, or the `later` of it and the day of recording."""

    counts: str
    source: str


@dataclass(frozen=True)
class PublicLine:
    """公开电话: the text of this field of a notice is the number of a public line, also a mobile number."""

    field_code: str
    source: str
