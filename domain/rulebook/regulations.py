"""规章参数 (regulations): every number and list of the rules, as dated values with their source.

A published rulebook carries one `Regulations`.  Each parameter names the document and article it comes from; the
fields are storage format (add with a default, never edit).  Rates are basis points (1% = 100), money is fen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from domain.rulebook.act_limits import ActLimit
from domain.rulebook.fund_rules import (
    CarryOverRule,
    FeeRule,
    ForbiddenUse,
    InterestRule,
    Pool,
    SourceLevel,
    Use,
)
from domain.rulebook.notice_rules import NoticeKind
from domain.rulebook.payment_rules import ClaimDocuments, PaidAgain, PaymentScheme, RetentionRule
from domain.rulebook.procedure_rules import (
    DayLimit,
    DutiesApart,
    FundYearRule,
    NoticeBefore,
    PostingDayRule,
    PublicLine,
    SlipRule,
)
from domain.rulebook.project_rules import AcceptanceLevel, BondCap, ChangeRule, Checklist, TenderLine
from domain.rulebook.refusals import NotInRulebook
from domain.rulebook.spending_rules import AllocatedItemRule, SpendingItem


class Coded(Protocol):
    """A parameter that is found by its code."""

    @property
    def code(self) -> str:
        """The code, unique in its list."""


C = TypeVar("C", bound=Coded)


def by_code(kind: str, in_list: str, rows: Iterable[C], code: str) -> C:
    """The row of a list with this code.  Raises NotInRulebook, naming the codes that exist."""
    passed: list[C] = []
    for row in rows:
        if row.code == code:
            return row
        passed.append(row)
    raise NotInRulebook(kind, in_list, code, [(row.code, name_of_row(row)) for row in passed])


def name_of_row(row: Coded) -> str:
    """What the rulebook calls a parameter in Chinese; "" for a kind of parameter that has no name."""
    return getattr(row, "name_zh", "") or getattr(row, "name", "")


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
    public_lines: tuple[PublicLine, ...] = ()
    pools: tuple[Pool, ...] = ()
    act_limits: tuple[ActLimit, ...] = ()
    allocated_item: AllocatedItemRule | None = None

    def source_level(self, code: str) -> SourceLevel:
        """The source level with this code."""
        return by_code("source_level", "source_levels", self.source_levels, code)

    def use(self, code: str) -> Use:
        """The permitted use with this code."""
        return by_code("use", "uses", self.uses, code)

    def pool(self, code: str) -> Pool:
        """The pool with this code."""
        return by_code("pool", "pools", self.pools, code)

    def forbidden_use(self, code: str) -> ForbiddenUse | None:
        """The line of the negative list with this code, if there is one."""
        return next((line for line in self.negative_list if line.code == code), None)

    def use_serves(self, fund_use: str, use: str) -> bool:
        """Whether money given for `fund_use` may go to `use` without an authorisation to integrate funds."""
        return use == fund_use or use in self.use(fund_use).covers

    def day_limit(self, code: str) -> DayLimit:
        """The day limit with this code."""
        return by_code("day_limit", "day_limits", self.day_limits, code)

    def scheme(self, code: str) -> PaymentScheme:
        """The payment scheme with this code."""
        return by_code("payment_scheme", "payment_schemes", self.payment_schemes, code)

    def notice_kind(self, code: str) -> NoticeKind:
        """The kind of notice with this code."""
        return by_code("notice_kind", "notice_kinds", self.notice_kinds, code)

    def checklist(self, code: str) -> Checklist:
        """The checklist of a village decision with this code."""
        return by_code("checklist", "checklists", self.checklists, code)

    def bond_cap(self, code: str) -> BondCap:
        """The cap of a kind of bond."""
        return by_code("bond_cap", "bond_caps", self.bond_caps, code)

    def may_be_paid_again(self, use: str) -> bool:
        """Whether a person may be paid several times for one project and period with money of this use."""
        return any(row.use == use for row in self.paid_again)

    def documents_for(self, stage: str) -> tuple[str, ...]:
        """The kinds of paper that a claim of this stage must bring; none where the rulebook asks for none."""
        return next((row.kinds for row in self.claim_documents if row.stage == stage), ())

    def spending_item(self, code: str) -> SpendingItem:
        """What money of units and gifts is spent on, by its code."""
        return by_code("spending_item", "spending_items", self.spending_items, code)

    def must_name_item(self, purpose_kind: str) -> bool:
        """Whether an allocation to this kind of purpose must say for which spending item the money is."""
        return self.allocated_item is not None and self.allocated_item.purpose_kind == purpose_kind

    def routes_for(self, kind: str, price_fen: int, use: str) -> tuple[str, ...]:
        """The routes open to a contract of this kind and price; lines for the use itself go before general ones.

        Raises NotInRulebook for a kind that is not tendered.
        """
        for lines in (
            [line for line in self.tender_lines if line.kind == kind and line.use and line.use == use],
            [line for line in self.tender_lines if line.kind == kind and not line.use],
        ):
            reached = [line for line in lines if line.from_fen <= price_fen]
            if reached:
                return max(reached, key=lambda line: line.from_fen).routes
        raise NotInRulebook("tender_line", "tender_lines", kind, [(one, "") for one in self.tendered_kinds()])

    def tendered_kinds(self) -> list[str]:
        """The kinds of project that have tender lines."""
        return sorted({line.kind for line in self.tender_lines})
