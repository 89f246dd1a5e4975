"""The management fee stays below its share of the base (管理费不超提).

The base is the fund less what goes to the uses that the rulebook excludes: 46.3 = 1% × (5,273 − 385 − 258).  A larger
base, e.g. of several documents together, is accepted with the document that gives it.
"""

from domain.funds.refusals import FeeAboveCap, FeeBaseNeedsDocument
from domain.money.fen import basis_points
from domain.rulebook.fund_rules import FeeRule


def fee_base(stated_fen: int, stated_in: str, computed_fen: int) -> int:
    """The base that counts: the stated one, else the computed.  Raises FeeBaseNeedsDocument."""
    if stated_fen > computed_fen and not stated_in.strip():
        raise FeeBaseNeedsDocument(stated_fen, computed_fen)
    return stated_fen or computed_fen


def fee_stays_below_its_cap(fee_fen: int, base_fen: int, rule: FeeRule) -> None:
    """Raise FeeAboveCap when all fees of the fund together exceed the cap.  Both in fen, the base may be negative."""
    cap_fen = max(basis_points(base_fen, rule.cap_bp), 0)
    if fee_fen > cap_fen:
        raise FeeAboveCap(fee_fen, cap_fen, base_fen, rule.cap_bp)
