"""机关时限 (clocks of offices), derived anew: steps of budgets, and statements of special accounts after a quarter."""

from calendar import monthrange

from scripts.verify.clocks.clocks import STEPS, Clocks
from scripts.verify.journal import Stored
from scripts.verify.papers import DerivedRow

ACCOUNTS = "late_acts_accounts"
OPEN_ACCOUNTS = "late_acts_open_accounts"
BEGINS = {
    "approved": "county_budget",
    "departments_informed": "departments_informed",
    "accounts_approved": "county_accounts",
}
ENDS = {
    "departments_informed": ("approved", "departments_informed"),
    "units_informed": ("departments_informed", "units_informed"),
    "published": ("approved", "budget_published"),
    "accounts_published": ("accounts_approved", "accounts_published"),
}
"""A step: after which one it comes, and what it is for a clock that began there."""
OF_OFFICES = {stops for _, stops in ENDS.values()}
ENDS_OF_QUARTERS = (3, 6, 9, 12)
SENT_UP = {"quarterly": "quarterly_report", "yearly": "yearly_report"}
DECEMBER = ENDS_OF_QUARTERS[-1]


class Offices:
    """Derives the clocks of budgets and special accounts."""

    def __init__(self, clocks: Clocks) -> None:
        """Open them with `clocks`."""
        self._clocks = clocks

    def step(self, fact: Stored) -> None:
        """A budget takes a step, or the day of one is put right."""
        state, papers = fact.state, self._clocks.papers
        on, taken = state["effective_on"], papers.find(STEPS, fact.stream, state["step"])
        if taken is not None:
            taken["taken_on"] = on
            for clock in taken["opened"]:
                self._clocks.row(clock)["opened_on"] = on
            for clock in taken["met"]:
                self._clocks.row(clock)["met_on"] = on
            return
        taken = papers.row(STEPS, fact.stream, state["step"])
        taken.update(taken_on=on, opened=[], met=[])
        if state["level"] != "county":
            return
        if state["step"] in ENDS:
            former, stops = ENDS[state["step"]]
            began = papers.row(STEPS, fact.stream, former)["opened"]
            taken["met"] = [clock for clock in began if clock["stops"] == stops]
            for clock in taken["met"]:
                self._clocks.row(clock)["met_on"] = on
        for limit in self._clocks.limits(state["rulebook_version"]):
            if limit["opens"] == BEGINS.get(state["step"]) and limit["stops"] in OF_OFFICES:
                taken["opened"].append(self._clocks.open(fact, limit, fact.stream, on))

    def account(self, fact: Stored) -> None:
        """A special account opens, closes, or is compared with its bank."""
        state, papers = fact.state, self._clocks.papers
        if fact.topic == "account.opened" and state["mode"] == "special_account":
            new = {"asked_on": state["effective_on"], "statements": [], "waiting": []}
            new |= {"filed": [], "owed": []}
            papers.row(ACCOUNTS, fact.key).update(new)
            opened = papers.row(OPEN_ACCOUNTS, "special_account")
            opened["codes"] = [*(opened["codes"] or []), fact.key]
            return
        account = papers.find(ACCOUNTS, fact.key)
        if account is None:
            return
        if fact.topic == "account.closed":
            papers.row(OPEN_ACCOUNTS, "special_account")["codes"].remove(fact.key)
        elif fact.topic == "account.reconciled":
            compared = {"until_on": state["statement_on"], "compared_on": state["effective_on"]}
            account["statements"] = [*account["statements"], compared]
            for waits in account["waiting"]:
                if waits["until_on"] <= state["statement_on"]:
                    self._clocks.row(waits["clock"])["met_on"] = state["effective_on"]
            account["waiting"] = [
                waits for waits in account["waiting"] if waits["until_on"] > state["statement_on"]
            ]
            for owed in account["owed"]:
                if owed["until_on"] <= state["statement_on"]:
                    owed["compared_on"] = owed["compared_on"] or state["effective_on"]
            self._judge(account)
        elif "report" in state:
            self._sent_up(fact, account)

    def _sent_up(self, fact: Stored, account: DerivedRow) -> None:
        """A statement goes up, or is given back."""
        state = fact.state
        paper = {"stops": SENT_UP[state["report"]], "until_on": state["report_until_on"]}
        account["filed"] = [one for one in account["filed"] if not paper.items() <= one.items()]
        if fact.topic == "account.report_filed":
            account["filed"].append({**paper, "filed_on": state["effective_on"]})
        self._judge(account)

    def _judge(self, account: DerivedRow) -> None:
        """Each statement that is owed was met when it was sent up or, failing that, when the account was compared."""
        sent = {(one["stops"], one["until_on"]): one["filed_on"] for one in account["filed"]}
        for owed in account["owed"]:
            clock = owed["clock"]
            met_on = sent.get((clock["stops"], owed["until_on"]), owed["compared_on"])
            self._clocks.row(clock)["met_on"] = met_on

    def month(self, fact: Stored) -> None:
        """The month of a quarter's end is closed: each special account owes its statement."""
        year, month = (int(part) for part in fact.state["month"].split("-"))
        opened = self._clocks.papers.find(OPEN_ACCOUNTS, "special_account")
        if fact.topic != "period.closed" or month not in ENDS_OF_QUARTERS or opened is None:
            return
        end = f"{year:04}-{month:02}-{monthrange(year, month)[1]}"
        version = self._clocks.version_on(end)
        for code in opened["codes"]:
            account = self._clocks.papers.row(ACCOUNTS, code)
            if account["asked_on"] >= end or not version:
                continue
            account["asked_on"] = end
            account["statements"] = [one for one in account["statements"] if one["until_on"] >= end]
            compared_on = min((one["compared_on"] for one in account["statements"]), default=None)
            for limit in self._clocks.limits(version):
                at_end = limit["opens"] == "quarter_end" or (
                    limit["opens"] == "year_end" and month == DECEMBER
                )
                if not at_end or limit["stops"] not in {"statement", *SENT_UP.values()}:
                    continue
                more = {"rulebook": version, "met_on": compared_on}
                clock = self._clocks.open(fact, limit, f"account/{code}", end, year=year, **more)
                if limit["stops"] != "statement":
                    account["owed"].append({"clock": clock, "until_on": end, "compared_on": compared_on})
                    self._judge(account)
                elif compared_on is None:
                    account["waiting"] = [*account["waiting"], {"clock": clock, "until_on": end}]
