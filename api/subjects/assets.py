"""资产 (assets): what the projects left behind, and the surveys of it."""

from fastapi import APIRouter
from starlette.responses import Response

from api.commands.declaration import Subject
from api.http.reading import Ask, Paged
from api.requests.assets import SurveyAssets
from api.requests.words import PlaceAround
from domain.assets.asset_register import AssetRegister
from projections.access.roles import Role
from projections.asset_ledger import query as asset_ledger
from projections.reading.paging import Page

SUBJECT = Subject("资产", "Assets", chapter=90, stream=AssetRegister.id_of("{place_code}"))

COMMANDS = (
    SUBJECT.post(
        "/asset-surveys",
        "survey_assets",
        SurveyAssets,
        by=Role.RECORDER,
        zh=("登记资产清查", "登记一个地方的资产清查；各口径的合计须一致。"),
        en=("Survey assets", "Record a survey of the assets of a place; the totals of every cut must agree."),
    ),
)

router = APIRouter(tags=[SUBJECT.zh])


@router.get("/asset-surveys", response_model=tuple[asset_ledger.Survey, ...])
def list_surveys(ask: Ask, place: PlaceAround = "") -> Response:
    """资产清查 — the surveys of a place and those inside it."""
    return ask.whole("asset_ledger", lambda cursor: asset_ledger.surveys(cursor, place=place))


@router.get("/assets", response_model=Page[asset_ledger.AssetRow])
def list_assets(
    ask: Ask,
    paged: Paged,
    place: PlaceAround = "",
    asset_class: str | None = None,
    owner_level: str | None = None,
) -> Response:
    """资产台账 — the assets of handed-over projects."""
    return ask.page(
        "asset_ledger",
        lambda cursor: asset_ledger.assets(
            cursor, paged, place=place, asset_class=asset_class, owner_level=owner_level
        ),
    )


@router.get("/asset-totals", response_model=tuple[asset_ledger.AssetTotal, ...])
def read_asset_totals(ask: Ask, place: PlaceAround = "") -> Response:
    """资产汇总 — count and value by class and owner level."""
    return ask.whole("asset_ledger", lambda cursor: asset_ledger.totals(cursor, place=place))
