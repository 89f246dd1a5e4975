"""资产登记 (asset register): what a county's survey of its aid assets found, cut in several ways with equal totals."""

from dataclasses import dataclass
from datetime import date

from domain.fact import Fact, Stream, applies
from domain.keys import recorded_spelling
from domain.rules.refusals import NumberUsedTwice
from domain.rules.steps_follow_in_time import day_is_not_before
from domain.stamp import Stamp


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


class AssetRegister(Stream):
    """资产登记: `asset_register/{place_code}`."""

    KIND = "asset_register"
    WORD = "资产登记", "asset register"
    SUBJECT_OF_NOTICES = True

    @dataclass(frozen=True, kw_only=True)
    class Surveyed(Fact):
        """资产清查: the assets of a place on a day, by nature, by owner and so on."""

        TOPIC = "asset_register.surveyed"
        survey_no: str
        as_of_on: date
        cuts: tuple[SurveyCut, ...]
        rounding_fen: int

    def __init__(self, stream_id: str) -> None:
        super().__init__(stream_id)
        self.place_code = stream_id.partition("/")[2]
        self.survey_nos: set[str] = set()

    @applies(Surveyed)
    def _surveyed(self, fact: Surveyed) -> None:
        self.survey_nos.add(fact.survey_no)

    def survey(
        self, stamp: Stamp, survey_no: str, as_of_on: date, cuts: tuple[SurveyCut, ...], rounding_fen: int
    ) -> None:
        """资产清查.  That the cuts agree is asked before, by `register_cuts_agree`.

        `rounding_fen` is what printed figures may differ by; the difference is kept, never mended.

        Raises NumberUsedTwice, DatesOutOfOrder, in this order.
        """
        if recorded_spelling(survey_no, self.survey_nos) in self.survey_nos:
            raise NumberUsedTwice("survey_no", survey_no)
        day_is_not_before("effective_on", stamp.effective_on, as_of_on)
        self.record(
            self.Surveyed,
            **stamp.fields,
            survey_no=survey_no,
            as_of_on=as_of_on,
            cuts=cuts,
            rounding_fen=rounding_fen,
        )
