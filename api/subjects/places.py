"""区划与单位 (places): the commands that a person may give, and the questions a person may ask."""

from typing import Annotated

from fastapi import APIRouter, Body, Query
from starlette.responses import Response

from api.commands.declaration import BodyFormat, Subject
from api.http.reading import Ask, Paged
from api.requests.path_keys import path_key
from api.requests.place_files import TABLES, PlaceFile, places_from_csv
from api.requests.places import EndPlace, RegisterDivisions, RegisterUnits, RenamePlace
from api.requests.words import Day, Name, PlaceAround
from domain.places.register import Places
from projections.access.roles import Role
from projections.place_register import query as place_register
from projections.reading.paging import Page

REGISTER = Places.id_of(Places.KEY)
SUBJECT = Subject("区划与单位", "Places", chapter=95, stream=REGISTER)

DivisionCode = Annotated[str, path_key("code", "places")]
UnitCode = Annotated[str, path_key("code", "UnitRow")]
DayAsked = Annotated[Day, Query()]
Source = Annotated[Name, Query(description="名册的出处")]
File = Annotated[bytes, Body(media_type="text/csv")]


def file_of(request: type[RegisterDivisions | RegisterUnits]) -> BodyFormat:
    """A body that is a file of divisions or of units; a bad one raises InvalidRequest with a place for every line."""

    def read(*, effective_on: DayAsked, source: Source, content: File) -> PlaceFile:
        return places_from_csv(request, content, effective_on=effective_on, source=source)

    return BodyFormat.csv(read, TABLES[request])


COMMANDS = (
    SUBJECT.post(
        "/places/county/divisions",
        "register_divisions",
        RegisterDivisions,
        by=Role.ADMINISTRATOR,
        zh=("登记行政区划", "登记县、乡、村的代码和名称，全部登记或一行也不登记；已登记的行略过。"),
        en=(
            "Register divisions",
            (
                "Register codes and names of county, towns and villages, all rows or none; "
                "rows that stand there already are passed over."
            ),
        ),
    ),
    SUBJECT.post(
        "/places/county/divisions/file",
        "register_divisions",
        RegisterDivisions,
        by=Role.ADMINISTRATOR,
        zh=("导入行政区划", "直接用 CSV 文件登记行政区划；有误的行逐行列出。"),
        en=(
            "Import divisions",
            "Register divisions with a CSV file; every bad row is reported by its line number.",
        ),
        operation="register_divisions_with_csv",
        body_format=file_of(RegisterDivisions),
    ),
    SUBJECT.post(
        "/places/county/units",
        "register_units",
        RegisterUnits,
        by=Role.ADMINISTRATOR,
        zh=(
            "登记单位",
            "登记单位的代码、名称、类别和统一社会信用代码，全部登记或一行也不登记；已登记的行略过。",
        ),
        en=(
            "Register units",
            (
                "Register units by number, name, kind and unified code, all rows or none; "
                "rows that stand there already are passed over."
            ),
        ),
    ),
    SUBJECT.post(
        "/places/county/units/file",
        "register_units",
        RegisterUnits,
        by=Role.ADMINISTRATOR,
        zh=("导入单位", "直接用 CSV 文件登记单位；有误的行逐行列出。"),
        en=("Import units", "Register units with a CSV file; every bad row is reported by its line number."),
        operation="register_units_with_csv",
        body_format=file_of(RegisterUnits),
    ),
    SUBJECT.post(
        "/places/county/renamings",
        "rename_place",
        RenamePlace,
        by=Role.ADMINISTRATOR,
        zh=("区划、单位更名", "给区划或单位更名，写明批文或理由。"),
        en=("Rename place", "Give a division or a unit another name, with the decree or the reason."),
    ),
    SUBJECT.post(
        "/places/county/endings",
        "end_place",
        EndPlace,
        by=Role.ADMINISTRATOR,
        zh=("撤销区划、单位", "登记区划或单位有效的最后一天和接替者；误登的，最后一天填启用日的前一天。"),
        en=(
            "End place",
            (
                "Record the last day of a division or a unit and what takes its place; "
                "of one registered by mistake, the day before its first."
            ),
        ),
    ),
)

router = APIRouter(prefix="/places/county", tags=[SUBJECT.zh])


@router.get("/divisions", response_model=Page[place_register.Division])
def list_divisions(ask: Ask, paged: Paged, place: PlaceAround = "", level: str | None = None) -> Response:
    """行政区划 — the divisions by code; `place` is the beginning of the code."""
    return ask.page(
        "place_register",
        lambda cursor: place_register.divisions(cursor, paged, place=place, level=level),
    )


@router.get("/divisions/{code}", response_model=place_register.Division)
def read_division(code: DivisionCode, ask: Ask) -> Response:
    """行政区划一项 — one division with its days and its successor."""
    return ask.part(
        "place_register",
        REGISTER,
        lambda cursor: place_register.division(cursor, code),
        part=f"divisions/{code}",
        named=(f"行政区划 {code}", f"division {code}"),
    )


@router.get("/units", response_model=Page[place_register.Unit])
def list_units(ask: Ask, paged: Paged, place: PlaceAround = "", kind: str | None = None) -> Response:
    """单位 — the units by number; `place` is the beginning of the code of their place."""
    return ask.page(
        "place_register", lambda cursor: place_register.units(cursor, paged, place=place, kind=kind)
    )


@router.get("/units/{code}", response_model=place_register.Unit)
def read_unit(code: UnitCode, ask: Ask) -> Response:
    """单位一项 — one unit with its unified code, its place and its days."""
    return ask.part(
        "place_register",
        REGISTER,
        lambda cursor: place_register.unit(cursor, code),
        part=f"units/{code}",
        named=(f"单位 {code}", f"unit {code}"),
    )
