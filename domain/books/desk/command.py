"""业务命令 (a command): what a person may ask of a desk, by its name, and how it is asked."""

from collections.abc import Callable
from functools import partial, update_wrapper
from typing import Concatenate, Generic, ParamSpec, Protocol, Self, TypeVar, overload

from domain.books.desk.act import Act, Receipt
from domain.books.desk.answering import Answering, Steps, receipt_of
from domain.books.desk.turn import DecisionTurn


class Answers(Protocol):
    """What a command needs of its desk."""

    answering: Answering


D = TypeVar("D", bound=Answers)
P = ParamSpec("P")


class BoundCommand(Generic[P]):
    """A command of one desk: call it for the receipt, or begin it to ask for many before waiting for the disk."""

    def __init__(
        self, name: str, answering: Answering, decide: Callable[Concatenate[DecisionTurn, P], None]
    ) -> None:
        """Bind the decision of a desk to the way in which its requests are answered."""
        self.name = name
        self._answering = answering
        self._decide = decide

    def __call__(self, act: Act, /, *args: P.args, **kwargs: P.kwargs) -> Receipt:
        """Record all facts of the command with one receipt, or none.

        Raises, in this order: KeyReusedWithOtherBody, PeriodClosed, what the decision refuses, StreamMoved,
        PersonalNumber.
        """
        return receipt_of(self.begin(act, *args, **kwargs))

    def begin(self, act: Act, /, *args: P.args, **kwargs: P.kwargs) -> Steps:
        """Give the command in steps; it raises in them what a call raises."""

        def decision(turn: DecisionTurn) -> None:
            self._decide(turn, *args, **kwargs)

        return self._answering.begin(act, decision)


class Command(Generic[D, P]):
    """A decision of a desk as a command: `command` above a method that takes the turn and decides.

    On a desk it is a BoundCommand; on the class it is itself, to be found by name and read by `inspect`.
    """

    def __init__(self, decide: Callable[Concatenate[D, DecisionTurn, P], None]) -> None:
        """Take name, words and parameters of the method."""
        self.name = decide.__name__
        self._decide = decide
        update_wrapper(self, decide)

    @overload
    def __get__(self, desk: None, owner: type | None = None) -> Self: ...

    @overload
    def __get__(self, desk: D, owner: type | None = None) -> BoundCommand[P]: ...

    def __get__(self, desk: D | None, owner: type | None = None) -> Self | BoundCommand[P]:
        """Bind the command to a desk."""
        if desk is None:
            return self
        return BoundCommand(self.name, desk.answering, partial(self._decide, desk))

    def __call__(self, desk: D, act: Act, /, *args: P.args, **kwargs: P.kwargs) -> Receipt:
        """Ask this desk and wait for the receipt."""
        return self.__get__(desk)(act, *args, **kwargs)


command = Command
