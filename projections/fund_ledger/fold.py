"""资金台账, 记账 (fund ledger, folding): what each fact does to a document, its channels, purposes and allocations."""

from typing import Any

from domain.accounts.cash import PurposeFact
from domain.accounts.paying import PAYS, UNPAYS
from domain.code import texts
from domain.funds.codes import PAID_OF_FUNDS
from domain.funds.fund import Fund
from projections.fund_ledger.ledger_rows import (
    ALLOCATIONS,
    AUTHORISATIONS,
    HEADERS,
    LEVELS,
    PASSINGS,
    PURPOSES,
    Allocation,
    Authorisation,
    Header,
    Passing,
    Purpose,
)
from projections.ledger.page import Recorded
from projections.ledger.projection import Projection, signed
from projections.ledger.rows import Rows

FROM_DOCUMENTS = frozenset(texts(PAID_OF_FUNDS))
"""The purposes that are paid with money of documents."""


def _received(recorded: Recorded, rows: Rows) -> None:
    fact: Fund.IndicatorReceived = recorded.fact
    rows.add(
        HEADERS,
        Header(
            document_no=fact.document_no,
            title=fact.title,
            year=fact.year,
            place_code=fact.place_code,
            issuer=fact.issuer,
            issued_on=fact.issued_on,
            received_on=fact.effective_on,
            use_code=fact.use,
            nature=fact.nature,
            budget_code=fact.budget_code,
            rulebook=fact.rulebook_version,
            passed_down_from=fact.passed_down_from,
        ),
    )
    _indicator(recorded, rows, 1)


def _title_corrected(recorded: Recorded, rows: Rows) -> None:
    fact: Fund.TitleCorrected = recorded.fact
    header = rows.change(HEADERS, recorded.key)
    header.title, header.former_titles = fact.title, (*header.former_titles, fact.former_title)


def _indicator(recorded: Recorded, rows: Rows, sign: int) -> None:
    """The indicator grows or shrinks, and with it what is not allocated."""
    for part in recorded.fact.sources:
        level = rows.at(LEVELS, (recorded.key, part.level))
        level.received_fen += sign * part.amount_fen
        level.unallocated_fen += sign * part.amount_fen


def _passed_down(recorded: Recorded, rows: Rows) -> None:
    fact: Fund.PassedDown = recorded.fact
    key = (recorded.key, fact.to_document_no)
    if rows.get(PASSINGS, key) is None:
        rows.add(PASSINGS, Passing(*key, fact.place_code, fact.effective_on))
    _passing(recorded, rows, 1)


def _passing(recorded: Recorded, rows: Rows, sign: int) -> None:
    """What is passed down is no longer free here; below it is an indicator like any other."""
    fact = recorded.fact
    rows.change(PASSINGS, (recorded.key, fact.to_document_no)).amount_fen += sign * fact.amount_fen
    for part in fact.sources:
        level = rows.at(LEVELS, (recorded.key, part.level))
        level.passed_down_fen += sign * part.amount_fen
        level.unallocated_fen -= sign * part.amount_fen


def _allocated(recorded: Recorded, rows: Rows) -> None:
    fact: Fund.Allocated = recorded.fact
    rows.add(
        ALLOCATIONS,
        Allocation(
            document_no=recorded.key,
            allocation_no=fact.allocation_no,
            decision_no=fact.decision_no,
            purpose_kind=fact.purpose_kind,
            purpose_code=fact.purpose_code,
            use_code=fact.use,
            budget_code=fact.budget_code,
            allocated_on=fact.effective_on,
            allocated_fen=fact.amount_fen,
            fee_base_fen=fact.fee_base_fen,
            fee_base_note=fact.fee_base_note,
            from_recovered=fact.from_recovered,
            authorisation_no=fact.authorisation_no,
            spending_item=fact.spending_item,
        ),
    )
    _purpose(recorded, fact, rows).allocated_fen += fact.amount_fen
    for part in fact.sources:
        level = rows.at(LEVELS, (recorded.key, part.level))
        level.allocated_fen += part.amount_fen
        if fact.from_recovered:
            level.recovered_left_fen -= part.amount_fen
        else:
            level.unallocated_fen -= part.amount_fen
    if fact.authorisation_no:
        rows.change(AUTHORISATIONS, (recorded.key, fact.authorisation_no)).used_fen += fact.amount_fen


def _adjusted(recorded: Recorded, rows: Rows) -> None:
    fact: Fund.AllocationAdjusted = recorded.fact
    for allocation_no, moved_fen in (
        (fact.from_allocation_no, -fact.amount_fen),
        (fact.to_allocation_no, fact.amount_fen),
    ):
        allocation = rows.change(ALLOCATIONS, (recorded.key, allocation_no))
        allocation.allocated_fen += moved_fen
        _purpose(recorded, allocation, rows).allocated_fen += moved_fen


