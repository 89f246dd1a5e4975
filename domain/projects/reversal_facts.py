"""项目冲销事实 (facts that take a step of a project back): while nothing stands on it, whole, and with a reason.

A contract on which work or payments stand is not reversed but terminated.
"""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from domain.fact import Fact
from domain.money.sources import SourceShare


@dataclass(frozen=True, kw_only=True)
class StepReversed(Fact):
    """冲销: what every reversal says of the step that it takes back.

    former_on                its business day.
    former_rulebook_version  the version that judged it.
    """

    former_on: date
    former_rulebook_version: int
    reason: str


class FormerFields(TypedDict):
    """What a reversal says of the step that it takes back, ready to be spread."""

    former_on: date
    former_rulebook_version: int


def former(step: Fact) -> FormerFields:
    """Give day and rulebook of a step to the reversal that takes it back."""
    return {"former_on": step.effective_on, "former_rulebook_version": step.rulebook_version}


class ProjectReversals:
    """What is recorded when a step of a project is taken back; the last step comes first."""

    @dataclass(frozen=True, kw_only=True)
    class LeftLibrary(StepReversed):
        """出库: the project is taken out of the library; what its plan had of each source is free again."""

        TOPIC = "project.left_library"
        library_no: str
        decision_no: str
        plan_fen: int
        sources: tuple[SourceShare, ...]

    @dataclass(frozen=True, kw_only=True)
    class ContractReversed(StepReversed):
        """合同冲销: a contract was recorded by mistake.  The price is that with its changes."""

        TOPIC = "project.contract_reversed"
        contract_no: str
        contractor_id: str
        price_fen: int

    @dataclass(frozen=True, kw_only=True)
    class ContractTerminated(Fact):
        """合同解除: the work certified under the contract is its price now; what is owed of it is paid to its end.

        All amounts are of this contract: its price with its changes, certified work, paid, and owed by source.
        """

        TOPIC = "project.contract_terminated"
        termination_no: str
        contract_no: str
        contractor_id: str
        price_fen: int
        certified_fen: int
        paid_fen: int
        owed_fen: int
        owed: tuple[SourceShare, ...]
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class StartReversed(StepReversed):
        """开工冲销: the works had not begun; `phase` is the one that the project is in again."""

        TOPIC = "project.start_reversed"
        start_order_no: str
        phase: str

    @dataclass(frozen=True, kw_only=True)
    class CompletionReversed(StepReversed):
        """完工冲销: the works are under way again."""

        TOPIC = "project.completion_reversed"
        report_no: str

    @dataclass(frozen=True, kw_only=True)
    class AcceptanceReversed(StepReversed):
        """验收冲销: the last level that passed did not; `last_level` tells that the project was accepted by it."""

        TOPIC = "project.acceptance_reversed"
        level: str
        form_no: str
        last_level: bool

    @dataclass(frozen=True, kw_only=True)
    class SettlementReversed(StepReversed):
        """结算冲销: the settlement and its retention were taken back; amounts are those of both."""

        TOPIC = "project.settlement_reversed"
        audit_no: str
        settlement_fen: int
        advance_offset: tuple[SourceShare, ...]
        payable: tuple[SourceShare, ...]
        retention_fen: int
        retention: tuple[SourceShare, ...]

    @dataclass(frozen=True, kw_only=True)
    class HandOverReversed(StepReversed):
        """移交冲销: the asset is again a work under way; its number is free."""

        TOPIC = "project.hand_over_reversed"
        asset_no: str
        asset_class: str
        owner_level: str
        value_fen: int
        sources: tuple[SourceShare, ...]

    @dataclass(frozen=True, kw_only=True)
    class RetentionReleaseReversed(StepReversed):
        """质保期满验收冲销: the retention is kept again."""

        TOPIC = "project.retention_release_reversed"
        inspection_no: str

    @dataclass(frozen=True, kw_only=True)
    class HouseholdClosingReversed(StepReversed):
        """到户办结冲销: the project goes on at the phase in which it was closed; its saving is none yet."""

        TOPIC = "project.household_closing_reversed"
        phase: str
        paid_fen: int
        paid: tuple[SourceShare, ...]
        saving_fen: int
