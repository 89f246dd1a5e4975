"""问题报告 (problems): the one place where a "no" becomes an answer, as application/problem+json (RFC 9457).

`type` is the address of the page about the problem (`/problems/<code>`); `title` and `detail` follow Accept-Language,
and both languages are always there.  `figures` holds both sides of the broken rule.
"""

from collections.abc import Callable, Mapping
from typing import Any

from eventsourcing import persistence
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.http.encoding import json_bytes
from api.http.language import preferred_language
from api.http.problem import Problem, ProblemPlace
from api.http.refusals import (
    BodyTooLarge,
    BooksUnavailable,
    Bug,
    ConflictingWrite,
    InvalidJson,
    InvalidRequest,
    LedgersNotReady,
    MethodNotAllowed,
    UnknownPath,
    UnsupportedBody,
    ValueOutOfRange,
)
from api.http.wording import complaints_about
from domain.personal_number import without_personal_numbers
from domain.refusal import Refusal
from projections.reading import snapshots

PROBLEM_JSON = "application/problem+json"
RETRY_SECONDS = 2
LARGEST_BODY_BYTES = 16 * 2**20
"""A roll of 20,000 lines takes about 3 MB."""

GONE = (
    persistence.OperationalError,
    persistence.InterfaceError,
)
"""What the journal and the ledgers raise when the database does not answer."""


def answer_problems(app: FastAPI) -> None:
    """Answer every refusal and every error of the framework as a problem."""
    for kind, handler in HANDLERS.items():
        app.add_exception_handler(kind, handler)
    app.add_exception_handler(Exception, _on_bug)


def problem_of(request: Request, error: Exception) -> Response:
    """Answer an error of one of the kinds in HANDLERS as the framework would."""
    handler = next(HANDLERS[kind] for kind in type(error).__mro__ if kind in HANDLERS)
    return handler(request, error)


def problem_response(
    request: Request, refusal: Refusal, headers: Mapping[str, str] | None = None
) -> Response:
    """Write one problem.  Its language follows the request; it is never kept by caches."""
    language = preferred_language(request.headers.get("accept-language"))
    body = Problem(
        type=f"/problems/{refusal.code}",
        title=refusal.title_en if language == "en" else refusal.title_zh,
        status=refusal.status,
        detail=refusal.detail_en if language == "en" else refusal.detail_zh,
        instance=without_personal_numbers(request.url.path),
        code=refusal.code,
        correlation_id=request.scope.get("request_id", ""),
        title_zh=refusal.title_zh,
        title_en=refusal.title_en,
        detail_zh=refusal.detail_zh,
        detail_en=refusal.detail_en,
        remedy_zh=refusal.remedy_zh,
        remedy_en=refusal.remedy_en,
        figures=refusal.figures,
        errors=_places(refusal),
    )
    return Response(
        json_bytes(body),
        status_code=refusal.status,
        media_type=PROBLEM_JSON,
        headers={**_headers(refusal), **(headers or {})},
    )


def _places(refusal: Refusal) -> tuple[ProblemPlace, ...]:
    if isinstance(refusal, InvalidRequest):
        return tuple(
            ProblemPlace(complaint.pointer, complaint.kind, complaint.detail_zh, complaint.detail_en)
            for complaint in refusal.complaints
        )
    if refusal.field is None:
        return ()
    return (ProblemPlace(f"#/{refusal.field}", refusal.code, refusal.detail_zh, refusal.detail_en),)


def _headers(refusal: Refusal) -> dict[str, str]:
    headers = {"Cache-Control": "no-store", "Vary": "Accept-Language"}
    if refusal.status == BooksUnavailable.status:
        headers["Retry-After"] = str(RETRY_SECONDS)
    if refusal.code in {"token_missing", "token_unknown"}:
        headers["WWW-Authenticate"] = 'Bearer realm="sunledger"'
    return headers


def _on(word: Callable[[Any], Refusal]) -> Callable[[Request, Exception], Response]:
    """Make a handler that words an error as a refusal."""

    def handler(request: Request, error: Exception) -> Response:
        return problem_response(request, word(error))

    return handler


def _invalid(error: RequestValidationError) -> Refusal:
    errors = error.errors()
    if errors[0]["type"] == "json_invalid":
        return InvalidJson(int(errors[0]["loc"][-1]))
    if errors[0]["type"] == "model_attributes_type" and isinstance(errors[0].get("input"), bytes):
        # The framework hands over the raw bytes of a body whose content type is not JSON.
        return UnsupportedBody(["application/json"])
    if errors[0]["type"] == "bytes_type":
        return UnsupportedBody(["text/csv"], "JSON")
    return InvalidRequest(complaints_about(errors))


def _on_bug(request: Request, _: Exception) -> Response:
    """Answer outside of the envelope, which this error broke through; the server goes on to log it."""
    bug = {"X-Request-Id": request.scope.get("request_id", "")}
    return problem_response(request, Bug(), bug)


def _on_http(request: Request, error: Exception) -> Response:
    """Word what the router itself says: 404, 405, 413, and 400 for a body that broke off."""
    assert isinstance(error, HTTPException)
    refusal: Refusal
    match error.status_code:
        case 404:
            refusal = UnknownPath()
        case 405:
            refusal = MethodNotAllowed(request.method)
        case 413:
            refusal = BodyTooLarge(LARGEST_BODY_BYTES)
        case 400:
            refusal = InvalidJson(0)
        case _:
            refusal = Bug()
    return problem_response(request, refusal, error.headers)


HANDLERS: dict[type[Exception], Callable[[Request, Exception], Response]] = {
    Refusal: _on(lambda refusal: refusal),
    RequestValidationError: _on(_invalid),
    HTTPException: _on_http,
    persistence.IntegrityError: _on(lambda _: ConflictingWrite()),
    persistence.DataError: _on(lambda _: ValueOutOfRange()),
    snapshots.LedgersNotReady: _on(lambda _: LedgersNotReady()),
    **dict.fromkeys(GONE, _on(lambda _: BooksUnavailable())),
}
"""How each kind of error is answered; what stands in none of these kinds is a bug."""
