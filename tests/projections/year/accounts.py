"""账户 (accounts): the one that holds all money, and a special account that owes its statements."""

from datetime import date

from domain.accounts.statement import Difference
from tests.given.accounts import an_account
from tests.projections.given import GivenBooks
from tests.projections.worked_example import ACCOUNT


def open_account(given: GivenBooks) -> None:
    given.record(
        "account.opened",
        ACCOUNT,
        on=date(2024, 1, 2),
        **an_account(ACCOUNT, holder_unit="达川区财政局", bank="农商行"),
    )


def special_account(given: GivenBooks) -> None:
    """It owes its statement each quarter."""
    given.record(
        "account.opened",
        "zh03",
        on=date(2024, 1, 2),
        **an_account(
            "zh03",
            name="专户",
            mode="special_account",
            holder_unit="达川区财政局",
            bank="农商行",
            approval_no="财库1",
        ),
    )


def quarterly_reports(given: GivenBooks) -> None:
    """Sent up late, given back, and sent up again."""
    quarter = {"report": "quarterly", "report_until_on": date(2024, 3, 31)}
    for on in (date(2024, 5, 9), date(2024, 5, 13)):
        given.record("account.report_filed", "zh03", on=on, filed_with="达州市财政局", **quarter)
        if on < date(2024, 5, 13):
            given.record("account.report_withdrawn", "zh03", on=on, reason="退回修改", **quarter)


def reconcile(given: GivenBooks) -> None:
    """69 yuan of fees stand at the bank alone."""
    given.record(
        "account.reconciled",
        ACCOUNT,
        on=date(2024, 10, 31),
        statement_on=date(2024, 10, 31),
        bank_balance_fen=48_200_00,
        ledger_balance_fen=48_269_00,
        matched_count=7,
        statement_sha256="c9",
        differences=(Difference("bank", "SX1", date(2024, 10, 30), -69_00, "手续费"),),
    )


CHAPTERS = {
    20: open_account,
    90: special_account,
    110: quarterly_reports,
    210: reconcile,
}
