"""来访 (visit): one person's request for a page of the board, and what it is allowed to ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from starlette.requests import Request

from api.board.places import PlaceTree
from api.board.section import Section
from api.http.language import Language
from projections.reading.paging import Cursor, Paging

Contents = Mapping[str, object]
"""What the template of a page shows, by name."""

YEAR_LENGTH = 4
LONGEST_CURSOR = 2_000


class NotOnTheBoard(LookupError):
    """There is no such page (公示栏无此页)."""


class StandsElsewhere(LookupError):
    """The number of the record is spelt otherwise; its page stands at `path` (编号写法不同)."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class QuestionNotUnderstood(ValueError):
    """The address asks for something that a page cannot answer (网址有误)."""


@dataclass(frozen=True)
class Visit:
    """One request.

    cursor    reads the ledgers at one moment.
    today     the day that days left are counted from.
    sections  of the board, in the order of the navigation.
    """

    request: Request
    language: Language
    cursor: Cursor
    places: PlaceTree
    today: date
    sections: tuple[Section, ...]

    def trail(self, section: Section, *inside: tuple[str, str]) -> tuple[tuple[str, str], ...]:
        """Where the visitor stands: (name, path) from the overview down; the last one has no path."""
        overview = self.sections[0]
        outer = (
            (overview.named(self.language), overview.path),
            (section.named(self.language), section.path if inside else ""),
        )
        return (*outer, *inside)

    def page_of(self, stream: str) -> str:
        """The path of the page about a stream, e.g. `project/P1`; "" where it has none."""
        kind, _, key = stream.partition("/")
        paths = (section.path for section in self.sections if section.stream == kind)
        return next((f"{path}/{quote(key, safe='')}" for path in paths), "")

    def asked(self, name: str) -> str | None:
        """A query parameter; None where it is absent or empty."""
        return self.request.query_params.get(name) or None

    def asked_year(self) -> int | None:
        """The year asked for.  Raises QuestionNotUnderstood unless it has four digits."""
        text = self.asked("year")
        if text is None:
            return None
        if not (text.isascii() and text.isdigit() and len(text) == YEAR_LENGTH):
            raise QuestionNotUnderstood(text)
        return int(text)

    def asked_choice(self, name: str, choices: Mapping[str, object] | tuple[str, ...]) -> str | None:
        """One of a closed list.  Raises QuestionNotUnderstood for anything else."""
        chosen = self.asked(name)
        if chosen is not None and chosen not in choices:
            raise QuestionNotUnderstood(chosen)
        return chosen

    def paging(self, limit: int) -> Paging:
        """Which part of a list is asked for."""
        after = self.asked("cursor")
        if after is not None and len(after) > LONGEST_CURSOR:
            raise QuestionNotUnderstood(after[:YEAR_LENGTH])
        return Paging(limit, after)

    def next_path(self, next_cursor: str | None) -> str | None:
        """The address of the next part of the list, its filters kept; None after the last."""
        if next_cursor is None:
            return None
        kept = [(name, value) for name, value in self.request.query_params.items() if name != "cursor"]
        return f"{self.request.url.path}?{urlencode([*kept, ('cursor', next_cursor)])}"


def language_of(request: Request) -> Language:
    """The language of the page: Chinese unless `?lang=en`.  Raises QuestionNotUnderstood for another."""
    match request.query_params.get("lang", "zh"):
        case "zh":
            return "zh"
        case "en":
            return "en"
        case other:
            raise QuestionNotUnderstood(other)


def refuse_unknown_filters(request: Request, known: tuple[str, ...]) -> None:
    """Raise QuestionNotUnderstood for a parameter that the page does not know: it is never ignored."""
    for name in request.query_params:
        if name != "lang" and name not in known:
            raise QuestionNotUnderstood(name)
