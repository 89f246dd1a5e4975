"""资金 (the money): a document is received, changed, allocated and arrives; what is left comes back or is carried over.

Of 2,100,000 yuan 990,000 go to the road, 320,000 to households, 50,000 to a unit and 20,000 to the fee.
"""

from api.story.notices import FUND_NAME
from api.story.step import COUNTY, GIVEN_UP, HOUSEHOLDS, HOUSEHOLDS_ALLOCATION, ROAD, TOWN, money, step

CARRIED_OVER = money(central=38_600_000, provincial=28_400_000)

CHAPTER = 40
STEPS = (
    step(
        "receive_indicator",
        "2025-01-10",
        place_code=COUNTY,
        issued_on="2025-01-08",
        use="comprehensive",
        transfer_kind="earmarked",
        upper_received_on="2025-01-06",
        **money(central=120_000_000, provincial=80_000_000),
    ),
    step(
        "record_budget_step",
        "2025-01-11",
        level="county",
        year=2025,
        step="approved",
        decision_no="达川人〔2025〕1号",
    ),
    step("file_fund_report", "2025-01-13", report="split_proposal", filing_no="达川委农领〔2025〕2号"),
    step(
        "withdraw_fund_report",
        "2025-01-14",
        report="split_proposal",
        filing_no="达川委农领〔2025〕2号",
        reason="市级退回补充项目明细",
    ),
    step("file_fund_report", "2025-01-16", report="split_proposal"),
    step("correct_fund_title", "2025-01-14", title=FUND_NAME, reason="名称漏写省级"),
    step(
        "add_to_indicator",
        "2025-01-15",
        decision_no="达市财农〔2025〕9号",
        **money(central=20_000_000),
        reason="上级追加本年度中央资金",
    ),
    step(
        "cut_indicator",
        "2025-01-16",
        decision_no="达市财农〔2025〕11号",
        **money(provincial=10_000_000),
        reason="省级资金按绩效评价结果核减",
    ),
    step(
        "pass_fund_down",
        "2025-01-18",
        title="下达2025年衔接资金第一批",
        place_code=TOWN,
        issued_on="2025-01-17",
        use="comprehensive",
        **money(provincial=6_000_000),
    ),
    step(
        "reverse_passing_down",
        "2025-01-19",
        decision_no="达川财农〔2025〕10号",
        reason="项目改由县级直接实施",
    ),
    step(
        "allocate_fund",
        "2025-01-20",
        allocation_no="FP-2025-011",
        purpose_code=ROAD,
        **money(central=59_400_000, provincial=39_600_000),
    ),
    step(
        "allocate_fund",
        "2025-01-20",
        allocation_no="FP-2025-012",
        purpose_code=GIVEN_UP,
        **money(central=10_000_000),
    ),
    step(
        "allocate_fund",
        "2025-01-20",
        allocation_no=HOUSEHOLDS_ALLOCATION,
        purpose_code=HOUSEHOLDS,
        use="industry",
        budget_code="2130505",
        **money(central=30_000_000),
    ),
    step(
        "allocate_fund",
        "2025-01-20",
        allocation_no="FP-2025-014",
        purpose_kind="unit",
        purpose_code="DW-014",
        use="monitoring",
        budget_code="2130505",
        spending_item="upkeep",
        **money(central=5_000_000),
    ),
    step(
        "allocate_fund",
        "2025-01-20",
        allocation_no="FP-2025-015",
        purpose_kind="fee",
        purpose_code="",
        **money(provincial=2_000_000),
    ),
    step("record_budget_step", "2025-01-24", level="county", year=2025, step="departments_informed"),
    step(
        "adjust_allocation",
        "2025-01-24",
        from_allocation_no="FP-2025-012",
        to_allocation_no=HOUSEHOLDS_ALLOCATION,
        decision_no="达川委农领〔2025〕7号",
        **money(central=2_000_000),
        reason="到户奖补户数增加",
    ),
    step(
        "take_back_allocation",
        "2025-01-26",
        allocation_no="FP-2025-012",
        decision_no="达川委农领〔2025〕8号",
        **money(central=3_000_000),
        reason="项目规模缩小",
    ),
    step("authorise_integration", "2025-02-03", from_use="comprehensive", amount_fen=5_000_000),
    *(
        step(
            "record_cash_arrival",
            "2025-02-05",
            allocation_no=allocation_no,
            voucher_no=voucher_no,
            **money(**levels),
        )
        for allocation_no, voucher_no, levels in (
            ("FP-2025-011", "银收-2025-02-001", {"central": 59_400_000, "provincial": 39_600_000}),
            (HOUSEHOLDS_ALLOCATION, "银收-2025-02-002", {"central": 32_000_000}),
            ("FP-2025-014", "银收-2025-02-003", {"central": 5_000_000}),
            ("FP-2025-015", "银收-2025-02-004", {"provincial": 2_000_000}),
        )
    ),
    step(
        "record_cash_arrival",
        "2025-03-06",
        allocation_no="FP-2025-012",
        voucher_no="银收-2025-03-008",
        **money(central=5_000_000),
    ),
    step(
        "reverse_cash_arrival", "2025-03-07", voucher_no="银收-2025-03-008", reason="误登，银行没有收到这笔款"
    ),
    step(
        "plan_interest",
        "2025-07-01",
        allocation_no="FP-2025-012",
        account_code="ZZ-02",
        voucher_no="转-2025-001",
        **money(central=12_000),
    ),
    step(
        "reverse_cash_arrival",
        "2025-12-26",
        account_code="ZZ-02",
        voucher_no="转-2025-001",
        reason="项目未实施，利息改为上缴",
    ),
    step(
        "recover_surplus",
        "2025-12-05",
        allocation_no="FP-2025-011",
        voucher_no="银付-2025-12-006",
        **money(central=2_862_000, provincial=1_908_000),
        reason="道路项目按审定价结算后的结余",
    ),
    step("carry_over_fund", "2026-01-05", **CARRIED_OVER),
)
