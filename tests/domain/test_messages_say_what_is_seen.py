"""Messages are read by people: names as names, what cannot be seen as escapes, shares in percent."""

from domain.person import PersonMisread
from domain.projects.proposal_refusals import ChangeNeedsApproval


def test_a_name_is_shown_as_it_was_typed_and_what_cannot_be_seen_as_an_escape() -> None:
    refusal = PersonMisread("payee_id", "王小明\u200b\t")
    assert "“王小明\\u200b\\t”" in refusal.detail_zh
    assert refusal.figures == {"given": "王小明\\u200b\\t"}


def test_a_share_is_written_in_percent() -> None:
    refusal = ChangeNeedsApproval(99_990_000, 1_000)
    assert refusal.detail_zh == "累计调整为 999900%，超过 10%，须附批准文号。"
    assert refusal.figures == {"share_bp": 99_990_000, "limit_bp": 1_000}
