"""字段用语 (words of requests): the kinds of field that requests are made of, with the limits of their shape.

How long a text or a list may be is declared with the field (`domain/fields/`), and taken from there.
"""

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from api.http.patterns import PLACE, PLACE_OR_NONE, PRINTING, SHA256, SHA256_OR_NONE
from api.requests.days import FIRST_DAY, LAST_DAY, day_from
from domain.fields.field import field_of
from domain.fields.kinds import CODE, KEY, LARGEST_COUNT, NAME, TEXT
from domain.money.fen import LARGEST_FEN, WHOLE_BP
from domain.places.division import unpadded


def entries_of(name: str, *places: str) -> Any:
    """Limit a list to the entries that its field may have; `places` as in `field_of`."""
    return Field(max_length=field_of(name, *places).kind.longest)


def _day(given: object) -> object:
    """Take a day only as text: a number would be read as seconds since 1970."""
    day = day_from(given) if isinstance(given, str) else given
    if type(day) is not date or not FIRST_DAY <= day <= LAST_DAY:
        raise PydanticCustomError("day_text", "a day is written as 2024-06-30")
    return day


Day = Annotated[
    date, BeforeValidator(_day), Field(description="日期，形如 2024-06-30；1990-01-01 至 2100-12-31")
]

Fen = Annotated[int, Field(strict=True, gt=0, le=LARGEST_FEN, description="金额（分）；100 分 = 1 元")]
FenOrNone = Annotated[int, Field(strict=True, ge=0, le=LARGEST_FEN, description="金额（分），可为 0")]
SignedFen = Annotated[
    int, Field(strict=True, ge=-LARGEST_FEN, le=LARGEST_FEN, description="金额（分），减少为负")
]
BasisPoints = Annotated[int, Field(strict=True, ge=0, le=WHOLE_BP, description="比例（基点）；100 = 1%")]
Count = Annotated[int, Field(strict=True, ge=0, le=10**9, description="个数")]
Quantity = Annotated[int, Field(strict=True, gt=0, le=LARGEST_COUNT, description="数量")]
Whole = Annotated[int, Field(strict=True, ge=-(10**12), le=10**12, description="整数")]
YearInPath = Annotated[int, Field(ge=1978, le=2200, description="年度")]
"""A year as the digits of a path say it; in a body it is a number."""
Year = Annotated[YearInPath, Field(strict=True)]
Yes = Annotated[bool, Field(strict=True)]

Key = Annotated[
    str, Field(min_length=1, max_length=KEY.longest, pattern=PRINTING, description="业务编号，不含 /")
]
KeyOrNone = Annotated[str, Field(max_length=KEY.longest, pattern=PRINTING, description="业务编号，无则留空")]
Code = Annotated[str, Field(min_length=1, max_length=CODE.longest, pattern=PRINTING, description="代码")]
CodeOrNone = Annotated[str, Field(max_length=CODE.longest, pattern=PRINTING, description="代码，无则留空")]
Name = Annotated[str, Field(min_length=1, max_length=NAME.longest, pattern=PRINTING, description="名称")]
NameOrNone = Annotated[str, Field(max_length=NAME.longest, pattern=PRINTING, description="名称，无则留空")]
Text = Annotated[str, Field(min_length=1, max_length=TEXT.longest, pattern=PRINTING, description="文字")]
TextOrNone = Annotated[str, Field(max_length=TEXT.longest, pattern=PRINTING, description="文字，无则留空")]
PersonId = Annotated[
    str, Field(min_length=1, max_length=KEY.longest, pattern=PRINTING, description="人员代码，不是姓名")
]
Place = Annotated[
    str, Field(pattern=PLACE, description="行政区划代码：县6位、乡9位、村12位"), AfterValidator(unpadded)
]
PlaceOrNone = Annotated[
    str, Field(pattern=PLACE_OR_NONE, description="行政区划代码，无则留空"), AfterValidator(unpadded)
]
PlaceAround = Annotated[str, AfterValidator(unpadded)]
"""What a list is narrowed to: a code or its beginning; "" is everywhere."""
Sha256 = Annotated[str, Field(pattern=SHA256, description="文件的 SHA-256（小写十六进制）")]
Sha256OrNone = Annotated[str, Field(pattern=SHA256_OR_NONE, description="文件的 SHA-256，无则留空")]
