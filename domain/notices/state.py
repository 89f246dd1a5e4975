"""公示现状 (state of a notice): what its facts add up to, and the questions that its chapters ask of it."""

from datetime import date

from domain.fact import Stream, applies
from domain.notices.codes import NoticeState
from domain.notices.facts import NoticeFacts as Facts
from domain.notices.notice_amount import NoticeAmount
from domain.notices.refusals import NoticeStateDiffers
from domain.rules.steps_follow_in_time import steps_follow_in_time
from domain.stamp import Stamp


class NoticeStanding(Facts, Stream):
    """公示现状: what it says, since when it hangs, what was objected.  Only the appliers here write it."""

    KIND = "notice"
    WORD = "公告", "notice"
    NUMBERED = True
    SUBJECT_OF_NOTICES = True

    def __init__(self, stream_id: str) -> None:
        super().__init__(stream_id)
        self.notice_no = self.kind = self.level = self.place_code = self.subject = self.replaces = ""
        self.state = ""
        self.first_day_on = self.runs_from_on = self.closes_on = self.latest_on = date.min
        self.objections: dict[str, bool] = {}
        self.uncorrected: list[str] = []
        self.amounts: tuple[NoticeAmount, ...] = ()

    @property
    def closed(self) -> bool:
        """Whether it hung its days and was closed."""
        return self.state == NoticeState.CLOSED

    @property
    def open_objections(self) -> list[str]:
        """The numbers of objections without an answer."""
        return [number for number, answered in self.objections.items() if not answered]

    # What its steps ask

    def check_is(self, state: NoticeState, stamp: Stamp) -> None:
        """Raise NoticeStateDiffers, DatedBeforeFormerStep, in that order."""
        if self.state != state:
            raise self.differs(state)
        steps_follow_in_time(self.id, self.latest_on, stamp.effective_on)

    def differs(self, needed: NoticeState) -> NoticeStateDiffers:
        """Give the refusal of a step that needs it in another state."""
        return NoticeStateDiffers(self.notice_no, NoticeState.of(self.state).word, needed.word)

    # What the facts add up to

    @applies(Facts.Drafted)
    def _drafted(self, fact: Facts.Drafted) -> None:
        self.state, self.latest_on = NoticeState.DRAFTED.code, fact.effective_on
        self.notice_no, self.kind, self.level = fact.notice_no, fact.kind, fact.level
        self.place_code, self.subject = fact.place_code, fact.subject
        self.amounts, self.replaces = fact.amounts, fact.replaces_notice_no

    @applies(Facts.Posted)
    def _posted(self, fact: Facts.Posted) -> None:
        self.state, self.latest_on = NoticeState.POSTED.code, fact.effective_on
        self.first_day_on = self.runs_from_on = fact.first_day_on
        self.closes_on = fact.closes_on

    @applies(Facts.Objected)
    def _objected(self, fact: Facts.Objected) -> None:
        self.latest_on = fact.effective_on
        self.objections[fact.objection_no] = False

    @applies(Facts.Answered)
    def _answered(self, fact: Facts.Answered) -> None:
        self.latest_on = fact.effective_on
        self.objections[fact.objection_no] = True
        if fact.upheld:
            self.uncorrected.append(fact.objection_no)

    @applies(Facts.Extended)
    def _extended(self, fact: Facts.Extended) -> None:
        self.latest_on = self.runs_from_on = fact.effective_on
        self.closes_on, self.amounts, self.uncorrected = fact.closes_on, fact.amounts, []

    @applies(Facts.Closed)
    def _closed(self, fact: Facts.Closed) -> None:
        self.state, self.latest_on = NoticeState.CLOSED.code, fact.effective_on

    @applies(Facts.Withdrawn)
    def _withdrawn(self, fact: Facts.Withdrawn) -> None:
        self.state, self.latest_on = NoticeState.WITHDRAWN.code, fact.effective_on