def _taken_back(recorded: Recorded, rows: Rows) -> None:
    fact: Fund.AllocationTakenBack = recorded.fact
    allocation = rows.change(ALLOCATIONS, (recorded.key, fact.allocation_no))
    allocation.allocated_fen -= fact.amount_fen
    _purpose(recorded, allocation, rows).allocated_fen -= fact.amount_fen
    for part in fact.sources:
        level = rows.at(LEVELS, (recorded.key, part.level))
        level.allocated_fen -= part.amount_fen
        if fact.to_recovered:
            level.recovered_left_fen += part.amount_fen
        else:
            level.unallocated_fen += part.amount_fen


def _arrival(recorded: Recorded, rows: Rows, sign: int) -> None:
    fact = recorded.fact
    allocation = rows.change(ALLOCATIONS, (recorded.key, fact.allocation_no))
    allocation.arrived_fen += sign * fact.amount_fen
    _purpose(recorded, allocation, rows).arrived_fen += sign * fact.amount_fen
    for part in fact.sources:
        rows.at(LEVELS, (recorded.key, part.level)).arrived_fen += sign * part.amount_fen


def _recovery(recorded: Recorded, rows: Rows, sign: int) -> None:
    fact: Fund.SurplusRecovered | Fund.RecoveryReversed = recorded.fact
    allocation = rows.change(ALLOCATIONS, (recorded.key, fact.allocation_no))
    allocation.recovered_fen += sign * fact.amount_fen
    _purpose(recorded, allocation, rows).recovered_fen += sign * fact.amount_fen
    for part in fact.sources:
        level = rows.at(LEVELS, (recorded.key, part.level))
        level.recovered_fen += sign * part.amount_fen
        level.recovered_left_fen += sign * part.amount_fen


def _carried_over(recorded: Recorded, rows: Rows) -> None:
    header = rows.change(HEADERS, recorded.key)
    header.carried_over_fen = recorded.fact.amount_fen
    header.carried_to_year = recorded.fact.to_year


def _carry_over_reversed(recorded: Recorded, rows: Rows) -> None:
    fact: Fund.CarryOverReversed = recorded.fact
    header = rows.change(HEADERS, recorded.key)
    header.carried_over_fen = fact.former_fen
    header.carried_to_year = fact.from_year if fact.former_fen else None


def _authorised(recorded: Recorded, rows: Rows) -> None:
    fact: Fund.IntegrationAuthorised = recorded.fact
    rows.add(
        AUTHORISATIONS,
        Authorisation(
            document_no=recorded.key,
            authorisation_no=fact.authorisation_no,
            document_no_of_authority=fact.document_no_of_authority,
            level=fact.level,
            from_use=fact.from_use,
            to_use=fact.to_use,
            amount_fen=fact.amount_fen,
            valid_until=fact.valid_until,
        ),
    )


def _payment(recorded: Recorded, rows: Rows, sign: int) -> None:
    """Payments are facts of an account; their sources say which documents they draw on, but for gifts and interest."""
    fact: PurposeFact = recorded.fact
    if fact.purpose_kind not in FROM_DOCUMENTS:
        return
    for part in fact.sources:
        paid_fen = sign * part.amount_fen
        rows.at(LEVELS, (part.document_no, part.level)).paid_fen += paid_fen
        rows.at(PURPOSES, (part.document_no, fact.purpose_kind, fact.purpose_code)).paid_fen += paid_fen


def _purpose(recorded: Recorded, named: Any, rows: Rows) -> Purpose:
    """The row of the purpose that a fact or an allocation names."""
    return rows.at(PURPOSES, (recorded.key, named.purpose_kind, named.purpose_code))


PROJECTION = Projection(
    "fund_ledger",
    (HEADERS, LEVELS, PASSINGS, PURPOSES, ALLOCATIONS, AUTHORISATIONS),
    {
        "fund.indicator_received": _received,
        "fund.indicator_added": signed(_indicator, 1),
        "fund.title_corrected": _title_corrected,
        "fund.indicator_cut": signed(_indicator, -1),
        "fund.passed_down": _passed_down,
        "fund.passing_down_reversed": signed(_passing, -1),
        "fund.allocated": _allocated,
        "fund.allocation_adjusted": _adjusted,
        "fund.allocation_taken_back": _taken_back,
        "fund.cash_arrived": signed(_arrival, 1),
        "fund.arrival_reversed": signed(_arrival, -1),
        "fund.surplus_recovered": signed(_recovery, 1),
        "fund.recovery_reversed": signed(_recovery, -1),
        "fund.carried_over": _carried_over,
        "fund.carry_over_reversed": _carry_over_reversed,
        "fund.integration_authorised": _authorised,
        **dict.fromkeys(PAYS, signed(_payment, 1)),
        **dict.fromkeys(UNPAYS, signed(_payment, -1)),
    },
)
