"""What goes wrong after the demo.

A claim withdrawn, payments returned, a refund, transfers, interest, goods, a roll whose lines bounce.
"""

from datetime import date, timedelta
from typing import Any

from domain.accounts.account import Account
from domain.books.desk.act import Act
from domain.claims.claim import Claim
from domain.money.sources import SourceAmount
from domain.notices.notice_amount import NoticeAmount
from domain.rolls.values import ReturnedLine, RollLine
from domain.rulebook.codes import Figure
from scripts.demo.claim_path import pay_claim
from scripts.demo.clerk import APPROVER, PAYER, RECORDER, Clerk
from scripts.demo.notice_path import NoticeText, run
from scripts.demo.papers import scan
from tests.scripts.fund_mishaps import record_fund_mishaps
from tests.scripts.reversed_steps import take_steps_back
from tests.scripts.spending_mishaps import record_spending

DAY = date(2026, 2, 2)
CLOSED_ON = DAY + timedelta(10)
ACCOUNT, WITHDRAWN, CLAIM = "演示-密山专账", "演示-报账-B03-1-settlement", "重报-B03-1"
CLAIM_FEN = 109_532_400
GIFT, ROLL = "演示-捐赠-E04-01", "二月"
TOWN_ACCOUNT, TOWN_PAYER, TRANSFER_FEN = "演示-乡镇专账", "u-town-payer", 4_000
KEPT_ACCOUNT = "演示-小河村捐款专户"
HOUSEHOLDS = {"取消-二月": 4, ROLL: 50}
ROLL_FIELDS = ("village", "standard", "quantity", "amount", "period", "supervision_phone")


def record_mishaps(clerk: Clerk) -> str:
    """Record all of it in the books of the demo county; the number of the roll."""
    claim_again(clerk)
    come_back(clerk)
    transfer(clerk)
    earn_interest(clerk)
    receive_gifts(clerk)
    record_spending(clerk)
    record_fund_mishaps(clerk)
    give_up_rolls(clerk)
    take_steps_back(clerk)
    pay_roll(clerk)
    return ROLL


def return_payment(clerk: Clerk, claim_no: str, bank_reference: str) -> None:
    """The bank returns the payment of a claim."""
    clerk.act(
        PAYER,
        DAY,
        clerk.books.return_payment,
        code=ACCOUNT,
        payment_no=f"{claim_no}-付",
        bank_reference=bank_reference,
        reason="账号有误",
    )


def claim_again(clerk: Clerk) -> None:
    """A claim whose payment the bank returned is withdrawn; another brings its papers, and is paid."""
    with clerk.books.turn(Act(by=RECORDER, effective_on=DAY)) as turn:
        documents = turn.get(Claim, WITHDRAWN).documents
    return_payment(clerk, WITHDRAWN, "退-0")
    clerk.act(RECORDER, DAY, clerk.books.withdraw_claim, claim_no=WITHDRAWN, reason="收款信息有误，重新报账")
    clerk.act(
        RECORDER,
        DAY,
        clerk.books.submit_claim,
        claim_no=CLAIM,
        purpose_kind="project",
        purpose_code="B03-1",
        account_code=ACCOUNT,
        stage="settlement",
        amount_fen=CLAIM_FEN,
        payee_id="f-B03-1",
        payee_name="施工单位",
        documents=documents,
    )
    pay_claim(clerk, CLAIM, CLAIM_FEN, DAY)


def come_back(clerk: Clerk) -> None:
    """The bank returns a payment, once by mistake; it is paid again, and a part of it is refunded, twice by mistake."""
    books, again = clerk.books, "再付-1"
    return_payment(clerk, CLAIM, "退-错")
    wrong: dict[str, Any] = {"code": ACCOUNT, "reason": "银行实际已付"}
    clerk.act(PAYER, DAY, books.reverse_return, payment_no=f"{CLAIM}-付", **wrong)
    return_payment(clerk, CLAIM, "退-1")
    clerk.act(
        PAYER,
        DAY,
        books.pay_claim,
        claim_no=CLAIM,
        payment_no=again,
        voucher_no=again,
        amount_fen=CLAIM_FEN,
    )
    for refund_no in ("退款-1", "退款-错"):
        clerk.act(
            PAYER,
            DAY,
            books.record_refund,
            code=ACCOUNT,
            refund_no=refund_no,
            payment_no=again,
            amount_fen=12_345,
            reason="多付",
        )
    clerk.act(PAYER, DAY, books.reverse_return, payment_no=again, refund_no="退款-错", **wrong)


