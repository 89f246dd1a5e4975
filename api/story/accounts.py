"""专户、专账 (accounts): two are opened and one is closed; interest comes, and the bank's statements are compared."""

from api.story.step import COUNTY, step

CHAPTER = 30
STEPS = (
    step(
        "open_account",
        "2025-01-02",
        place_code=COUNTY,
        bank="达川农商行",
        approval_no="达川财〔2025〕1号",
    ),
    step(
        "open_account",
        "2025-01-02",
        code="ZZ-02",
        name="县级配套专账",
        mode="special_ledger",
        place_code=COUNTY,
        interest_owner="aid_fund",
    ),
    step(
        "reconcile_account",
        "2025-03-03",
        statement_on="2025-02-28",
        bank_balance_fen=138_000_000,
        lines=[
            {
                "on": "2025-02-05",
                "voucher_no": "银收-2025-02-001",
                "amount_fen": 99_000_000,
                "text": "收财政拨款",
            },
            {
                "on": "2025-02-05",
                "voucher_no": "银收-2025-02-002",
                "amount_fen": 32_000_000,
                "text": "收财政拨款",
            },
            {
                "on": "2025-02-05",
                "voucher_no": "银收-2025-02-003",
                "amount_fen": 5_000_000,
                "text": "收财政拨款",
            },
            {
                "on": "2025-02-05",
                "voucher_no": "银收-2025-02-004",
                "amount_fen": 2_000_000,
                "text": "收财政拨款",
            },
        ],
    ),
    step(
        "reconcile_account_with_csv",
        "2025-04-01",
        statement_on="2025-03-31",
        bank_balance_fen=140_000_000,
        file="日期,凭证号,金额（元）,摘要\n2025-03-10,银收-2025-03-005,20000.00,收捐款\n",
    ),
    step("file_account_report", "2025-04-08"),
    step("withdraw_account_report", "2025-04-09", reason="市级退回，漏填利息一栏"),
    step("file_account_report", "2025-04-11"),
    step(
        "record_interest",
        "2025-06-21",
        voucher_no="银利-2025-06-001",
        amount_fen=36_800,
        period_from="2025-03-21",
        period_to="2025-06-20",
    ),
    step(
        "record_interest",
        "2025-06-21",
        voucher_no="银利-2025-06-002",
        amount_fen=36_800,
        period_from="2025-03-21",
        period_to="2025-06-20",
    ),
    step(
        "record_interest",
        "2025-06-21",
        code="ZZ-02",
        voucher_no="利-2025-001",
        amount_fen=12_000,
        period_from="2025-03-21",
        period_to="2025-06-20",
    ),
    step("reverse_interest", "2025-06-23", voucher_no="银利-2025-06-002", reason="同一计息单登记了两次"),
    step("pay_over_interest", "2025-06-25", voucher_no="银付-2025-06-010", amount_fen=36_000),
    step(
        "reverse_interest_payment",
        "2025-06-26",
        voucher_no="银付-2025-06-010",
        reason="上缴金额录错，更正后重登",
    ),
    step("pay_over_interest", "2025-06-26", voucher_no="银付-2025-06-011", amount_fen=36_800),
    step(
        "pay_over_interest",
        "2025-12-29",
        code="ZZ-02",
        voucher_no="付-2025-001",
        amount_fen=12_000,
        receiver="达川区财政局",
    ),
    step("close_account", "2025-12-30", code="ZZ-02", reason="县级配套改由专户核算，专账停用"),
)
