"""资金台账, 查询 (fund ledger, reading): what each document received, passed on, paid and still holds.

All amounts in fen.  idle = arrived − paid − recovered: money on an account that did nothing yet (闲置).
received = unallocated + passed_down + allocated − recovered + recovered_left, for each level of each document.
What a document passed down is received by the document below: totals over documents count it there, once.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from domain.money.sources import SourceAmount
from projections.ledger.page import Recorded, facts_of_stream
from projections.reading.paging import Cursor, Page, Paging, read_page, read_row, read_rows
from projections.words.writing import sentence_of

T = TypeVar("T")


@dataclass(frozen=True)
class FundRow:
    """One document (指标文) with its totals over all levels.  `carried_to_year` is None before any carry-over.

    former_titles  what it was called before each correction, the oldest first.
    rulebook  the version that judged its receipt: it says what `use_code` is called.
    passed_down_from  the document above that gave the money; "" where it came from outside.
    """

    document_no: str
    title: str
    year: int
    place_code: str
    issuer: str
    issued_on: date
    received_on: date
    use_code: str
    nature: str
    budget_code: str
    carried_over_fen: int
    carried_to_year: int | None
    rulebook: int
    received_fen: int
    unallocated_fen: int
    allocated_fen: int
    arrived_fen: int
    paid_fen: int
    recovered_fen: int
    recovered_left_fen: int
    idle_fen: int
    former_titles: tuple[str, ...]
    passed_down_from: str
    passed_down_fen: int


@dataclass(frozen=True)
class FundLevel:
    """One channel (渠道) of a document: the same figures for one source level."""

    level: str
    received_fen: int
    unallocated_fen: int
    allocated_fen: int
    arrived_fen: int
    paid_fen: int
    recovered_fen: int
    recovered_left_fen: int
    idle_fen: int
    passed_down_fen: int


@dataclass(frozen=True)
class FundPassing:
    """What the document of a place below has of a document (下达), after what came back."""

    to_document_no: str
    place_code: str
    passed_on: date
    amount_fen: int


@dataclass(frozen=True)
class FundPurpose:
    """What a document gives to one purpose (去向): a project, a unit, the fee (`purpose_code` "")."""

    purpose_kind: str
    purpose_code: str
    allocated_fen: int
    arrived_fen: int
    paid_fen: int
    recovered_fen: int


@dataclass(frozen=True)
class FundAllocation:
    """One allocation (分配) as it stands: `allocated_fen` is after adjustments and take-backs."""

    allocation_no: str
    decision_no: str
    purpose_kind: str
    purpose_code: str
    use_code: str
    budget_code: str
    allocated_on: date
    allocated_fen: int
    arrived_fen: int
    recovered_fen: int
    fee_base_fen: int
    fee_base_note: str
    from_recovered: bool
    authorisation_no: str
    spending_item: str


@dataclass(frozen=True)
class FundChange:
    """One step of a document.  `kind` is the topic without `fund.`; `reference` the decision or voucher number.

    A step that moves no money has an amount of 0 and no sources.  place_code: where the money was received or passed
    down to; "" where the step names no place.
    """

    position: int
    effective_on: date
    kind: str
    reference: str
    place_code: str
    amount_fen: int
    sources: tuple[SourceAmount, ...]
    reason: str
    sentence_zh: str
    sentence_en: str


@dataclass(frozen=True)
class FundAuthorisation:
    """A dated permission to integrate money into another use (统筹整合), and how much of it is used."""

    authorisation_no: str
    document_no_of_authority: str
    level: str
    from_use: str
    to_use: str
    amount_fen: int
    used_fen: int
    valid_until: date


@dataclass(frozen=True)
class Fund:
    """Everything the ledger knows of one document."""

    total: FundRow
    levels: tuple[FundLevel, ...]
    purposes: tuple[FundPurpose, ...]
    allocations: tuple[FundAllocation, ...]
    changes: tuple[FundChange, ...]
    authorisations: tuple[FundAuthorisation, ...]
    passings: tuple[FundPassing, ...]


@dataclass(frozen=True)
class YearLevelTotal:
    """The county's money of one year and one source level.  received: from outside of the places asked for."""

    year: int
    level: str
    documents_count: int
    received_fen: int
    unallocated_fen: int
    allocated_fen: int
    arrived_fen: int
    paid_fen: int
    recovered_fen: int
    idle_fen: int


_FUNDS = """
SELECT * FROM (
    SELECT f.*, t.*, t.arrived_fen - t.paid_fen - t.recovered_fen AS idle_fen
      FROM fund_ledger f,
   LATERAL (SELECT sum(received_fen)::bigint AS received_fen, sum(unallocated_fen)::bigint AS unallocated_fen,
                   sum(allocated_fen)::bigint AS allocated_fen, sum(arrived_fen)::bigint AS arrived_fen,
                   sum(paid_fen)::bigint AS paid_fen, sum(recovered_fen)::bigint AS recovered_fen,
                   sum(recovered_left_fen)::bigint AS recovered_left_fen,
                   sum(passed_down_fen)::bigint AS passed_down_fen
              FROM fund_ledger_levels l WHERE l.document_no = f.document_no) t
) funds
"""

