"""账户间调拨 (transfers): part of the fee goes to the other account, which refuses it; another order is withdrawn."""

from api.story.step import SECOND_PAYER, money, step

FEE = {"allocation_no": "FP-2025-015", **money(provincial=1_000_000)}

STEPS = (
    step("send_transfer", "2025-08-18", transfer_no="DB-2025-003", voucher_no="银付-2025-08-021", **FEE),
    step(
        "receive_transfer",
        "2025-08-19",
        by=SECOND_PAYER,
        transfer_no="DB-2025-003",
        voucher_no="转-2025-08-001",
    ),
    step(
        "reverse_transfer_receipt",
        "2025-08-20",
        by=SECOND_PAYER,
        transfer_no="DB-2025-003",
        reason="误登收款，款项尚未到账",
    ),
    step(
        "refuse_transfer",
        "2025-08-21",
        by=SECOND_PAYER,
        transfer_no="DB-2025-003",
        reason="专账不支付项目管理费",
    ),
    step("take_transfer_back", "2025-08-22", transfer_no="DB-2025-003", voucher_no="银收-2025-08-009"),
    step("send_transfer", "2025-08-25", transfer_no="DB-2025-004", voucher_no="银付-2025-08-022", **FEE),
    step("withdraw_transfer", "2025-08-26", transfer_no="DB-2025-004", reason="管理费仍由专户支付"),
)
