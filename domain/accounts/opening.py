"""开户与销户 (opening and closing of an account)."""

from domain.accounts.codes import AccountMode
from domain.accounts.refusals import AccountAttributeUnknown, AccountNotEmpty, ApprovalNumberMissing
from domain.accounts.state import AccountState
from domain.code import texts
from domain.rulebook.codes import InterestOwner
from domain.stamp import Stamp


def open_account(
    account: AccountState,
    stamp: Stamp,
    *,
    code: str,
    name: str,
    mode: str,
    place_code: str,
    holder_unit: str,
    bank: str,
    approval_no: str,
    interest_owner: str,
) -> None:
    """开户.  Raises AccountAttributeUnknown, ApprovalNumberMissing (a 专户 without approval), in that order."""
    for field, given, listed in (
        ("mode", mode, AccountMode),
        ("interest_owner", interest_owner, InterestOwner),
    ):
        if given not in texts(listed):
            raise AccountAttributeUnknown(field, given, listed)
    if mode == AccountMode.SPECIAL_ACCOUNT and not approval_no.strip():
        raise ApprovalNumberMissing(code)
    account.record(
        account.Opened,
        **stamp.fields,
        code=code,
        name=name,
        mode=mode,
        place_code=place_code,
        holder_unit=holder_unit,
        bank=bank,
        approval_no=approval_no,
        interest_owner=interest_owner,
    )


def close_account(account: AccountState, stamp: Stamp, reason: str) -> None:
    """销户.  Raises AccountClosed, AccountNotEmpty, in that order."""
    account.check_open()
    if account.balance_fen:
        raise AccountNotEmpty(account.code, account.balance_fen)
    account.record(account.Closed, **stamp.fields, reason=reason)
