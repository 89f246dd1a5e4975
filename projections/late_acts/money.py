"""逾期事项, 资金 (late acts of money): received, split, passed down and put on an account in time.

A document is split when nothing of it is left to allocate or to pass down; it has arrived when all that it kept is on
an account.  What is to be sent up about it is met by the paper or, while none is recorded, by the split.  When an act
is taken back, the clock that it stopped runs again.
"""

from dataclasses import replace
from datetime import date

from domain.budgets.codes import BudgetLevel, BudgetStep
from domain.funds.codes import FundReport
from domain.funds.fund import Fund
from domain.rulebook.act_limits import ActLimit
from domain.rulebook.codes import ClockStart, ClockStop
from projections.late_acts.clocks import limits_of, start, stop
from projections.late_acts.ledger_rows import ACTS, DOCUMENTS, STEPS, Clock, Document, Passing, Report
from projections.ledger.page import Recorded
from projections.ledger.projection import Fold
from projections.ledger.rows import Rows

BUDGET_OF = {
    ClockStart.NATIONAL_BUDGET.code: BudgetLevel.NATIONAL,
    ClockStart.PROVINCIAL_BUDGET.code: BudgetLevel.PROVINCIAL,
    ClockStart.COUNTY_BUDGET.code: BudgetLevel.COUNTY,
}
SPLIT, ARRIVED = ClockStop.SPLIT.code, ClockStop.ARRIVED.code
SENT_UP = {
    FundReport.SPLIT_PROPOSAL.code: ClockStop.SPLIT_PROPOSED.code,
    FundReport.USE_PLAN.code: ClockStop.USE_PLAN_FILED.code,
}
"""What a paper that is sent up stops."""
OF_SPLIT = frozenset({SPLIT, *SENT_UP.values()})


def received(recorded: Recorded, rows: Rows) -> None:
    """A document comes: what had to be done before is judged at once, what is to be done with it begins."""
    fact: Fund.IndicatorReceived = recorded.fact
    document = rows.add(DOCUMENTS, Document(fact.document_no, fact.year, fact.transfer_kind))
    for limit in _limits(recorded, rows, document):
        opened_on = _opened_on(fact, limit, rows)
        if opened_on is None:
            continue
        if limit.stops in {ARRIVED, *OF_SPLIT}:
            _wait(recorded, rows, document, limit, opened_on)
        else:
            _judge(recorded, rows, limit, opened_on)
    _move(recorded, rows, document, unsplit_fen=fact.amount_fen, awaited_fen=fact.amount_fen)


def added(recorded: Recorded, rows: Rows) -> None:
    """More money comes: where all was done, the days count anew from here."""
    fact: Fund.IndicatorAdded = recorded.fact
    document = rows.change(DOCUMENTS, recorded.key)
    done = {stops for stops, left_fen in _left(document).items() if left_fen <= 0}
    done |= {report.stops for report in document.reports if report.clocks}
    document.acts = tuple(clock for clock in document.acts if clock.stops not in done)
    for limit in _limits(recorded, rows, document):
        if limit.opens == ClockStart.INDICATOR and limit.stops in done:
            _wait(recorded, rows, document, limit, fact.effective_on)
    _move(recorded, rows, document, unsplit_fen=fact.amount_fen, awaited_fen=fact.amount_fen)


def cut(recorded: Recorded, rows: Rows) -> None:
    """Less is left to be done."""
    _change(recorded, rows, unsplit=-1, awaited=-1)


def allocated(recorded: Recorded, rows: Rows) -> None:
    """Surplus that is planned again was split, and had arrived, before."""
    fact: Fund.Allocated = recorded.fact
    if fact.from_recovered:
        document = rows.change(DOCUMENTS, recorded.key)
        document.again = (*document.again, fact.allocation_no)
    else:
        _change(recorded, rows, unsplit=-1)


def taken_back(recorded: Recorded, rows: Rows) -> None:
    """What is free again is not split any more."""
    if not recorded.fact.to_recovered:
        _change(recorded, rows, unsplit=1)


def arrived(sign: int) -> Fold:
    """Make the fold of money that reached an account (1), or did not (-1)."""

    def arrive(recorded: Recorded, rows: Rows) -> None:
        if recorded.fact.allocation_no not in rows.change(DOCUMENTS, recorded.key).again:
            _change(recorded, rows, awaited=-sign)

    return arrive


