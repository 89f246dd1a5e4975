"""A contract takes a route that is open to its price (采购方式与限额相符)."""

from domain.projects.contract_refusals import PriceAbovePlan, RouteDoesNotFit
from domain.rulebook.regulations import Regulations


def tender_route_fits_the_price(
    regulations: Regulations, kind: str, use: str, route: str, price_fen: int
) -> None:
    """Raise RouteDoesNotFit when the rulebook does not open the route at this price."""
    routes = regulations.routes_for(kind, price_fen, use)
    if route not in routes:
        raise RouteDoesNotFit(route, price_fen, routes)


def price_stays_within_plan(price_fen: int, plan_fen: int) -> None:
    """Raise PriceAbovePlan when the contract costs more than the plan has."""
    if price_fen > plan_fen:
        raise PriceAbovePlan(price_fen, plan_fen)
