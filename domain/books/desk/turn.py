"""决定权 (the turn to decide): one command decides at a time, and sees each stream with all that was decided before.

A turn lasts from taking the lock until the facts of the command are in the queue of the journal.  While the disk works,
the next command has its turn, so the facts of many waiting callers share one commit.
"""

from collections.abc import Callable, Sequence
from datetime import date
from threading import Lock
from typing import Any, Self, TypeVar

from domain.books.desk.act import Act
from domain.books.desk.queued import Queued
from domain.books.desk.streams import Streams
from domain.fact import STREAMS, Stream
from domain.fields.field import label_zh, places_of
from domain.periods.period import Period
from domain.periods.refusals import PeriodClosed
from domain.places.register import Places
from domain.refusal import (
    AlreadyRecorded,
    NumberAmbiguous,
    OutsideScope,
    Refusal,
    StreamMoved,
    UnknownRecord,
)
from domain.rulebook.calendar_year import CalendarYear
from domain.rulebook.name_of_code import name_of_code
from domain.rulebook.refusals import RulebookMissing
from domain.rulebook.regulations import Regulations
from domain.rulebook.rulebook import Rulebook, RulesInForce
from domain.rulebook.working_calendar import WorkingCalendar
from domain.rules.county_matters_are_the_countys import county_of
from domain.rules.facts_hold_no_personal_numbers import personal_number_among
from domain.rules.refusals import PersonalNumber
from domain.stamp import Stamp

S = TypeVar("S", bound=Stream)


