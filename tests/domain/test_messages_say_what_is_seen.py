"""Messages are read by people: names as names, what cannot be seen as escapes, shares in percent."""

from functools import partial

import pytest

from api.security.refusals import RoleMissing
from domain.accounts.codes import AccountMode
from domain.accounts.refusals import AccountAttributeUnknown, InterestIsTreasurys, SourceNotArrived
from domain.claims.refusals import DocumentsMissing
from domain.funds.authorisation_refusals import AuthorisationDoesNotFit
from domain.person import PersonMisread
from domain.projects.contract_refusals import RouteDoesNotFit
from domain.projects.proposal_refusals import ChangeNeedsApproval, DecisionIncomplete
from domain.projects.reversal_refusals import AcceptanceNotTheLast
from domain.refusal import Refusal
from domain.rulebook.name_of_code import name_of_code
from domain.rulebook.ready.ready import ready_rulebook
from domain.rulebook.refusals import NotInRulebook, RulebookMisread
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
        (
            DocumentsMissing("settlement", ["invoice", "audit_report", "blueprint"]),
            "结算款报账缺少：发票、结算审计报告、blueprint。",
            "A claim of the stage settlement lacks: invoice、audit_report、blueprint.",
        ),
        (
            AcceptanceNotTheLast("village", "town"),
            "要冲销的是村级自验，最后通过的是乡镇初验。",
            "The acceptance to reverse is village; the last that passed is town.",
        ),
        (
            AccountAttributeUnknown("mode", "purse", AccountMode),
            "“核算方式”为 purse，应为：专户、专账。",
            "mode is purse; it should be one of: special_account、special_ledger.",
        ),
        (
            SourceNotArrived(500, 300, "unit DW-1"),
            "单位 DW-1：需付 5.00 元，已到位未支付 3.00 元。",
            "unit DW-1: the amount needed is 5.00 yuan; what arrived and is unspent is 3.00 yuan.",
        ),
        (
            DecisionIncomplete("party_meeting", "党员大会审议", ("没有公开", "—"), ("公开 7 天", "7 days")),
            "民主决策“党员大会审议”实际：没有公开；要求：公开 7 天。",
            "Decision step party_meeting: found —, needed 7 days.",
        ),
        (
            RulebookMisread("fee.source", "", ("文件和条款", "a document and article")),
            "规章参数 fee.source 为 （缺），应为：文件和条款。",
            "The parameter fee.source is missing; it should be a document and article.",
        ),
        (
            NotInRulebook("use", "uses", "moon", [("industry", "特色产业"), ("plain", "")]),
            "规章的“用途表”中没有 moon，可用：industry 特色产业、plain。",
            "The rulebook lists no use moon; it lists: industry、plain.",
        ),
        (
            NotInRulebook("tender_line", "tender_lines", "subsidy", [("works", "工程")], "到户补助"),
            "规章的“采购限额表”中没有 subsidy 到户补助，可用：works 工程。",
            "The rulebook lists no tender_line subsidy; it lists: works.",
        ),
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


def test_an_authorisation_says_level_and_uses_by_their_words() -> None:
    refusal = AuthorisationDoesNotFit(
        "整1", "central", "industry", "infrastructure", "county", "industry", "infrastructure"
    )
    refusal.word_codes(partial(name_of_code, ready_rulebook("2021-2")))
    granted, asked = "中央: 特色产业 → 小型公益性基础设施", "县级: 特色产业 → 小型公益性基础设施"
    assert refusal.detail_zh == f"授权 整1 为 {granted}，本次为 {asked}。"
    assert refusal.figures == {
        "granted": "central: industry → infrastructure",
        "asked": "county: industry → infrastructure",
    }
