"""合同与计量方面的拒绝 (refusals about contracts and measured work): the route, the price, how much was done."""

from collections.abc import Sequence

from domain.money.refusals import AboveLimit
from domain.projects.codes import Route
from domain.refusal import Refusal, words_of


class RouteDoesNotFit(Refusal):
    """The way of contracting is not open to this price (采购方式与限额不符)."""

    code = "route_does_not_fit"
    title_zh, title_en = "采购方式与限额不符", "Route does not fit the price"
    codes = words_of(route=Route, routes=Route)
    field = "route"
    shows = ("price_fen", "route", "routes")
    route: str
    price_fen: int
    routes: Sequence[str]

    says_zh = "合同价 {price_fen:yuan} 元，采购方式为{route}，规章允许：{routes}。"
    says_en = "At a price of {price_fen:yuan} yuan the route {route} is not open; open are: {routes}."
    remedy_zh, remedy_en = (
        "请按限额规定的方式采购。",
        "Contract by a route that the rulebook opens at this price.",
    )


class PriceAbovePlan(AboveLimit):
    """A contract does not cost more than the plan has (合同价超出计划)."""

    code = "price_above_plan"
    title_zh, title_en = "合同价超出计划", "Price above the plan"
    asked = ("合同价", "the contract price")
    limit = ("计划", "the plan")
    remedy_zh, remedy_en = "请先调整计划并落实来源。", "Change the plan and its sources first."


class PriceUnusual(Refusal):
    """A contract price far below the plan is asked back (合同价疑误)."""

    code = "price_unusual"
    title_zh, title_en = "合同价疑误", "Price is unusual"
    field = "price_fen"
    price_fen: int
    plan_fen: int
    times: int  # into the plan the price fits so often, or more

    says_zh = "合同价 {price_fen:yuan} 元，计划 {plan_fen:yuan} 元，相差 {times} 倍以上，疑为元、万元之误。"
    says_en = (
        "The price is {price_fen:yuan} yuan, the plan {plan_fen:yuan} yuan: {times} times as much or more."
    )
    remedy_zh = "请核对合同价的单位；确实无误的，在“异常数额说明”中写明理由。"
    remedy_en = "Check the unit of the price; where it is right, say why in confirm_unusual."


class ContractCutBelowWork(AboveLimit):
    """A contract is not cut below the work that was measured, nor below what was paid (合同调减低于已计量或已付款)."""

    code = "contract_cut_below_work"
    title_zh, title_en = "合同调减低于已计量或已付款", "Contract cut below its work"
    status = 409
    asked = ("已计量或已付款", "what was measured or paid")
    limit = ("调整后合同价", "the contract after the change")
    remedy_zh, remedy_en = (
        "调减不得低于已计量、已付款金额。",
        "Cut no deeper than what is measured and what is paid.",
    )


class MeasuredAboveContract(AboveLimit):
    """Measured work does not exceed the contract (计量超出合同价)."""

    code = "measured_above_contract"
    title_zh, title_en = "计量超出合同价", "Measured above the contract"
    asked = ("累计计量", "all measured work")
    limit = ("合同价（含变更）", "the contract with its changes")
    remedy_zh = "请核对工程量，或先办理合同变更。"
    remedy_en = "Check the quantities, or record the contract change first."


class MeasurementPaid(AboveLimit):
    """A measurement whose money was paid is not reversed (计量已付款不能冲销)."""

    code = "measurement_paid"
    title_zh, title_en = "计量已付款不能冲销", "Measurement is paid"
    status = 409
    asked = ("该计量形成的应付", "what the certificate made payable")
    limit = ("未付余额", "what is unpaid")
    remedy_zh, remedy_en = "请先办理付款冲销或退款。", "Reverse or refund the payment first."
