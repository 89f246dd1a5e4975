"""公示事实 (facts of notices): what can happen to a notice, from its draft to the end of its days."""

from dataclasses import dataclass, replace
from datetime import date

from domain.fact import Fact
from domain.notices.field_text import FieldText
from domain.notices.notice_amount import NoticeAmount
from domain.notices.public_lines import beside_public_lines


@dataclass(frozen=True, kw_only=True)
class NoticeContent(Fact):
    """公示内容: what a notice says in its fields.  `public_lines` are the codes of those that hold a public number."""

    fields: tuple[FieldText, ...]
    amounts: tuple[NoticeAmount, ...]
    public_lines: tuple[str, ...] = ()

    def scanned(self) -> Fact:
        """Everything but the numbers of the public lines."""
        if not self.public_lines:
            return self
        return replace(self, fields=beside_public_lines(self.fields, self.public_lines))


class NoticeFacts:
    """What is recorded of a notice; `Notice` gives each by its own name, as `Notice.Posted`."""

    @dataclass(frozen=True, kw_only=True)
    class Drafted(NoticeContent):
        """拟稿.  `subject` is the id of the stream that the notice is about, e.g. `project/P1`."""

        TOPIC = "notice.drafted"
        OPENS = True
        notice_no: str
        kind: str
        level: str
        place_code: str
        subject: str
        title: str
        replaces_notice_no: str = ""

    @dataclass(frozen=True, kw_only=True)
    class Posted(Fact):
        """张贴: it hangs at a place since `first_day_on`; `closes_on` is the first day on which it may be closed.

        recorded_on  the day on which this was recorded, where the rulebook counts the later of both; else None.
        """

        TOPIC = "notice.posted"
        place_text: str
        photo_sha256: str
        first_day_on: date
        closes_on: date
        recorded_on: date | None = None

        @property
        def counted_on(self) -> date:
            """The day on which it hung for the duty that it meets."""
            return max(self.first_day_on, self.recorded_on or self.first_day_on)

    @dataclass(frozen=True, kw_only=True)
    class Objected(Fact):
        """异议: somebody objected; an answer is due by a day."""

        TOPIC = "notice.objected"
        objection_no: str
        objector_id: str
        summary: str
        answer_by_on: date

    @dataclass(frozen=True, kw_only=True)
    class Answered(Fact):
        """答复: the objection was answered; `upheld` when it was right."""

        TOPIC = "notice.answered"
        objection_no: str
        answer: str
        upheld: bool

    @dataclass(frozen=True, kw_only=True)
    class Extended(NoticeContent):
        """更正延期: the notice was changed and its days start again."""

        TOPIC = "notice.extended"
        reason: str
        closes_on: date

    @dataclass(frozen=True, kw_only=True)
    class Closed(Fact):
        """公示期满: it hung its days; `days_posted` counts both ends, in the unit of its kind."""

        TOPIC = "notice.closed"
        days_posted: int
        objections_count: int

    @dataclass(frozen=True, kw_only=True)
    class Withdrawn(Fact):
        """撤回: the notice was taken down, or a draft of it was thrown away."""

        TOPIC = "notice.withdrawn"
        reason: str
