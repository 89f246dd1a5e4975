"""故事 (the story): the examples of every command, in the order in which they can be posted to empty books.

A county receives a document, allocates it to a road and to households, builds and pays, and closes the year.  The first
step of a command is the example that the reference shows of it.
"""

from itertools import chain

from api.story import (
    accounts,
    claims,
    corrections,
    funds,
    gifts_and_assets,
    households,
    notices,
    places,
    road,
    rules,
    transfers,
)

CHAPTERS = (
    rules,
    places,
    accounts,
    funds,
    transfers,
    notices,
    road,
    households,
    claims,
    gifts_and_assets,
    corrections,
)
STORY = tuple(sorted(chain.from_iterable(one.STEPS for one in CHAPTERS), key=lambda step: step.effective_on))
"""By business day; steps of one day in the order of their chapters."""
