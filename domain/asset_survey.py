"""资产清查表 (asset survey): the cuts and rows of a survey as they are printed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SurveyRow:
    """分类一行: one class of assets."""

    class_name: str
    count: int
    value_fen: int


@dataclass(frozen=True)
class SurveyCut:
    """资产分类: all assets cut by one view, e.g. by nature or by owner, with the totals as printed."""

    cut: str
    rows: tuple[SurveyRow, ...]
    total_fen: int
    count: int
