"""A contract takes a route that is open to its price (采购方式与限额相符)."""

from domain.projects.codes import ProjectKind
from domain.projects.contract_refusals import PriceAbovePlan, RouteDoesNotFit
from domain.rulebook.refusals import NotInRulebook
from domain.rulebook.regulations import Regulations


def tender_route_fits_the_price(
    regulations: Regulations, kind: str, use: str, route: str, price_fen: int
) -> None:
    """Refuse a route that the rulebook does not open at this price.

    Raises NotInRulebook for a kind of project that is not tendered, RouteDoesNotFit, in this order.
    """
    tendered = regulations.tendered_kinds()
    if kind not in tendered:
        rows = [(one, ProjectKind.word_of(one)[0]) for one in tendered]
        raise NotInRulebook("tender_line", "tender_lines", kind, rows, ProjectKind.word_of(kind)[0])
    routes = regulations.routes_for(kind, price_fen, use)
    if route not in routes:
        raise RouteDoesNotFit(route, price_fen, routes)


def price_stays_within_plan(price_fen: int, plan_fen: int) -> None:
    """Raise PriceAbovePlan when the contract costs more than the plan has."""
    if price_fen > plan_fen:
        raise PriceAbovePlan(price_fen, plan_fen)
