"""拒绝 (refusing): how a test expects the books to say no."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from domain.refusal import Refusal
from tests.domain.project_story import Story


@contextmanager
def refused(
    story: Story, kind: type[Refusal], /, **figures: int | str
) -> Iterator[pytest.ExceptionInfo[Refusal]]:
    """Expect this refusal with at least these figures, and that nothing was recorded; give it, for its sentence."""
    before = story.positions()
    with pytest.raises(kind) as raised:
        yield raised
    assert type(raised.value) is kind
    assert {name: raised.value.figures[name] for name in figures} == figures
    assert raised.value.detail_zh
    assert raised.value.detail_en
    assert story.positions() == before
