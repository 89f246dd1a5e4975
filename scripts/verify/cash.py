"""资金一侧 (the cash side), derived anew: what each account holds, and what each source paid for which purpose."""

from scripts.verify.journal import State, Stored
from scripts.verify.sums import Sums

ACCOUNTS = "account_daybook_accounts"
INWARD = {
    "account.money_arrived",
    "account.gift_arrived",
    "account.interest_received",
    "account.payment_returned",
    "account.payment_reversed",
    "account.refunded",
    "account.roll_returned",
}
OUTWARD = {
    "account.arrival_reversed",
    "account.paid",
    "account.surplus_returned",
    "account.interest_paid_over",
}
BESIDE = {"account.gift_arrived": 1, "account.interest_received": 1, "account.interest_paid_over": -1}
"""Money on an account that comes from no document."""
UNDONE = {"account.payment_returned", "account.payment_reversed", "account.refunded", "account.roll_returned"}


class CashSide:
    """Derives balances of accounts and payments by source from the facts of accounts."""

    def __init__(self, sums: Sums) -> None:
        """Add to `sums`."""
        self._sums = sums

    def add(self, fact: Stored) -> None:
        """Add one fact; facts of other streams change nothing here."""
        state, account = fact.state, fact.key
        if fact.topic in INWARD | OUTWARD:
            fen = state["amount_fen"] if fact.topic in INWARD else -state["amount_fen"]
            self._sums.add(ACCOUNTS, (account,), balance_fen=fen, entries_count=1)
            self._sums.add("account_daybook", (account,), entries=1, net_fen=fen, last_fen=fen)
        self._sums.add("cash", (), beside_fen=BESIDE.get(fact.topic, 0) * state.get("amount_fen", 0))
        match fact.topic:
            case "account.paid":
                self._paid(state, 1)
                self._payment(account, state, paid_fen=1)
            case topic if topic in UNDONE:
                self._paid(state, -1)
                self._payment(account, state, returned_fen=1)
            case "account.money_arrived":
                self._channels(state, "arrived_fen", 1)
            case "account.arrival_reversed":
                self._channels(state, "arrived_fen", -1)
            case "account.surplus_returned":
                self._channels(state, "recovered_fen", 1)
            case "account.interest_received" if state["owner"] == "treasury":
                self._sums.add(ACCOUNTS, (account,), interest_due_fen=state["amount_fen"])
            case "account.interest_paid_over":
                self._sums.add(ACCOUNTS, (account,), interest_due_fen=-state["amount_fen"])

    def _paid(self, state: State, sign: int) -> None:
        if state["purpose_kind"] == "gift":
            self._sums.add("cash", (), beside_fen=-sign * state["amount_fen"])
            return
        self._channels(state, "paid_fen", sign)
        purpose = state["purpose_kind"], state["purpose_code"]
        for source in state["sources"]:
            fen = sign * source["amount_fen"]
            self._sums.add("fund_ledger_levels", (source["document_no"], source["level"]), paid_fen=fen)
            self._sums.add("fund_ledger_purposes", (source["document_no"], *purpose), paid_fen=fen)

    def _payment(self, account: str, state: State, **signs: int) -> None:
        """One payment by its sources: what it paid, and what came back of it."""
        for source in state["sources"]:
            key = account, state["payment_no"], source["document_no"], source["level"]
            columns = {column: sign * source["amount_fen"] for column, sign in signs.items()}
            self._sums.add("source_of_money_payments", key, **columns)

    def _channels(self, state: State, column: str, sign: int) -> None:
        """Money of a project, by its sources (渠道): together and each."""
        if state["purpose_kind"] != "project":
            return
        project = state["purpose_code"]
        self._sums.add("project_ledger", (project,), **{column: sign * state["amount_fen"]})
        for source in state["sources"]:
            channel = project, source["document_no"], source["level"]
            for table in ("project_ledger_sources", "source_of_money_projects"):
                self._sums.add(table, channel, **{column: sign * source["amount_fen"]})
