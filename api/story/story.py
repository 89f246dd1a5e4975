"""故事 (the story): the examples of every command, in the order in which they can be posted to empty books.

A county receives a document, allocates it to a road and to households, builds and pays, and closes the year.  The first
step of a command is the example that the reference shows of it.  Each file of this folder that says STEPS is a chapter,
and says its place in the story as CHAPTER.
"""

import importlib
import pkgutil

import api.story
from api.story.step import Step


def _story() -> tuple[Step, ...]:
    """Walk this folder; a file of steps that are used by others, like `intake.py`, says no STEPS."""
    files = (
        importlib.import_module(file.name)
        for file in pkgutil.iter_modules(api.story.__path__, "api.story.")
        if file.name != __name__
    )
    chapters = sorted((file for file in files if hasattr(file, "STEPS")), key=lambda file: file.CHAPTER)
    steps: list[Step] = [step for chapter in chapters for step in chapter.STEPS]
    return tuple(sorted(steps, key=lambda step: step.effective_on))


STORY = _story()
"""By business day; steps of one day in the order of their chapters."""
