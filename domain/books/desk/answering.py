"""办理 (answering): from a request to its receipt, in steps, whether it is new, repeated, or has to be decided anew."""

from collections.abc import Callable, Generator
from typing import cast

from eventsourcing.persistence import IntegrityError, OperationalError

from domain.books.desk.act import Act, Receipt
from domain.books.desk.journal import NothingRecorded
from domain.books.desk.queued import Queued
from domain.books.desk.requests import Requests
from domain.books.desk.turn import Decision, DecisionTurn
from domain.refusal import Refusal

Steps = Generator[None, None, Receipt]
"""A command in steps: each `yield` comes when its facts are in the queue and the next step waits for the disk."""


def receipt_of(steps: Steps) -> Receipt:
    """Take the steps of a command to its end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast("Receipt", end.value)


class Answering:
    """Answers the requests of one set of books, each with one receipt for all of its facts."""

    def __init__(self, turn_of: Callable[[Act], DecisionTurn], requests: Requests) -> None:
        """Answer with the turns that `turn_of` gives and the receipts that `requests` knows."""
        self._turn_of = turn_of
        self._requests = requests

    def begin(self, act: Act, decision: Decision) -> Steps:
        """Answer a request: with the receipt of an earlier one with its key, or by deciding and recording.

        Raises KeyReusedWithOtherBody, then what `DecisionTurn.decide` and `Ticket.positions` raise.
        """
        try:
            return (yield from self._answer(act, decision))
        except OperationalError as failure:
            if not isinstance(failure, NothingRecorded):
                raise
        # Facts that the decision stood on were not committed, so neither was it: decide once more, from the journal.
        return (yield from self._answer(act, decision))

    def _answer(self, act: Act, decision: Decision) -> Steps:
        try:
            queued = self._requests.queued(act)
            if queued is not None:
                return (yield from self._repeat(act, queued))
            earlier = self._requests.earlier_receipt(act)
            if earlier is not None:
                return earlier
            return (yield from self._decide(act, decision))
        except (Refusal, IntegrityError):
            # Another process may have written these books and recorded this very request meanwhile.
            recorded = self._requests.recorded_receipt(act)
            if recorded is None:
                raise
            return recorded

    def _decide(self, act: Act, decision: Decision) -> Steps:
        with self._turn_of(act) as turn:
            earlier = self._requests.queued(act)
            if earlier is None:
                queued = self._requests.remember(act, turn.decide(decision))
        if earlier is not None:
            return (yield from self._repeat(act, earlier))
        try:
            yield
            return queued.receipt()
        except BaseException:
            self._requests.forget(act)
            raise

    @staticmethod
    def _repeat(act: Act, queued: Queued) -> Steps:
        """Wait for the receipt of the first of two requests that came with one key."""
        yield
        return queued.receipt_again(act.request_hash)
