"""The same fact gives the same bytes, and the bytes give the same fact."""

from dataclasses import dataclass
from datetime import date

import pytest
from eventsourcing.compressor import ZlibCompressor
from eventsourcing.persistence import (
    JSONTranscoder,
    MapperDeserialisationError,
    NotSupportedError,
    StoredEvent,
)
from eventsourcing.utils import TopicError

from domain.fact import Fact, Stream
from projections.journal.mapper import CanonicalMapper


@dataclass(frozen=True)
class Share:
    """Part of an amount."""

    source: str
    amount_fen: int


class Purse(Stream):
    """A stream of the tests' own."""

    KIND = "purse"
    WORD = "钱袋", "money purse"

    @dataclass(frozen=True, kw_only=True)
    class Filled(Fact):
        """Money came in."""

        TOPIC = "tests_of_the_journal.purse_filled"

        zest: str
        amount_fen: int
        shares: tuple[Share, ...] = ()
        until: date | None = None
        final: bool = False


FILLED = Purse.Filled(
    effective_on=date(2024, 3, 1), by="p-会计", zest='\u2028"\\', amount_fen=2**62, shares=(Share("中央", 1),)
).placed("purse/甲", 3)  # fmt: skip
BYTES = (
    '{"amount_fen":4611686018427387904,"by":"p-会计","effective_on":"2024-03-01","final":false,'
    '"rulebook_version":0,"shares":[{"amount_fen":1,"source":"中央"}],"until":null,"zest":"\u2028\\"\\\\"}'
).encode()


@pytest.fixture
def mapper() -> CanonicalMapper:
    return CanonicalMapper(JSONTranscoder())


def test_a_fact_is_written_with_sorted_keys_and_without_its_columns(mapper: CanonicalMapper) -> None:
    assert mapper.to_stored_event(FILLED) == StoredEvent("purse/甲", 3, Purse.Filled.TOPIC, BYTES)


def test_a_fact_comes_back_as_it_was(mapper: CanonicalMapper) -> None:
    back = mapper.to_domain_event(mapper.to_stored_event(FILLED))
    assert back == FILLED
    assert (back.originator_id, back.originator_version) == ("purse/甲", 3)


@pytest.mark.parametrize(
    "state", [b"", b"{}", b'{"amount_fen":1.5}', b"\xff", BYTES.replace(b"false", b'"no"')]
)
def test_bytes_that_are_not_the_fact_are_refused_with_their_place(
    mapper: CanonicalMapper, state: bytes
) -> None:
    with pytest.raises(MapperDeserialisationError, match="version 3 of purse/甲"):
        mapper.to_domain_event(StoredEvent("purse/甲", 3, Purse.Filled.TOPIC, state))


def test_an_unknown_topic_is_said(mapper: CanonicalMapper) -> None:
    with pytest.raises(TopicError):
        mapper.to_domain_event(StoredEvent("purse/甲", 3, "purse.never_heard_of", b"{}"))


def test_neither_compression_nor_a_cipher_is_passed_over_in_silence() -> None:
    with pytest.raises(NotSupportedError):
        CanonicalMapper(JSONTranscoder(), compressor=ZlibCompressor())
