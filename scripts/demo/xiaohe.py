"""小河村 2013: gifts for a village road; 129.18万 were pledged, 101.18万 arrived, and only that is money."""

from scripts.demo.case import Case
from scripts.demo.clerk import APPROVER, RECORDER, Clerk

KINDS = {"企业": "firm", "机关": "office", "个人": "person"}
OTHERS = "其他爱心人士"


def record(clerk: Clerk, case: Case) -> None:
    """Record the named pledges, the rest of the pledges together, and what arrived."""
    account = case.text("account_code")
    clerk.act(
        APPROVER,
        case.day("pledged_on"),
        clerk.books.open_account,
        code=account,
        name="小河村村道硬化工程捐款专户",
        mode="special_account",
        place_code=case.text("place_code"),
        holder_unit="交通运输管理局",
        bank="演示银行",
        approval_no=case.text("approval_no"),
        interest_owner="aid_fund",
    )
    pledges = {row["捐赠方"]: (KINDS[row["类型"]], case.fen(row["金额_万元"])) for row in case.rows()}
    named_fen = sum(fen for _, fen in pledges.values())
    pledges[OTHERS] = ("anonymous", case.fen(case.text("pledged")) - named_fen)
    gifts = {}
    for number, (donor, (kind, fen)) in enumerate(pledges.items(), 1):
        gifts[donor] = f"演示-捐赠-E04-{number:02}"
        clerk.act(
            RECORDER,
            case.day("pledged_on"),
            clerk.books.pledge_gift,
            gift_no=gifts[donor],
            donor_id=f"d-E04-{number:02}",
            donor_name=donor if kind in {"firm", "office"} else "",
            donor_kind=kind,
            amount_fen=fen,
            purpose="小河村村道硬化工程",
            place_code=case.text("place_code"),
        )
    for number, (donor, amount) in enumerate(case.assumed["received"].items(), 1):
        clerk.act(
            RECORDER,
            case.day("received_on"),
            clerk.books.receive_gift_cash,
            gift_no=gifts[donor],
            account_code=account,
            voucher_no=f"演示-凭证-E04-{number:02}",
            amount_fen=case.fen(amount),
        )
    clerk.flag("点名捐赠 109 万元大于到账 101.18 万元：点名的是认捐，不是到账；账上只记到账。")
