"""登记业务的路由 (routes of commands): the way of the framework for every declared command."""

from collections.abc import Iterable
from inspect import Parameter, Signature
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.commands.declaration import BodyFormat, CommandDeclaration
from api.commands.submission import Submission, submission_by
from api.responses.receipt import ReceiptAnswer


def command_router(commands: Iterable[CommandDeclaration]) -> APIRouter:
    """Make the routes of these commands."""
    router = APIRouter()
    for command in commands:
        router.add_api_route(
            command.path,
            _endpoint(command),
            methods=[command.method],
            name=command.operation,
            tags=[command.subject.zh],
            description=command.summary,
            status_code=201,
            response_model=ReceiptAnswer,
            openapi_extra=_described(command.body_format),
        )
    return router


def _endpoint(command: CommandDeclaration) -> Any:
    """Make the function of a route; the framework learns from its signature what to read.

    The submission stands first: the framework asks for token, role and key before it calls the reader of a body.
    """

    async def record(submission: Submission, body: Any, **keys: str) -> Response:
        return await submission.record(command, body, keys)

    reader = command.body_format
    body = Annotated[command.body, Depends(reader.read)] if reader else command.body
    asked = {"submission": Annotated[Submission, submission_by(command.role)], "body": body, **command.keys}
    parameters = [Parameter(name, Parameter.KEYWORD_ONLY, annotation=kind) for name, kind in asked.items()]
    record.__signature__ = Signature(parameters)  # type: ignore[attr-defined]  # PEP 362: what the framework reads
    return record


def _described(body: BodyFormat | None) -> dict[str, Any] | None:
    """Describe a body that is not one JSON object."""
    if body is None:
        return None
    return {"requestBody": {"required": True, "content": {body.media_type: {}}}}
