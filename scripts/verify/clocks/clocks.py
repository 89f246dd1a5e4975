"""时限 (clocks), derived anew: opening one by a limit of the rulebook, and what a rulebook limits."""

from typing import Any

from scripts.verify.journal import State, Stored
from scripts.verify.papers import DerivedRow, Papers

ACTS = "late_acts"
STEPS = "late_acts_steps"
APPROVED = "approved"
BUDGETS = {"national_budget": "national", "provincial_budget": "provincial", "county_budget": "county"}
Clock = dict[str, Any]
Limit = dict[str, Any]


class Clocks:
    """Opens and stops clocks by the limits of the rulebooks."""

    def __init__(self, papers: Papers) -> None:
        """Write in `papers`."""
        self.papers = papers
        self._limits: dict[int, list[Limit]] = {}
        self._first_day: dict[int, str] = {}

    def publish(self, state: State) -> None:
        """Learn what a rulebook limits; older ones limit nothing."""
        version = state["version"]
        limits = [
            {"due_month_day": "", "transfer_kind": "", "level": ""} | limit
            for limit in state["regulations"].get("act_limits", [])
        ]
        self._limits[version], self._first_day[version] = limits, state["in_force_from"]
        self.papers.row("late_acts_rules", version).update(
            in_force_from=state["in_force_from"], limits=limits
        )

    def limits(self, version: int) -> list[Limit]:
        """What a version limits."""
        return self._limits.get(version, [])

    def version_on(self, day: str) -> int:
        """The version that judges a day; 0 for none."""
        begun = [(first, version) for version, first in self._first_day.items() if first <= day]
        return max(begun, default=("", 0))[1]

    def open(self, fact: Stored, limit: Limit, subject: str, opened_on: str, **more: Any) -> Clock:
        """Open one; `more` may say when it was met, by which rulebook, and of which year a named day is."""
        clock = {
            "position": fact.position,
            "code": limit["code"],
            "subject": subject,
            "stops": limit["stops"],
        }
        copied = ("name_zh", "name_en", "source", "source_en", "days", "unit")
        fixed = limit["due_month_day"]
        self.row(clock).update(
            {column: limit[column] for column in copied},
            stops=limit["stops"],
            opened_on=opened_on,
            rulebook=more.get("rulebook", fact.state["rulebook_version"]),
            due_fixed_on=f"{more['year']}-{fixed}" if fixed else None,
            met_on=more.get("met_on"),
            void_on=None,
        )
        return clock

    def row(self, clock: Clock) -> DerivedRow:
        """The row of a clock."""
        return self.papers.row(ACTS, clock["position"], clock["code"], clock["subject"])

    def approval(self, limit: Limit, year: int) -> DerivedRow | None:
        """The approval that a limit counts from, where it is recorded."""
        level = BUDGETS.get(limit["opens"])
        return (level and self.papers.find(STEPS, f"budget/{level}-{year}", APPROVED)) or None