def transfer(clerk: Clerk) -> None:
    """Transfers of the refunded money: refused and back, withdrawn after a wrong receipt, received, in transit."""
    books, project = clerk.books, "B03-1"
    clerk.act(
        APPROVER,
        DAY,
        books.open_account,
        code=TOWN_ACCOUNT,
        name="乡镇衔接资金专账",
        mode="special_ledger",
        place_code="230382103",
        holder_unit="乡镇财政所",
        interest_owner="treasury",
    )
    with books.turn(Act(by=RECORDER, effective_on=DAY)) as turn:
        available = turn.get(Account, ACCOUNT).available(("project", project))
    document_no, level = next(channel for channel, left_fen in available.items() if left_fen)
    for number in range(1, 5):
        clerk.act(
            PAYER,
            DAY,
            books.send_transfer,
            transfer_no=f"调拨-{number}",
            decision_no="演示-调拨",
            document_no=document_no,
            allocation_no=project,
            from_account_code=ACCOUNT,
            to_account_code=TOWN_ACCOUNT,
            voucher_no=f"调出-{number}",
            sources=(SourceAmount(level, TRANSFER_FEN),),
            amount_fen=TRANSFER_FEN,
        )
        end_transfer(clerk, f"调拨-{number}")


def end_transfer(clerk: Clerk, transfer_no: str) -> None:
    """The first is refused and back, the second withdrawn, the third received; the fourth stays in transit."""
    books, why = clerk.books, "账户有误"
    match transfer_no[-1]:
        case "1":
            clerk.act(TOWN_PAYER, DAY, books.refuse_transfer, transfer_no=transfer_no, reason=why)
            clerk.act(PAYER, DAY, books.take_transfer_back, transfer_no=transfer_no, voucher_no="调回-1")
        case "2":
            clerk.act(TOWN_PAYER, DAY, books.receive_transfer, transfer_no=transfer_no, voucher_no="调入-2")
            clerk.act(TOWN_PAYER, DAY, books.reverse_transfer_receipt, transfer_no=transfer_no, reason=why)
            clerk.act(PAYER, DAY, books.withdraw_transfer, transfer_no=transfer_no, reason=why)
        case "3":
            clerk.act(TOWN_PAYER, DAY, books.receive_transfer, transfer_no=transfer_no, voucher_no="调入-3")


def earn_interest(clerk: Clerk) -> None:
    """Interest of the treasury, then paid over; each entered wrongly once and taken back."""
    books, fen, first_on = clerk.books, 123_456, date(2026, 1, 1)
    clerk.act(
        PAYER,
        DAY,
        books.record_interest,
        code=ACCOUNT,
        voucher_no="息-1",
        amount_fen=fen,
        period_from=first_on,
        period_to=DAY,
    )
    for voucher_no in ("息-2", "息-3"):
        clerk.act(
            PAYER,
            DAY,
            books.pay_over_interest,
            code=ACCOUNT,
            voucher_no=voucher_no,
            amount_fen=fen,
            receiver="国库",
        )
        if voucher_no == "息-2":
            undo: dict[str, Any] = {"code": ACCOUNT, "voucher_year": DAY.year, "reason": "日期有误"}
            clerk.act(PAYER, DAY, books.reverse_interest_payment, voucher_no=voucher_no, **undo)
    for code in (ACCOUNT, KEPT_ACCOUNT):
        clerk.act(
            PAYER,
            DAY,
            books.record_interest,
            code=code,
            voucher_no="息-错",
            amount_fen=7_89,
            period_from=first_on,
            period_to=DAY,
        )
        clerk.act(
            PAYER,
            DAY,
            books.reverse_interest,
            code=code,
            voucher_year=DAY.year,
            voucher_no="息-错",
            reason="记错账户",
        )


def receive_gifts(clerk: Clerk) -> None:
    """300 barrels at 40 yuan; 193 handed out; a pledge, goods, a hand-out and money entered wrongly are put right."""
    books, oil = clerk.books, {"gift_no": GIFT, "item": "食用油"}
    wrong = "记错捐赠"
    donor: dict[str, Any] = {"gift_no": GIFT, "donor_id": "f-001", "donor_kind": "anonymous"}
    clerk.act(RECORDER, DAY, books.correct_pledge, **donor, amount_fen=1_00, reason=wrong)
    for quantity, value_fen in ((300, 1_200_000), (30, 120_000)):
        clerk.act(
            RECORDER,
            DAY,
            books.receive_gift_goods,
            **oil,
            quantity=quantity,
            unit="桶",
            value_fen=value_fen,
            evidence_kind="invoice",
            evidence_sha256=scan("oil"),
        )
    goods: dict[str, Any] = {**oil, "received_on": DAY, "quantity": 30, "value_fen": 120_000}
    clerk.act(RECORDER, DAY, books.reverse_gift_goods, **goods, reason=wrong)
    for quantity in (139, 193):
        listed: dict[str, Any] = {**oil, "quantity": quantity, "list_sha256": scan("list")}
        clerk.act(RECORDER, DAY, books.hand_out_goods, **listed)
        if quantity == 139:
            clerk.act(RECORDER, DAY, books.reverse_hand_out, **listed, handed_out_on=DAY, reason=wrong)
    money: dict[str, Any] = {"gift_no": GIFT, "account_code": KEPT_ACCOUNT, "voucher_no": "捐-错"}
    clerk.act(RECORDER, DAY, books.receive_gift_cash, **money, amount_fen=6_54)
    clerk.act(RECORDER, DAY, books.reverse_gift_cash, **money, voucher_year=DAY.year, reason=wrong)


