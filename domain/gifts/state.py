"""捐赠现状 (state of a gift): what its facts add up to, and the questions that its chapters ask of it."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from domain.fact import Stream, applies
from domain.gifts.facts import GiftFacts as Facts
from domain.gifts.refusals import GoodsEntryUnknown
from domain.money.inflows import Inflows

Receipt = tuple[str, date, int, int]
"""What a receipt of goods is known by: item, day, quantity, value in fen."""

HandOut = tuple[str, date, int, str]
"""What a hand-out of goods is known by: item, day, quantity, hash of its list."""


Donor = tuple[str, str, str]
"""捐赠人: id, name and kind."""


@dataclass(frozen=True)
class Stock:
    """库存物资: how many of an item there are and what they are worth together."""

    quantity: int
    unit: str
    value_fen: int

    def plus(self, quantity: int, value_fen: int) -> "Stock":
        """The stock with so many more; fewer where they are negative."""
        return replace(self, quantity=self.quantity + quantity, value_fen=self.value_fen + value_fen)


class GiftState(Facts, Stream):
    """捐赠现状: what was pledged, came in money, and lies in stock.  Only the appliers here write it."""

    KIND = "gift"
    WORD = "捐赠", "gift"
    NUMBERED = True
    SUBJECT_OF_NOTICES = True

    def __init__(self, stream_id: str) -> None:
        """Begin without a pledge.

        receipts   the goods that came and were not reversed; those alike in the order of their recording.
        hand_outs  the goods that were handed out and not reversed, likewise.
        came_in    on which day how many of each item came, or came back.
        """
        super().__init__(stream_id)
        self.gift_no = self.purpose = self.place_code = ""
        self.donor: Donor = "", "", ""
        self.agreed_items: tuple[str, ...] = ()
        self.pledged_fen = self.received_fen = 0
        self.stock: dict[str, Stock] = {}
        self.receipts: defaultdict[Receipt, list[Facts.GoodsReceived]] = defaultdict(list)
        self.hand_outs: defaultdict[HandOut, list[Facts.GoodsHandedOut]] = defaultdict(list)
        self.came_in: Inflows[str] = Inflows()

    # What the facts add up to

    @applies(Facts.Pledged)
    def _pledged(self, fact: Facts.Pledged) -> None:
        self.gift_no, self.purpose, self.place_code = fact.gift_no, fact.purpose, fact.place_code
        self.agreed_items = fact.agreed_items
        self.donor, self.pledged_fen = (fact.donor_id, fact.donor_name, fact.donor_kind), fact.amount_fen

    @applies(Facts.PledgeCorrected)
    def _pledge_corrected(self, fact: Facts.PledgeCorrected) -> None:
        self.donor, self.pledged_fen = (fact.donor_id, fact.donor_name, fact.donor_kind), fact.amount_fen

    @applies(Facts.PurposeChanged)
    def _purpose_changed(self, fact: Facts.PurposeChanged) -> None:
        self.purpose, self.agreed_items = fact.purpose, fact.agreed_items

    @applies(Facts.CashReceived)
    def _cash_received(self, fact: Facts.CashReceived) -> None:
        self.received_fen += fact.amount_fen

    @applies(Facts.CashReversed)
    def _cash_reversed(self, fact: Facts.CashReversed) -> None:
        self.received_fen -= fact.amount_fen

    @applies(Facts.GoodsReceived)
    def _goods_received(self, fact: Facts.GoodsReceived) -> None:
        self.receipts[fact.item, fact.effective_on, fact.quantity, fact.value_fen].append(fact)
        held = self.stock.get(fact.item, Stock(0, fact.unit, 0))
        self.stock[fact.item] = held.plus(fact.quantity, fact.value_fen)
        self.came_in.add(fact.effective_on, [(fact.item, fact.quantity)])

    @applies(Facts.GoodsReversed)
    def _goods_reversed(self, fact: Facts.GoodsReversed) -> None:
        self.receipts[fact.item, fact.received_on, fact.quantity, fact.value_fen].pop()
        self.stock[fact.item] = self.stock[fact.item].plus(-fact.quantity, -fact.value_fen)

    @applies(Facts.GoodsHandedOut)
    def _goods_handed_out(self, fact: Facts.GoodsHandedOut) -> None:
        self.hand_outs[fact.item, fact.effective_on, fact.quantity, fact.list_sha256].append(fact)
        self.stock[fact.item] = self.stock[fact.item].plus(-fact.quantity, -fact.value_fen)

    @applies(Facts.HandOutReversed)
    def _hand_out_reversed(self, fact: Facts.HandOutReversed) -> None:
        self.hand_outs[fact.item, fact.handed_out_on, fact.quantity, fact.list_sha256].pop()
        self.stock[fact.item] = self.stock[fact.item].plus(fact.quantity, fact.value_fen)
        self.came_in.add(fact.effective_on, [(fact.item, fact.quantity)])

    # Questions

    def held(self, item: str) -> Stock:
        """What lies in stock of an item."""
        return self.stock.get(item, Stock(0, "", 0))

    def receipt(self, known_by: Receipt) -> Facts.GoodsReceived:
        """The goods that came so; of several alike the latest.

        Raises GoodsEntryUnknown, also when they were reversed.
        """
        alike = self.receipts.get(known_by)
        if not alike:
            item, on, quantity, _ = known_by
            raise GoodsEntryUnknown(self.gift_no, item, on, quantity)
        return alike[-1]

    def handed_out(self, known_by: HandOut) -> Facts.GoodsHandedOut:
        """The goods that were handed out so; of several alike the latest.

        Raises GoodsEntryUnknown, also when they were reversed.
        """
        alike = self.hand_outs.get(known_by)
        if not alike:
            item, on, quantity, _ = known_by
            raise GoodsEntryUnknown(self.gift_no, item, on, quantity)
        return alike[-1]
