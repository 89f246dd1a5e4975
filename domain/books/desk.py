"""账桌 (the desk): one pen, cached streams, and a receipt for every command.

One set of books has one writer (一支笔).  Commands are decided one after another under the pen, against streams that
stay in memory; the pen is passed on as soon as the facts lie in the journal's queue, so the facts of many waiting
callers share one commit.  A caller gets the receipt only when its facts are kept.
"""

from collections import OrderedDict
from collections.abc import Callable, Generator, Sequence
from functools import partial, wraps
from threading import Lock
from typing import Any, ClassVar, Concatenate, ParamSpec, TypeVar, cast

from eventsourcing.application import Application
from eventsourcing.persistence import IntegrityError, OperationalError
from eventsourcing.utils import EnvType

from domain.books.act import Act, Receipt, RecordedFact
from domain.books.pen import Pen, Promise, Queued
from domain.books.store import QueueingStore
from domain.fact import Fact, Stream
from domain.periods.period import Period
from domain.periods.refusals import PeriodClosed
from domain.refusal import (
    AlreadyRecorded,
    KeyReusedWithOtherBody,
    OutsideScope,
    Refusal,
    StreamMoved,
    UnknownRecord,
)
from domain.rulebook.calendar_year import CalendarYear
from domain.rulebook.refusals import RulebookMissing
from domain.rulebook.rulebook import Rulebook, RulesInForce
from domain.rulebook.working_calendar import WorkingCalendar
from domain.rules.facts_hold_no_personal_numbers import personal_number_among
from domain.rules.refusals import PersonalNumber
from domain.stamp import Stamp

S = TypeVar("S", bound=Stream)
P = ParamSpec("P")
D = TypeVar("D", bound="Desk")

Steps = Generator[None, None, Receipt]
"""A command in steps: each `yield` comes when what was decided lies in the queue and the disk has to be waited for."""


def command(decide: Callable[Concatenate[D, Act, P], None]) -> Callable[Concatenate[D, Act, P], Receipt]:
    """Turn a decision into a command: all of its facts are recorded with one receipt, or none.

    Raises, in this order: KeyReusedWithOtherBody, PeriodClosed, then what the decision refuses, StreamMoved,
    PersonalNumber.
    """

    @wraps(decide)
    def decided(self: D, act: Act, /, *args: P.args, **kwargs: P.kwargs) -> Receipt:
        return self._go_through(self.answering(act, partial(decide, self, act, *args, **kwargs)))

    return decided


