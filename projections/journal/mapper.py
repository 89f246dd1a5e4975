"""事实的字节 (the bytes of a fact): canonical JSON out, typed facts in (D6).

Canonical: UTF-8, keys sorted, no spaces, no floats; the same fact gives the same bytes on any machine, so that hashes
can be taken over them.  Stream and version are columns, not part of the bytes.
"""

from functools import cache

import msgspec
from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import (
    Cipher,
    Compressor,
    Mapper,
    MapperDeserialisationError,
    NotSupportedError,
    StoredEvent,
    Transcoder,
)
from eventsourcing.utils import resolve_topic

from domain.fact import Fact

_CANONICAL = msgspec.json.Encoder(order="sorted")


class CanonicalMapper(Mapper[str]):
    """Turns facts into the bytes that are kept, and back.  The transcoder of the library is not used."""

    def __init__(
        self, transcoder: Transcoder, compressor: Compressor | None = None, cipher: Cipher | None = None
    ) -> None:
        """Raise NotSupportedError for a compressor or a cipher: the bytes would not be canonical."""
        super().__init__(transcoder)
        if compressor is not None or cipher is not None:
            raise NotSupportedError("the bytes of a fact are canonical: neither compressed nor encrypted")

    def to_stored_event(self, domain_event: DomainEventProtocol[str]) -> StoredEvent:
        """Encode a fact.  Raises TypeError for a field that JSON cannot carry exactly."""
        assert isinstance(domain_event, Fact)
        state = _CANONICAL.encode(domain_event)
        return StoredEvent(
            domain_event.originator_id, domain_event.originator_version, domain_event.TOPIC, state
        )

    def to_domain_event(self, stored_event: StoredEvent) -> Fact:
        """Decode a fact.  Raises MapperDeserialisationError when the bytes are not what the topic says."""
        stream, version = str(stored_event.originator_id), stored_event.originator_version
        try:
            fact = _decoder(stored_event.topic).decode(stored_event.state)
        except msgspec.MsgspecError as error:
            msg = f"{stored_event.topic} at version {version} of {stream} cannot be read: {error}"
            raise MapperDeserialisationError(msg) from error
        return fact.placed(stream, version)


@cache
def _decoder(topic: str) -> msgspec.json.Decoder[Fact]:
    kind: type[Fact] = resolve_topic(topic)
    return msgspec.json.Decoder(kind)
