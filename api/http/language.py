"""语言 (language): 简体中文 unless the caller asks for English first."""

from typing import Literal

Language = Literal["zh", "en"]


def preferred_language(accept_language: str | None) -> Language:
    """The language of sentences by the header `Accept-Language` (RFC 9110, 12.5.4).

    English only where its weight is above that of Chinese; a header that cannot be read counts as none.
    """
    weights: dict[str, float] = {"zh": 0.0, "en": 0.0}
    for choice in (accept_language or "zh").split(","):
        tag, _, parameter = choice.strip().partition(";")
        name = tag.strip().split("-")[0].lower()
        quality = parameter.strip().removeprefix("q=") or "1"
        try:
            weight = float(quality)
        except ValueError:
            continue
        if name in weights:
            weights[name] = max(weights[name], weight)
    return "en" if weights["en"] > weights["zh"] else "zh"
