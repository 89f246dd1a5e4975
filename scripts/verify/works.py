"""工程一侧 (works), derived anew: what each project planned, measured, settled, owes and handed over."""

from scripts.verify.journal import State, Stored
from scripts.verify.sums import Sums

PROJECTS = "project_ledger"
SOURCES = "project_ledger_sources"
ORIGINS = "source_of_money_projects"


def total(shares: list[State]) -> int:
    """The sum of a split."""
    return sum(share["amount_fen"] for share in shares)


class Works:
    """Derives the project ledger from the facts of projects, and what is owed from payments by stage."""

    def __init__(self, sums: Sums) -> None:
        """Add to `sums`."""
        self._sums = sums

    def add(self, fact: Stored) -> None:
        """Add one fact; facts of other streams change nothing here."""
        if fact.topic.startswith("account."):
            self._payment(fact)
        elif fact.topic.startswith("project."):
            self._project(fact)

    def _project(self, fact: Stored) -> None:
        state = fact.state
        match fact.topic:
            case "project.planned":
                self._row(fact, plan_fen=state["plan_fen"])
                self._split(fact, SOURCES, "plan_fen", "sources")
                self._split(fact, ORIGINS, "planned_fen", "sources")
            case "project.changed":
                self._row(fact, plan_fen=state["plan_change_fen"], contract_fen=state["contract_change_fen"])
                self._split(fact, SOURCES, "plan_fen", "sources")
                self._split(fact, ORIGINS, "planned_fen", "sources")
            case "project.contracted":
                self._row(fact, contract_fen=state["price_fen"])
            case "project.work_measured":
                self._measured(fact, 1)
                self._split(fact, ORIGINS, "measured_fen", "advance_offset", "payable")
                self._row(fact, measured_fen=state["amount_fen"])
            case "project.measurement_reversed":
                self._measured(fact, -1)
                self._split(fact, ORIGINS, "measured_fen", "advance_offset", "payable", sign=-1)
                self._row(fact, measured_fen=-state["amount_fen"])
            case "project.settled":
                self._measured(fact, 1)
                self._row(fact, settlement_fen=state["settlement_fen"])
            case "project.retention_held":
                self._row(fact, payable_fen=-state["retention_fen"], retention_fen=state["retention_fen"])
                self._split(fact, ORIGINS, "retained_fen", "retention")
            case "project.handed_over":
                self._row(fact, asset_value_fen=state["value_fen"])
                self._split(fact, ORIGINS, "handed_over_fen", "sources")
                self._sums.add("asset_ledger", (state["asset_no"], fact.key), value_fen=state["value_fen"])

    def _measured(self, fact: Stored, sign: int) -> None:
        """Work done uses up the advance of its source first; the rest is owed."""
        offset, payable = fact.state["advance_offset"], fact.state["payable"]
        self._row(fact, advance_left_fen=-sign * total(offset), payable_fen=sign * total(payable))
        self._split(fact, SOURCES, "settlement_fen", "advance_offset", "payable", sign=sign)
        self._split(fact, ORIGINS, "settled_fen", "advance_offset", "payable", sign=sign)

    def _payment(self, fact: Stored) -> None:
        state = fact.state
        undone = fact.topic in {"account.payment_returned", "account.payment_reversed", "account.refunded"}
        if fact.topic != "account.paid" and not undone:
            return
        fen = -state["amount_fen"] if undone else state["amount_fen"]
        match state["purpose_kind"], state["stage"]:
            case "project", "advance":
                self._sums.add(PROJECTS, (state["purpose_code"],), advance_left_fen=fen)
                for share in state["sources"]:
                    channel = state["purpose_code"], share["document_no"], share["level"]
                    advanced_fen = -share["amount_fen"] if undone else share["amount_fen"]
                    self._sums.add(ORIGINS, channel, advanced_fen=advanced_fen)
            case "project", "progress" | "settlement":
                self._sums.add(PROJECTS, (state["purpose_code"],), payable_fen=-fen)
            case "project", "retention":
                self._sums.add(PROJECTS, (state["purpose_code"],), retention_paid_fen=fen)

    def _row(self, fact: Stored, **columns: int) -> None:
        self._sums.add(PROJECTS, (fact.key,), **columns)

    def _split(self, fact: Stored, table: str, column: str, *fields: str, sign: int = 1) -> None:
        """Add the parts of these splits, each to the row of its channel (渠道)."""
        for field in fields:
            for share in fact.state[field]:
                channel = fact.key, share["document_no"], share["level"]
                self._sums.add(table, channel, **{column: sign * share["amount_fen"]})
