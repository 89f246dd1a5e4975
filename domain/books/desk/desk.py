"""账桌 (the desk): takes what persons ask, one command after another, and records all facts of each or none.

One set of books has one writer.  A caller gets the receipt only when the facts are committed.
"""

from threading import Lock
from typing import ClassVar

from eventsourcing.application import Application
from eventsourcing.utils import EnvType

from domain.books.desk.act import Act
from domain.books.desk.answering import Answering
from domain.books.desk.journal import Journal
from domain.books.desk.requests import Requests
from domain.books.desk.streams import Streams
from domain.books.desk.turn import DecisionTurn


class Desk(Application[str]):
    """What every desk has.  Subclasses add a command for each thing that a person may do.

    streams    the streams of the books.
    answering  the way of a request to its receipt.
    """

    name = "sunledger"
    # The journal is named here and imported by no rule; the caller may name another in `env`.
    env: ClassVar[dict[str, str]] = {
        "PERSISTENCE_MODULE": "projections.journal.persistence",
        "MAPPER_TOPIC": "projections.journal.mapper:CanonicalMapper",
        "BOOKS_WRITER": "y",
    }

    def __init__(self, env: EnvType | None = None) -> None:
        """Open the books that `env` names (its keys are those of the persistence module)."""
        super().__init__(env)
        assert isinstance(self.recorder, Journal), "PERSISTENCE_MODULE names no journal"
        self.streams = Streams(self.recorder, self.mapper)
        self.answering = Answering(self.turn, Requests(self.recorder))
        self._lock = Lock()

    def turn(self, act: Act) -> DecisionTurn:
        """Give the turn to decide on an act; `with` waits for it and ends it."""
        return DecisionTurn(self._lock, self.streams, act)