_OF_DOCUMENT = "WHERE document_no = %(document_no)s"
_LEVELS = f"""
SELECT *, arrived_fen - paid_fen - recovered_fen AS idle_fen FROM fund_ledger_levels {_OF_DOCUMENT}"""
_PURPOSES = f"SELECT * FROM fund_ledger_purposes {_OF_DOCUMENT}"
_ALLOCATIONS = f"SELECT * FROM fund_ledger_allocations {_OF_DOCUMENT}"
_AUTHORISATIONS = f"SELECT * FROM fund_ledger_authorisations {_OF_DOCUMENT}"
_PASSINGS = f"SELECT * FROM fund_ledger_passings {_OF_DOCUMENT}"


def funds(
    cursor: Cursor, paging: Paging, *, year: int | None = None, place: str = "", use_code: str | None = None
) -> Page[FundRow]:
    """The documents, by number.  `place` is a prefix of the place code.  Errors: CursorMismatch."""
    query = f"""{_FUNDS} WHERE (%(year)s::int IS NULL OR year = %(year)s)
        AND starts_with(place_code, %(place)s) AND (%(use_code)s::text IS NULL OR use_code = %(use_code)s)"""
    filters = {"year": year, "place": place, "use_code": use_code}
    return read_page(cursor, FundRow, query, filters, paging, keys=["document_no"])


def fund(cursor: Cursor, document_no: str) -> Fund | None:
    """One document with all its parts; None when no such document was received."""
    key = {"document_no": document_no}
    total = read_row(cursor, FundRow, f"{_FUNDS} WHERE document_no = %(document_no)s", key)
    if total is None:
        return None
    facts = facts_of_stream(cursor, f"fund/{document_no}", "fund_ledger")
    return Fund(
        total=total,
        levels=_parts(cursor, FundLevel, document_no, f"{_LEVELS} ORDER BY level"),
        purposes=_parts(cursor, FundPurpose, document_no, f"{_PURPOSES} ORDER BY purpose_kind, purpose_code"),
        allocations=_parts(
            cursor, FundAllocation, document_no, f"{_ALLOCATIONS} ORDER BY allocated_on, allocation_no"
        ),
        changes=tuple(map(_change, facts)),
        authorisations=_parts(
            cursor, FundAuthorisation, document_no, f"{_AUTHORISATIONS} ORDER BY authorisation_no"
        ),
        passings=_parts(
            cursor,
            FundPassing,
            document_no,
            f"{_PASSINGS} AND amount_fen <> 0 ORDER BY passed_on, to_document_no",
        ),
    )


def _parts(cursor: Cursor, kind: type[T], document_no: str, query: str) -> tuple[T, ...]:
    """The rows of one document in a table of its parts."""
    return tuple(read_rows(cursor, kind, query, {"document_no": document_no}))


def _change(recorded: Recorded) -> FundChange:
    fact: Any = recorded.fact
    sentence = sentence_of(recorded.topic, fact)
    numbers = (
        getattr(fact, name, "")
        for name in ("voucher_no", "decision_no", "authorisation_no", "filing_no", "document_no")
    )
    amount_fen = getattr(fact, "amount_fen", 0)
    authorised = recorded.topic == "fund.integration_authorised"
    return FundChange(
        position=recorded.position,
        effective_on=fact.effective_on,
        kind=recorded.topic.partition(".")[2],
        reference=next((number for number in numbers if number), ""),
        place_code=getattr(fact, "place_code", ""),
        amount_fen=amount_fen,
        sources=(SourceAmount(fact.level, amount_fen),) if authorised else getattr(fact, "sources", ()),
        reason=getattr(fact, "reason", ""),
        sentence_zh=sentence.zh,
        sentence_en=sentence.en,
    )


def totals_by_year(cursor: Cursor, *, year: int | None = None, place: str = "") -> tuple[YearLevelTotal, ...]:
    """The county overview: the figures of every year and level, newest year first."""
    query = """
        SELECT f.year, l.level, count(*)::int AS documents_count,
               sum(l.received_fen - l.passed_down_fen)::bigint AS received_fen,
               sum(l.unallocated_fen)::bigint AS unallocated_fen,
               sum(l.allocated_fen)::bigint AS allocated_fen, sum(l.arrived_fen)::bigint AS arrived_fen,
               sum(l.paid_fen)::bigint AS paid_fen, sum(l.recovered_fen)::bigint AS recovered_fen,
               sum(l.arrived_fen - l.paid_fen - l.recovered_fen)::bigint AS idle_fen
          FROM fund_ledger f JOIN fund_ledger_levels l USING (document_no)
         WHERE (%(year)s::int IS NULL OR f.year = %(year)s) AND starts_with(f.place_code, %(place)s)
         GROUP BY f.year, l.level ORDER BY f.year DESC, l.level"""
    return tuple(read_rows(cursor, YearLevelTotal, query, {"year": year, "place": place}))
