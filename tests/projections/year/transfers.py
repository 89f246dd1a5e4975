"""资金调拨 (transfers): one that its sender withdrew."""

from datetime import date

from tests.given.accounts import an_entry
from tests.projections.given import GivenBooks
from tests.projections.worked_example import ACCOUNT, FUND, split


def transfer(given: GivenBooks) -> None:
    """A transfer of the project's money that its sender withdrew; its accounts are as if it had not been."""
    given.record(
        "transfer.sent",
        "DB1",
        on=date(2024, 3, 11),
        transfer_no="DB1",
        decision_no="调1",
        from_account_code=ACCOUNT,
        to_account_code="zh02",
        document_no=FUND,
        allocation_no="A1",
        voucher_no="DC1",
        **an_entry(split(1_000_00)),
    )
    given.record("transfer.withdrawn", "DB1", on=date(2024, 3, 12), reason="账户有误")


CHAPTERS = {
    240: transfer,
}
