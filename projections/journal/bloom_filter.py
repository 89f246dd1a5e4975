"""布隆过滤器 (a Bloom filter): tells of nearly every key that was never added that it was not, in 16 MB of memory.

Every key sets two bits of a table, so a key whose bits are not both set was never added.  Of the other keys most were:
with a million keys added, one new key in five thousand meets their bits, with ten million one in fifty.

The hash is Python's own, salted by each process: a caller from outside cannot search for keys that meet.
"""

from collections.abc import Hashable, Iterable

TABLE_BYTES = 1 << 24
_LAST_BIT = TABLE_BYTES * 8 - 1


class BloomFilter:
    """Any number of keys.  Threads that add at the same time need a lock; those that only ask need none."""

    def __init__(self) -> None:
        self._table = bytearray(TABLE_BYTES)

    def add(self, keys: Iterable[Hashable]) -> None:
        """Remember these keys."""
        table = self._table
        for key in keys:
            hashed = hash(key)
            one, other = hashed & _LAST_BIT, hashed >> 32 & _LAST_BIT
            table[one >> 3] |= 1 << (one & 7)
            table[other >> 3] |= 1 << (other & 7)

    def may_hold(self, key: Hashable) -> bool:
        """False when the key was never added; True when it may have been."""
        hashed, table = hash(key), self._table
        one, other = hashed & _LAST_BIT, hashed >> 32 & _LAST_BIT
        return bool(table[one >> 3] >> (one & 7) & 1 and table[other >> 3] >> (other & 7) & 1)
