"""逾期未公示, 记账 (late or missing notices, folding): facts raise duties to disclose, postings meet them.

For one subject, kind and level at most one duty is open: what happens meanwhile is covered by the same notice.  A
posting meets the open duty; when none is open it stands ready for the next one, so a plan that hung before its
approval is not asked for twice.  A withdrawn notice opens every duty that it met, unless another that hung later covers
it.  What concerns the whole county is owed at the county alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from domain.notices.notice import Notice
from domain.notices.notice_hangs_at_every_level import concerns_the_whole_county, level_of_the_county
from domain.rulebook.regulations import Regulations
from projections.ledger.calendar_years import calendar_table, year_published
from projections.ledger.page import Recorded, opening_facts
from projections.ledger.projection import Fold, Projection
from projections.ledger.rows import Rows
from projections.ledger.tables import Row, Table
from projections.words.writing import TOPICS


@dataclass(frozen=True)
class Ask:
    """What the rulebook asks for after a fact of a topic: a notice of a kind at a level within so many days.

    levels  where a notice of the kind may hang.
    """

    after: str
    kind: str
    kind_zh: str
    kind_en: str
    level: str
    days: int
    unit: str
    levels: tuple[str, ...]


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

    @cached_property
    def asks_of_the_county_after(self) -> Mapping[str, Sequence[Ask]]:
        """The same of what concerns the whole county: each kind once at each level where it is then owed."""
        return {topic: _of_the_county(asks) for topic, asks in self.asks_after.items()}

    def asked(self, topic: str, place: "Place | None") -> Sequence[Ask]:
        """Give what is asked for after a fact of this topic about a subject that belongs to this place."""
        if place is None or place.place_code is None or not concerns_the_whole_county(place.place_code):
            return self.asks_after.get(topic, ())
        return self.asks_of_the_county_after.get(topic, ())


def _of_the_county(asks: Sequence[Ask]) -> Sequence[Ask]:
    owed: dict[tuple[str, str], Ask] = {}
    for ask in asks:
        level = level_of_the_county(ask.level, ask.levels)
        owed.setdefault((ask.kind, level), replace(ask, level=level))
    return tuple(owed.values())


class Duty(Row):
    """One duty; open while `answered_by` is "" and `void_on` None: then its roll or its step was taken back."""

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
    void_on: date | None = None


@dataclass(frozen=True)
class Hanging:
    """A notice that hangs or hung its days, and the duties that it met, by position."""

    notice_no: str
    posted_on: date
    answers: tuple[int, ...]


class Subject(Row):
    """Where one subject, kind and level stands: its open duties by position, and its notices as they were posted."""

    subject: str
    kind: str
    level: str
    open_positions: tuple[int, ...] = ()
    hanging: tuple[Hanging, ...] = ()


class Place(Row):
    """Where a subject belongs, None where nobody said; the rulebook that judged its opening; when it was taken back."""

    subject: str
    place_code: str | None
    rulebook: int
    void_on: date | None = None


class Draft(Row):
    """What a notice is about; its later facts do not repeat it."""

    notice_no: str
    subject: str
    kind: str
    level: str


RULES = Table("late_notices_rules", Rule, key=("rulebook",))
CALENDAR = calendar_table("late_notices_calendar")
DUTIES = Table("late_notices", Duty, key=("position", "kind", "level"))
SUBJECTS = Table("late_notices_subjects", Subject, key=("subject", "kind", "level"))
PLACES = Table("late_notices_places", Place, key=("subject",))
DRAFTS = Table("late_notices_drafts", Draft, key=("notice_no",))


def _published(recorded: Recorded, rows: Rows) -> None:
    regulations: Regulations = recorded.fact.regulations
    # The same notice is asked for once after a fact, however often a rulebook says so.
    asks = {
        (duty.after, kind.code, duty.level): Ask(
            duty.after, kind.code, kind.name_zh, kind.name_en, duty.level, duty.days, duty.unit, kind.levels
        )
        for kind in regulations.notice_kinds
        for duty in kind.duties
    }
    rows.add(RULES, Rule(recorded.fact.version, tuple(asks.values())))


def _fact(recorded: Recorded, rows: Rows) -> None:
    """Any fact may raise duties: the rulebook that judged it says which."""
    version = recorded.fact.rulebook_version
    rule = rows.get(RULES, version) if version else None
    # An acceptance is to be published when the last level has passed.
    if rule and recorded.topic in rule.asks_after and getattr(recorded.fact, "last_level", True):
        for ask in rule.asked(recorded.topic, rows.get(PLACES, recorded.stream)):
            _raise(recorded, rows, ask)


def _opened(recorded: Recorded, rows: Rows) -> None:
    """A record opens that says where it belongs."""
    _settle_down(recorded, rows, recorded.fact.place_code)


def _roll_drawn_up(recorded: Recorded, rows: Rows) -> None:
    """A roll belongs where its project does."""
    of_project = rows.get(PLACES, f"project/{recorded.fact.project_code}")
    _settle_down(recorded, rows, of_project.place_code if of_project is not None else None)


def _settle_down(recorded: Recorded, rows: Rows, place_code: str | None) -> None:
    rows.add(PLACES, Place(recorded.stream, place_code, recorded.fact.rulebook_version))
    _fact(recorded, rows)


def _roll_taken_back(recorded: Recorded, rows: Rows) -> None:
    """A roll that was withdrawn or cancelled is paid to nobody: what is open of it need not be posted any more."""
    roll = rows.change(PLACES, recorded.stream)
    roll.void_on = recorded.fact.effective_on
    rule = rows.get(RULES, roll.rulebook)
    for ask in rule.asked("roll.drawn_up", roll) if rule is not None else ():
        subject = rows.at(SUBJECTS, (recorded.stream, ask.kind, ask.level))
        for position in subject.open_positions:
            rows.change(DUTIES, (position, ask.kind, ask.level)).void_on = roll.void_on
        subject.open_positions = ()
    _fact(recorded, rows)


ACCEPTED = "project.acceptance_passed"
TAKEN_BACK = {
    "project.left_library": ("project.entered_library", "project.planned", "project.approved"),
    "project.contract_reversed": ("project.contracted",),
    "project.start_reversed": ("project.started",),
    "project.completion_reversed": ("project.completed",),
    "project.acceptance_reversed": (ACCEPTED,),
    "project.settlement_reversed": ("project.settled",),
    "project.hand_over_reversed": ("project.handed_over",),
    "project.household_closing_reversed": ("project.household_closed",),
    "project.retention_release_reversed": ("project.retention_released",),
}
"""Reversals, and the steps that each takes back."""


def _step_taken_back(recorded: Recorded, rows: Rows) -> None:
    """Of a step that was taken back nothing is owed any more; what hung for it was hung in vain."""
    fact, topics = recorded.fact, TAKEN_BACK[recorded.topic]
    place = rows.get(PLACES, recorded.stream)
    versions = dict.fromkeys((fact.former_rulebook_version, fact.rulebook_version))
    rules = [rule for version in versions if (rule := rows.get(RULES, version)) is not None]
    for ask in [ask for rule in rules for topic in topics for ask in rule.asked(topic, place)]:
        subject = rows.at(SUBJECTS, (recorded.stream, ask.kind, ask.level))
        met = [position for one in subject.hanging for position in one.answers]
        for position in (*subject.open_positions, *met):
            duty = rows.change(DUTIES, (position, ask.kind, ask.level))
            if duty.topic in topics and duty.raised_on >= fact.former_on and duty.void_on is None:
                duty.void_on = fact.effective_on
                subject.open_positions = tuple(one for one in subject.open_positions if one != position)
    _fact(recorded, rows)


def _raise(recorded: Recorded, rows: Rows, ask: Ask) -> None:
    subject = rows.at(SUBJECTS, (recorded.stream, ask.kind, ask.level))
    if subject.open_positions:
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
    rows.add(DUTIES, duty)
    last = subject.hanging[-1] if subject.hanging else None
    # A plan may be posted before it is decided; what came of the work cannot be told before it is accepted.
    if last and (last.posted_on >= duty.raised_on or not (last.answers or duty.topic == ACCEPTED)):
        _meet(subject, duty, last)
    else:
        subject.open_positions = (duty.position,)


def _meet(subject: Subject, duty: Duty, by: Hanging) -> None:
    """A notice that hangs already meets a duty."""
    duty.answered_by, duty.posted_on = by.notice_no, by.posted_on
    met = replace(by, answers=(*by.answers, duty.position))
    subject.hanging = tuple(met if one is by else one for one in subject.hanging)


def _drafted(recorded: Recorded, rows: Rows) -> None:
    fact: Notice.Drafted = recorded.fact
    rows.add(DRAFTS, Draft(fact.notice_no, fact.subject, fact.kind, fact.level))


def _posted(recorded: Recorded, rows: Rows) -> None:
    draft = rows.change(DRAFTS, recorded.key)
    hung_on = recorded.fact.counted_on
    subject = rows.at(SUBJECTS, (draft.subject, draft.kind, draft.level))
    for position in subject.open_positions:
        duty = rows.change(DUTIES, (position, draft.kind, draft.level))
        duty.answered_by, duty.posted_on = draft.notice_no, hung_on
    subject.hanging = (*subject.hanging, Hanging(draft.notice_no, hung_on, subject.open_positions))
    subject.open_positions = ()


def _withdrawn(recorded: Recorded, rows: Rows) -> None:
    draft = rows.change(DRAFTS, recorded.key)
    subject = rows.at(SUBJECTS, (draft.subject, draft.kind, draft.level))
    gone = next((one for one in subject.hanging if one.notice_no == draft.notice_no), None)
    if gone is None:
        return  # it was never posted
    subject.hanging = tuple(one for one in subject.hanging if one is not gone)
    place = rows.get(PLACES, draft.subject)
    for position in gone.answers:
        duty = rows.change(DUTIES, (position, draft.kind, draft.level))
        duty.answered_by, duty.posted_on = "", None
        void_on = duty.void_on or (place.void_on if place is not None else None)
        covers = next((one for one in subject.hanging if one.posted_on >= duty.raised_on), None)
        if covers is not None:
            _meet(subject, duty, covers)
        elif void_on is not None:
            duty.void_on = void_on
        else:
            subject.open_positions = (*subject.open_positions, position)


_SAY_THEIR_PLACE = [
    topic for topic, fact in opening_facts().items() if "place_code" in fact.__dataclass_fields__
]
_OWN: dict[str, Fold] = {
    **dict.fromkeys(_SAY_THEIR_PLACE, _opened),
    "roll.drawn_up": _roll_drawn_up,
    "roll.cancelled": _roll_taken_back,
    "roll.withdrawn": _roll_taken_back,
    **dict.fromkeys(TAKEN_BACK, _step_taken_back),
    "rulebook.published": _published,
    "calendar.year_published": year_published(CALENDAR),
    "notice.drafted": _drafted,
    "notice.posted": _posted,
    "notice.withdrawn": _withdrawn,
}

# A roll asks for a notice, never a line of it; and every second fact is a line.
_ASKING = TOPICS - {"roll.line_due"}

PROJECTION = Projection(
    "late_notices",
    (RULES, CALENDAR, DUTIES, SUBJECTS, PLACES, DRAFTS),
    {**dict.fromkeys(_ASKING, _fact), **_OWN},
)
