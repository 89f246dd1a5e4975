"""编号索引 (the index of numbers): which records bear a number, however it is spelt."""

from collections.abc import Iterable

from domain.keys import stream_key


class Numbers:
    """The streams of numbered records, by the keys of their numbers."""

    def __init__(self, stream_ids: Iterable[str]) -> None:
        """Begin with the streams in the journal."""
        self._streams: dict[str, tuple[str, ...]] = {}
        for stream_id in stream_ids:
            self.add(stream_id)

    def add(self, stream_id: str) -> None:
        """Learn that a stream begins; a stream that is known already changes nothing."""
        key = stream_key(stream_id)
        same = self._streams.get(key)
        if same is None:
            self._streams[key] = (stream_id,)
        elif stream_id not in same:
            self._streams[key] = (*same, stream_id)

    def like(self, stream_id: str) -> tuple[str, ...]:
        """Give the streams whose number is this one, as spelt here or otherwise; in the order of their recording."""
        return self._streams.get(stream_key(stream_id), ())

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """Give every stream of a numbered kind.  It looks through all numbers: for rare acts only."""
        lead = f"{kind}/"
        return tuple(
            stream_id for key, ids in self._streams.items() if key.startswith(lead) for stream_id in ids
        )
