"""事实与卷宗 (facts and streams): what a recorded fact is, and how a stream folds its facts.

A fact is a frozen dataclass whose `TOPIC` and fields are its storage format: add a field with a default, never edit.
Which stream it belongs to and its version there are columns of the journal (序时簿), not fields.  Our streams are not
the library's `Aggregate`: that class reads a clock and rebuilds event classes; these only obey its protocols, so that
`Application.save(*streams, **kwargs)` records them.  Applying a fact only adds up; it never refuses.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Self, TypeVar

from eventsourcing.utils import register_topic

from domain.code import Word

FACTS: dict[str, type["Fact"]] = {}
"""Every kind of fact by its topic."""
STREAMS: dict[str, type["Stream"]] = {}
"""Every kind of stream by its `KIND`."""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing that happened (事实), as it is kept for ever.

    OPENS            whether it opens a record that offices know by a number: then it is the first of its stream.
    effective_on     业务日期: the day the business counts for, the caller's word.
    by               the person id of who did it; never a name.
    rulebook_version the version of the rulebook that judged it; 0 where no rule was needed.
    """

    TOPIC: ClassVar[str] = ""
    OPENS: ClassVar[bool] = False

    effective_on: date
    by: str
    rulebook_version: int = 0

    _stream = ""
    _version = 0

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Register the topic, so that the journal finds the class of a stored fact."""
        super().__init_subclass__(**kwargs)
        topic = cls.__dict__.get("TOPIC", "")
        if topic:
            register_topic(topic, cls)
            FACTS[topic] = cls

    @property
    def originator_id(self) -> str:
        """The stream that holds this fact, e.g. `fund/达市财农〔2024〕3号`."""
        return self._stream

    @property
    def originator_version(self) -> int:
        """The place of this fact in its stream, from 1."""
        return self._version

    def scanned(self) -> "Fact":
        """What of this fact is looked at for numbers of persons (D5): all of it, unless a kind of fact says less."""
        return self

    def placed(self, stream: str, version: int) -> Self:
        """Write stream and version on this fact, once, as it is recorded or read back."""
        object.__setattr__(self, "_stream", stream)
        object.__setattr__(self, "_version", version)
        return self


F = TypeVar("F", bound=Fact)
Applier = Callable[[Any, Any], None]


def applies(*kinds: type[Fact]) -> Callable[[Applier], Applier]:
    """Mark a method as the one that adds these kinds of fact to the state of its stream."""

    def mark(applier: Applier) -> Applier:
        applier.__dict__["applies"] = kinds
        return applier

    return mark


class Stream:
    """One stream of facts (卷宗): identity, state, decisions.  Subclasses name their `KIND` and their appliers.

    WORD                what people call a record of this kind.
    KEY                 the one key, where the books keep one record of this kind.
    SUBJECT_OF_NOTICES  whether a notice (公示) may be about it.
    NUMBERED            whether offices know it by a number, which they spell in many ways; one number is one record.
    place_code          the administrative division that it belongs to; "" for what belongs to the whole county.
    pending_events      facts that were decided and are not recorded yet.
    """

    KIND: ClassVar[str] = ""
    WORD: ClassVar[Word] = ("", "")
    KEY: ClassVar[str] = ""
    SUBJECT_OF_NOTICES: ClassVar[bool] = False
    NUMBERED: ClassVar[bool] = False
    APPLIERS: ClassVar[dict[type[Fact], Applier]] = {}

    place_code: str = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Register the kind and collect the appliers by kind of fact; two appliers for one fact are a bug."""
        super().__init_subclass__(**kwargs)
        if cls.KIND:
            STREAMS[cls.KIND] = cls
        cls.APPLIERS = dict(cls.APPLIERS)
        for applier in vars(cls).values():
            for kind in getattr(applier, "applies", ()):
                assert kind not in cls.APPLIERS, f"{cls.__name__} applies {kind.__name__} twice"
                cls.APPLIERS[kind] = applier

    def __init__(self, stream_id: str) -> None:
        """Begin with no facts: version 0 is a stream that does not exist yet."""
        self.id = stream_id
        self.version = 0
        self.pending_events: list[Fact] = []

    @classmethod
    def id_of(cls, key: str) -> str:
        """Make the stream id from its business key: `kind/key`."""
        return f"{cls.KIND}/{key}"

    @classmethod
    def called(cls, key: str) -> Word:
        """Say what people call the record with this key: its word and its number."""
        zh, en = cls.WORD
        return cls.WORD if key == cls.KEY else (f"{zh} {key}", f"{en} {key}")

    @property
    def belongs_to(self) -> str:
        """The id of the stream whose place counts as its own; "" when `place_code` counts."""
        return ""

    @property
    def exists(self) -> bool:
        """Whether anything was ever recorded here."""
        return self.version > 0

    def record(self, kind: type[F], /, **payload: Any) -> F:
        """Make the next fact of this stream, add it to the state and keep it for recording."""
        fact = kind(**payload).placed(self.id, self.version + 1)
        # Pending from the moment it may change the state: if adding it up fails, the desk knows what to forget.
        self.pending_events.append(fact)
        self.apply(fact)
        return fact

    def apply(self, fact: Fact) -> None:
        """Add one fact to the state.  A fact out of order is a bug, never a refusal."""
        assert fact.originator_version == self.version + 1, (self.id, fact.originator_version, self.version)
        applier = self.APPLIERS.get(type(fact))
        if applier is not None:
            applier(self, fact)
        self.version = fact.originator_version

    def replay(self, facts: Iterable[Fact]) -> Self:
        """Add recorded facts in their order."""
        for fact in facts:
            self.apply(fact)
        return self

    def collect_events(self) -> list[Fact]:
        """Hand over the pending facts, once."""
        collected, self.pending_events = self.pending_events, []
        return collected


def called(stream_id: str) -> Word:
    """Say what people call the record of this stream; its id where it is of no kind that stands in STREAMS."""
    kind, _, key = stream_id.partition("/")
    return STREAMS[kind].called(key) if kind in STREAMS else (stream_id, stream_id)
