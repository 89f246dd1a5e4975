"""掇刀 2021: 624 assets worth 30,862.6147万, cut by nature and by owner; the cut by owner is printed rounded."""

from itertools import groupby

from domain.assets.asset_register import SurveyCut, SurveyRow
from domain.money.amount_text import yuan_text
from scripts.demo.case import Case
from scripts.demo.clerk import RECORDER, Clerk


def record(clerk: Clerk, case: Case) -> None:
    """Record the survey: both cuts have the same count, and differ by 47元 of rounding."""
    cuts = []
    for name, group in groupby(case.rows(), key=lambda row: row["口径"]):
        rows = tuple(SurveyRow(row["类别"], int(row["项数"]), case.fen(row["金额_万元"])) for row in group)
        cuts.append(SurveyCut(name, rows, sum(row.value_fen for row in rows), sum(row.count for row in rows)))
    by_nature, by_owner = cuts
    rounding_fen = by_nature.total_fen - by_owner.total_fen
    clerk.act(
        RECORDER,
        case.published_on,
        clerk.books.survey_assets,
        place_code=case.text("place_code"),
        survey_no=case.text("survey_no"),
        as_of_on=case.day("as_of_on"),
        cuts=tuple(cuts),
        rounding_fen=rounding_fen,
    )
    clerk.flag(f"两个口径相差 {yuan_text(rounding_fen)} 元，来自按确权口径保留两位小数。")
