"""规章参数 (regulations): every number and list of the rules, as dated values with their source.

A published rulebook carries one `Regulations`.  Each parameter names the document and article it comes from; the
fields are storage format (add with a default, never edit).  Rates are basis points (1% = 100), money is fen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from domain.rulebook.procedure_rules import (
    DutiesApart,
    FundYearRule,
    NoticeBefore,
    PostingDayRule,
    SlipRule,
)
from domain.rulebook.refusals import NotInRulebook
from domain.rulebook.spending_rules import SpendingItem

WHOLE_BP = 10_000
"""100% in basis points."""


@dataclass(frozen=True)
class SourceLevel:
    """资金级次: who gave the money, e.g. `central` 中央."""

    code: str
    name: str
    source: str


@dataclass(frozen=True)
class Use:
    """用途: what a fund may be used for.  `covers` lists the uses that a comprehensive fund may be split over."""

    code: str
    name: str
    budget_codes: tuple[str, ...]
    source: str
    covers: tuple[str, ...] = ()


@dataclass(frozen=True)
class ForbiddenUse:
    """负面清单: one use that no aid money may ever have."""

    code: str
    text: str
    source: str


@dataclass(frozen=True)
class FeeRule:
    """项目管理费: at most `cap_bp` of the base; allocations for `excluded_uses` are not part of the base."""

    cap_bp: int
    excluded_uses: tuple[str, ...]
    allowed_fee_uses: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class CarryOverRule:
    """结转: money may be used for `years` years, the year of the fund being the first; then it is surplus (结余)."""

    years: int
    source: str


@dataclass(frozen=True)
class DayLimit:
    """时限: so many days, `unit` being `day` (自然日) or `working_day` (工作日)."""

    code: str
    name: str
    days: int
    unit: str
    source: str


@dataclass(frozen=True)
class SchemeStage:
    """One row of a payment scheme: from here on, payments together may reach `share_bp` of a base.

    stage         advance | progress | settlement | retention are claimed; roll is paid to persons, by a roll.
    of            contract | measured | audited | plan: the base, all in fen.
    needs         conditions that must all hold: plan_approved, contract_signed, started, half_done, completed,
                  accepted_town, accepted_all, settled, notice_closed, defect_period_over.
    base_cap_fen  the base counts only up to here; 0 means no such limit.
    least_bp      an approval may not leave a claim below this share of the base; 0 means no such limit.
    """

    stage: str
    share_bp: int
    of: str
    needs: tuple[str, ...]
    base_cap_fen: int = 0
    least_bp: int = 0

    def ceiling_fen(self, base_fen: int) -> int:
        """What payments together may reach by this row, rounded down to the fen."""
        return self._counted_fen(base_fen) * self.share_bp // WHOLE_BP

    def least_fen(self, base_fen: int) -> int:
        """What payments together must reach by this row, rounded down to the fen as the ceiling is."""
        return self._counted_fen(base_fen) * self.least_bp // WHOLE_BP

    def _counted_fen(self, base_fen: int) -> int:
        return min(base_fen, self.base_cap_fen) if self.base_cap_fen else base_fen


@dataclass(frozen=True)
class PaymentScheme:
    """报账付款方案: which share may be paid when, cumulatively, and what is kept as retention (质量保证金).

    retention_bp is held at settlement from `retention_base` (settlement | contract | subsidy) for `retention_months`.
    """

    code: str
    name: str
    stages: tuple[SchemeStage, ...]
    retention_bp: int
    retention_base: str
    retention_months: int
    source: str

    def rows(self, stage: str) -> tuple[SchemeStage, ...]:
        """The rows of one stage, in their order."""
        return tuple([row for row in self.stages if row.stage == stage])


@dataclass(frozen=True)
class RetentionRule:
    """质保金上限: no scheme may hold more than `cap_bp` of `base`, nor longer than `months_max`."""

    cap_bp: int
    base: str
    months_max: int
    source: str


@dataclass(frozen=True)
class NoticeField:
    """One field that a notice of a kind must fill in."""

    code: str
    name_zh: str
    name_en: str


@dataclass(frozen=True)
class NoticeDuty:
    """公示义务: after the fact `after`, a notice at `level` must be posted within `days` of `unit`."""

    after: str
    level: str
    days: int
    unit: str


@dataclass(frozen=True)
class NoticeKind:
    """公示公告种类: its fields, the levels where it hangs, how long at least, and when it is due.

    names_persons is True for lists of persons, whose numbers must be masked.
    """

    code: str
    name_zh: str
    name_en: str
    levels: tuple[str, ...]
    fields: tuple[NoticeField, ...]
    minimum_days: int
    unit: str
    duties: tuple[NoticeDuty, ...]
    source: str
    names_persons: bool = False


@dataclass(frozen=True)
class AcceptanceLevel:
    """验收层级: one level of acceptance; the order in the rulebook is the order of work.

    new_acceptors_min  so many of its acceptors, at least, accepted at no level before.
    """

    code: str
    name: str
    representatives_min: int
    source: str
    new_acceptors_min: int = 0


@dataclass(frozen=True)
class TenderLine:
    """采购限额: from `from_fen` on, a project of `kind` may only be contracted by one of `routes`.

    `use` narrows the line to one use of money (e.g. works relief); empty holds for all uses.
    """

    kind: str
    from_fen: int
    routes: tuple[str, ...]
    source: str
    use: str = ""


@dataclass(frozen=True)
class ChangeRule:
    """变更: a change of more than `approval_bp` of the plan or contract needs the approval of who approved it."""

    approval_bp: int
    source: str


@dataclass(frozen=True)
class ChecklistStep:
    """One step of a village decision.

    kind      vote | posting | supervision.
    quorum    at least `quorum_over`/`quorum_under` of those due are present.
    majority  more than `majority_over`/`majority_under` of the `majority_of` (due | present) are in favour.
    days      how long a posting hangs at least.
    """

    code: str
    name_zh: str
    name_en: str
    kind: str
    quorum_over: int = 0
    quorum_under: int = 1
    majority_over: int = 0
    majority_under: int = 1
    majority_of: str = "present"
    days: int = 0


@dataclass(frozen=True)
class Checklist:
    """民主决策清单: the steps of a village decision, e.g. 四议两公开."""

    code: str
    name: str
    steps: tuple[ChecklistStep, ...]
    source: str


@dataclass(frozen=True)
class ClaimDocuments:
    """报账资料: the kinds of paper that a claim of a stage must bring."""

    stage: str
    kinds: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class InterestRule:
    """利息归属: who owns interest where an account does not say otherwise (treasury | aid_fund)."""

    owner: str
    source: str


@dataclass(frozen=True)
class BondCap:
    """保证金上限: a bond (performance | bid) is at most `cap_bp` of `of` (contract | estimate)."""

    code: str
    cap_bp: int
    of: str
    source: str


@dataclass(frozen=True)
class PaidAgain:
    """同期多次发放: money of this use may be paid to a person several times for one project and period."""

    use: str
    source: str


class Coded(Protocol):
    """A parameter that is found by its code."""

    @property
    def code(self) -> str:
        """The code, unique in its list."""


C = TypeVar("C", bound=Coded)


def by_code(kind: str, rows: Iterable[C], code: str) -> C:
    """The row with this code.  Raises NotInRulebook, naming the codes that exist."""
    known: list[str] = []
    for row in rows:
        if row.code == code:
            return row
        known.append(row.code)
    raise NotInRulebook(kind, code, known)


@dataclass(frozen=True)
class Regulations:
    """规章参数全套: all parameters of one regime.  Look-ups raise NotInRulebook for a code that is not listed.

    A parameter with a default came later: a version that does not name it does not ask for its rule.
    """

    regime: str
    name: str
    source: str
    source_levels: tuple[SourceLevel, ...]
    uses: tuple[Use, ...]
    negative_list: tuple[ForbiddenUse, ...]
    fee: FeeRule
    carry_over: CarryOverRule
    day_limits: tuple[DayLimit, ...]
    payment_schemes: tuple[PaymentScheme, ...]
    retention: RetentionRule
    notice_kinds: tuple[NoticeKind, ...]
    acceptance_levels: tuple[AcceptanceLevel, ...]
    tender_lines: tuple[TenderLine, ...]
    change: ChangeRule
    checklists: tuple[Checklist, ...]
    claim_documents: tuple[ClaimDocuments, ...]
    interest: InterestRule
    bond_caps: tuple[BondCap, ...]
    slip: SlipRule | None = None
    fund_year: FundYearRule | None = None
    duties_apart: tuple[DutiesApart, ...] = ()
    notices_before: tuple[NoticeBefore, ...] = ()
    posting_day: PostingDayRule | None = None
    paid_again: tuple[PaidAgain, ...] = ()
    spending_items: tuple[SpendingItem, ...] = ()

    def source_level(self, code: str) -> SourceLevel:
        """The source level with this code."""
        return by_code("source_level", self.source_levels, code)

    def use(self, code: str) -> Use:
        """The permitted use with this code."""
        return by_code("use", self.uses, code)

    def forbidden_use(self, code: str) -> ForbiddenUse | None:
        """The line of the negative list with this code, if there is one."""
        return next((line for line in self.negative_list if line.code == code), None)

    def use_serves(self, fund_use: str, use: str) -> bool:
        """Whether money given for `fund_use` may go to `use` without an authorisation to integrate funds."""
        return use == fund_use or use in self.use(fund_use).covers

    def day_limit(self, code: str) -> DayLimit:
        """The day limit with this code."""
        return by_code("day_limit", self.day_limits, code)

    def scheme(self, code: str) -> PaymentScheme:
        """The payment scheme with this code."""
        return by_code("payment_scheme", self.payment_schemes, code)

    def notice_kind(self, code: str) -> NoticeKind:
        """The kind of notice with this code."""
        return by_code("notice_kind", self.notice_kinds, code)

    def checklist(self, code: str) -> Checklist:
        """The checklist of a village decision with this code."""
        return by_code("checklist", self.checklists, code)

    def bond_cap(self, code: str) -> BondCap:
        """The cap of a kind of bond."""
        return by_code("bond_cap", self.bond_caps, code)

    def may_be_paid_again(self, use: str) -> bool:
        """Whether a person may be paid several times for one project and period with money of this use."""
        return any(row.use == use for row in self.paid_again)

    def documents_for(self, stage: str) -> tuple[str, ...]:
        """The kinds of paper that a claim of this stage must bring; none where the rulebook asks for none."""
        return next((row.kinds for row in self.claim_documents if row.stage == stage), ())

    def spending_item(self, code: str) -> SpendingItem:
        """What money of units and gifts is spent on, by its code."""
        return by_code("spending_item", self.spending_items, code)

    def routes_for(self, kind: str, price_fen: int, use: str) -> tuple[str, ...]:
        """The routes open to a contract of this kind and price; lines for the use itself go before general ones."""
        for lines in (
            [line for line in self.tender_lines if line.kind == kind and line.use and line.use == use],
            [line for line in self.tender_lines if line.kind == kind and not line.use],
        ):
            reached = [line for line in lines if line.from_fen <= price_fen]
            if reached:
                return max(reached, key=lambda line: line.from_fen).routes
        raise NotInRulebook("tender_line", kind, sorted({line.kind for line in self.tender_lines}))
