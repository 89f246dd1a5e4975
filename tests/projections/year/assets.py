"""资产 (assets): what the road is worth is counted."""

from datetime import date

from domain.assets.asset_register import SurveyCut, SurveyRow
from tests.projections.given import GivenBooks


def survey(given: GivenBooks) -> None:
    given.record(
        "asset_register.surveyed",
        "511703",
        on=date(2024, 12, 31),
        survey_no="QC1",
        as_of_on=date(2024, 12, 31),
        cuts=(SurveyCut("nature", (SurveyRow("公益性", 1, 942_300_00),), 942_300_00, 1),),
        rounding_fen=0,
    )


CHAPTERS = {
    220: survey,
}