def passed_down(recorded: Recorded, rows: Rows) -> None:
    """Money goes to a document below; of own money the law says how soon after the budget."""
    fact: Fund.PassedDown = recorded.fact
    document = rows.change(DOCUMENTS, recorded.key)
    clocks: list[Clock] = []
    own = {part.level for part in fact.sources}
    for limit in limits_of(recorded, rows):
        fits = limit.transfer_kind in {"", document.transfer_kind} and limit.level in {"", *own}
        approved_on = _approved_on(rows, limit, document.year) if fits else None
        if limit.stops != ClockStop.PASSED_DOWN or approved_on is None or fact.effective_on < approved_on:
            continue
        clock = start(
            recorded,
            rows,
            limit,
            subject=f"fund/{fact.to_document_no}",
            opened_on=approved_on,
            rulebook=fact.rulebook_version,
            met_on=fact.effective_on,
        )
        clocks.append(clock)
        _counts_from_approval(rows, limit, document.year, clock)
    document.passings = (*document.passings, Passing(fact.to_document_no, fact.amount_fen, tuple(clocks)))
    _change(recorded, rows, unsplit=-1, awaited=-1)


def passing_down_reversed(recorded: Recorded, rows: Rows) -> None:
    """Money comes back, of the last passing first; what came back whole was never late."""
    fact: Fund.PassingDownReversed = recorded.fact
    document = rows.change(DOCUMENTS, recorded.key)
    back_fen, kept = fact.amount_fen, []
    for passing in reversed(document.passings):
        of_this_fen = (
            min(back_fen, passing.amount_fen) if passing.to_document_no == fact.to_document_no else 0
        )
        back_fen -= of_this_fen
        if passing.amount_fen > of_this_fen:
            kept.append(replace(passing, amount_fen=passing.amount_fen - of_this_fen))
            continue
        for clock in passing.clocks:
            rows.change(ACTS, clock.key).void_on = fact.effective_on
    document.passings = tuple(reversed(kept))
    _change(recorded, rows, unsplit=1, awaited=1)


# -- papers sent up ------------------------------------------------------------------------------------------------


def report_filed(recorded: Recorded, rows: Rows) -> None:
    """A paper stops the clocks that wait for it, also those that the split had stopped for want of it."""
    fact: Fund.ReportFiled = recorded.fact
    document, stops = rows.change(DOCUMENTS, recorded.key), SENT_UP[fact.report]
    clocks = tuple(_unreported(document, stops))
    stop(rows, clocks, fact.effective_on)
    document.reports = (*document.reports, Report(stops, fact.filing_no, fact.effective_on, clocks))


def report_withdrawn(recorded: Recorded, rows: Rows) -> None:
    """What a paper had stopped is met by another that stands; else by the split, or it runs again."""
    fact: Fund.ReportWithdrawn = recorded.fact
    document, stops = rows.change(DOCUMENTS, recorded.key), SENT_UP[fact.report]
    of_kind = [one for one in document.reports if one.stops == stops]
    gone = next(one for one in of_kind if one.filing_no == fact.filing_no)
    kept = [one for one in document.reports if one is not gone]
    heir = next((one for one in of_kind if one is not gone), None)
    if heir is None:
        document.acts = (*document.acts, *(clock for clock in gone.clocks if clock not in document.acts))
        stop(rows, gone.clocks, document.split_on)
    else:
        kept[kept.index(heir)] = replace(heir, clocks=(*heir.clocks, *gone.clocks))
        stop(rows, gone.clocks, heir.filed_on)
    document.reports = tuple(kept)


def _unreported(document: Document, stops: str) -> list[Clock]:
    """The clocks that no paper has stopped."""
    reported = {clock for report in document.reports for clock in report.clocks}
    return [clock for clock in document.acts if clock.stops == stops and clock not in reported]


# -- clocks --------------------------------------------------------------------------------------------------------