class DecisionTurn:
    """What one command sees while it decides: its act, the streams, and the rulebook of its business day."""

    def __init__(self, lock: Lock, streams: Streams, act: Act) -> None:
        self.act = act
        self._streams = streams
        self._touched: dict[str, Any] = {}
        self._rules: RulesInForce | None = None
        self._stamp: Stamp | None = None
        self._lock = lock

    def __enter__(self) -> Self:
        """Take the lock; waits for the command that holds it."""
        self._lock.acquire()
        self._streams.follow_epoch()
        return self

    def __exit__(self, *_: object) -> None:
        """Release the lock: the next command decides."""
        self._lock.release()

    def decide(self, decision: "Decision") -> Queued:
        """Let a command decide and queue all of its facts, or none.

        Raises PeriodClosed, what the decision refuses, StreamMoved, PersonalNumber, in this order.  Then the streams in
        memory are again as the journal and its queue have them.
        """
        try:
            self._check_period()
            decision(self)
            self._check_version()
            changed = [stream for stream in self._touched.values() if stream.pending_events]
            assert changed, "a command that records nothing must refuse"
            _check_personal_numbers(changed)
            return self._streams.queue(self.act, changed)
        except BaseException as error:
            if isinstance(error, Refusal) and error.codes:
                error.word_codes(self._name_in_rulebook)
            for stream_id, stream in self._touched.items():
                if stream.pending_events:
                    self._streams.forget(stream_id)
            raise

    def _check_period(self) -> None:
        """Raise PeriodClosed when the month of the business day is closed (已结账)."""
        month = self.act.effective_on.isoformat()[: len("2024-01")]
        if self.find(Period, month).closed:
            raise PeriodClosed(month, self.act.effective_on)

    def _check_version(self) -> None:
        """Raise StreamMoved when the stream that the caller looked at has another version now."""
        if self.act.seen is None:
            return
        stream_id, seen_version = self.act.seen
        stream = self._touched.get(stream_id)
        for spelt in self._streams.numbers.like(stream_id) if stream is None else ():
            stream = stream or self._touched.get(spelt)
        version = stream.version - len(stream.pending_events) if stream is not None else 0
        if version != seen_version:
            raise StreamMoved(stream_id, seen_version, version)

    # Records

    def find(self, kind: type[S], key: str) -> S:
        """Give the stream of this key as recorded, whether it exists or not (then its version is 0)."""
        stream_id = kind.id_of(key)
        touched: S | None = self._touched.get(stream_id)
        if touched is None:
            self._touched[stream_id] = touched = self._streams.at(kind, stream_id)
        return touched

    def get(self, kind: type[S], key: str) -> S:
        """Give the stream of this key as recorded.  Raises UnknownRecord when nothing was ever recorded in it."""
        stream = self.find(kind, key)
        if not stream.version:
            raise UnknownRecord(stream.id)
        return stream

    def new(self, kind: type[S], key: str) -> S:
        """Give the empty stream of this key.  Raises AlreadyRecorded when the key is taken, in whatever spelling."""
        for stream in (*self._like(kind, key), self.find(kind, key)):
            if stream.exists:
                raise AlreadyRecorded(stream.id)
        return stream

    def named(self, kind: type[S], number: str) -> S:
        """Give the stream that a caller names, however the number is spelt.

        Raises UnknownRecord; NumberAmbiguous when several were opened under spellings of this number.
        """
        return self._recorded(kind, number) or self.get(kind, number)

    def recorded_number(self, kind: type[S], number: str) -> str:
        """Give the number as it stands on the record; as it came where there is none.  Raises NumberAmbiguous."""
        stream = self._recorded(kind, number)
        return number if stream is None else stream.id.partition("/")[2]

    def _recorded(self, kind: type[S], number: str) -> S | None:
        """Give the one record with this number; None where there is none.  Raises NumberAmbiguous."""
        streams = self._like(kind, number)
        if len(streams) > 1:
            raise NumberAmbiguous(number, tuple(stream.id for stream in streams))
        return streams[0] if streams else None

    def _like(self, kind: type[S], number: str) -> list[S]:
        """Give the records with this number.  Those whose commit was lost are in the index and not in the journal."""
        ids = self._streams.numbers.like(kind.id_of(number)) if kind.NUMBERED else ()
        found = [self.find(kind, stream_id.partition("/")[2]) for stream_id in ids]
        return [stream for stream in found if stream.exists]

    def every(self, kind: type[S]) -> list[S]:
        """Give all records of a numbered kind, those of the queue included: for rare acts only."""
        ids = self._streams.numbers.of_kind(kind.KIND)
        found = [self.find(kind, stream_id.partition("/")[2]) for stream_id in ids]
        return [stream for stream in found if stream.exists]

    # Places

    def get_in_scope(self, kind: type[S], key: str) -> S:
        """Give the stream that a caller names.  Raises what `named` raises, OutsideScope (of its place)."""
        stream = self.named(kind, key)
        self.check_scope(self.place_of(stream))
        return stream

    def place_of(self, stream: Stream) -> str:
        """Give the code of the place that a record belongs to; "" for what belongs to the whole county."""
        while stream.belongs_to:
            kind, _, key = stream.belongs_to.partition("/")
            stream = self.get(STREAMS[kind], key)
        return stream.place_code

    @property
    def places(self) -> Places:
        """The register of places."""
        return self.find(Places, Places.KEY)

    def check_place(self, place_code: str) -> None:
        """Check the place of a new record.  Raises what `Places.check_division` raises, then OutsideScope."""
        self.places.check_division(place_code, self.act.effective_on)
        self.check_scope(place_code)

    def check_scope(self, place_code: str) -> None:
        """Raise OutsideScope when the place is not inside the caller's scope."""
        scope = self.act.scope
        if not place_code.startswith(scope):
            places = self.places
            raise OutsideScope(place_code, scope, places.name_of(place_code), places.name_of(scope))

    def check_county(self) -> None:
        """Raise OutsideScope when the caller is bound to a town or a village."""
        self.check_scope(county_of(self.act.scope))

    # Rules

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook with all of its versions."""
        return self.find(Rulebook, Rulebook.KEY)

    @property
    def regulations(self) -> Regulations:
        """The rules in force on the business day.  Raises RulebookMissing when there are none."""
        return self._rules_in_force().regulations

    @property
    def stamp(self) -> Stamp:
        """The base fields of the facts of this act, with the version of the rulebook.  Raises RulebookMissing."""
        if self._stamp is None:
            self._stamp = Stamp(self.act.by, self.act.effective_on, self._rules_in_force().version)
        return self._stamp

    @property
    def unjudged_stamp(self) -> Stamp:
        """The base fields of the facts of an act that no rulebook judges."""
        return Stamp(self.act.by, self.act.effective_on)

    def a_judged_day(self, from_on: date, before_on: date | None) -> date | None:
        """Give a business day in this span on which a fact was judged by a rulebook; None when no fact was.

        before_on  the first day after the span; None has no end.  It reads the journal: for rare acts only.
        """
        return self._streams.a_judged_day(from_on, before_on)

    @property
    def calendar(self) -> WorkingCalendar:
        """The working calendar; when it is asked for a year that was never published, it raises CalendarUnknown."""
        return WorkingCalendar(lambda year: self.find(CalendarYear, str(year)).days)

    def _name_in_rulebook(self, listed: str, code: str) -> str:
        """Give what the rulebook of the day calls a code of one of its lists; the code where it does not say."""
        rules = self.rulebook.in_force_on(self.act.effective_on)
        return code if rules is None else name_of_code(rules.regulations, listed, code)

    def _rules_in_force(self) -> RulesInForce:
        if self._rules is None:
            self._rules = self.rulebook.in_force_on(self.act.effective_on)
            if self._rules is None:
                raise RulebookMissing(self.act.effective_on)
        return self._rules


def _check_personal_numbers(changed: Sequence[Stream]) -> None:
    """Raise PersonalNumber for the first text of any fact that holds one: facts cannot be erased (D5)."""
    found = personal_number_among([fact.scanned() for stream in changed for fact in stream.pending_events])
    if found is not None:
        kind, field = found
        raise PersonalNumber(field, called=label_zh(field, *places_of(kind)))


Decision = Callable[[DecisionTurn], None]
"""What a command decides in its turn."""
