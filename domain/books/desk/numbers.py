"""编号索引 (the index of numbers): which records bear a number, however it is spelt.

A record that is asked for as it was recorded is found with one look, without making a key.
"""

from collections.abc import Iterable

from domain.keys import stream_key


class Numbers:
    """The streams of numbered records by what may be asked for: the ids themselves, and their keys."""

    def __init__(self, stream_ids: Iterable[str]) -> None:
        """Begin with the streams in the journal."""
        self._streams: dict[str, tuple[str, ...]] = {}
        for stream_id in stream_ids:
            self.add(stream_id)

    def add(self, stream_id: str) -> None:
        """Learn that a stream begins; a stream that is known already changes nothing."""
        key = stream_key(stream_id)
        same = self._streams.get(key, ())
        if stream_id not in same:
            same = (*same, stream_id)
            for asked in (key, *same):
                self._streams[asked] = same

    def like(self, stream_id: str) -> tuple[str, ...]:
        """Give the streams whose number is this one, as spelt here or otherwise; in the order of their recording."""
        same = self._streams.get(stream_id)
        return self._streams.get(stream_key(stream_id), ()) if same is None else same
