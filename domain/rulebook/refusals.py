"""规章方面的拒绝 (refusals about the rulebook and the calendar).

* RulebookMissing          当日无生效规章
* NotInRulebook            规章未列此项
* RulebookMisread          规章参数有误
* RulebookOutOfOrder       规章版本不连续
* CalendarUnknown          年度节假日历未登记
"""

from collections.abc import Sequence
from datetime import date

from domain.refusal import Refusal


class RulebookMissing(Refusal):
    """No rulebook is in force on this day (当日无生效规章)."""

    code = "rulebook_missing"
    title_zh = "当日无生效规章"
    title_en = "No rulebook in force"

    def __init__(self, on: date) -> None:
        """`on` is the business day that was to be judged."""
        super().__init__(
            f"{on} 没有生效的规章。",
            f"No rulebook is in force on {on}.",
            field="effective_on",
            figures={"on": str(on)},
            remedy_zh="请先发布在该日生效的规章。",
            remedy_en="Publish a rulebook that is in force on that day.",
        )


class NotInRulebook(Refusal):
    """The rulebook in force lists no such code (规章未列此项)."""

    code = "not_in_rulebook"
    title_zh = "规章未列此项"
    title_en = "Not in the rulebook"

    def __init__(self, kind: str, asked: str, known: Sequence[str]) -> None:
        """`kind` of parameter, the code that was asked for, the codes that exist."""
        listed = "、".join(known) or "—"
        super().__init__(
            f"规章的 {kind} 中没有 {asked}，可用：{listed}。",
            f"The rulebook lists no {kind} {asked}; it lists: {listed}.",
            field=kind,
            figures={"asked": asked, "listed": listed},
            remedy_zh="请改用已列代码，或发布新的规章版本。",
            remedy_en="Use a listed code, or publish a new version of the rulebook.",
        )


class RulebookMisread(Refusal):
    """The given parameters are not a rulebook (规章参数有误)."""

    code = "rulebook_misread"
    title_zh = "规章参数有误"
    title_en = "The rulebook cannot be read"

    def __init__(self, where: str, given: str, wanted: str) -> None:
        """`where` in the parameters, what stands there, what should."""
        super().__init__(
            f"规章参数 {where} 为 {given}，应为 {wanted}。",
            f"The parameter {where} is {given}; it should be {wanted}.",
            field=where,
            figures={"given": given, "wanted": wanted},
            remedy_zh="请更正参数后重新发布。",
            remedy_en="Correct the parameter and publish again.",
        )


class RulebookOutOfOrder(Refusal):
    """Rulebook versions count up by one (规章版本不连续)."""

    code = "rulebook_out_of_order"
    title_zh = "规章版本不连续"
    title_en = "Rulebook version out of order"
    status = 409

    def __init__(self, given: int, next_version: int) -> None:
        """The version given and the one that comes next."""
        super().__init__(
            f"本次版本为 {given}，应为 {next_version}。",
            f"The version given is {given}; the next one is {next_version}.",
            field="version",
            figures={"given": given, "next": next_version},
            remedy_zh="请按顺序编号发布。",
            remedy_en="Publish with the next version.",
        )


class CalendarUnknown(Refusal):
    """The holidays of a year are not recorded, so working days cannot be counted (年度节假日历未登记)."""

    code = "calendar_unknown"
    title_zh = "年度节假日历未登记"
    title_en = "Calendar of the year unknown"

    def __init__(self, year: int) -> None:
        """`year` whose calendar is missing; it is never guessed."""
        super().__init__(
            f"{year} 年的节假日历未登记，不能推算工作日。",
            f"The holiday calendar of {year} is not recorded; working days cannot be counted.",
            figures={"year": year},
            remedy_zh=f"请先发布 {year} 年节假日历。",
            remedy_en=f"Publish the calendar of {year} first.",
        )
