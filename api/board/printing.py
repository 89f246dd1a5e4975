"""排版 (printing): the templates of the board, with the words and figures they may use."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from importlib import resources
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from api.board import figures, words
from api.board.places import PlaceTree
from api.http.language import Language
from projections.rulebook_words.query import Names

STYLE = resources.files("api.board").joinpath("style.css").read_bytes()
STYLE_PATH = f"/board/style-{sha256(STYLE).hexdigest()[:16]}.css"


def templates() -> Environment:
    """Make the environment: everything is escaped, and an unknown name in a template is a bug."""
    made = Environment(
        loader=PackageLoader("api.board"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # a running board keeps the edition that its validators name
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "yuan": figures.yuan,
        "count": figures.count,
        "ordinal": figures.ordinal,
        "chinese_day": lambda on: figures.day(on, "zh"),
        "path": lambda key: quote(key, safe=""),
        "amount": pass_context(_amount),
        "instant": pass_context(_instant),
        "word": pass_context(_word),
        "named": pass_context(_named),
        "place": pass_context(_place),
        "field_name": pass_context(_field_name),
    }
    return made


def printer_of(language: Language) -> dict[str, Callable[..., str]]:
    """Give the functions that know the language: `say` chooses a wording, `link` keeps the choice in addresses."""

    def say(zh: object, en: object) -> str:
        return str(zh if language == "zh" else en)

    def link(path: str, **query: object) -> str:
        asked = {name: value for name, value in query.items() if value is not None}
        if language == "en":
            asked["lang"] = "en"
        joined = "&" if "?" in path else "?"
        return f"{path}{joined}{urlencode(asked)}" if asked else path

    return {"say": say, "link": link}


def templates_digest() -> str:
    """A digest of everything that pages are printed with, so that a new edition is a new validator."""
    folder = resources.files("api.board").joinpath("templates")
    texts = [STYLE, *(page.read_bytes() for page in sorted(folder.iterdir(), key=lambda page: page.name))]
    return sha256(b"\0".join(texts)).hexdigest()[:16]


def _language(context: Context) -> Language:
    chosen: Language = context["language"]
    return chosen


def _amount(context: Context, amount_fen: int) -> tuple[str, str]:
    return figures.amount(amount_fen, _language(context))


def _instant(context: Context, at: datetime) -> str:
    return figures.instant(at, _language(context))


def _word(context: Context, codes: str, code: str) -> str:
    return words.word(codes, code, _language(context))


def _named(context: Context, listed: str, code: str, version: int) -> str:
    """What the version that judged calls a code, in the language of the page where it has a name in it."""
    names: Names = context["names"]
    found = names.of(listed, code, version)
    if found is None:
        return code
    return found.name_en or found.name_zh if _language(context) == "en" else found.name_zh


def _field_name(context: Context, code: str, version: int) -> str:
    """What the version that judged a notice calls one of its fields, `kind.field`; paper is Chinese."""
    names: Names = context["names"]
    found = names.of("notice_field", code, version)
    return found.name_zh if found else code.partition(".")[2]


def _place(context: Context, code: str) -> str:
    places: PlaceTree = context["places"]
    return places.full_name(code)
