"""按凭证查找 (entries by voucher): what an account took in or gave out and did not reverse, found for a reversal."""

from collections.abc import Mapping
from typing import TypeVar

from domain.accounts.facts import AccountFacts as Facts
from domain.accounts.refusals import ArrivalUnknown, GiftReceiptUnknown, InterestUnknown, SurplusUnknown
from domain.accounts.state import AccountState
from domain.keys import recorded_spelling

InterestKind = TypeVar("InterestKind", Facts.InterestReceived, Facts.InterestPaidOver)
Entry = TypeVar("Entry")


def arrival(
    account: AccountState, arrived_year: int, voucher_no: str, document_no: str
) -> Facts.MoneyArrived:
    """The arrival of a fund's money under this voucher, in whatever spelling.

    Raises ArrivalUnknown, also when it was reversed.
    """
    found = _under(account.arrivals, arrived_year, voucher_no)
    if found is None or found.document_no != document_no:
        raise ArrivalUnknown(account.code, arrived_year, voucher_no)
    return found


def surplus(
    account: AccountState, voucher_year: int, voucher_no: str, document_no: str
) -> Facts.SurplusReturned:
    """The surplus of a fund that was returned under this voucher, in whatever spelling.

    Raises SurplusUnknown, also when it was reversed.
    """
    found = _under(account.surpluses, voucher_year, voucher_no)
    if found is None or found.document_no != document_no:
        raise SurplusUnknown(account.code, voucher_year, voucher_no)
    return found


def gift_receipt(
    account: AccountState, voucher_year: int, voucher_no: str, gift_no: str
) -> Facts.GiftArrived:
    """The money of a gift under this voucher, in whatever spelling.

    Raises GiftReceiptUnknown, also when it was reversed.
    """
    found = _under(account.gifts, voucher_year, voucher_no)
    if found is None or found.gift_no != gift_no:
        raise GiftReceiptUnknown(account.code, voucher_year, voucher_no)
    return found


def interest_entry(
    account: AccountState, kind: type[InterestKind], voucher_year: int, voucher_no: str
) -> InterestKind:
    """The interest of this kind under this voucher, in whatever spelling.

    Raises InterestUnknown, also when it was reversed.
    """
    found = _under(account.interest, voucher_year, voucher_no)
    if not isinstance(found, kind):
        raise InterestUnknown(account.code, voucher_year, voucher_no)
    return found


def _under(entries: Mapping[tuple[int, str], Entry], entered_year: int, voucher_no: str) -> Entry | None:
    """The entry of a year under this voucher, in whatever spelling."""
    of_year = [number for year, number in entries if year == entered_year]
    return entries.get((entered_year, recorded_spelling(voucher_no, of_year)))
