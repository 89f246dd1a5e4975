"""经办 (the clerk): carries the papers of one case to the desk, through the same commands that the API uses.

Every command has an idempotency key made of its case and its number, so that recording the demo again records nothing
again.  What a contradictory notice asks for is asked for too, and the refusal is kept as the finding of the case.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import ParamSpec

from domain.books.books import Books
from domain.books.desk.act import Act, Receipt
from domain.books.desk.command import BoundCommand
from domain.refusal import Refusal
from domain.rulebook.regulations import Regulations
from domain.rulebook.rulebook import RulesInForce, judging

P = ParamSpec("P")

RECORDER = "u-recorder"
REVIEWER = "u-reviewer"
APPROVER = "u-approver"
PAYER = "u-payer"
TOWN_PAYER = "u-payer-town"
PUBLISHER = "u-publisher"
ADMINISTRATOR = "u-administrator"
VILLAGE_ACCEPTOR = "u-acceptor-village"
TOWN_ACCEPTOR = "u-acceptor-town"
COUNTY_ACCEPTOR = "u-acceptor-county"


class DemoFailed(RuntimeError):
    """The books took what they must refuse, or refused for another reason (演示不符)."""


@dataclass(frozen=True)
class Finding:
    """发现: what a contradictory figure of a notice led to.  `code` is the refusal; empty where it is only flagged."""

    code: str
    text: str


@dataclass
class Clerk:
    """Records one case.  `repeated` tells that the case was recorded before, and nothing is recorded now."""

    books: Books
    case_id: str
    rulebooks: Sequence[RulesInForce]
    findings: list[Finding] = field(default_factory=list)
    repeated: bool = False
    _count: int = 0

    def act(
        self,
        by: str,
        on: date,
        command: BoundCommand[P],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Receipt:
        """Ask for one command; a refusal here is a fault of the demo and is raised."""
        self._count += 1
        receipt = command(self._as(by, on, f"{command.name} {args} {kwargs}"), *args, **kwargs)
        self.repeated = receipt.repeated
        return receipt

    def regulations_on(self, on: date) -> Regulations:
        """The regulations that the demo published for a day."""
        rules = judging(self.rulebooks, on)
        assert rules is not None, f"the demo publishes no rules for {on}"
        return rules.regulations

    def refused(
        self,
        code: str,
        by: str,
        on: date,
        command: BoundCommand[P],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Ask for what the notice says and the books must refuse; keep the reason.  Raises DemoFailed."""
        try:
            command(Act(by=by, effective_on=on), *args, **kwargs)
        except Refusal as refusal:
            if refusal.code == code:
                self.findings.append(Finding(code, refusal.detail_zh))
            elif self.repeated:
                self.findings.append(Finding(code, "首次记录时已被拒绝。"))
            else:
                msg = f"{self.case_id}: {command.name} was refused with {refusal.code}, not {code}: {refusal}"
                raise DemoFailed(msg) from refusal
        else:
            msg = f"{self.case_id}: {command.name} was recorded and must be refused with {code}"
            raise DemoFailed(msg)

    def flag(self, text: str) -> None:
        """Keep a finding that no rule refuses: the books hold it apart and say so."""
        self.findings.append(Finding("", text))

    def _as(self, by: str, on: date, request: str) -> Act:
        key = f"demo/{self.case_id}/{self._count:04}"
        return Act(
            by=by,
            effective_on=on,
            idempotency_key=key,
            request_hash=sha256(request.encode()).digest(),
            request_id=key,
        )
