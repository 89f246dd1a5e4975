"""编码 (encoding): answers as JSON bytes, straight from the frozen dataclasses that the ledgers answer with."""

import msgspec

_ENCODER = msgspec.json.Encoder(decimal_format="string")


def json_bytes(answer: object) -> bytes:
    """Encode an answer: fields in the order of their class, days and instants as ISO 8601, amounts as whole fen."""
    return _ENCODER.encode(answer)
