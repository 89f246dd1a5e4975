"""捐赠 (gifts), derived anew: what was pledged, came and was used, in money and in kind."""

from scripts.verify.journal import State, Stored
from scripts.verify.papers import DerivedRow, Papers
from scripts.verify.subject import SAYS_ITS_PLACE, Derive, Subject
from scripts.verify.subjects.accounts import CHANNELS

GOODS = {
    "gift.goods_received": ("received", 1),
    "gift.goods_reversed": ("received", -1),
    "gift.goods_handed_out": ("out", 1),
    "gift.hand_out_reversed": ("out", -1),
}
"""On which side of the store a fact about goods stands."""


def gifts(fact: Stored, papers: Papers) -> None:
    """What was pledged, came and was used, in money and in kind."""
    state, topic = fact.state, fact.topic
    if fact.kind == "account":
        column, sign = CHANNELS.get(topic, ("", 0))
        if column == "paid_fen" and state["purpose_kind"] == "gift":
            papers.row("gift_register", state["purpose_code"])["cash_used_fen"] += sign * state["amount_fen"]
            _movement(fact, papers, state["purpose_code"], state["payment_no"], -sign * state["amount_fen"])
        return
    if fact.kind != "gift":
        return
    gift = papers.row("gift_register", fact.key)
    match topic:
        case "gift.pledged":
            gift.update(state, pledged_on=state["effective_on"], pledged_fen=state["amount_fen"])
            _agreed(gift, state)
            _movement(fact, papers, fact.key, "", state["amount_fen"])
        case "gift.pledge_corrected":
            gift.update(state, pledged_fen=state["amount_fen"])
            _movement(fact, papers, fact.key, "", state["amount_fen"] - state["former_amount_fen"])
        case "gift.cash_received":
            gift["cash_fen"] += state["amount_fen"]
            _movement(fact, papers, fact.key, state["voucher_no"], state["amount_fen"])
        case "gift.cash_reversed":
            gift["cash_fen"] -= state["amount_fen"]
            _movement(fact, papers, fact.key, state["reversed_voucher_no"], -state["amount_fen"])
        case "gift.purpose_changed":
            gift["purpose"] = state["purpose"]
            _agreed(gift, state)
            _movement(fact, papers, fact.key, "", 0)
        case _ if topic in GOODS:
            _goods(fact, papers, *GOODS[topic])


def _goods(fact: Stored, papers: Papers, side: str, sign: int) -> None:
    """Goods on the side where they came in or went out; what was reversed stands there in red."""
    state = fact.state
    quantity, value_fen = sign * state["quantity"], sign * state["value_fen"]
    papers.row("gift_register", fact.key)[{"received": "goods_fen", "out": "goods_out_fen"}[side]] += (
        value_fen
    )
    goods = papers.row("gift_register_goods", fact.key, state["item"])
    if fact.topic == "gift.goods_received":
        goods["unit"] = state["unit"]
    goods[f"{side}_quantity"] += quantity
    goods[f"{side}_fen"] += value_fen
    _movement(fact, papers, fact.key, state["item"], value_fen if side == "received" else -value_fen)


def _agreed(gift: DerivedRow, state: State) -> None:
    """What the money may be spent on; the oldest facts do not say it."""
    gift["agreed_items"] = state.get("agreed_items", [])


def _movement(fact: Stored, papers: Papers, gift_no: str, reference: str, amount_fen: int) -> None:
    row = {"gift_no": gift_no, "position": fact.position, "reference": reference, "amount_fen": amount_fen}
    papers.line("gift_register_movements", row)


def _hears(papers: Papers) -> dict[str, Derive]:
    def add(fact: Stored) -> None:
        gifts(fact, papers)

    return {"account": add, "gift": add}


SUBJECT = Subject(
    happens={
        "gift": (
            "cash_received cash_reversed goods_handed_out goods_received goods_reversed hand_out_reversed "
            "pledge_corrected pledged purpose_changed"
        ),
    },
    opens={"gift.pledged": SAYS_ITS_PLACE},
    by_fact={"gift_register_movements": ("position",)},
    at_the_end={"gift_register": ("gift_no",), "gift_register_goods": ("gift_no", "item")},
    hears=_hears,
)
