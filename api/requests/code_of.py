"""代码字段 (codes in requests): the plain text of one of the codes that a subject declares."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from api.http.wording import CODE_OF_LIST
from domain.code import Code, texts

NOTHING_ELSE: Mapping[str, str] = MappingProxyType({})


class CodeOf:
    """Admits these codes and no other text: `Annotated[str, CodeOf(Route)]`.  A fact stores the code."""

    def __init__(
        self, codes: Iterable[Code], *, or_none: bool = False, called: Mapping[str, str] = NOTHING_ELSE
    ) -> None:
        """Admit `codes`, and "" too where a caller may leave the field out.

        called  other words that callers write, each with the code that it means.
        """
        self._codes = tuple(codes)
        self._texts = [*([""] if or_none else []), *texts(self._codes)]
        self._called = called
        self._allowed = {
            "codes_zh": "、".join(f"{one.zh} {one.code}" for one in self._codes) + "，或留空" * or_none,
            "codes_en": ", ".join(texts(self._codes)) + ", or empty" * or_none,
        }

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Describe a choice between texts, as the framework asks."""
        admitted = core_schema.custom_error_schema(
            core_schema.literal_schema(list(self._texts)),
            custom_error_type=CODE_OF_LIST,
            custom_error_message="must be one of {codes_en}",
            custom_error_context=self._allowed,
        )
        if not self._called:
            return admitted
        return core_schema.no_info_before_validator_function(self._code_meant, admitted)

    def _code_meant(self, given: object) -> object:
        """Give the code that a word means; anything else as it is."""
        return self._called.get(given, given) if isinstance(given, str) else given

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe the choice for OpenAPI, with the word of each code in Chinese and English."""
        words = [{"code": one.code, "zh": one.zh, "en": one.en} for one in self._codes]
        return {**handler(core), "x-codes": words}
