"""垃圾回收 (garbage collection): when Python looks for unreachable cycles, in a process with whole books in memory.

Streams stay in memory for good and hold no cycles.  With Python's own settings a busy writer spent a fifth of its time
looking through them; objects without cycles are freed at once either way.
"""

import gc

YOUNG, MIDDLE, OLD = 50_000, 20, 50
"""New objects before a look at them, looks before one at the survivors, and those before one at everything."""


def look_seldom() -> None:
    """Leave what is in memory now alone for good, and look through the rest seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
