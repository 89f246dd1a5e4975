"""Ready facts for the tests of the journal, as the mapper would store them."""

from itertools import count

from eventsourcing.persistence import StoredEvent

_numbers = count(1)


def new_stream() -> str:
    return f"account/专户-{next(_numbers)}"


def stored(stream: str, version: int, state: bytes = b'{"amount_fen":100}') -> StoredEvent:
    return StoredEvent(stream, version, "account.paid", state)


def run_of(stream: str, how_many: int, first: int = 1) -> list[StoredEvent]:
    return [stored(stream, version) for version in range(first, first + how_many)]
