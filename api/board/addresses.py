"""地址 (addresses): which page of the board shows a stream of the books."""

from urllib.parse import quote

PAGES = {"fund": "/board/funds/", "project": "/board/projects/", "notice": "/board/notices/"}


def page_of(stream: str) -> str:
    """The path of the page about a stream, e.g. `project/P1`; "" where it has none."""
    kind, _, key = stream.partition("/")
    return PAGES[kind] + quote(key, safe="") if kind in PAGES else ""
