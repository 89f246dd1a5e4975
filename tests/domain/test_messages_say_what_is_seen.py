"""Messages are read by people: names as names, what cannot be seen as escapes, shares in percent."""

from functools import partial

import pytest

from api.security.refusals import RoleMissing
from domain.accounts.refusals import InterestIsTreasurys
from domain.person import PersonMisread
from domain.projects.contract_refusals import RouteDoesNotFit
from domain.projects.proposal_refusals import ChangeNeedsApproval
from domain.refusal import Refusal
from domain.rulebook.name_of_code import name_of_code
from domain.rulebook.ready.ready import ready_rulebook
from domain.rules.refusals import NothingGiven, NumberUsedTwice, UseNotOfFund


def test_a_name_is_shown_as_it_was_typed_and_what_cannot_be_seen_as_an_escape() -> None:
    refusal = PersonMisread("payee_id", "王小明\u200b\t")
    assert "“王小明\\u200b\\t”" in refusal.detail_zh
    assert refusal.figures == {"given": "王小明\\u200b\\t"}


def test_a_share_is_written_in_percent() -> None:
    refusal = ChangeNeedsApproval(99_990_000, 1_000)
    assert refusal.detail_zh == "累计调整为 999900%，超过 10%，须附批准文号。"
    assert refusal.figures == {"share_bp": 99_990_000, "limit_bp": 1_000}


@pytest.mark.parametrize(
    ("refusal", "told_zh", "told_en"),
    [
        (
            RoleMissing(frozenset({"payer", "approver"}), frozenset({"recorder"})),
            "您的角色是审批、出纳；此业务须由财务经办办理。",
            "Your roles: approver, payer; this act needs one of: recorder.",
        ),
        (
            InterestIsTreasurys("ZH-1", "treasury"),
            "账户 ZH-1 的利息归国库，归帮扶资金的才可安排使用。",
            "The interest of account ZH-1 belongs to treasury; only that of aid_fund is planned.",
        ),
        (
            RouteDoesNotFit("direct", 100, ["open_tender", "inquiry"]),
            "合同价 1.00 元，采购方式为直接委托，规章允许：公开招标、询价。",
            "At a price of 1.00 yuan the route direct is not open; open are: open_tender、inquiry.",
        ),
        (NothingGiven("reason"), "“理由”为空。", "reason is empty."),
        (
            NumberUsedTwice("certificate_no", "C-1"),
            "“计量单编号”C-1 已使用过。",
            "certificate_no C-1 was used before.",
        ),
        (NothingGiven("unheard_of"), "“unheard_of”为空。", "unheard_of is empty."),
    ],
)
def test_a_chinese_sentence_says_words_where_an_english_one_says_codes(
    refusal: Refusal, told_zh: str, told_en: str
) -> None:
    assert (refusal.detail_zh, refusal.detail_en) == (told_zh, told_en)


def test_codes_of_the_rulebook_are_worded_by_the_rulebook() -> None:
    refusal = UseNotOfFund("industry", "moon")
    assert refusal.detail_zh == "资金用途为“moon”，本次用途为“industry”。"
    refusal.word_codes(partial(name_of_code, ready_rulebook("2021-2")))
    assert refusal.detail_zh == "资金用途为“moon”，本次用途为“特色产业”。"
    assert refusal.figures == {"asked": "industry", "given": "moon"}
