"""关于记录的公示 (notices about a record): which were drafted about it, for the desks that wait for one of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from domain.books.desk.turn import DecisionTurn
from domain.fact import Stream
from domain.notices.codes import NoticeState
from domain.notices.notice import Notice
from domain.notices.notice_hangs_at_every_level import level_owed, levels_missing
from domain.notices.notice_runs_its_days import no_objection_is_open
from domain.notices.refusals import NoticeNotClosed
from domain.notices.step_waits_for_its_notice import step_waits_for_its_notice
from domain.rulebook.notice_rules import NoticeKind


class NoticesAbout:
    """Knows every draft in the books by the record that it is about."""

    def __init__(self, beginnings: Iterable[tuple[str, str]]) -> None:
        """Begin with the notices in the journal: the id of each stream, and the subject of its draft."""
        self._numbers_by_subject: dict[str, list[str]] = {}
        for stream_id, subject in beginnings:
            self.add(subject, stream_id.partition("/")[2])

    def add(self, subject: str, notice_no: str) -> None:
        """Learn that a notice is being drafted about the stream `subject`."""
        self._numbers_by_subject.setdefault(subject, []).append(notice_no)

    def of(self, turn: DecisionTurn, stream: Stream) -> list[Notice]:
        """Give the notices about a record that were drafted and not withdrawn."""
        return self.of_id(turn, stream.id)

    def of_id(self, turn: DecisionTurn, subject: str) -> list[Notice]:
        """Give the notices about the stream `subject` that were drafted and not withdrawn."""
        numbers = self._numbers_by_subject.get(subject, [])
        # A draft whose commit was lost is known here and not in the journal.
        found = [turn.find(Notice, number) for number in numbers]
        return [notice for notice in found if notice.exists and notice.state != NoticeState.WITHDRAWN]

    def levels_missing(
        self, turn: DecisionTurn, stream: Stream, kind: NoticeKind, since: date = date.min
    ) -> tuple[str, ...]:
        """Give the levels at which the rulebook demands this kind about the record and none has hung its days.

        since  the first day on which such a notice may have begun to hang.
        """
        demanded = [duty.level for duty in kind.duties]
        closed = self._closed_levels(turn, stream, kind, since)
        return levels_missing(demanded, kind.levels, turn.place_of(stream), closed)

    def check_closed(
        self, turn: DecisionTurn, stream: Stream, kind: NoticeKind, levels: Iterable[str], place_code: str
    ) -> None:
        """Raise NoticeNotClosed when no notice of the kind about the record hung its days at one of these levels.

        place_code  where the matter belongs: what concerns the whole county hangs at the county alone.
        """
        closed = self._closed_levels(turn, stream, kind, date.min)
        if missing := levels_missing(levels, kind.levels, place_code, closed):
            raise NoticeNotClosed(stream.id, kind.code, missing)

    def _closed_levels(self, turn: DecisionTurn, stream: Stream, kind: NoticeKind, since: date) -> set[str]:
        """The levels at which a notice of the kind about the record hung its days, beginning on `since` or later."""
        return {
            notice.level
            for notice in self.of(turn, stream)
            if notice.closed and notice.kind == kind.code and notice.first_day_on >= since
        }

    def check_objections(self, turn: DecisionTurn, stream: Stream) -> None:
        """Raise OpenObjections while a notice about the record has an objection without an answer."""
        for notice in self.of(turn, stream):
            no_objection_is_open(notice.notice_no, notice.open_objections)

    def check_posted(self, turn: DecisionTurn, stream: Stream, step: str) -> None:
        """Raise NoticeNotPosted when a notice that the rulebook asks for before this step does not hang.

        What concerns the whole county hangs at the county alone.
        """
        regulations = turn.regulations
        if regulations.notices_before:
            place_code = turn.place_of(stream)
            rows = [
                replace(
                    row, level=level_owed(row.level, regulations.notice_kind(row.kind).levels, place_code)
                )
                for row in regulations.notices_before
            ]
            step_waits_for_its_notice(rows, step, turn.act.effective_on, self.of(turn, stream))