def _limits(recorded: Recorded, rows: Rows, document: Document) -> list[ActLimit]:
    """The limits of money that comes; what comes from above inside the county need only arrive."""
    return [
        limit
        for limit in limits_of(recorded, rows)
        if limit.transfer_kind in {"", document.transfer_kind}
        and not limit.level
        and (limit.stops == ARRIVED or not recorded.fact.passed_down_from)
    ]


def _opened_on(fact: Fund.IndicatorReceived, limit: ActLimit, rows: Rows) -> date | None:
    """The day from which a limit counts for this document; None where it does not apply."""
    in_advance = fact.issued_on.year < fact.year
    match limit.opens:
        case ClockStart.INDICATOR:
            return fact.effective_on
        case ClockStart.ADVANCE_INDICATOR:
            return fact.effective_on if in_advance else None
        case ClockStart.PROVINCE_RECEIVED:
            return fact.upper_received_on
    approved_on = None if in_advance else _approved_on(rows, limit, fact.year)
    if approved_on is None or limit.stops not in OF_SPLIT:
        return approved_on
    # Nobody can plan with a document that has not come.
    return max(approved_on, fact.effective_on)


def _wait(recorded: Recorded, rows: Rows, document: Document, limit: ActLimit, opened_on: date) -> None:
    """Open a clock that the money of a document will stop."""
    clock = start(
        recorded,
        rows,
        limit,
        subject=recorded.stream,
        opened_on=opened_on,
        rulebook=recorded.fact.rulebook_version,
        year=document.year,
    )
    document.acts = (*document.acts, clock)


def _judge(recorded: Recorded, rows: Rows, limit: ActLimit, opened_on: date) -> None:
    """Open a clock that the paper itself says was stopped; one that was stopped before it began is none."""
    fact: Fund.IndicatorReceived = recorded.fact
    said = {
        ClockStop.PROVINCE_RECEIVED.code: fact.upper_received_on,
        ClockStop.COUNTY_DOCUMENT.code: fact.issued_on,
    }
    met_on = said.get(limit.stops)
    if met_on is not None and met_on >= opened_on:
        clock = start(
            recorded,
            rows,
            limit,
            subject=recorded.stream,
            opened_on=opened_on,
            rulebook=fact.rulebook_version,
            met_on=met_on,
        )
        _counts_from_approval(rows, limit, fact.year, clock)


def _approval(limit: ActLimit, year: int) -> tuple[str, str] | None:
    """The key of the approval that a limit counts from."""
    budget = BUDGET_OF.get(limit.opens)
    return None if budget is None else (f"budget/{budget.code}-{year}", BudgetStep.APPROVED.code)


def _approved_on(rows: Rows, limit: ActLimit, year: int) -> date | None:
    key = _approval(limit, year)
    step = None if key is None else rows.get(STEPS, key)
    return None if step is None else step.taken_on


def _counts_from_approval(rows: Rows, limit: ActLimit, year: int, clock: Clock) -> None:
    """Remember the clock, so that it follows when the day of the approval is corrected."""
    key = _approval(limit, year)
    if key is not None:
        step = rows.change(STEPS, key)
        step.opened = (*step.opened, clock)


# -- what is left --------------------------------------------------------------------------------------------------


def _left(document: Document) -> dict[str, int]:
    return {ARRIVED: document.awaited_fen, **dict.fromkeys(sorted(OF_SPLIT), document.unsplit_fen)}


def _change(recorded: Recorded, rows: Rows, *, unsplit: int = 0, awaited: int = 0) -> None:
    amount_fen = recorded.fact.amount_fen
    document = rows.change(DOCUMENTS, recorded.key)
    _move(recorded, rows, document, unsplit_fen=unsplit * amount_fen, awaited_fen=awaited * amount_fen)


def _move(
    recorded: Recorded, rows: Rows, document: Document, *, unsplit_fen: int = 0, awaited_fen: int = 0
) -> None:
    """Move what is left, and stop the clocks where nothing is; where something is again, they run again."""
    before = _left(document)
    document.unsplit_fen += unsplit_fen
    document.awaited_fen += awaited_fen
    for stops, left_fen in _left(document).items():
        if (left_fen > 0) != (before[stops] > 0):
            met_on = None if left_fen > 0 else recorded.fact.effective_on
            stop(rows, _unreported(document, stops), met_on)
            if stops == SPLIT:
                document.split_on = met_on
