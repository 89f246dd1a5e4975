"""讲述的底子 (ground of a story): the books of a county, the acts of its people, and what the journal keeps of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import TypeVar

from domain.accounts.account import Account
from domain.books.books import Books
from domain.books.desk.act import Act
from domain.claims.claim import Claim
from domain.fact import Stream
from domain.projects.project import Project
from domain.rulebook.regulations import Regulations
from tests.domain.project_papers import (
    ACCOUNT,
    CODE,
    COUNTY,
    FUND,
    RECORDER,
    REGULATIONS,
)

S = TypeVar("S", bound=Stream)


@dataclass
class Ground:
    """The books of one county, who acts in them, and their streams as the journal keeps them."""

    books: Books
    on: date = date(2024, 3, 1)
    code: str = CODE
    fund: str = FUND
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    regulations: Regulations = REGULATIONS
    kinds: dict[str, str] = field(default_factory=dict)
    """The projects that were proposed, and of which kind."""

    def act(self, by: str = RECORDER, on: date | None = None, scope: str = COUNTY) -> Act:
        return Act(by=by, effective_on=on or self.on, scope=scope)

    def number(self, kind: str) -> str:
        return f"{kind}-{next(self.numbers)}"

    def stream(self, kind: type[S], *key: str) -> S:
        """Read a stream afresh from the journal: what was not recorded is not there."""
        stream_id = kind.id_of(*key)
        return kind(stream_id).replay(list(self.books.events.get(stream_id)))  # type: ignore[arg-type]  # our facts

    def fact(self, kind: type[Stream], *key: str) -> object:
        """Read the last fact of a stream from the journal."""
        return list(self.books.events.get(kind.id_of(*key)))[-1]

    @property
    def project(self) -> Project:
        return self.stream(Project, self.code)

    @property
    def account(self) -> Account:
        return self.stream(Account, ACCOUNT)

    def claim(self, claim_no: str) -> Claim:
        return self.stream(Claim, claim_no)

    def positions(self) -> int:
        """How many facts are kept."""
        return self.books.recorder.max_notification_id() or 0