def draw_up(clerk: Clerk, roll_no: str, households: int) -> None:
    """1,000 yuan for each of so many households."""
    clerk.act(
        RECORDER,
        DAY,
        clerk.books.draw_up_roll,
        roll_no=roll_no,
        project_code="C04",
        account_code="演示-临翔专账",
        title=roll_no,
        period_text="2026年2月",
        standard_text="1,000",
        declared_count=households,
        declared_sum_fen=households * 100_000,
        list_sha256=scan(roll_no),
        lines=tuple(
            RollLine(number, f"p-{number}", 1, 100_000, 100_000) for number in range(1, households + 1)
        ),
    )


def approve(clerk: Clerk, roll_no: str) -> None:
    """Approved when its notice hung its days."""
    fields = dict.fromkeys(ROLL_FIELDS, "略")
    number, subject = f"公示-{roll_no}", f"roll/{roll_no}"
    amounts = (NoticeAmount("合计", HOUSEHOLDS[roll_no] * 100_000, Figure.TOTAL.code),)
    text = NoticeText(number, "roll", "village", "530902", subject, roll_no, fields, amounts)
    run(clerk, text, DAY, CLOSED_ON)
    clerk.act(APPROVER, CLOSED_ON, clerk.books.approve_roll, roll_no=roll_no)


def give_up_rolls(clerk: Clerk) -> None:
    """A draft is withdrawn, and an approved roll cancelled."""
    books = clerk.books
    draw_up(clerk, "撤回-二月", 3)
    clerk.act(RECORDER, CLOSED_ON, books.withdraw_roll, roll_no="撤回-二月", reason="名单有误")
    draw_up(clerk, "取消-二月", HOUSEHOLDS["取消-二月"])
    approve(clerk, "取消-二月")
    clerk.act(APPROVER, CLOSED_ON, books.cancel_roll, roll_no="取消-二月", reason="标准有误")


def pay_roll(clerk: Clerk) -> None:
    """50 × 1,000: recalled and sent again; two lines bounce, of which one is sent again; two persons pay back.

    Two more lines were taken to have bounced, one that bounced to be paid, and one pay-back was none: all put right.
    """
    books, closed_on = clerk.books, CLOSED_ON
    draw_up(clerk, ROLL, HOUSEHOLDS[ROLL])
    approve(clerk, ROLL)
    clerk.act(PAYER, closed_on, books.send_roll, roll_no=ROLL, payment_no="发-0", voucher_no="发-0")
    clerk.act(PAYER, closed_on, books.recall_sending, roll_no=ROLL, payment_no="发-0", reason="文件有误")
    clerk.act(PAYER, closed_on, books.send_roll, roll_no=ROLL, payment_no="发-1", voucher_no="发-1")
    bounced = tuple(ReturnedLine(line_no, "户名不符") for line_no in (7, 9, 10))
    answer = books.record_bank_answer
    clerk.act(PAYER, closed_on, answer, roll_no=ROLL, payment_no="发-1", returned=bounced)
    wrong: dict[str, Any] = {"roll_no": ROLL, "payment_no": "发-1", "reason": "银行更正"}
    clerk.act(PAYER, closed_on, books.reverse_line_returns, line_nos=(9, 10), **wrong)
    clerk.act(PAYER, closed_on, books.reverse_confirmation, line_nos=(8,), **wrong)
    for number in ("发-2", "发-3"):
        clerk.act(
            PAYER, closed_on, books.resend_line, roll_no=ROLL, line_no=7, payment_no=number, voucher_no=number
        )
        if number == "发-2":
            recall = books.recall_sending
            clerk.act(PAYER, closed_on, recall, roll_no=ROLL, payment_no=number, reason="户名仍不符")
    clerk.act(PAYER, closed_on, answer, roll_no=ROLL, payment_no="发-3", returned=())
    clerk.act(PAYER, closed_on, books.cancel_line, roll_no=ROLL, line_no=8, reason="已迁出")
    for line_no, fen in ((1, 100_000), (2, 40_000), (3, 100_000)):
        clerk.act(
            PAYER,
            closed_on,
            books.pay_back_line,
            roll_no=ROLL,
            line_no=line_no,
            refund_no=f"退款-{line_no}-二月",
            amount_fen=fen,
            reason="不符合条件",
        )
    undo = books.reverse_pay_back
    clerk.act(PAYER, closed_on, undo, roll_no=ROLL, refund_no="退款-3-二月", reason="记错花名册")
    clerk.act(APPROVER, closed_on, books.close_roll, roll_no=ROLL)
    clerk.act(APPROVER, closed_on, books.close_roll, roll_no="演示-名册-C04")
    clerk.act(APPROVER, closed_on, books.close_household_project, code="C04")
    clerk.act(APPROVER, closed_on, books.reverse_household_closing, code="C04", reason="漏发一户")
    clerk.act(APPROVER, closed_on, books.close_household_project, code="C04")
