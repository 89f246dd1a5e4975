"""捐赠与资产: a pledge is not a receipt, stock keeps its value to the last piece, cuts of a register agree."""

from datetime import date
from typing import Any

import pytest

from domain.accounts.account import Account
from domain.assets.asset_register import SurveyCut, SurveyRow
from domain.assets.refusals import CutsDoNotAgree
from domain.books.books import Books
from domain.gifts.gift import Gift
from domain.gifts.refusals import (
    DonorKindUnknown,
    DonorNameShown,
    GoodsNotYetThere,
    GoodsUnitDiffers,
    StockTooSmall,
)
from domain.gifts.state import Stock
from domain.money.refusals import AmountOutOfRange
from domain.refusal import OutsideScope, UnknownRecord
from domain.rules.refusals import (
    CountOutOfRange,
    DatesOutOfOrder,
    NothingGiven,
    NumberUsedTwice,
    PersonalNumber,
)
from tests.domain.project_papers import ACCOUNT, COUNTY, HASH, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.gifts import a_pledge, some_oil


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books).opens()


def pledge(story: Story, **changes: Any) -> None:
    story.books.pledge_gift(story.act(), **a_pledge("JZ-1", 20_000 * YUAN) | changes)


def test_a_claim_for_a_gift_keeps_the_number_of_the_pledge(story: Story) -> None:
    pledge(story)
    claim_no = story.submits("gift", 100, story.on, purpose=("gift", "jz－1"))
    assert story.claim(claim_no).purpose_code == "JZ-1"


def receive_barrels(
    story: Story,
    quantity: int = 300,
    unit: str = "桶",
    value_fen: int = 12_000 * YUAN,
    on: date | None = None,
) -> None:
    story.books.receive_gift_goods(
        story.act(on=on), gift_no="JZ-1", **some_oil(quantity, value_fen, unit=unit)
    )


def hand_out(story: Story, quantity: int, item: str = "食用油", on: date | None = None) -> None:
    story.books.hand_out_goods(
        story.act(on=on), gift_no="JZ-1", item=item, quantity=quantity, list_sha256=HASH
    )


def gift_of(story: Story) -> Gift:
    return story.stream(Gift, "JZ-1")


def test_300_barrels_at_40_yuan_193_handed_out_107_left(story: Story) -> None:
    pledge(story)
    assert gift_of(story).received_fen == 0
    story.books.receive_gift_cash(
        story.act(), gift_no="JZ-1", voucher_no="V-1", account_code=ACCOUNT, amount_fen=20_000 * YUAN
    )
    receive_barrels(story)
    hand_out(story, 193)
    assert gift_of(story).stock["食用油"] == Stock(107, "桶", 4_280 * YUAN)
    with refused(story, StockTooSmall, asked=108, held=107):
        hand_out(story, 108)
    hand_out(story, 107)
    assert gift_of(story).stock["食用油"] == Stock(0, "桶", 0)
    assert gift_of(story).received_fen == 20_000 * YUAN
    assert story.account.available(("gift", "JZ-1")) == {("JZ-1", "social"): 20_000 * YUAN}


def test_the_last_piece_takes_the_rest_of_the_value(story: Story) -> None:
    pledge(story, amount_fen=0)
    receive_barrels(story, quantity=3, value_fen=100)
    for left_fen in (67, 34, 0):
        hand_out(story, 1)
        assert gift_of(story).stock["食用油"].value_fen == left_fen


def test_goods_are_not_handed_out_before_they_came(story: Story) -> None:
    pledge(story, amount_fen=0)
    receive_barrels(story, 100, on=day("2024-03-10"))
    receive_barrels(story, 50, on=day("2024-04-10"))
    with refused(story, GoodsNotYetThere, item="食用油", on="2024-03-09", came_on="2024-03-10"):
        hand_out(story, 1, on=day("2024-03-09"))
    with refused(story, GoodsNotYetThere, on="2024-04-09", came_on="2024-04-10"):
        hand_out(story, 101, on=day("2024-04-09"))
    hand_out(story, 100, on=day("2024-03-10"))
    with refused(story, GoodsNotYetThere, on="2024-04-09"):
        hand_out(story, 1, on=day("2024-04-09"))
    hand_out(story, 50, on=day("2024-04-10"))
    assert gift_of(story).stock["食用油"].quantity == 0


