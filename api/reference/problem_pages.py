"""问题说明 (pages about problems): one page for every code of a refusal; the `type` of a problem is its address."""

import importlib
import pkgutil
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

import domain
from api.http.encoding import json_bytes
from api.http.refusals import IdempotencyKeyMissing, UnknownPath
from api.reference.pages import page
from domain.refusal import Refusal

router = APIRouter(prefix="/problems", tags=["问题说明"])


@dataclass(frozen=True)
class ProblemPage:
    """What a code of a problem means; codes are stable and never reused."""

    code: str
    status: int
    title_zh: str
    title_en: str
    meaning: str


def every_problem() -> dict[str, ProblemPage]:
    """Give the page of every refusal of the domain and of the interface, by code."""
    for module in pkgutil.walk_packages(domain.__path__, "domain."):
        importlib.import_module(module.name)
    return {
        code: ProblemPage(code, kind.status, kind.title_zh, kind.title_en, (kind.__doc__ or "").strip())
        for code, kind in sorted(Refusal.KINDS.items())
    }


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
    if found is None:
        raise UnknownPath
    return _answer(request, found)


def _answer(request: Request, found: ProblemPage | tuple[ProblemPage, ...]) -> Response:
    if "text/html" in request.headers.get("accept", ""):
        listed = found if isinstance(found, tuple) else (found,)
        return page("problems.html", problems=listed)
    return Response(json_bytes(found), media_type="application/json")
