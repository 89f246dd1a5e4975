"""资产台账, 记账 (asset ledger, folding): a hand-over makes an asset card; a survey is kept as it was reported."""

from datetime import date

from domain.assets.asset_register import AssetRegister, SurveyCut
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
    project_name: str
    place_code: str
    asset_class: str
    owner_level: str
    owner: str
    keeper: str
    value_fen: int
    sources: tuple[SourceShare, ...]
    handed_over_on: date


class Survey(Row):
    """See query.Survey."""

    place_code: str
    survey_no: str
    position: int
    as_of_on: date
    cuts: tuple[SurveyCut, ...]
    rounding_fen: int


PROJECTS = Table("asset_ledger_projects", ProjectRow, key=("code",))
ASSETS = Table("asset_ledger", Asset)
SURVEYS = Table("asset_ledger_surveys", Survey)


def _proposed(recorded: Recorded, rows: Rows) -> None:
    fact: Project.Proposed = recorded.fact
    rows.add(PROJECTS, ProjectRow(fact.code, fact.name, fact.place_code))


def _handed_over(recorded: Recorded, rows: Rows) -> None:
    fact: Project.HandedOver = recorded.fact
    if fact.asset_class == "none":
        return
    project = rows.change(PROJECTS, recorded.key)
    rows.append(
        ASSETS,
        Asset(
            asset_no=fact.asset_no,
            project_code=project.code,
            project_name=project.name,
            place_code=project.place_code,
            asset_class=fact.asset_class,
            owner_level=fact.owner_level,
            owner=fact.owner,
            keeper=fact.keeper,
            value_fen=fact.value_fen,
            sources=fact.sources,
            handed_over_on=fact.effective_on,
        ),
    )


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
        "project.handed_over": _handed_over,
        "asset_register.surveyed": _surveyed,
    },
)
