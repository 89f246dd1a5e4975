"""资产台账, 记账 (asset ledger, folding): a hand-over makes an asset card; a survey is kept as it was reported.

A hand-over that is taken back strikes the card; the next one under the number writes it anew.
"""

from datetime import date

from domain.assets.asset_register import AssetRegister, SurveyCut
from domain.assets.codes import AssetClass
from domain.money.sources import SourceShare
from domain.projects.project import Project
from projections.ledger.page import Recorded
from projections.ledger.projection import Projection
from projections.ledger.rows import Rows
from projections.ledger.tables import Row, Table


class ProjectRow(Row):
    """What a project is called and where it lies."""

    code: str
    name: str
    place_code: str


class Asset(Row):
    """See query.AssetRow."""

    asset_no: str
    project_code: str
    place_code: str = ""
    asset_class: str = ""
    owner_level: str = ""
    owner: str = ""
    keeper: str = ""
    value_fen: int = 0
    sources: tuple[SourceShare, ...] = ()
    handed_over_on: date = date.min
    reversed_on: date | None = None
    reason: str = ""


class Survey(Row):
    """See query.Survey."""

    place_code: str
    survey_no: str
    position: int
    as_of_on: date
    cuts: tuple[SurveyCut, ...]
    rounding_fen: int


PROJECTS = Table("asset_ledger_projects", ProjectRow, key=("code",))
ASSETS = Table("asset_ledger", Asset, key=("asset_no", "project_code"))
SURVEYS = Table("asset_ledger_surveys", Survey)


def _proposed(recorded: Recorded, rows: Rows) -> None:
    fact: Project.Proposed = recorded.fact
    rows.add(PROJECTS, ProjectRow(fact.code, fact.name, fact.place_code))


def _name_corrected(recorded: Recorded, rows: Rows) -> None:
    rows.change(PROJECTS, recorded.key).name = recorded.fact.name


def _handed_over(recorded: Recorded, rows: Rows) -> None:
    fact: Project.HandedOver = recorded.fact
    if fact.asset_class == AssetClass.NONE:
        return
    project = rows.change(PROJECTS, recorded.key)
    asset = rows.at(ASSETS, (fact.asset_no, project.code))
    asset.place_code = project.place_code
    asset.asset_class, asset.owner_level = fact.asset_class, fact.owner_level
    asset.owner, asset.keeper = fact.owner, fact.keeper
    asset.value_fen, asset.sources = fact.value_fen, fact.sources
    asset.handed_over_on = fact.effective_on
    asset.reversed_on, asset.reason = None, ""


def _hand_over_reversed(recorded: Recorded, rows: Rows) -> None:
    fact: Project.HandOverReversed = recorded.fact
    if fact.asset_class != AssetClass.NONE:
        asset = rows.change(ASSETS, (fact.asset_no, recorded.key))
        asset.reversed_on, asset.reason = fact.effective_on, fact.reason


def _surveyed(recorded: Recorded, rows: Rows) -> None:
    fact: AssetRegister.Surveyed = recorded.fact
    rows.append(
        SURVEYS,
        Survey(
            place_code=recorded.key,
            survey_no=fact.survey_no,
            position=recorded.position,
            as_of_on=fact.as_of_on,
            cuts=fact.cuts,
            rounding_fen=fact.rounding_fen,
        ),
    )


PROJECTION = Projection(
    "asset_ledger",
    (PROJECTS, ASSETS, SURVEYS),
    {
        "project.proposed": _proposed,
        "project.name_corrected": _name_corrected,
        "project.handed_over": _handed_over,
        "project.hand_over_reversed": _hand_over_reversed,
        "asset_register.surveyed": _surveyed,
    },
)
