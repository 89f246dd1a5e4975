"""资金时限 (clocks of money), derived anew: a clock runs while something of a document waits for what would stop it."""

from scripts.verify.clocks.clocks import Clock, Clocks, Limit
from scripts.verify.journal import State, Stored
from scripts.verify.papers import DerivedRow

DOCUMENTS = "late_acts_documents"
SENT_UP = {"split_proposal": "split_proposed", "use_plan": "use_plan_filed"}
WAITS = {"split": "unsplit_fen", "arrived": "awaited_fen"} | dict.fromkeys(SENT_UP.values(), "unsplit_fen")


class Money:
    """Derives the clocks of documents."""

    def __init__(self, clocks: Clocks) -> None:
        """Open them with `clocks`."""
        self._clocks = clocks

    def add(self, fact: Stored) -> None:
        """Add one fact of a fund."""
        state, fen = fact.state, fact.state.get("amount_fen", 0)
        document = self._clocks.papers.row(DOCUMENTS, fact.key)
        match fact.topic:
            case "fund.indicator_received":
                self._received(fact, document)
                self._move(fact, document, fen, fen)
            case "fund.indicator_added":
                self._added(fact, document)
                self._move(fact, document, fen, fen)
            case "fund.indicator_cut":
                self._move(fact, document, -fen, -fen)
            case "fund.allocated" | "fund.allocation_taken_back":
                self._allocated(fact, document)
            case "fund.cash_arrived" | "fund.arrival_reversed":
                if state["allocation_no"] not in document["again"]:
                    self._move(fact, document, 0, fen if fact.topic == "fund.arrival_reversed" else -fen)
            case "fund.report_filed" | "fund.report_withdrawn":
                self._sent_up(fact, document)
            case "fund.passed_down":
                self._passed_down(fact, document)
                self._move(fact, document, -fen, -fen)
            case "fund.passing_down_reversed":
                self._came_back(fact, document)
                self._move(fact, document, fen, fen)

    def _allocated(self, fact: Stored, document: DerivedRow) -> None:
        """Surplus that is planned again, or goes back to the surplus, leaves what came from outside as it is."""
        state = fact.state
        if state.get("from_recovered"):
            document["again"].append(state["allocation_no"])
        elif not state.get("to_recovered"):
            sign = -1 if fact.topic == "fund.allocated" else 1
            self._move(fact, document, sign * state["amount_fen"], 0)

    def _received(self, fact: Stored, document: DerivedRow) -> None:
        state = fact.state
        document.update(year=state["year"], transfer_kind=state.get("transfer_kind", ""))
        document.update(unsplit_fen=0, awaited_fen=0, acts=[], again=[], passings=[])
        document.update(split_on=None, reports=[])
        for limit in self._limits(fact, document):
            opened_on = self._opened_on(state, limit)
            if opened_on is None:
                continue
            if limit["stops"] in WAITS:
                clock = self._clocks.open(fact, limit, fact.stream, opened_on, year=state["year"])
                document["acts"].append(clock)
                continue
            said = {
                "province_received": state.get("upper_received_on"),
                "county_document": state["issued_on"],
            }
            met_on = said.get(limit["stops"])
            if met_on and met_on >= opened_on:
                clock = self._clocks.open(fact, limit, fact.stream, opened_on, met_on=met_on)
                self._follows_approval(limit, state["year"], clock)

    def _opened_on(self, state: State, limit: Limit) -> str | None:
        in_advance = int(state["issued_on"][:4]) < state["year"]
        came_on: str = state["effective_on"]
        opens = limit["opens"]
        if opens == "province_received":
            return state.get("upper_received_on")
        if opens == "indicator" or (opens == "advance_indicator" and in_advance):
            return came_on
        approval = None if in_advance else self._clocks.approval(limit, state["year"])
        if approval is None:
            return None
        approved_on: str = approval["taken_on"]
        plans = WAITS.get(limit["stops"]) == "unsplit_fen"
        return max(approved_on, came_on) if plans else approved_on

    def _added(self, fact: Stored, document: DerivedRow) -> None:
        done = [stops for stops, figure in WAITS.items() if document[figure] <= 0]
        done += [paper["stops"] for paper in document["reports"] if paper["clocks"]]
        document["acts"] = [clock for clock in document["acts"] if clock["stops"] not in done]
        for limit in self._limits(fact, document):
            if limit["opens"] == "indicator" and limit["stops"] in done:
                on = fact.state["effective_on"]
                clock = self._clocks.open(fact, limit, fact.stream, on, year=document["year"])
                document["acts"].append(clock)

    def _passed_down(self, fact: Stored, document: DerivedRow) -> None:
        state, clocks = fact.state, []
        of_levels = {part["level"] for part in state["sources"]} | {""}
        for limit in self._clocks.limits(state["rulebook_version"]):
            fits = limit["transfer_kind"] in {"", document["transfer_kind"]} and limit["level"] in of_levels
            approval = self._clocks.approval(limit, document["year"]) if fits else None
            if limit["stops"] == "passed_down" and approval and approval["taken_on"] <= state["effective_on"]:
                subject = f"fund/{state['to_document_no']}"
                days = {"opened_on": approval["taken_on"], "met_on": state["effective_on"]}
                clock = self._clocks.open(fact, limit, subject, **days)
                approval["opened"].append(clock)
                clocks.append(clock)
        passing = {"to_document_no": state["to_document_no"], "amount_fen": state["amount_fen"]}
        document["passings"].append({**passing, "clocks": clocks})

    def _came_back(self, fact: Stored, document: DerivedRow) -> None:
        """What was passed down last comes back first; an act that came back whole is void."""
        left = fact.state["amount_fen"]
        for passing in document["passings"][::-1]:
            if passing["to_document_no"] == fact.state["to_document_no"]:
                back = min(left, passing["amount_fen"])
                left -= back
                passing["amount_fen"] -= back
        for passing in document["passings"]:
            for clock in passing["clocks"] if not passing["amount_fen"] else ():
                self._clocks.row(clock)["void_on"] = fact.state["effective_on"]
        document["passings"] = [passing for passing in document["passings"] if passing["amount_fen"]]

    def _sent_up(self, fact: Stored, document: DerivedRow) -> None:
        """A paper takes the clocks of its kind that none has, or gives them back."""
        state, stops = fact.state, SENT_UP[fact.state["report"]]
        if fact.topic == "fund.report_withdrawn":
            self._withdrawn(document, stops, state["filing_no"])
            return
        clocks, filed_on = self._free(document, stops), state["effective_on"]
        for clock in clocks:
            self._clocks.row(clock)["met_on"] = filed_on
        paper = {"stops": stops, "filing_no": state["filing_no"], "filed_on": filed_on, "clocks": clocks}
        document["reports"].append(paper)

    def _withdrawn(self, document: DerivedRow, stops: str, number: str) -> None:
        """Its clocks go to the first other paper of the kind; without one, the split meets them again."""
        papers = [paper for paper in document["reports"] if paper["stops"] == stops]
        (gone,) = (paper for paper in papers if paper["filing_no"] == number)
        document["reports"].remove(gone)
        others = [paper for paper in papers if paper["filing_no"] != number]
        for clock in gone["clocks"]:
            self._clocks.row(clock)["met_on"] = others[0]["filed_on"] if others else document["split_on"]
            taker = others[0]["clocks"] if others else document["acts"]
            if clock not in taker:
                taker.append(clock)

    @staticmethod
    def _free(document: DerivedRow, stops: str) -> list[Clock]:
        """The clocks of a kind that no paper has."""
        taken = [clock for paper in document["reports"] for clock in paper["clocks"]]
        return [clock for clock in document["acts"] if clock["stops"] == stops and clock not in taken]

    def _limits(self, fact: Stored, document: DerivedRow) -> list[Limit]:
        inside = bool(fact.state.get("passed_down_from"))
        return [
            limit
            for limit in self._clocks.limits(fact.state["rulebook_version"])
            if limit["transfer_kind"] in {"", document["transfer_kind"]}
            and limit["level"] == ""
            and not (inside and limit["stops"] != "arrived")
        ]

    def _follows_approval(self, limit: Limit, year: int, clock: Clock) -> None:
        approval = self._clocks.approval(limit, year)
        if approval is not None:
            approval["opened"].append(clock)

    def _move(self, fact: Stored, document: DerivedRow, unsplit: int, awaited: int) -> None:
        before = {stops: document[figure] > 0 for stops, figure in WAITS.items()}
        document["unsplit_fen"] += unsplit
        document["awaited_fen"] += awaited
        for stops, waited in before.items():
            if waited == (document[WAITS[stops]] > 0):
                continue
            met_on = fact.state["effective_on"] if waited else None
            for clock in self._free(document, stops):
                self._clocks.row(clock)["met_on"] = met_on
            if stops == "split":
                document["split_on"] = met_on
