"""资产请求 (requests about assets): surveys of the register."""

from typing import Annotated, ClassVar

from api.requests.body import CommandBody, Part
from api.requests.words import Count, Day, FenOrNone, Key, Name, Place, SignedFen, entries_of
from domain.assets import asset_register


class SurveyRow(Part):
    """资产清查行 — the count and value of one class."""

    VALUE: ClassVar[type] = asset_register.SurveyRow

    class_name: Name
    count: Count
    value_fen: FenOrNone


class SurveyCut(Part):
    """资产清查口径 — the register cut one way (by nature, by owner), with its own totals."""

    VALUE: ClassVar[type] = asset_register.SurveyCut

    cut: Name
    rows: Annotated[tuple[SurveyRow, ...], entries_of("rows")]
    total_fen: FenOrNone
    count: Count


class SurveyAssets(CommandBody):
    """Record a survey; every cut must add up to the same register."""

    place_code: Place
    survey_no: Key
    as_of_on: Day
    cuts: Annotated[tuple[SurveyCut, ...], entries_of("cuts")]
    rounding_fen: SignedFen = 0
