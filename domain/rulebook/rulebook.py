"""规章 (rulebook): dated versions of the regulations, and which one is in force on a day.

A version that begins on days without judged facts is published by one person.  One that reaches back over facts is
proposed by one and confirmed by another, who sees beforehand what changes hands (追溯须两人).  Facts keep the version
that judged them; only later facts of those days are judged by the new one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.fact import Fact, Stream, applies
from domain.rulebook.refusals import (
    RulebookNotProposed,
    RulebookOutOfOrder,
    RulebookProposalOpen,
    RulebookReachesBack,
)
from domain.rulebook.regulations import Regulations
from domain.rulebook.rulebook_is_whole import rulebook_is_whole
from domain.stamp import Stamp


@dataclass(frozen=True)
class RulesInForce:
    """在用规章: the regulations that judge one business day, and their version."""

    version: int
    in_force_from: date
    regulations: Regulations


def judging(versions: Iterable[RulesInForce], on: date) -> RulesInForce | None:
    """Which of these versions judges a day: the one with the latest first day not after it, then the highest.

    So an older regime that is published late judges its own days only, not those of the regimes after it.
    """
    begun = [rules for rules in versions if rules.in_force_from <= on]
    return max(begun, key=lambda rules: (rules.in_force_from, rules.version), default=None)


class Rulebook(Stream):
    """规章 of the county: one stream, `rulebook/county`."""

    KIND = "rulebook"
    WORD = "规章", "rulebook"
    KEY = "county"
    SUBJECT_OF_NOTICES = True

    @dataclass(frozen=True, kw_only=True)
    class Published(Fact):
        """规章发布: a version is given out and says from which day it judges.

        proposed_by  who proposed it, where two persons were needed; `by` is then who confirmed it.
        """

        TOPIC = "rulebook.published"
        version: int
        title: str
        document_no: str
        in_force_from: date
        regulations: Regulations
        proposed_by: str = ""

    @dataclass(frozen=True, kw_only=True)
    class Proposed(Fact):
        """规章拟定: a version waits for a second person; it judges nothing yet.  `reason`: why it reaches back."""

        TOPIC = "rulebook.proposed"
        version: int
        title: str
        document_no: str
        in_force_from: date
        regulations: Regulations
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class ProposalWithdrawn(Fact):
        """规章拟定撤回: the proposed version will not be confirmed."""

        TOPIC = "rulebook.proposal_withdrawn"
        version: int
        reason: str

    def __init__(self, stream_id: str) -> None:
        """Begin without versions.  `proposed` is the last proposal that was neither confirmed nor withdrawn."""
        super().__init__(stream_id)
        self.versions: list[RulesInForce] = []
        self.proposed: Rulebook.Proposed | None = None

    @applies(Published)
    def _published(self, fact: Published) -> None:
        self.versions.append(RulesInForce(fact.version, fact.in_force_from, fact.regulations))
        if fact.proposed_by:
            self.proposed = None

    @applies(Proposed)
    def _proposed(self, fact: Proposed) -> None:
        self.proposed = fact

    @applies(ProposalWithdrawn)
    def _proposal_withdrawn(self, _fact: ProposalWithdrawn) -> None:
        self.proposed = None

    # Questions

    def in_force_on(self, on: date) -> RulesInForce | None:
        """The version that judges this day; None before the first of all."""
        return judging(self.versions, on)

    def of_version(self, version: int) -> RulesInForce:
        """The version that judged a fact; versions are counted from 1 without gaps."""
        assert 1 <= version <= len(self.versions), f"no fact was judged by version {version}"
        return self.versions[version - 1]

    def next_first_day_after(self, in_force_from: date) -> date | None:
        """The day from which another version judges again what begins on this day; None when none begins later."""
        later = [rules.in_force_from for rules in self.versions if rules.in_force_from > in_force_from]
        return min(later, default=None)

    @property
    def open_proposal(self) -> "Proposed | None":
        """The proposal that may be confirmed; one whose version was published by now is void."""
        if self.proposed is None or self.proposed.version != len(self.versions) + 1:
            return None
        return self.proposed

    def check_next(self, version: int) -> None:
        """Raise RulebookOutOfOrder unless `version` is the next one, counted from 1."""
        if version != len(self.versions) + 1:
            raise RulebookOutOfOrder(version, len(self.versions) + 1)

    def proposal_of(self, version: int) -> "Proposed":
        """The open proposal of this version.

        Raises RulebookOutOfOrder (also when it was confirmed, or its version published meanwhile),
        RulebookNotProposed, in that order.
        """
        self.check_next(version)
        proposal = self.open_proposal
        if proposal is None:
            raise RulebookNotProposed(version)
        return proposal

    # Decisions

    def publish(
        self,
        stamp: Stamp,
        *,
        version: int,
        title: str,
        document_no: str,
        in_force_from: date,
        regulations: Regulations,
        judged_on: date | None = None,
    ) -> None:
        """发布规章 by one person.  `judged_on` is a day with judged facts that would change hands; None without one.

        Raises RulebookOutOfOrder, RulebookMisread, RulebookReachesBack, in that order.
        """
        self.check_next(version)
        rulebook_is_whole(regulations)
        if judged_on is not None:
            raise RulebookReachesBack(version, in_force_from, judged_on)
        self.record(
            self.Published,
            **stamp.fields,
            version=version,
            title=title,
            document_no=document_no,
            in_force_from=in_force_from,
            regulations=regulations,
        )

    def propose(
        self,
        stamp: Stamp,
        *,
        version: int,
        title: str,
        document_no: str,
        in_force_from: date,
        regulations: Regulations,
        reason: str,
    ) -> None:
        """拟定规章, for a second person to confirm.

        Raises RulebookOutOfOrder, RulebookProposalOpen, RulebookMisread, in that order.
        """
        self.check_next(version)
        if self.open_proposal is not None:
            raise RulebookProposalOpen(self.open_proposal.version, self.open_proposal.by)
        rulebook_is_whole(regulations)
        self.record(
            self.Proposed,
            **stamp.fields,
            version=version,
            title=title,
            document_no=document_no,
            in_force_from=in_force_from,
            regulations=regulations,
            reason=reason,
        )

    def confirm(self, stamp: Stamp, version: int) -> None:
        """审定规章: the proposal is published as it was proposed; that another person does so was asked before.

        Raises what `proposal_of` raises.
        """
        proposal = self.proposal_of(version)
        self.record(
            self.Published,
            **stamp.fields,
            version=version,
            title=proposal.title,
            document_no=proposal.document_no,
            in_force_from=proposal.in_force_from,
            regulations=proposal.regulations,
            proposed_by=proposal.by,
        )

    def withdraw_proposal(self, stamp: Stamp, version: int, reason: str) -> None:
        """撤回拟定规章.  Raises what `proposal_of` raises."""
        self.proposal_of(version)
        self.record(self.ProposalWithdrawn, **stamp.fields, version=version, reason=reason)
