"""规章 (rulebook): dated versions of the regulations, and which one is in force on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.fact import Fact, Stream, applies
from domain.rulebook.refusals import RulebookOutOfOrder
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
    SUBJECT_OF_NOTICES = True

    @dataclass(frozen=True, kw_only=True)
    class Published(Fact):
        """规章发布: a version is given out and says from which day it judges."""

        TOPIC = "rulebook.published"
        version: int
        title: str
        document_no: str
        in_force_from: date
        regulations: Regulations

    def __init__(self, stream_id: str) -> None:
        super().__init__(stream_id)
        self.versions: list[RulesInForce] = []

    @applies(Published)
    def _published(self, fact: Published) -> None:
        self.versions.append(RulesInForce(fact.version, fact.in_force_from, fact.regulations))

    def in_force_on(self, on: date) -> RulesInForce | None:
        """The version that judges this day; None before the first of all."""
        return judging(self.versions, on)

    def of_version(self, version: int) -> RulesInForce:
        """The version that judged a fact; versions are counted from 1 without gaps."""
        assert 1 <= version <= len(self.versions), f"no fact was judged by version {version}"
        return self.versions[version - 1]

    def check_next(self, version: int) -> None:
        """Raise RulebookOutOfOrder unless `version` is the next one, counted from 1."""
        if version != len(self.versions) + 1:
            raise RulebookOutOfOrder(version, len(self.versions) + 1)

    def publish(
        self,
        stamp: Stamp,
        *,
        version: int,
        title: str,
        document_no: str,
        in_force_from: date,
        regulations: Regulations,
    ) -> None:
        """发布规章.  A later version may reach back; facts keep the version that judged them.

        Raises RulebookOutOfOrder, RulebookMisread, in that order.
        """
        self.check_next(version)
        rulebook_is_whole(regulations)
        self.record(
            self.Published,
            **stamp.fields,
            version=version,
            title=title,
            document_no=document_no,
            in_force_from=in_force_from,
            regulations=regulations,
        )