def test_a_gift_of_cash_is_paid_on_a_claim_from_its_own_money(story: Story) -> None:
    pledge(story)
    story.books.receive_gift_cash(
        story.act(), gift_no="JZ-1", voucher_no="V-1", account_code=ACCOUNT, amount_fen=500
    )
    claim_no = story.submits("gift", 500, story.on, purpose=("gift", "JZ-1"), payee_id="v-1")
    story.approves(claim_no, 500, story.on)
    story.pays(claim_no, 500, story.on)
    account = story.stream(Account, ACCOUNT)
    assert account.balance_fen == 0


def test_a_pledge_names_no_private_donor(story: Story) -> None:
    with refused(story, DonorNameShown, donor_kind="person"):
        pledge(story, donor_kind="person")
    with refused(story, DonorKindUnknown, given="martian"):
        pledge(story, donor_kind="martian")
    with refused(story, AmountOutOfRange):
        pledge(story, amount_fen=-1)
    with refused(story, PersonalNumber):
        pledge(story, purpose="交 13800138000 收")
    with refused(story, OutsideScope):
        pledge(story, place_code="350302")
    pledge(story, donor_kind="anonymous", donor_name="")


def test_goods_keep_their_unit_and_the_purpose_its_consent(story: Story) -> None:
    with refused(story, UnknownRecord):
        receive_barrels(story)
    pledge(story)
    receive_barrels(story)
    with refused(story, GoodsUnitDiffers, given="斤", held="桶"):
        receive_barrels(story, unit="斤")
    with refused(story, CountOutOfRange, given="0", smallest=1) as said:
        receive_barrels(story, quantity=0)
    assert said.value.detail_zh == "“数量”为 0，应为 1 至 1000000000000 的整数。"
    with refused(story, CountOutOfRange, given="0"):
        hand_out(story, 0)
    with refused(story, StockTooSmall, held=0):
        hand_out(story, 1, item="大米")
    with refused(story, NothingGiven):
        story.books.change_gift_purpose(story.act(), gift_no="JZ-1", purpose="助学", consent_sha256="")
    story.books.change_gift_purpose(story.act(), gift_no="JZ-1", purpose="助学", consent_sha256=HASH)
    assert gift_of(story).purpose == "助学"


NATURE = SurveyCut(
    "nature", (SurveyRow("经营性", 300, 20_000), SurveyRow("公益性", 324, 10_862)), 30_862, 624
)
OWNER = SurveyCut("owner", (SurveyRow("村", 600, 30_000), SurveyRow("乡镇", 24, 862)), 30_862, 624)


def survey(story: Story, *cuts: SurveyCut, survey_no: str = "QC-1", rounding_fen: int = 0) -> None:
    story.books.survey_assets(
        story.act(),
        place_code=COUNTY,
        survey_no=survey_no,
        as_of_on=day("2024-02-29"),
        cuts=cuts,
        rounding_fen=rounding_fen,
    )


def test_every_cut_of_the_register_gives_the_same_count_and_value(story: Story) -> None:
    with refused(story, NothingGiven):
        survey(story)
    off_by_one = SurveyCut("owner", OWNER.rows, 30_863, 624)
    with refused(story, CutsDoNotAgree, cut="owner", value_fen=30_862, wanted_fen=30_863):
        survey(story, NATURE, off_by_one)
    with refused(story, CutsDoNotAgree, count=623, wanted_count=624):
        survey(story, NATURE, SurveyCut("owner", (SurveyRow("村", 623, 30_862),), 30_862, 623))
    survey(story, NATURE, off_by_one, rounding_fen=1)
    with refused(story, NumberUsedTwice):
        survey(story, NATURE, OWNER)
    with refused(story, DatesOutOfOrder):
        story.books.survey_assets(
            story.act(), place_code=COUNTY, survey_no="QC-2", as_of_on=day("2024-03-02"), cuts=(NATURE,)
        )
