"""项目现状 (state of a project): what its facts add up to from the contract on, and what its chapters ask of it."""

from datetime import date

from domain.fact import applies
from domain.money.shares import ByChannel, add_shares, at_least_nothing, by_channel, less, total_fen
from domain.projects.codes import KINDS_FOR_PERSONS, Phase
from domain.projects.facts import ProjectFacts as Facts
from domain.projects.planned_state import PlannedState


class ProjectState(PlannedState):
    """项目现状: all that is known of a project.  Only the appliers here write it; the chapters decide and record."""

    KIND = "project"
    WORD = "项目", "project"
    NUMBERED = True
    SUBJECT_OF_NOTICES = True

    def __init__(self, stream_id: str) -> None:
        """Begin before the contract.

        implementers  who contracted or recorded a step of the works; also of a step that was taken back.
        certificates  the measured work by its certificate; None where it was reversed, for a number counts once.
        closed_fen    certified work of the contracts that were terminated, which is their price.
        closed_claims, closed_certificates   the claims made on those contracts, and their measured work.
        terminated    the termination, until the next contract is signed.
        passed        the acceptances that stand, in the order in which their levels passed.
        offset        certified work of each source that its advance had paid already.
        payable       certified work of each source that it owes, or has paid since (应付工程款).
        open_defects  the numbers of defects that wait to be rectified, by level of acceptance.
        """
        super().__init__(stream_id)
        # Its contract and its measured work
        self.contracted: Facts.Contracted | None = None
        self.terminated: Facts.ContractTerminated | None = None
        self.closed_contracts: set[str] = set()
        self.closed_claims: set[str] = set()
        self.closed_certificates: set[str] = set()
        self.contract_no = self.route = self.contractor_id = self.contractor_name = ""
        self.first_price_fen = self.price_fen = self.changed_price_fen = self.closed_fen = 0
        self.defect_months = 0
        self.implementers: set[str] = set()
        self.started: Facts.Started | None = None
        self.completed: Facts.Completed | None = None
        self.certificates: dict[str, Facts.WorkMeasured | None] = {}
        self.offset: ByChannel = {}
        self.payable: ByChannel = {}
        # Its acceptance
        self.passed: list[Facts.AcceptancePassed] = []
        self.open_defects: dict[str, list[str]] = {}
        self.defect_nos: set[str] = set()
        self.accepted_on: date | None = None
        # Its settlement, hand-over and retention
        self.settled: Facts.Settled | None = None
        self.handed_over: Facts.HandedOver | None = None
        self.released: Facts.RetentionReleased | None = None
        self.closing: Facts.HouseholdClosed | None = None
        self.closed_from = Phase.UNKNOWN
        self.settlement_fen = self.retention_fen = 0
        self.settlement: ByChannel = {}
        self.retention: ByChannel = {}
        self.release_from_on: date | None = None
        # How it is paid
        self.claim_nos: list[str] = []

    # What the facts add up to

    @applies(Facts.Contracted)
    def _contracted(self, fact: Facts.Contracted) -> None:
        self._reached(Phase.CONTRACTED, fact)
        self.contracted, self.terminated = fact, None
        self.contract_no, self.route = fact.contract_no, fact.route
        self.contractor_id, self.contractor_name = fact.contractor_id, fact.contractor_name
        self.first_price_fen, self.changed_price_fen = fact.price_fen, 0
        self.price_fen += fact.price_fen
        self.defect_months = fact.defect_months
        self.implementers |= {fact.contractor_id, self.implementing_unit}

    @applies(Facts.ContractReversed)
    def _contract_reversed(self, fact: Facts.ContractReversed) -> None:
        self._reached(Phase.APPROVED, fact)
        self.contracted = None
        self.contract_no = self.route = self.contractor_id = self.contractor_name = ""
        self.first_price_fen = self.changed_price_fen = self.defect_months = 0
        self.price_fen -= fact.price_fen
        self.implementers.discard(fact.contractor_id)

    @applies(Facts.ContractTerminated)
    def _contract_terminated(self, fact: Facts.ContractTerminated) -> None:
        self._reached(Phase.APPROVED, fact)
        self.contracted, self.terminated = None, fact
        self.price_fen -= fact.price_fen - fact.certified_fen
        self.closed_fen += fact.certified_fen
        self.closed_contracts.add(fact.contract_no)
        self.closed_claims.update(self.claim_nos)
        self.closed_certificates.update(self.certificates)

    @applies(Facts.Started)
    def _started(self, fact: Facts.Started) -> None:
        self._reached(Phase.STARTED, fact)
        self.started = fact
        self.implementers.add(fact.by)

    @applies(Facts.StartReversed)
    def _start_reversed(self, fact: Facts.StartReversed) -> None:
        self._reached(self.starts_from, fact)
        self.started = None

    @applies(Facts.WorkMeasured)
    def _work_measured(self, fact: Facts.WorkMeasured) -> None:
        self.latest_on = fact.effective_on
        self.implementers.add(fact.by)
        self.certificates[fact.certificate_no] = fact
        add_shares(self.offset, fact.advance_offset)
        add_shares(self.payable, fact.payable)

    @applies(Facts.MeasurementReversed)
    def _measurement_reversed(self, fact: Facts.MeasurementReversed) -> None:
        self.latest_on = fact.effective_on
        self.certificates[fact.certificate_no] = None
        add_shares(self.offset, fact.advance_offset, -1)
        add_shares(self.payable, fact.payable, -1)

    @applies(Facts.Completed)
    def _completed(self, fact: Facts.Completed) -> None:
        self._reached(Phase.COMPLETED, fact)
        self.completed = fact
        self.implementers.add(fact.by)

    @applies(Facts.CompletionReversed)
    def _completion_reversed(self, fact: Facts.CompletionReversed) -> None:
        self._reached(Phase.STARTED, fact)
        self.completed = None

    @applies(Facts.AcceptancePassed)
    def _acceptance_passed(self, fact: Facts.AcceptancePassed) -> None:
        self.latest_on = fact.effective_on
        self.passed.append(fact)
        if fact.last_level:
            self._reached(Phase.ACCEPTED, fact)
            self.accepted_on = fact.effective_on

    @applies(Facts.AcceptanceReversed)
    def _acceptance_reversed(self, fact: Facts.AcceptanceReversed) -> None:
        self._reached(Phase.COMPLETED, fact)
        self.passed.pop()
        self.accepted_on = None

    @applies(Facts.AcceptanceRejected)
    def _acceptance_rejected(self, fact: Facts.AcceptanceRejected) -> None:
        self.latest_on = fact.effective_on
        self.open_defects.setdefault(fact.level, []).extend(defect.no for defect in fact.defects)
        self.defect_nos |= {defect.no for defect in fact.defects}

    @applies(Facts.DefectsRectified)
    def _defects_rectified(self, fact: Facts.DefectsRectified) -> None:
        self.latest_on = fact.effective_on
        left = [number for number in self.open_defects.get(fact.level, []) if number not in fact.defect_nos]
        self.open_defects[fact.level] = left

    @applies(Facts.Settled)
    def _settled(self, fact: Facts.Settled) -> None:
        self._reached(Phase.SETTLED, fact)
        self.settled = fact
        add_shares(self.offset, fact.advance_offset)
        add_shares(self.payable, fact.payable)
        self.settlement_fen = fact.settlement_fen
        self.settlement = self.measured

    @applies(Facts.RetentionHeld)
    def _retention_held(self, fact: Facts.RetentionHeld) -> None:
        self.retention_fen = fact.retention_fen
        self.retention = by_channel(fact.retention)
        self.release_from_on = fact.release_from_on

    @applies(Facts.SettlementReversed)
    def _settlement_reversed(self, fact: Facts.SettlementReversed) -> None:
        self._reached(Phase.ACCEPTED, fact)
        self.settled = self.release_from_on = None
        add_shares(self.offset, fact.advance_offset, -1)
        add_shares(self.payable, fact.payable, -1)
        self.settlement_fen = self.retention_fen = 0
        self.settlement, self.retention = {}, {}

    @applies(Facts.HandedOver)
    def _handed_over(self, fact: Facts.HandedOver) -> None:
        self._reached(Phase.HANDED_OVER, fact)
        self.handed_over = fact

    @applies(Facts.HandOverReversed)
    def _hand_over_reversed(self, fact: Facts.HandOverReversed) -> None:
        self._reached(Phase.SETTLED, fact)
        self.handed_over = None

    @applies(Facts.RetentionReleased)
    def _retention_released(self, fact: Facts.RetentionReleased) -> None:
        self._reached(Phase.RELEASED, fact)
        self.released = fact

    @applies(Facts.RetentionReleaseReversed)
    def _retention_release_reversed(self, fact: Facts.RetentionReleaseReversed) -> None:
        self._reached(Phase.HANDED_OVER, fact)
        self.released = None

    @applies(Facts.Changed)
    def _changed(self, fact: Facts.Changed) -> None:
        self.latest_on = fact.effective_on
        self.plan_fen += fact.plan_change_fen
        self.price_fen += fact.contract_change_fen
        self.changed_plan_fen += abs(fact.plan_change_fen)
        self.changed_price_fen += abs(fact.contract_change_fen)
        add_shares(self.plan, fact.sources)

    @applies(Facts.ContractorNameCorrected)
    def _contractor_name_corrected(self, fact: Facts.ContractorNameCorrected) -> None:
        self.contractor_name, self.latest_on = fact.contractor_name, fact.effective_on

    @applies(Facts.HouseholdClosed)
    def _household_closed(self, fact: Facts.HouseholdClosed) -> None:
        self.closing, self.closed_from = fact, self.phase
        self._reached(Phase.CLOSED, fact)
        self.settlement_fen, self.settlement = fact.paid_fen, by_channel(fact.paid)

    @applies(Facts.HouseholdClosingReversed)
    def _household_closing_reversed(self, fact: Facts.HouseholdClosingReversed) -> None:
        self._reached(self.closed_from, fact)
        self.closing, self.settlement_fen, self.settlement = None, 0, {}

    @applies(Facts.ClaimOpened)
    def _claim_opened(self, fact: Facts.ClaimOpened) -> None:
        self.claim_nos.append(fact.claim_no)
        if self.terminated is not None:
            self.closed_claims.add(fact.claim_no)

    # Questions

    @property
    def needs_contract(self) -> bool:
        """Whether it starts under a contract: one was signed, or its money does not go to persons."""
        return bool(self.contract_no) or self.kind not in KINDS_FOR_PERSONS

    @property
    def starts_from(self) -> Phase:
        """The phase that its start follows."""
        return Phase.CONTRACTED if self.needs_contract else Phase.APPROVED

    @property
    def certified(self) -> list[Facts.WorkMeasured]:
        """The measured work that stands under the contract in force."""
        return [
            certificate
            for number, certificate in self.certificates.items()
            if certificate is not None and number not in self.closed_certificates
        ]

    @property
    def contract_fen(self) -> int:
        """The price of the contract in force, with its changes."""
        return self.price_fen - self.closed_fen

    @property
    def levels_passed(self) -> list[str]:
        """The levels of acceptance that passed, in their order."""
        return [fact.level for fact in self.passed]

    @property
    def acceptors(self) -> set[str]:
        """Who accepted it at the levels that passed."""
        return {person for fact in self.passed for person in fact.acceptors}

    @property
    def measured(self) -> ByChannel:
        """Certified work of each source: what was offset against the advance and what became payable."""
        return {
            channel: self.offset.get(channel, 0) + self.payable.get(channel, 0)
            for channel in self.plan | self.offset | self.payable
        }

    @property
    def measured_fen(self) -> int:
        """All certified work; after settlement it equals the settlement."""
        return total_fen(self.offset) + total_fen(self.payable)

    def unmeasured(self) -> ByChannel:
        """What each source of the plan has left for work."""
        return at_least_nothing(less(self.plan, self.measured))

    @property
    def saving(self) -> ByChannel:
        """结余: what each source of the plan has over once it is settled, or its households are paid."""
        return less(self.plan, self.settlement) if self.phase >= Phase.SETTLED else {}

    @property
    def retention_kept_fen(self) -> int:
        """The retention that may not be paid yet."""
        return 0 if self.phase >= Phase.RELEASED else self.retention_fen
