"""代码字段 (codes in requests): the plain text of one of the codes that a subject declares."""

from collections.abc import Iterable
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from domain.code import Code, texts


class CodeOf:
    """Admits these codes and no other text: `Annotated[str, CodeOf(Route)]`.  A fact stores the text as it came."""

    def __init__(self, codes: Iterable[Code], *, or_none: bool = False) -> None:
        """Admit `codes`, and "" too where a caller may leave the field out."""
        self._codes = tuple(codes)
        self._texts = [*([""] if or_none else []), *texts(self._codes)]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Describe a choice between texts, as the framework asks."""
        return core_schema.literal_schema(list(self._texts))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe the choice for OpenAPI, with the word of each code in Chinese and English."""
        words = [{"code": one.code, "zh": one.zh, "en": one.en} for one in self._codes]
        return {**handler(core), "x-codes": words}
