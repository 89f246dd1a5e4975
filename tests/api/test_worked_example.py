"""The worked examples of the trade (报账、到户发放、捐赠), entered through HTTP only and read back to the fen."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.money.sources import SourceShare
from domain.rolls.values import ReturnedLine, RollLine
from projections.access.roles import Role
from tests.api.books_over_http import BooksOverHttp, Refused
from tests.api.service import Service
from tests.domain.project_papers import ACCOUNT, CODE, COUNTY, FUND, HASH, YUAN, day
from tests.domain.project_story import Story
from tests.given.funds import cash_of
from tests.given.gifts import a_pledge, some_oil
from tests.given.rolls import a_roll
from tests.sources import levels

LAST_DAY = "2025-12-31"


def told_to(service: Service) -> Story:
    """A story whose every word goes through the interface."""
    return Story(BooksOverHttp(service))  # type: ignore[arg-type]  # it speaks the words of Books, over HTTP


def read(service: Service, path: str) -> Any:
    """Read a ledger once it has seen everything that was recorded."""
    joint = "&" if "?" in path else "?"
    answer = service.by(Role.AUDITOR).get(f"{path}{joint}min_position={service.head()}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def closings(service: Service, on: str = LAST_DAY, **where: str) -> dict[str, int]:
    """What stands on each account of the neutral chart, in yuan; debit is positive, accounts at zero left out."""
    filters = "".join(f"&{name}={value}" for name, value in where.items())
    balance = read(service, f"/trial-balance?on={on}{filters}")
    # One purpose alone need not balance on the quota side: money not yet allocated has no purpose.
    assert where or all(total["balanced"] for total in balance["totals"])
    return {line["account"]: line["closing_fen"] // YUAN for line in balance["lines"] if line["closing_fen"]}


def turnovers(service: Service) -> dict[str, tuple[int, int]]:
    """What moved on each cash account: debit and credit, in fen."""
    balance = read(service, f"/trial-balance?on={LAST_DAY}")
    return {
        line["account"]: (line["debit_fen"], line["credit_fen"])
        for line in balance["lines"]
        if line["side"] == "cash"
    }


def test_the_project_comes_out_to_the_fen_and_every_cash_account_closes_at_zero(service: Service) -> None:
    story = told_to(service).worked_money()
    story.allocates(6_000 * YUAN, 4_000 * YUAN, ("fee", ""))
    assert closings(service) == {
        "Q10": 1_000_000,
        "Q30": -10_000,
        "Q40": -990_000,
        "1020": 990_000,
        "2010": -990_000,
    }

    story.approved().contracted().started()
    story.claims_and_is_paid("advance", 288_000 * YUAN, day("2024-02-26"))
    assert closings(service)["1110"] == 288_000
    story.measured(600_000 * YUAN, day("2024-06-01"))
    assert closings(service)["2110"] == -312_000
    story.claims_and_is_paid("progress", 192_000 * YUAN, day("2024-06-10"))
    story.completed().accepted().settled(942_300 * YUAN)
    assert closings(service)["2120"] == -28_269
    story.completion_posted()
    story.claims_and_is_paid("settlement", 434_031 * YUAN, day("2024-10-08"))
    story.handed_over()
    assert closings(service) == {
        "Q10": 1_000_000, "Q30": -10_000, "Q40": -47_700, "Q50": -942_300,
        "1020": 75_969, "2010": -47_700, "2120": -28_269,
    }  # fmt: skip

    give_back_the_saving_and_the_interest(story)
    assert closings(service) == {"Q10": 1_000_000, "Q30": -10_000, "Q50": -942_300, "Q60": -47_700}
    assert turnovers(service) == {
        "1020": (99_000_000 + 123_456, 99_000_000 + 123_456),
        "1110": (28_800_000, 28_800_000),
        "1210": (94_230_000, 94_230_000),
        "2010": (99_000_000, 99_000_000),
        "2110": (65_430_000, 65_430_000),
        "2120": (2_826_900, 2_826_900),
        "2150": (123_456, 123_456),
    }


def give_back_the_saving_and_the_interest(story: Story) -> None:
    story.recovers("V-saving", 28_620 * YUAN, 19_080 * YUAN, on=day("2024-11-01"))
    story.released()
    story.claims_and_is_paid("retention", 28_269 * YUAN, day("2025-09-12"))
    interest = story.act("u-fund", day("2025-09-20"))
    story.books.record_interest(
        interest,
        code=ACCOUNT,
        voucher_no="V-in",
        amount_fen=123_456,
        period_from=day("2025-06-21"),
        period_to=day("2025-09-20"),
    )
    story.books.pay_over_interest(
        interest, code=ACCOUNT, voucher_no="V-out", amount_fen=123_456, receiver="国库"
    )


def test_every_ledger_tells_the_same_story(service: Service) -> None:
    sources = read(service, f"/projects/{CODE}/sources")
    assert [
        (one["level"], one["planned_fen"], one["paid_fen"], one["recovered_fen"], one["balance_fen"])
        for one in sources
    ] == [
        ("central", 594_000 * YUAN, 565_380 * YUAN, 28_620 * YUAN, 0),
        ("provincial", 396_000 * YUAN, 376_920 * YUAN, 19_080 * YUAN, 0),
    ]
    fund = read(service, f"/funds/{FUND}")["total"]
    assert (fund["received_fen"], fund["arrived_fen"], fund["paid_fen"], fund["idle_fen"]) == (
        1_000_000 * YUAN, 990_000 * YUAN, 942_300 * YUAN, 0,
    )  # fmt: skip
    daybook = read(service, f"/accounts/{ACCOUNT}/daybook")["rows"]
    assert daybook[-1]["balance_fen"] == 0
    assert read(service, f"/accounts/{ACCOUNT}")["balance_fen"] == 0
    project = read(service, f"/projects/{CODE}")
    assert len(project["payments"]) == 4
    assert len(project["claims"]) == 4
    sentences = read(service, f"/audit-trail?stream=project/{CODE}&limit=100")["rows"]
    assert sentences
    assert all(row["sentence_zh"] and row["sentence_en"] for row in sentences)


def test_the_version_that_a_reader_saw_guards_its_write(service: Service) -> None:
    seen = service.by(Role.AUDITOR).get(f"/accounts/{ACCOUNT}?min_position={service.head()}")
    version = int(seen.headers["X-Stream-Version"])
    body = {
        "effective_on": LAST_DAY,
        "voucher_no": "V-if",
        "amount_fen": 1,
        "period_from": "2025-09-21",
        "period_to": "2025-12-20",
    }
    client = service.by(Role.PAYER)
    path = f"/accounts/{ACCOUNT}/interest"
    head = service.head()
    for tag, status, code in (
        (f'"{version - 1}"', 412, "stream_moved"),
        (f'"{version + 1}"', 412, "stream_moved"),
        ("*", 400, "if_match_unusable"),
    ):
        answer = client.post(path, json=body, headers={"Idempotency-Key": tag + "k", "If-Match": tag})
        assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert service.head() == head
    answer = client.post(path, json=body, headers={"Idempotency-Key": "if-ok", "If-Match": f'"{version}"'})
    assert answer.status_code == 201, answer.text


@pytest.mark.parametrize("scope", ["511704", "511703101201"])
def test_a_token_of_another_place_records_nothing_here(service: Service, scope: str) -> None:
    story, head = told_to(service), service.head()
    with pytest.raises(Refused, match="outside_scope"):
        story.books.cut_indicator(
            story.act(on=date(2025, 12, 31), scope=scope),
            document_no=FUND,
            decision_no="X",
            sources=levels(1, 0),
            amount_fen=1,
            reason="x",
        )
    assert service.head() == head


class TestHouseholdPaymentAndGift:
    """Two more examples, in books of their own kind: a roll with two returned lines, and a gift of cash and goods."""

    def test_a_roll_ends_with_nothing_owed_and_nothing_on_the_way(self, service: Service) -> None:
        document_no = "达市财农〔2024〕9号"
        story = replace(told_to(service), code="P2", fund=document_no)
        story.receives(50_000 * YUAN, 0)
        allocation_no = story.proposed("subsidy").allocates(50_000 * YUAN, 0)
        story.books.record_cash_arrival(
            story.act("u-fund", date(2024, 2, 1)),
            document_no=document_no,
            **cash_of(allocation_no, "V-roll", levels(50_000 * YUAN, 0)),
        )
        story.approved((SourceShare(document_no, "central", 50_000 * YUAN),), kind="subsidy")
        self.pay_the_roll(story)
        left = closings(service, purpose_code="P2")
        assert {account: left.get(account, 0) for account in ("1020", "1030", "2010", "2140")} == {
            "1020": 1_000, "1030": 0, "2010": -1_000, "2140": 0,
        }  # fmt: skip

    @staticmethod
    def pay_the_roll(story: Story) -> None:
        story.books.draw_up_roll(
            story.act(on=day("2024-03-01")),
            **a_roll("MC-1", 50, 50_000 * YUAN, project_code="P2"),
            lines=[RollLine(number, f"p-{number}", 1, 1_000 * YUAN, 1_000 * YUAN) for number in range(1, 51)],
        )
        story.drafted("GS-roll", "roll", "roll/MC-1", day("2024-03-01"))
        story.posted("GS-roll", day("2024-03-02"))
        story.books.close_notice(story.act("u-publisher", day("2024-04-01")), notice_no="GS-roll")
        story.books.approve_roll(story.act("u-approver", day("2024-04-02")), roll_no="MC-1")
        paying = story.act("u-payer", day("2024-04-03"))
        story.books.send_roll(paying, roll_no="MC-1", payment_no="DF-1", voucher_no="V-df1")
        bounced = (ReturnedLine(7, "账号错误"), ReturnedLine(9, "销户"))
        story.books.record_bank_answer(paying, roll_no="MC-1", payment_no="DF-1", returned=bounced)
        story.books.resend_line(paying, roll_no="MC-1", line_no=7, payment_no="DF-2", voucher_no="V-df2")
        story.books.record_bank_answer(paying, roll_no="MC-1", payment_no="DF-2", returned=())
        story.books.cancel_line(
            story.act("u-chief", day("2024-04-10")), roll_no="MC-1", line_no=9, reason="已迁出"
        )

    def test_a_gift_keeps_its_cash_and_its_stock(self, service: Service) -> None:
        story = told_to(service)
        giving = story.act(on=day("2024-05-01"))
        story.books.pledge_gift(giving, **a_pledge("JZ-1", 20_000 * YUAN, place_code=COUNTY))
        story.books.receive_gift_cash(
            giving, gift_no="JZ-1", account_code=ACCOUNT, voucher_no="V-gift", amount_fen=20_000 * YUAN
        )
        story.books.receive_gift_goods(giving, gift_no="JZ-1", **some_oil(300, 12_000 * YUAN))
        story.books.hand_out_goods(giving, gift_no="JZ-1", item="食用油", quantity=193, list_sha256=HASH)
        gift = read(service, "/gifts/JZ-1")
        assert gift["total"]["cash_left_fen"] == 20_000 * YUAN
        assert gift["total"]["stock_fen"] == 4_280 * YUAN
        assert gift["goods"][0]["stock_quantity"] == 107
        left = closings(service, purpose_kind="gift")
        assert left == {"1020": 20_000, "1410": 4_280, "2210": -20_000, "2220": -4_280}
