"""样本工程 (works of the sample county): from the contract on, as far as they have come."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from domain.money.amount_text import yuan_text
from domain.notices.notice_amount import NoticeAmount
from domain.rulebook.codes import Figure
from scripts.demo.claim_path import pay_claim, submit_claim
from scripts.demo.clerk import RECORDER, Clerk
from scripts.demo.notice_path import NoticeText, run
from scripts.demo.project_path import Contract, accept, contract_and_start, hand_over, settle
from scripts.demo.work import Work

YUAN = 100
"""Fen."""

PROGRESS = ("handed_over",) * 4 + ("paid", "settled", "under_way", "planned")
"""How far works have come: half of them the whole way."""


@dataclass
class _Site:
    """Works under contract."""

    clerk: Clerk
    work: Work
    contract: Contract
    paid_fen: int = 0

    def measure(self, number: int, fen: int, on: date) -> None:
        """Certify some work, and claim four fifths of it."""
        self.clerk.act(
            RECORDER,
            on,
            self.clerk.books.measure_work,
            code=self.work.code,
            certificate_no=f"计-{self.work.code}-{number}",
            amount_fen=fen,
            work=self.work.content,
        )
        self.claim("progress", number, fen * 8 // 10, on)

    def claim(self, stage: str, number: int, fen: int, on: date) -> None:
        """Hand in a claim, and have it paid."""
        claim_no = f"报-{self.work.code}-{stage}-{number}"
        submit_claim(self.clerk, self.work, claim_no, stage, fen, on, payee=self.contract.contractor)
        pay_claim(self.clerk, claim_no, fen, on + timedelta(2))
        self.paid_fen += fen

    def complete(self, on: date) -> None:
        """Report completion, pass acceptance at each level a week apart, and settle at the price."""
        code = self.work.code
        self.clerk.act(RECORDER, on, self.clerk.books.complete_project, code=code, report_no=f"完-{code}")
        levels = ("village", "town", "county")
        accept(self.clerk, self.work, {level: on + timedelta(7 * i) for i, level in enumerate(levels, 1)})
        settle(self.clerk, self.work, self.contract.price_fen, on + timedelta(30))

    def pay_the_rest(self, on: date) -> None:
        """Post what was built, and pay all but the retention."""
        run(self.clerk, self._completion_notice(), on, on + timedelta(11))
        retention_fen = self.work.retention_fen(self.contract.price_fen)
        rest_fen = self.contract.price_fen - retention_fen - self.paid_fen
        self.claim("settlement", 0, rest_fen, on + timedelta(12))

    def _completion_notice(self) -> NoticeText:
        price = yuan_text(self.contract.price_fen)
        return NoticeText(
            notice_no=f"公-{self.work.code}",
            kind="completion",
            level="village",
            place_code=self.work.place_code,
            subject=f"project/{self.work.code}",
            title=f"{self.work.name}完成公告",
            fields={
                "funds_used": f"审定价 {price} 元",
                "results": self.work.content,
                "acceptance": "村、镇、县三级验收合格",
                "targets_met": "已实现",
            },
            amounts=(NoticeAmount("审定价", self.contract.price_fen, Figure.SETTLEMENT.code),),
        )


def build(clerk: Clerk, random: Random, work: Work, progress: str) -> None:
    """Take planned works as far as `progress` says."""
    if progress == "planned":
        return
    signed_on = date(2025, 3, 28) + timedelta(random.randrange(20))
    contract = Contract(
        contractor=f"样本建筑公司{random.randrange(40)}",
        price_fen=work.estimate_fen - random.randrange(3_000) * YUAN,
        route="inquiry",
        awarded_on=date(2025, 3, 24),
        signed_on=signed_on,
        ends_on=date(2025, 12, 20),
    )
    contract_and_start(clerk, work, contract, signed_on + timedelta(3))
    site, parts, on = _Site(clerk, work, contract), random.randint(2, 6), signed_on + timedelta(20)
    for number in range(1, parts):
        site.measure(number, contract.price_fen // parts, on + timedelta(7 * number))
    if progress == "under_way":
        return
    on += timedelta(60)
    site.measure(parts, contract.price_fen - contract.price_fen // parts * (parts - 1), on)
    site.complete(on + timedelta(3))
    if progress == "settled":
        return
    site.pay_the_rest(on + timedelta(40))
    if progress == "handed_over":
        hand_over(clerk, work, on + timedelta(60))
