"""Allocated money keeps the use of its fund (专款专用), or moves by an authorisation that fits (统筹整合授权)."""

from datetime import date

from domain.funds.authorisation_refusals import (
    AuthorisationDoesNotFit,
    AuthorisationExceeded,
    AuthorisationExpired,
)
from domain.funds.codes import PurposeKind
from domain.funds.state import FundState
from domain.funds.values import Allocation, Sources
from domain.rulebook.regulations import Regulations
from domain.rules.money_keeps_its_use import budget_code_is_of_use, money_keeps_its_use, use_is_open


def allocation_keeps_its_use(
    fund: FundState,
    on: date,
    regulations: Regulations,
    allocation: Allocation,
    sources: Sources,
) -> None:
    """Refuse a use that the fund may not pay; the fee has no use of its own, but an authorisation must fit.

    Raises UseOnNegativeList, NotInRulebook, then UseNotOfFund or what `_check_authorisation` raises, then
    BudgetCodeNotOfUse.
    """
    if allocation.purpose_kind == PurposeKind.FEE:
        if allocation.authorisation_no:
            _check_authorisation(fund, on, allocation, sources)
        return
    use_is_open(allocation.use, regulations)
    if allocation.authorisation_no:
        _check_authorisation(fund, on, allocation, sources)
    else:
        money_keeps_its_use(fund.use, allocation.use, regulations)
    budget_code_is_of_use(allocation.budget_code, allocation.use, regulations)


def _check_authorisation(fund: FundState, on: date, allocation: Allocation, sources: Sources) -> None:
    """Raise AuthorisationUnknown, AuthorisationDoesNotFit, AuthorisationExpired, AuthorisationExceeded."""
    number = allocation.authorisation_no
    grant = fund.authorisation(number)
    granted = (grant.level, grant.from_use, grant.to_use)
    for part in sources:
        asked = (part.level, fund.use, allocation.use)
        if asked != granted:
            raise AuthorisationDoesNotFit(number, *granted, *asked)
    if on > grant.valid_until:
        raise AuthorisationExpired(number, grant.valid_until, on)
    asked_fen, left_fen = sum(part.amount_fen for part in sources), grant.amount_fen - grant.used_fen
    if asked_fen > left_fen:
        raise AuthorisationExceeded(asked_fen, left_fen, number)
