"""捐赠 (gifts): cash, and oil of which some was handed out."""

from tests.given.gifts import a_pledge, some_oil
from tests.projections.given import GivenBooks
from tests.projections.worked_example import ACCOUNT
from tests.projections.year.places import TOWN

GIFT = "JZ1"


def receive_gift(given: GivenBooks) -> None:
    """20,000 yuan in cash, and 300 barrels of which 193 were handed out."""
    given.record(
        "gift.pledged",
        GIFT,
        **a_pledge(GIFT, 32_000_00, donor_id="f-9", donor_name="某粮油公司", place_code=TOWN),
    )
    given.record("gift.cash_received", GIFT, voucher_no="JV1", account_code=ACCOUNT, amount_fen=20_000_00)
    given.record("account.gift_arrived", ACCOUNT, voucher_no="JV1", gift_no=GIFT, amount_fen=20_000_00)
    given.record("gift.goods_received", GIFT, **some_oil(300, 12_000_00, evidence_sha256="a7"))
    given.record(
        "gift.goods_handed_out", GIFT, item="食用油", quantity=193, value_fen=7_720_00, list_sha256="b8"
    )


CHAPTERS = {
    160: receive_gift,
}
