"""However the asset register is cut, count and value are the same (分类合计相等)."""

from collections.abc import Sequence

from domain.assets.asset_register import SurveyCut
from domain.assets.refusals import CutsDoNotAgree
from domain.money.fen import check_amount
from domain.rules.refusals import NothingGiven


def register_cuts_agree(cuts: Sequence[SurveyCut], rounding_fen: int) -> None:
    """Raise NothingGiven, AmountOutOfRange, then CutsDoNotAgree.

    Each cut's rows give its totals and each cut gives the totals of the first, values within `rounding_fen`.
    """
    if not cuts:
        raise NothingGiven("cuts")
    check_amount(rounding_fen, "rounding_fen", smallest_fen=0)
    wanted = (cuts[0].count, cuts[0].total_fen)
    for cut in cuts:
        for row in cut.rows:
            check_amount(row.value_fen, "value_fen", smallest_fen=0)
        rows = (sum(row.count for row in cut.rows), sum(row.value_fen for row in cut.rows))
        for found, should_be in ((rows, (cut.count, cut.total_fen)), ((cut.count, cut.total_fen), wanted)):
            if found[0] != should_be[0] or abs(found[1] - should_be[1]) > rounding_fen:
                raise CutsDoNotAgree(cut.cut, *found, *should_be, rounding_fen)