def receipt_of(steps: Steps) -> Receipt:
    """Go through the steps of a command to its end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast("Receipt", end.value)


class Desk(Application[str]):
    """Everything that all commands share.  Subclasses add one method for each thing a person may do."""

    name = "sunledger"
    # The journal is named here and imported by no rule; whoever opens the books may name another.
    env: ClassVar[dict[str, str]] = {
        "PERSISTENCE_MODULE": "projections.journal.persistence",
        "MAPPER_TOPIC": "projections.journal.mapper:CanonicalMapper",
        "BOOKS_WRITER": "y",
    }
    events: QueueingStore
    CACHED_STREAMS = 200_000
    REMEMBERED_KEYS = 10_000

    def __init__(self, env: EnvType | None = None) -> None:
        """Open the books that `env` names (its keys are those of the persistence module)."""
        super().__init__(env)
        self._lock = Lock()
        self._pen: Pen | None = None
        self._streams: OrderedDict[str, Any] = OrderedDict()
        self._promises: OrderedDict[str, Promise] = OrderedDict()
        self._go_through: Callable[[Steps], Receipt] = getattr(self.recorder, "go_through", receipt_of)
        self._may_have: Callable[[str], bool] | None = getattr(self.recorder, "may_have", None)
        self._epoch = self._journal_epoch()

    def construct_event_store(self) -> QueueingStore:
        """Give the store that says when the facts are queued."""
        return QueueingStore(mapper=self.mapper, recorder=self.recorder)

    # The pen

    def take_pen(self) -> Pen:
        """Wait for the pen and hold it."""
        pen = Pen(self._lock)
        if self._journal_epoch() != self._epoch:
            # Facts that later decisions stood on were lost with a connection: decide from the journal again.
            self._streams.clear()
            self._epoch = self._journal_epoch()
        self._pen = pen
        return pen

    def _forget_undecided(self, pen: Pen) -> None:
        """Drop from memory what a command changed and did not record.

        After the pen was passed on nothing is left to do: a failed commit raises the journal's epoch, and the next
        holder of the pen forgets everything.
        """
        if pen.held:
            for stream_id, stream in pen.touched.items():
                if stream.pending_events:
                    self._streams.pop(stream_id, None)

    def _journal_epoch(self) -> int:
        return cast("int", getattr(self.recorder, "epoch", 0))

    # Answering

    def begin(
        self, asked: Callable[Concatenate[Act, P], Receipt], act: Act, /, *args: P.args, **kwargs: P.kwargs
    ) -> Steps:
        """Give a command of this desk in steps, so that one caller can ask for many before waiting for the disk."""
        decide: Callable[..., None] = asked.__wrapped__  # type: ignore[attr-defined]  # `command` wraps every one
        return self.answering(act, partial(decide, self, act, *args, **kwargs))

    def answering(self, act: Act, decision: Callable[[], None]) -> Steps:
        """Answer a request: with the receipt of an earlier one with its key, or by deciding and recording."""
        try:
            return (yield from self._answering(act, decision))
        except OperationalError as failure:
            if not getattr(failure, "nothing_recorded", False):
                raise
        # Facts that the decision stood on were not kept, and so neither was it: once more, from the journal.
        return (yield from self._answering(act, decision))

    def _answering(self, act: Act, decision: Callable[[], None]) -> Steps:
        try:
            promise = self._promised(act)
            if promise is None:
                earlier = self._earlier_receipt(act)
                if earlier is not None:
                    return earlier
                return (yield from self._deciding(act, decision))
            return (yield from self._repeating(act, promise))
        except (Refusal, IntegrityError):
            # Another process may have written these books and kept this very request meanwhile.
            kept = self._kept_receipt(act)
            if kept is None:
                raise
            return kept

    def _deciding(self, act: Act, decision: Callable[[], None]) -> Steps:
        pen = self.take_pen()
        try:
            promise = self._promised(act)
            if promise is None:
                self._refuse_closed_period(act)
                decision()
                self._refuse_moved_stream(act, pen)
                queued = self._queue(
                    act, [stream for stream in pen.touched.values() if stream.pending_events]
                )
        except BaseException:
            self._forget_undecided(pen)
            raise
        finally:
            # While the disk works, the next one decides.
            pen.pass_on()
        if promise is not None:
            return (yield from self._repeating(act, promise))
        try:
            yield
            return queued.receipt()
        except BaseException:
            self._promises.pop(act.idempotency_key or "", None)
            raise

    @staticmethod
    def _repeating(act: Act, promise: Promise) -> Steps:
        """The same request came in twice at once: the second caller waits for the first one's receipt."""
        yield
        request_hash, queued = promise
        if request_hash != act.request_hash:
            raise KeyReusedWithOtherBody(queued.receipt().first_position)
        return queued.receipt().again()

    # Repeated requests

    def _promised(self, act: Act) -> Promise | None:
        """Give what this key has, or is about to have, in memory; None when it is new there."""
        return None if act.idempotency_key is None else self._promises.get(act.idempotency_key)

    def _earlier_receipt(self, act: Act) -> Receipt | None:
        """Give the receipt that the journal keeps for this key; it is not asked when the key is known to be new."""
        may_have = self._may_have
        if act.idempotency_key is None or (may_have and not may_have(act.idempotency_key)):
            return None
        return self._kept_receipt(act)

    def _kept_receipt(self, act: Act) -> Receipt | None:
        """Give the receipt that the journal keeps for this key.

        Raises KeyReusedWithOtherBody when the key stands for another body.
        """
        look_up = getattr(self.recorder, "receipt", None)
        found = look_up(act.idempotency_key) if look_up and act.idempotency_key is not None else None
        if found is None:
            return None
        request_hash, first, last = found
        if request_hash != act.request_hash:
            raise KeyReusedWithOtherBody(first)
        kept = self.recorder.select_notifications(start=first, limit=last - first + 1, stop=last)
        facts = tuple(RecordedFact(n.id, str(n.originator_id), n.originator_version, n.topic) for n in kept)
        return Receipt.of(facts).again()

    def _promise(self, act: Act, queued: Queued) -> None:
        if act.idempotency_key is not None:
            self._promises[act.idempotency_key] = (act.request_hash, queued)
            while len(self._promises) > self.REMEMBERED_KEYS:
                self._promises.popitem(last=False)

    # Deciding and keeping

    def _refuse_closed_period(self, act: Act) -> None:
        """Raise PeriodClosed when the month of the business day is closed (已结账)."""
        month = act.effective_on.isoformat()[: len("2024-01")]
        if self._find(Period, month).closed:
            raise PeriodClosed(month, act.effective_on)

    @staticmethod
    def _refuse_moved_stream(act: Act, pen: Pen) -> None:
        """Raise StreamMoved when the stream that the caller looked at has another version now."""
        if act.seen is None:
            return
        stream_id, seen_version = act.seen
        stream = pen.touched.get(stream_id)
        version = stream.version - len(stream.pending_events) if stream is not None else 0
        if version != seen_version:
            raise StreamMoved(stream_id, seen_version, version)

    def _queue(self, act: Act, changed: Sequence[Stream]) -> Queued:
        """Hand in what the command decided, all or none.

        Raises PersonalNumber for the first text of any fact that holds one: facts cannot be erased (D5).
        """
        assert changed, "a command that records nothing must refuse"
        facts = [fact for stream in changed for fact in stream.pending_events]
        field = personal_number_among(facts)
        if field is not None:
            raise PersonalNumber(field)
        for stream in changed:
            stream.collect_events()
        try:
            # The library's `save` would come to the same; on the way it costs as much as deciding.
            ticket = self.events.submit(
                facts,
                effective_on=act.effective_on,
                actor=act.by,
                idempotency_key=act.idempotency_key,
                request_hash=act.request_hash,
                request_id=act.request_id,
                epoch=self._epoch,
            )
        except BaseException:
            # The journal did not take them (a text that cannot be written): memory is ahead of the books.
            for stream in changed:
                self._streams.pop(stream.id, None)
            raise
        queued = Queued(ticket, facts)
        self._promise(act, queued)
        return queued

    def _find(self, kind: type[S], key: str) -> S:
        """Give the stream of this key, whether it exists or not (then its version is 0)."""
        pen = self._pen
        assert pen is not None, "streams are decided on with the pen in hand"
        stream_id = kind.id_of(key)
        touched: S | None = pen.touched.get(stream_id)
        if touched is None:
            pen.touched[stream_id] = touched = self._remembered(kind, stream_id)
        return touched

    def _remembered(self, kind: type[S], stream_id: str) -> S:
        """Give a stream from memory, or from the journal."""
        stream: S | None = self._streams.get(stream_id)
        if stream is not None:
            self._streams.move_to_end(stream_id)
            return stream
        stream = kind(stream_id).replay(self._recorded_facts(stream_id))
        self._streams[stream_id] = stream
        while len(self._streams) > self.CACHED_STREAMS:
            self._streams.popitem(last=False)
        return stream

    def _recorded_facts(self, stream_id: str) -> list[Fact]:
        """Read a stream that is not in memory; facts of it that are still in the queue are waited for."""
        in_flight = getattr(self.recorder, "in_flight", None)
        queued = in_flight(stream_id) if in_flight else None
        if queued is not None:
            queued.wait()
        return cast("list[Fact]", list(self.events.get(stream_id)))

    def _get(self, kind: type[S], key: str) -> S:
        """Give the stream of this key.  Raises UnknownRecord when nothing was ever recorded in it."""
        stream = self._find(kind, key)
        if not stream.version:
            raise UnknownRecord(stream.id)
        return stream

    def _new(self, kind: type[S], key: str) -> S:
        """Give the empty stream of this key.  Raises AlreadyRecorded when the key is taken."""
        stream = self._find(kind, key)
        if stream.exists:
            raise AlreadyRecorded(stream.id)
        return stream

    # What every decision asks

    def _rules(self, act: Act) -> RulesInForce:
        """Give the rulebook in force on the business day.  Raises RulebookMissing when there is none."""
        assert self._pen is not None
        rules = self._pen.rules
        if rules is None:
            rules = self._pen.rules = self._find(Rulebook, "county").in_force_on(act.effective_on)
        if rules is None:
            raise RulebookMissing(act.effective_on)
        return rules

    def _stamp(self, act: Act) -> Stamp:
        """Give the base fields of the facts of this act, with the rulebook version that judges it."""
        return Stamp(act.by, act.effective_on, self._rules(act).version)

    def _calendar(self) -> WorkingCalendar:
        """Give the working calendar; a year that was never published is said by CalendarUnknown when asked for."""
        return WorkingCalendar(lambda year: self._find(CalendarYear, str(year)).days)

    @staticmethod
    def _within(act: Act, place_code: str) -> None:
        """Raise OutsideScope when the place is not inside the caller's scope."""
        if not place_code.startswith(act.scope):
            raise OutsideScope(place_code, act.scope)
