"""账户间调拨 (transfers): money for households goes to a ledger of the town, and comes back in the end.

The first transfer arrives, though its receipt is first recorded too early; one is refused, and one is withdrawn.
"""

from api.story.step import HOUSEHOLDS_ALLOCATION, SECOND_PAYER, TOWN, Said, Step, money, step

COUNTY_ACCOUNT, TOWN_ACCOUNT = "6228-01", "ZZ-03"
TO_TOWN, TO_COUNTY = (
    {"from_account_code": giver, "to_account_code": taker}
    for giver, taker in ((COUNTY_ACCOUNT, TOWN_ACCOUNT), (TOWN_ACCOUNT, COUNTY_ACCOUNT))
)


def sent(transfer_no: str, on: str, voucher_no: str, fen: int, *, way: Said = TO_TOWN, by: str = "") -> Step:
    """Send money for households from one account to the other."""
    return step(
        "send_transfer",
        on,
        by=by,
        transfer_no=transfer_no,
        decision_no=f"达川财调〔2025〕{transfer_no.removeprefix('DB-2025-00')}号",
        allocation_no=HOUSEHOLDS_ALLOCATION,
        voucher_no=voucher_no,
        **way,
        **money(central=fen),
    )


def received(transfer_no: str, on: str, voucher_no: str) -> Step:
    """Confirm at the town that the money came."""
    return step("receive_transfer", on, by=SECOND_PAYER, transfer_no=transfer_no, voucher_no=voucher_no)


CHAPTER = 50
STEPS = (
    step(
        "open_account",
        "2025-08-14",
        code=TOWN_ACCOUNT,
        name="石桥镇到户奖补专账",
        mode="special_ledger",
        place_code=TOWN,
        holder_unit="DW-002",
    ),
    sent("DB-2025-001", "2025-08-18", "银付-2025-08-018", 4_000_000),
    received("DB-2025-001", "2025-08-18", "镇收-2025-08-001"),
    step(
        "reverse_transfer_receipt",
        "2025-08-19",
        by=SECOND_PAYER,
        transfer_no="DB-2025-001",
        reason="银行尚未入账，误登收到",
    ),
    received("DB-2025-001", "2025-08-20", "镇收-2025-08-002"),
    sent("DB-2025-002", "2025-08-25", "银付-2025-08-025", 1_000_000),
    step(
        "refuse_transfer",
        "2025-08-26",
        by=SECOND_PAYER,
        transfer_no="DB-2025-002",
        reason="超出本镇核定户数所需，退回县专户",
    ),
    step("take_transfer_back", "2025-08-27", transfer_no="DB-2025-002", voucher_no="银收-2025-08-027"),
    sent("DB-2025-003", "2025-09-18", "银付-2025-09-018", 2_000_000),
    step("withdraw_transfer", "2025-09-19", transfer_no="DB-2025-003", reason="下半年奖补改由县级统一发放"),
    sent("DB-2025-004", "2025-09-22", "镇付-2025-09-001", 4_000_000, way=TO_COUNTY, by=SECOND_PAYER),
    step("receive_transfer", "2025-09-23", transfer_no="DB-2025-004", voucher_no="银收-2025-09-023"),
)
