"""逾期未公示, 记账 (late or missing notices, folding): facts raise duties to disclose, postings meet them.

For one subject, kind and level at most one duty is open: what happens meanwhile is covered by the same notice.  A
posting meets the open duty; when none is open it stands ready for the next one, so a plan that hung before its
approval is not asked for twice.  A withdrawn notice opens its duty again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from domain.notices.notice import Notice
from domain.rulebook.calendar_year import CalendarYear
from domain.rulebook.regulations import Regulations
from projections.ledger.page import Recorded
from projections.ledger.projection import Fold, Projection
from projections.ledger.rows import Rows
from projections.ledger.tables import Row, Table
from projections.words.writing import TOPICS


@dataclass(frozen=True)
class Ask:
    """What the rulebook asks for after a fact of a topic: a notice of a kind at a level within so many days."""

    after: str
    kind: str
    kind_zh: str
    kind_en: str
    level: str
    days: int
    unit: str


@dataclass
class Rule:
    """What one version of the rulebook asks for."""

    rulebook: int
    asks: tuple[Ask, ...]

    @cached_property
    def asks_after(self) -> Mapping[str, Sequence[Ask]]:
        """What is asked for after a fact, by its topic."""
        after: dict[str, list[Ask]] = {}
        for ask in self.asks:
            after.setdefault(ask.after, []).append(ask)
        return after


class Year(Row):
    """The published calendar of one year."""

    year: int
    days_off: tuple[date, ...] = ()
    make_up_days: tuple[date, ...] = ()


class Duty(Row):
    """One duty; open while `answered_by` is ""."""

    position: int
    kind: str
    level: str
    kind_zh: str
    kind_en: str
    subject: str
    topic: str
    raised_on: date
    rulebook: int
    days: int
    unit: str
    answered_by: str = ""
    posted_on: date | None = None


class Subject(Row):
    """Where one subject, kind and level stands: the open duty, the last posting and the duty that it met."""

    subject: str
    kind: str
    level: str
    open_position: int | None = None
    last_notice_no: str = ""
    last_posted_on: date | None = None
    last_answered: int | None = None


class Draft(Row):
    """What a notice is about; its later facts do not repeat it."""

    notice_no: str
    subject: str
    kind: str
    level: str


RULES = Table("late_notices_rules", Rule, key=("rulebook",))
CALENDAR = Table("late_notices_calendar", Year, key=("year",))
DUTIES = Table("late_notices", Duty, key=("position", "kind", "level"))
SUBJECTS = Table("late_notices_subjects", Subject, key=("subject", "kind", "level"))
DRAFTS = Table("late_notices_drafts", Draft, key=("notice_no",))


def _published(recorded: Recorded, rows: Rows) -> None:
    regulations: Regulations = recorded.fact.regulations
    # The same notice is asked for once after a fact, however often a rulebook says so.
    asks = {
        (duty.after, kind.code, duty.level): Ask(
            duty.after, kind.code, kind.name_zh, kind.name_en, duty.level, duty.days, duty.unit
        )
        for kind in regulations.notice_kinds
        for duty in kind.duties
    }
    rows.add(RULES, Rule(recorded.fact.version, tuple(asks.values())))


def _year_published(recorded: Recorded, rows: Rows) -> None:
    fact: CalendarYear.YearPublished = recorded.fact
    year = rows.at(CALENDAR, fact.year)
    year.days_off = fact.days_off
    year.make_up_days = fact.make_up_days


def _fact(recorded: Recorded, rows: Rows) -> None:
    """Any fact may raise duties: the rulebook that judged it says which."""
    version = recorded.fact.rulebook_version
    rule = rows.get(RULES, version) if version else None
    asks = rule.asks_after.get(recorded.topic, ()) if rule is not None else ()
    # An acceptance is to be published when the last level has passed.
    if asks and getattr(recorded.fact, "last_level", True):
        for ask in asks:
            _raise(recorded, rows, ask)


ACCEPTED = "project.acceptance_passed"


def _raise(recorded: Recorded, rows: Rows, ask: Ask) -> None:
    subject = rows.at(SUBJECTS, (recorded.stream, ask.kind, ask.level))
    if subject.open_position is not None:
        return
    fact = recorded.fact
    duty = Duty(
        position=recorded.position,
        kind=ask.kind,
        level=ask.level,
        kind_zh=ask.kind_zh,
        kind_en=ask.kind_en,
        subject=recorded.stream,
        topic=recorded.topic,
        raised_on=fact.effective_on,
        rulebook=fact.rulebook_version,
        days=ask.days,
        unit=ask.unit,
    )
    hung_on = subject.last_posted_on
    # A plan may be posted before it is decided; what came of the work cannot be told before it is accepted.
    free = subject.last_answered is None and recorded.topic != ACCEPTED
    if hung_on is not None and (free or hung_on >= fact.effective_on):
        duty.answered_by, duty.posted_on = subject.last_notice_no, hung_on
        subject.last_answered = recorded.position
    else:
        subject.open_position = recorded.position
    rows.add(DUTIES, duty)


def _drafted(recorded: Recorded, rows: Rows) -> None:
    fact: Notice.Drafted = recorded.fact
    rows.add(DRAFTS, Draft(fact.notice_no, fact.subject, fact.kind, fact.level))


def _posted(recorded: Recorded, rows: Rows) -> None:
    draft = rows.change(DRAFTS, recorded.key)
    hung_on = recorded.fact.counted_on
    subject = rows.at(SUBJECTS, (draft.subject, draft.kind, draft.level))
    subject.last_notice_no, subject.last_posted_on, subject.last_answered = draft.notice_no, hung_on, None
    if subject.open_position is not None:
        duty = rows.change(DUTIES, (subject.open_position, draft.kind, draft.level))
        duty.answered_by, duty.posted_on = draft.notice_no, hung_on
        subject.last_answered, subject.open_position = subject.open_position, None


def _withdrawn(recorded: Recorded, rows: Rows) -> None:
    draft = rows.change(DRAFTS, recorded.key)
    subject = rows.at(SUBJECTS, (draft.subject, draft.kind, draft.level))
    if subject.last_notice_no != draft.notice_no:
        return
    if subject.last_answered is not None:
        duty = rows.change(DUTIES, (subject.last_answered, draft.kind, draft.level))
        duty.answered_by, duty.posted_on = "", None
        if subject.open_position is None:
            subject.open_position = subject.last_answered
    subject.last_notice_no, subject.last_posted_on, subject.last_answered = "", None, None


_OWN: dict[str, Fold] = {
    "rulebook.published": _published,
    "calendar.year_published": _year_published,
    "notice.drafted": _drafted,
    "notice.posted": _posted,
    "notice.withdrawn": _withdrawn,
}

# A roll asks for a notice, never a line of it; and every second fact is a line.
_ASKING = TOPICS - {"roll.line_due"}

PROJECTION = Projection(
    "late_notices",
    (RULES, CALENDAR, DUTIES, SUBJECTS, DRAFTS),
    {**dict.fromkeys(_ASKING, _fact), **_OWN},
)
