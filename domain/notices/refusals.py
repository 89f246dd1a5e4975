"""公示方面的拒绝 (refusals about notices).

* NoticeFieldsMissing      公示内容不全
* NoticeLevelDiffers       公示层级不符
* NoticePlaceDiffers       公示地点不符
* NoticeStateDiffers       公示状态不符
* NoticeDaysTooFew         公示天数不足
* NoticeNotClosed          公示未期满
* UnknownObjection         异议编号不符
* SubjectUnknown           公示对象不符
"""

from collections.abc import Sequence
from datetime import date

from domain.refusal import Refusal

UNITS = {"day": ("天", "days"), "working_day": ("个工作日", "working days")}
"""The units of day limits in both languages."""


class NoticeFieldsMissing(Refusal):
    """A notice fills in every field of its kind (公示内容不全)."""

    code = "notice_fields_missing"
    title_zh = "公示内容不全"
    title_en = "Notice fields missing"

    def __init__(self, kind: str, missing: Sequence[tuple[str, str, str]]) -> None:
        """The `kind` of notice and each missing field as code, Chinese and English name."""
        super().__init__(
            f"{kind} 公示缺少：{'、'.join(zh for _, zh, _ in missing)}。",
            f"A notice of the kind {kind} lacks: {', '.join(en for _, _, en in missing)}.",
            field="fields",
            figures={"kind": kind, "missing": ",".join(code for code, _, _ in missing)},
            remedy_zh="请补齐公示内容。",
            remedy_en="Fill in the missing fields.",
        )


class NoticeLevelDiffers(Refusal):
    """A kind of notice hangs at its levels only (公示层级不符)."""

    code = "notice_level_differs"
    title_zh = "公示层级不符"
    title_en = "Notice level differs"

    def __init__(self, kind: str, level: str, levels: Sequence[str]) -> None:
        """The `kind`, the level given and the levels of the kind."""
        listed = "、".join(levels)
        super().__init__(
            f"{kind} 公示层级为 {level}，应为：{listed}。",
            f"A notice of the kind {kind} hangs at: {listed}; given is {level}.",
            field="level",
            figures={"level": level, "levels": listed},
        )


class NoticePlaceDiffers(Refusal):
    """A notice hangs where its subject is (公示地点不符)."""

    code = "notice_place_differs"
    title_zh = "公示地点不符"
    title_en = "Notice hangs elsewhere"

    def __init__(self, place_code: str, subject: str, subject_place: str) -> None:
        """The place of the notice, the record it is about, and the place of that."""
        super().__init__(
            f"公示地点为 {place_code}，{subject} 属于 {subject_place}。",
            f"The notice is to hang at {place_code}; {subject} belongs to {subject_place}.",
            field="place_code",
            figures={"place_code": place_code, "subject": subject, "subject_place": subject_place},
            remedy_zh="请在记录所在的村、乡镇或县公示。",
            remedy_en="Post it in the village, town or county of the record.",
        )


class NoticeStateDiffers(Refusal):
    """The notice is not in the state that this step follows (公示状态不符)."""

    code = "notice_state_differs"
    title_zh = "公示状态不符"
    title_en = "Notice is in another state"
    status = 409

    def __init__(self, notice_no: str, state: tuple[str, str], needed: tuple[str, str]) -> None:
        """The `state` of the notice and the state `needed`, Chinese and English words."""
        super().__init__(
            f"公示 {notice_no} 当前为“{state[0]}”，本步骤要求“{needed[0]}”。",
            f"Notice {notice_no} is {state[1]}; this step needs it to be {needed[1]}.",
            figures={"notice_no": notice_no, "state": state[1], "needed": needed[1]},
        )


class NoticeDaysTooFew(Refusal):
    """A notice hangs at least the days of its kind (公示天数不足)."""

    code = "notice_days_too_few"
    title_zh = "公示天数不足"
    title_en = "Posted for too few days"
    status = 409

    def __init__(self, notice_no: str, days: int, minimum: int, unit: str, closes_on: date) -> None:
        """Days posted so far (both ends counted), the minimum, its unit, and the first day of closing."""
        zh, en = UNITS[unit]
        super().__init__(
            f"公示 {notice_no} 已公示 {days} {zh}，至少 {minimum} {zh}，{closes_on} 起可结束。",
            f"Notice {notice_no} has hung {days} of {minimum} {en}; it may be closed from {closes_on}.",
            field="effective_on",
            figures={"days": days, "minimum": minimum, "unit": unit, "closes_on": str(closes_on)},
            remedy_zh="请在公示期满后结束。",
            remedy_en="Close it when its days are over.",
        )


class NoticeNotClosed(Refusal):
    """A step waits for a notice that has hung its days (公示未期满)."""

    code = "notice_not_closed"
    title_zh = "公示未期满"
    title_en = "Notice not closed"
    status = 409

    def __init__(self, subject: str, kind: str) -> None:
        """The record and the kind of notice about it that must be closed."""
        super().__init__(
            f"{subject} 没有已期满的 {kind} 公示。",
            f"No notice of the kind {kind} about {subject} is closed.",
            figures={"subject": subject, "kind": kind},
            remedy_zh="请先公示，期满且异议处理完毕后再办理。",
            remedy_en="Post the notice and close it after its days.",
        )


class UnknownObjection(Refusal):
    """Only an open objection is answered (异议编号不符)."""

    code = "unknown_objection"
    title_zh = "异议编号不符"
    title_en = "Not an open objection"
    status = 404

    def __init__(self, objection_no: str, open_numbers: Sequence[str]) -> None:
        """The number given and the numbers that are open."""
        listed = "、".join(open_numbers) or "—"
        super().__init__(
            f"没有待答复的异议 {objection_no}，待答复：{listed}。",
            f"There is no open objection {objection_no}; open are: {listed}.",
            field="objection_no",
            figures={"objection_no": objection_no, "open": listed},
        )


class SubjectUnknown(Refusal):
    """A notice is about a record of these books (公示对象不符)."""

    code = "subject_unknown"
    title_zh = "公示对象不符"
    title_en = "Unknown subject"

    def __init__(self, subject: str, kinds: Sequence[str]) -> None:
        """The subject given and the kinds of record a notice may be about."""
        listed = "、".join(kinds)
        super().__init__(
            f"公示对象 {subject} 不是账套中的记录，应为 种类/编号，种类为：{listed}。",
            f"The subject {subject} is no record of these books; write kind/number, kinds: {listed}.",
            field="subject",
            figures={"subject": subject, "kinds": listed},
        )
