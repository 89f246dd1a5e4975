"""指标一侧 (the quota side), derived anew: what each document received, passed on and took back, by source level."""

from scripts.verify.journal import Stored
from scripts.verify.sums import Sums

LEVELS = "fund_ledger_levels"
PURPOSES = "fund_ledger_purposes"
ALLOCATIONS = "fund_ledger_allocations"


class QuotaSide:
    """Derives the fund ledger from the facts of funds; what was paid comes from the accounts."""

    def __init__(self, sums: Sums) -> None:
        """Add to `sums`."""
        self._sums = sums
        self._purposes: dict[tuple[str, str], tuple[str, str]] = {}

    def add(self, fact: Stored) -> None:
        """Add one fact; facts of other streams change nothing here."""
        state = fact.state
        match fact.topic:
            case "fund.indicator_received" | "fund.indicator_added":
                self._levels(fact, received_fen=1, unallocated_fen=1)
            case "fund.indicator_cut":
                self._levels(fact, received_fen=-1, unallocated_fen=-1)
            case "fund.allocated":
                self._purposes[fact.key, state["allocation_no"]] = (
                    state["purpose_kind"],
                    state["purpose_code"],
                )
                origin = "recovered_left_fen" if state["from_recovered"] else "unallocated_fen"
                self._levels(fact, allocated_fen=1, **{origin: -1})
                self._allocation(fact, state["allocation_no"], allocated_fen=1)
            case "fund.allocation_adjusted":
                self._allocation(fact, state["from_allocation_no"], allocated_fen=-1)
                self._allocation(fact, state["to_allocation_no"], allocated_fen=1)
            case "fund.allocation_taken_back":
                self._levels(fact, allocated_fen=-1, unallocated_fen=1)
                self._allocation(fact, state["allocation_no"], allocated_fen=-1)
            case "fund.cash_arrived":
                self._levels(fact, arrived_fen=1)
                self._allocation(fact, state["allocation_no"], arrived_fen=1)
            case "fund.arrival_reversed":
                self._levels(fact, arrived_fen=-1)
                self._allocation(fact, state["allocation_no"], arrived_fen=-1)
            case "fund.surplus_recovered":
                self._levels(fact, recovered_fen=1, recovered_left_fen=1)
                self._allocation(fact, state["allocation_no"], recovered_fen=1)

    def _levels(self, fact: Stored, **signs: int) -> None:
        for source in fact.state["sources"]:
            columns = {column: sign * source["amount_fen"] for column, sign in signs.items()}
            self._sums.add(LEVELS, (fact.key, source["level"]), **columns)

    def _allocation(self, fact: Stored, allocation_no: str, **signs: int) -> None:
        columns = {column: sign * fact.state["amount_fen"] for column, sign in signs.items()}
        self._sums.add(ALLOCATIONS, (fact.key, allocation_no), **columns)
        self._sums.add(PURPOSES, (fact.key, *self._purposes[fact.key, allocation_no]), **columns)
