"""事实不载个人号码: numbers of persons are found however they are spelt; masked and other numbers are not."""

from datetime import date

import pytest

from domain.accounts.account import Account
from domain.claims.claim import Claim
from domain.claims.document import Document
from domain.money.sources import SourceShare
from domain.notices.field_text import FieldText
from domain.notices.notice import Notice
from domain.personal_number import personal_number_in_id, without_personal_numbers
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers, personal_number_in
from domain.rules.refusals import PersonalNumber

IDENTITY = "11010519491231002X"
CARD = "6222021234567894"
MOBILE = "13812345678"


def full_width(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) for one in text)


@pytest.mark.parametrize(
    "text",
    [
        f"身份证{IDENTITY}",
        f"{IDENTITY.lower()}，本人",
        f"ID{IDENTITY}",
        full_width(IDENTITY),
        "110105 19491231 002X",
        "110105-19491231-002 X",
        "110105.19491231.002x",
        "110105194\n91231002X",
        "110105194\u200b91231002X",
        "511703800101123",
        "电话13800138000",
        "138 0013 8000",
        "138 001 38000",
        "+8613800138000",
        "86-13800138000",
        "0138.0013.8000",
        "138—1234—5678",
        "138\u00a01234\u00a05678",
        "138  1234  5678",
        "1 3 8 1 2 3 4 5 6 7 8",
        "tel13800138000",
        "付给张三13800138000",
        "一三八一二三四五六七八",
        full_width(MOBILE),
        f"卡号{CARD}",
        full_width(CARD),
        "6222 0212 3456 7894",
        "6222.0212.3456.7894",
        "2024年 合同 12-3 6222 0212 3456 7894",
        "①③⑧⓪⓪①③⑧⓪⓪⓪",
        "𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎",
        "١٣٨٠٠١٣٨٠٠٠",
        "110105/19491231/002X",
        "110105／19491231／002Ｘ",
        "138|0013|8000",
    ],
)
def test_a_number_of_a_person_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(PersonalNumber) as refusal:
        facts_hold_no_personal_numbers(title="村道", content=text)
    assert refusal.value.field == "content"
    assert not any(character.isdigit() for character in refusal.value.detail_zh)


@pytest.mark.parametrize(
    "text",
    [
        "达市财农〔2024〕3号",
        "110105********002X",
        "110105194912310021",
        "138****8000",
        "举报电话12317，办公室 0818-2651234",
        "行政区划 511703101201",
        "资金7247124.84元，里程2000米",
        "资金159123456.78元，合15912.345678万元",
        "合计 13 800 138 000 元",
        "91511703MA6XXXXX0K",
        "511703240101001",
        "2024-01-05—2024-03-01",
        "发票 5100231130 12345678",
        "HT-2024-0012、HT-2024-0013",
        "0" * 64,
        "7f3a90bc413912345678b1c2d3e4f50a",
        "7f3a90bc-4139-8123-4567-9b1c2d3e4f50",
        "合同 2024/03/15、2024/04/15 至 2024/12/31",
        "壹叁捌零零壹叁捌零零零",
        "国办发 01391381-2345-6784-b0a1-13812345678a 号",
    ],
)
def test_what_is_masked_or_no_number_of_a_person_passes(text: str) -> None:
    facts_hold_no_personal_numbers(content=text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"没有 {IDENTITY}。", "没有 …。"),
        (f"/board/{IDENTITY}/12", "/board/…/12"),
        ("110105-19491231-002x，①③⑧⓪⓪①③⑧⓪⓪⓪", "…，…"),
        (f"共 12 个，没有 {full_width(IDENTITY)}", "共 12 个，没有 …"),
        ("行政区划 511703101201，资金 7247124.84 元", "行政区划 511703101201，资金 7247124.84 元"),
    ],
)
def test_a_text_is_shown_without_the_numbers_of_persons(text: str, shown: str) -> None:
    assert without_personal_numbers(text) == shown


def a_payment(**said: str) -> Account.Paid:
    texts = {
        "by": "u-payer",
        "payment_no": "FK-2024-00123",
        "voucher_no": "PZ-00123",
        "claim_no": "BZ-2024-00031",
        "roll_no": "",
        "stage": "progress",
        "payee_id": "f-builder",
        "payee_name": "宏远建设有限公司",
        "purpose_kind": "project",
        "purpose_code": "P-511703-0012",
        "budget_code": "2130504",
    }
    levels = ("central", "provincial")
    return Account.Paid(
        **(texts | said),
        effective_on=date(2024, 3, 1),
        rulebook_version=1,
        year=2024,
        sources=tuple(SourceShare("达市财农〔2024〕3号", level, 100) for level in levels),
        amount_fen=200,
    )


def test_every_text_field_of_a_fact_is_looked_at() -> None:
    assert personal_number_in(a_payment()) is None
    for field in ("by", "payment_no", "voucher_no", "claim_no", "purpose_code", "payee_name", "budget_code"):
        assert personal_number_in(a_payment(**{field: MOBILE})) == field


def test_values_inside_a_fact_are_looked_at_and_hashes_are_not() -> None:
    on = date(2024, 3, 1)

    def submitted(number: str, sha256: str) -> Claim.Submitted:
        return Claim.Submitted(
            effective_on=on,
            by="u-1",
            claim_no="BZ-1",
            purpose_kind="unit",
            purpose_code="U1",
            account_code="Z1",
            stage="unit",
            amount_fen=100,
            payee_id="f-1",
            payee_name="一建公司",
            documents=(Document("invoice", "FP1", "", 100, on), Document("photo", number, sha256, 0, on)),
        )

    assert personal_number_in(submitted("ZP-1", MOBILE)) is None
    assert personal_number_in(submitted(IDENTITY, "")) == "documents"


def test_two_clean_texts_beside_each_other_are_no_number() -> None:
    fields = (FieldText("a", "电话见13812"), FieldText("b", "345678见附件"))
    extended = Notice.Extended(
        effective_on=date(2024, 3, 1),
        by="u-1",
        reason="138123",
        fields=fields,
        amounts=(),
        closes_on=date(2024, 4, 1),
    )
    assert personal_number_in(extended) is None


@pytest.mark.parametrize("made", ["6222021234567890128", "roll-370105520515003", "1732791234567890123"])
def test_a_counter_in_an_id_is_no_number_of_a_person(made: str) -> None:
    assert personal_number_in_id(made) is None


@pytest.mark.parametrize("made", ["11010519491231002X", "110105-19491231-002X", "tel-13800138000"])
def test_an_id_holds_no_number_that_can_only_be_a_persons(made: str) -> None:
    assert personal_number_in_id(made) is not None
