"""资金参数 (parameters of funds): whose money it is, what it may be used for, and how long."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SourceLevel:
    """资金级次: who gave the money, e.g. `central` 中央."""

    code: str
    name: str
    source: str


@dataclass(frozen=True)
class Use:
    """用途: what a fund may be used for.  `covers` lists the uses that a comprehensive fund may be split over."""

    code: str
    name: str
    budget_codes: tuple[str, ...]
    source: str
    covers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pool:
    """资金池: a named part of a fund that waits to be given to projects and units, e.g. that of households."""

    code: str
    name_zh: str
    name_en: str
    source: str


@dataclass(frozen=True)
class ForbiddenUse:
    """负面清单: one use that no aid money may ever have."""

    code: str
    text: str
    source: str


@dataclass(frozen=True)
class FeeRule:
    """项目管理费: at most `cap_bp` of the base; allocations for `excluded_uses` are not part of the base."""

    cap_bp: int
    excluded_uses: tuple[str, ...]
    allowed_fee_uses: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class CarryOverRule:
    """结转: money may be used for `years` years, the year of the fund being the first; then it is surplus (结余)."""

    years: int
    source: str


@dataclass(frozen=True)
class InterestRule:
    """利息归属: who owns interest where an account does not say otherwise (treasury | aid_fund)."""

    owner: str
    source: str
