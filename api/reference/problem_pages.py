"""问题说明 (pages about problems): one page for every code of a refusal; the `type` of a problem is its address."""

import importlib
import inspect
import pkgutil
from dataclasses import dataclass, fields, is_dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

import domain
from api.http.encoding import json_bytes
from api.http.refusals import IdempotencyKeyMissing, UnknownPath
from api.reference.pages import page
from domain.refusal import Refusal
from domain.template import parts, written

router = APIRouter(prefix="/problems", tags=["问题说明"])


@dataclass(frozen=True)
class ProblemPage:
    """What a code of a problem means; codes are stable and never reused.

    says, remedy  the sentence that a problem says and what to do about it; "…" stands for what differs each time.
    meaning       the rule that was not met.
    """

    code: str
    status: int
    title_zh: str
    title_en: str
    meaning: str
    says_zh: str
    says_en: str
    remedy_zh: str
    remedy_en: str


def every_problem() -> dict[str, ProblemPage]:
    """Give the page of every refusal of the domain and of the interface, by code."""
    for module in pkgutil.walk_packages(domain.__path__, "domain."):
        importlib.import_module(module.name)
    return {
        code: ProblemPage(
            code,
            kind.status,
            kind.title_zh,
            kind.title_en,
            _rule(kind),
            *(_outline(kind, sentence) for sentence in (kind.says_zh, kind.says_en)),
            *(_outline(kind, sentence) for sentence in (kind.remedy_zh, kind.remedy_en)),
        )
        for code, kind in sorted(Refusal.KINDS.items())
    }


def _rule(kind: type[Refusal]) -> str:
    """Give the rule in one sentence of English; what follows it is for those who write code."""
    first = inspect.cleandoc(kind.__doc__ or "").partition("\n\n")[0].partition(" (")[0]
    return first.partition(".  ")[0].partition(".\n")[0].replace("\n", " ").rstrip(".;") + "."


def _outline(kind: type[Refusal], template: str) -> str:
    """Write a sentence of a refusal with "…" for each figure; what the kind itself says stands as it is."""
    made_from: set[str] = {one.name for one in fields(kind)} if is_dataclass(kind) else set()
    sentence = ""
    for text, name, printer in parts(template):
        value = None if name is None or name in made_from else getattr(kind, name, None)
        if isinstance(value, str | int | tuple):
            sentence += text + written(value, printer)
        else:
            sentence += text + ("" if name is None or printer.startswith("before ") else "…")
    return sentence.replace("……", "…")


@router.get("", response_model=tuple[ProblemPage, ...])
def list_problems(request: Request) -> Response:
    """问题一览 — every code; as a page for people who ask for HTML."""
    return _answer(request, tuple(every_problem().values()))


@router.get("/{code}", response_model=ProblemPage)
def read_problem(
    code: Annotated[str, Path(examples=[IdempotencyKeyMissing.code])], request: Request
) -> Response:
    """问题说明 — what one code means; as a page for people who ask for HTML."""
    found = every_problem().get(code)
    if found is not None:
        return _answer(request, found)
    if _asks_for_a_page(request):
        unknown = every_problem()[UnknownPath.code]
        return page("problems.html", status=unknown.status, problems=(unknown,))
    raise UnknownPath


def _answer(request: Request, found: ProblemPage | tuple[ProblemPage, ...]) -> Response:
    if _asks_for_a_page(request):
        listed = found if isinstance(found, tuple) else (found,)
        return page("problems.html", problems=listed)
    return Response(json_bytes(found), media_type="application/json")


def _asks_for_a_page(request: Request) -> bool:
    return "text/html" in request.headers.get("accept", "")
