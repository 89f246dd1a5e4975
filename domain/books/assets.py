"""资产业务 (business of assets): the survey of a place's aid assets."""

from datetime import date

from domain.assets.asset_register import AssetRegister, SurveyCut
from domain.assets.register_cuts_agree import register_cuts_agree
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn


class AssetDesk(Desk):
    """资产清查.  Commands also raise OutsideScope and RulebookMissing first."""

    @command
    def survey_assets(
        self,
        turn: DecisionTurn,
        *,
        place_code: str,
        survey_no: str,
        as_of_on: date,
        cuts: tuple[SurveyCut, ...],
        rounding_fen: int = 0,
    ) -> None:
        """登记资产清查.

        Raises PlaceUnknown, PlaceEnded, what `register_cuts_agree` raises, then what `AssetRegister.survey` raises.
        """
        turn.check_place(place_code)
        register = turn.find(AssetRegister, place_code)
        register_cuts_agree(cuts, rounding_fen)
        register.survey(turn.stamp, survey_no, as_of_on, cuts, rounding_fen)
