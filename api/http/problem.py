"""问题报告 (problem): the shape of every "no", RFC 9457 with the fields that this service adds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ProblemPlace:
    """One place of the request that is wrong.

    pointer  a JSON pointer into the body (`#/sources/0/amount_fen`), or `?name`, `path:name`, `header:name`.
    code     the kind of mistake.
    """

    pointer: str
    code: str
    detail_zh: str
    detail_en: str


@dataclass(frozen=True)
class Problem:
    """What was wrong, with both figures and what to do.

    type            the address of the page about this problem.
    title, detail   in the caller's language; both languages follow.
    instance        the path that was asked for.
    code            stable, never reused.
    correlation_id  finds the request in the log.
    figures         both sides of the broken rule by name; amounts in fen.
    errors          the places of the request that are wrong; empty when the request as a whole is refused.
    """

    type: str
    title: str
    status: int
    detail: str
    instance: str
    code: str
    correlation_id: str
    title_zh: str
    title_en: str
    detail_zh: str
    detail_en: str
    remedy_zh: str
    remedy_en: str
    figures: dict[str, int | str]
    errors: tuple[ProblemPlace, ...]
