"""The books as an office far away sees them: the same words as `Books`, sent over HTTP by persons with tokens.

So a story of the domain's tests is told again through the interface and nothing else.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import msgspec

from api.subjects.every_subject import every_command
from domain.books.desk.act import Act, Receipt, RecordedFact
from tests.api.service import Service

OPERATIONS = {command.operation: command for command in every_command()}


class Refused(AssertionError):
    """The service said no; `problem` says why."""

    def __init__(self, problem: dict[str, Any]) -> None:
        super().__init__(f"{problem['code']}: {problem['detail_en']} {problem['errors']}")
        self.problem = problem


class BooksOverHttp:
    """Every command of the books, by its name and with its arguments."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self.last_position = 0

    def __getattr__(self, command: str) -> Callable[..., Receipt]:
        declared = OPERATIONS[command]

        def send(act: Act, **arguments: object) -> Receipt:
            keys = {name: quote(str(arguments.pop(name)), safe="") for name in declared.keys}
            path = declared.path.format(**keys)
            body = msgspec.to_builtins({"effective_on": act.effective_on, **arguments})
            for amount in body.get("amounts", ()):
                del amount["books_fen"]  # the service takes it from the books
            client = self._service.by(declared.role, person=act.by, scope=act.scope)
            answer = client.post(path, json=body, headers={"Idempotency-Key": uuid4().hex})
            if answer.status_code != 201:
                raise Refused(answer.json())
            receipt = answer.json()
            self.last_position = receipt["last_position"]
            facts = tuple(RecordedFact(**fact) for fact in receipt["facts"])
            return Receipt(receipt["first_position"], receipt["last_position"], facts)

        return send
