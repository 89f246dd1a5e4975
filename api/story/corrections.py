"""更正 (corrections): what was recorded by mistake is reversed by a fact of its own, with a reason."""

from api.story.funds import CARRIED_OVER
from api.story.step import money, step

CHAPTER = 110
STEPS = (
    step(
        "correct_pledge", "2025-03-06", donor_name="达川商会", amount_fen=2_500_000, reason="认捐书金额录错"
    ),
    step("receive_gift_cash", "2025-03-12", voucher_no="银收-2025-03-006", amount_fen=100_000),
    step(
        "reverse_gift_cash",
        "2025-03-13",
        voucher_no="银收-2025-03-006",
        voucher_year=2025,
        reason="误登，银行没有收到",
    ),
    step("receive_gift_goods", "2025-03-13", quantity=20, unit="桶", value_fen=128_000),
    step(
        "reverse_gift_goods",
        "2025-03-14",
        quantity=20,
        value_fen=128_000,
        reason="同一批物资登记了两次",
    ),
    step("hand_out_goods", "2025-03-21", quantity=10),
    step("reverse_hand_out", "2025-03-22", quantity=10, reason="误登，物资没有发出"),
    step("return_payment", "2025-04-21", payment_no="ZF-2025-037", reason="银行通知退回"),
    step("reverse_return", "2025-04-22", payment_no="ZF-2025-037", reason="退票通知属于另一账户"),
    step(
        "reverse_confirmation",
        "2025-05-24",
        payment_no="DF-2025-002",
        line_nos=[1],
        reason="银行回单漏列一行退回",
    ),
    step(
        "reverse_line_returns",
        "2025-05-25",
        payment_no="DF-2025-002",
        line_nos=[1],
        reason="银行更正，这一行已发放",
    ),
    step(
        "pay_back_line",
        "2025-06-11",
        line_no=1,
        refund_no="TK-2025-009",
        amount_fen=10_000,
        reason="退回一部分",
    ),
    step("reverse_pay_back", "2025-06-12", refund_no="TK-2025-009", reason="误登，款项没有退回"),
    step(
        "recover_surplus",
        "2025-12-05",
        allocation_no="FP-2025-015",
        voucher_no="银付-2025-12-007",
        **money(provincial=200_000),
        reason="项目管理费结余",
    ),
    step(
        "reverse_recovery",
        "2025-12-08",
        voucher_no="银付-2025-12-007",
        voucher_year=2025,
        reason="管理费仍要使用，误登收回",
    ),
    step("reverse_carry_over", "2026-01-06", reason="结转尚未批复，批复后重新登记"),
    step("carry_over_fund", "2026-01-08", **CARRIED_OVER),
)
