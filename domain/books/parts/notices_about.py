"""关于记录的公示 (notices about a record): which were drafted about it, for the desks that wait for one of them."""

from collections.abc import Iterable

from domain.books.desk.turn import DecisionTurn
from domain.fact import Stream
from domain.notices.notice import Notice
from domain.notices.notice_runs_its_days import no_objection_is_open
from domain.notices.step_waits_for_its_notice import step_waits_for_its_notice


class NoticesAbout:
    """Knows every draft in the books by the record that it is about."""

    def __init__(self, drafts: Iterable[Notice.Drafted]) -> None:
        self._numbers_by_subject: dict[str, list[str]] = {}
        for draft in drafts:
            self.add(draft.subject, draft.notice_no)

    def add(self, subject: str, notice_no: str) -> None:
        """Learn that a notice is being drafted about the stream `subject`."""
        self._numbers_by_subject.setdefault(subject, []).append(notice_no)

    def of(self, turn: DecisionTurn, stream: Stream) -> list[Notice]:
        """Give the notices about a record that were drafted and not withdrawn."""
        numbers = self._numbers_by_subject.get(stream.id, [])
        # A draft whose commit was lost is known here and not in the journal.
        found = [turn.find(Notice, number) for number in numbers]
        return [notice for notice in found if notice.exists and notice.state != "withdrawn"]

    def check_objections(self, turn: DecisionTurn, stream: Stream) -> None:
        """Raise OpenObjections while a notice about the record has an objection without an answer."""
        for notice in self.of(turn, stream):
            no_objection_is_open(notice.notice_no, notice.open_objections)

    def check_posted(self, turn: DecisionTurn, stream: Stream, step: str) -> None:
        """Raise NoticeNotPosted when a notice that the rulebook asks for before this step does not hang."""
        rows = turn.regulations.notices_before
        if rows:
            step_waits_for_its_notice(rows, step, turn.act.effective_on, self.of(turn, stream))
