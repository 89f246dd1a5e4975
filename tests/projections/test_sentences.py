"""Every fact can be read aloud, in Chinese and in English."""

import pytest

from domain.fact import FACTS
from domain.money.sources import SourceShare
from projections.ledger.page import fact_of
from projections.words.places import places_written
from projections.words.writing import TOPICS, sentence_of
from tests.projections.examples import example_fact

fact_of("period.closed")  # every stream is imported now, so FACTS is whole; tests may add facts of their own
OURS = {topic: kind for topic, kind in FACTS.items() if kind.__module__.startswith("domain.")}


def test_every_fact_has_a_sentence_and_every_sentence_a_fact() -> None:
    assert set(OURS) == TOPICS


@pytest.mark.parametrize("topic", sorted(OURS))
def test_a_sentence_is_written_from_the_fact_alone(topic: str) -> None:
    zh, en = sentence_of(topic, example_fact(OURS[topic]))
    for sentence in (zh, en):
        assert sentence
        assert "{" not in sentence
        assert "None" not in sentence
        assert not sentence.endswith((".", "。"))
    amounts = {name for name in ("amount_fen", "plan_fen") if name in OURS[topic].__dataclass_fields__}
    if amounts:
        assert "1,234.56 元" in zh
        assert "1,234.56 yuan" in en


def test_amounts_read_as_yuan_with_their_sources() -> None:
    paid = example_fact(
        fact_of("account.paid"),
        payee_name="达川建筑公司",
        purpose_kind="project",
        purpose_code="P1",
        stage="retention",
        claim_no="BZ4",
        payment_no="ZF4",
        voucher_no="PZ4",
        amount_fen=28_269_00,
        sources=(
            SourceShare("达市财农〔2024〕3号", "central", 16_961_40),
            SourceShare("达市财农〔2024〕3号", "provincial", 11_307_60),
        ),
    )
    zh, en = sentence_of("account.paid", paid)
    assert zh == (
        "向达川建筑公司支付项目P1的质保金 28,269.00 元（中央 16,961.40 元、省级 11,307.60 元），报账单 BZ4，"
        "付款 ZF4，凭证 PZ4"
    )
    assert en == (
        "28,269.00 yuan (central 16,961.40 yuan, provincial 11,307.60 yuan) was paid to 达川建筑公司: "
        "retention of project P1, claim BZ4, payment ZF4, voucher PZ4"
    )


def test_sources_of_several_documents_name_the_document() -> None:
    planned = example_fact(
        fact_of("project.planned"),
        sources=(SourceShare("甲1", "central", 100), SourceShare("乙2", "county", 50)),
    )
    assert "（甲1 中央 1.00 元、乙2 县级 0.50 元）" in sentence_of("project.planned", planned).zh


def test_a_code_without_a_name_is_shown_as_it_is() -> None:
    drafted = example_fact(fact_of("notice.drafted"), kind="new_kind", level="village")
    assert "村级new_kind" in sentence_of("notice.drafted", drafted).zh


def test_a_missing_reason_leaves_no_trace() -> None:
    closed = example_fact(fact_of("account.closed"), reason="")
    assert sentence_of("account.closed", closed) == ("账户销户", "The account was closed")


@pytest.mark.parametrize(
    ("rate_bp", "text"), [(300, "3%"), (1050, "10.5%"), (-25, "-0.25%"), (1001, "10.01%")]
)
def test_rates_read_as_percent(rate_bp: int, text: str) -> None:
    held = example_fact(fact_of("project.retention_held"), retention_bp=rate_bp, base="settlement")
    assert f"按审定结算价的 {text} 预留" in sentence_of("project.retention_held", held).zh


@pytest.mark.parametrize(
    ("former_name", "zh"),
    [("石桥镇", "511703101 石桥镇 更名为石桥新镇"), ("", "511703101 更名为石桥新镇")],
)
def test_a_place_is_renamed_from_the_name_it_had(former_name: str, zh: str) -> None:
    said = {"code": "511703101", "name": "石桥新镇", "former_name": former_name, "reason": ""}
    assert sentence_of("place.renamed", example_fact(fact_of("place.renamed"), **said)).zh == zh


@pytest.mark.parametrize(("lines", "text"), [((1,), "1 line, "), ((1, 2), "2 lines, ")])
def test_english_counts_one_line_and_two_lines(lines: tuple[int, ...], text: str) -> None:
    confirmed = example_fact(fact_of("roll.bank_confirmed"), lines=lines)
    assert text in sentence_of("roll.bank_confirmed", confirmed).en


@pytest.mark.parametrize(
    ("said", "zh"),
    [
        ({"payee_name": "", "roll_no": "HMC1", "claim_no": ""}, "向各户支付"),
        ({"payee_name": "", "roll_no": "", "payee_id": "p-7"}, "向p-7支付"),
    ],
)
def test_private_persons_are_paid_by_id_or_together(said: dict[str, str], zh: str) -> None:
    assert zh in sentence_of("account.paid", example_fact(fact_of("account.paid"), **said)).zh


def test_a_place_is_written_as_its_reader_says_and_else_as_its_code() -> None:
    opened = example_fact(fact_of("account.opened"), holder_unit="DW-001")
    with places_written({"DW-001": "达川区财政局"}.__getitem__):
        assert sentence_of("account.opened", opened).zh.endswith("（达川区财政局）")
    assert sentence_of("account.opened", opened).zh.endswith("（DW-001）")
