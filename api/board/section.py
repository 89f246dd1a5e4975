"""栏目 (section): where a section of the board stands and what it is called; declared once, by its file in `pages/`."""

from dataclasses import dataclass

from api.http.language import Language
from domain.code import Word


@dataclass(frozen=True)
class Sheet:
    """What a page is printed with: its template, the path of its section, and the filters that it knows."""

    template: str
    section: str = ""
    filters: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """One section of the board.

    order   its place in the navigation; the first section is the one that every trail begins with.
    stream  the kind of the streams that have a page each below `path`, e.g. `fund`; "" where the section only lists.
    """

    path: str
    name: Word
    order: int
    stream: str = ""

    def named(self, language: Language) -> str:
        """What it is called."""
        zh, en = self.name
        return zh if language == "zh" else en

    def sheet(self, template: str, *filters: str) -> Sheet:
        """A page of this section."""
        return Sheet(template, self.path, filters)
