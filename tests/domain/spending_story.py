"""用款 (spending): how the tests let a unit or a gift claim money, post its notice, and bring its signed sheet."""

from dataclasses import dataclass, field
from datetime import date

from domain.claims.claim import Claim
from domain.notices.notice_amount import NoticeAmount
from domain.rulebook.codes import Figure
from domain.rulebook.ready.ready import ready_rulebook
from tests.domain.project_papers import ACCOUNT, APPROVER, COUNTY, HASH, YUAN, day, papers
from tests.domain.project_story import Story
from tests.given.gifts import a_pledge
from tests.given.notices import a_notice, texts_for

RULES = ready_rulebook("2021-2")
UNIT, DOCUMENT = ("unit", "D-ZJB"), "县农计〔2024〕5号"
ACCEPTOR = "u-acceptor"
SUBMITTED, POSTED, CLOSED, PAID = day("2024-03-04"), day("2024-03-05"), day("2024-03-15"), day("2024-03-18")
GIVEN_FEN = 90_000 * YUAN
GIFT, GIFT_FEN = ("gift", "JZ-1"), 80_000 * YUAN


@dataclass
class Spender(Story):
    """A story of money that belongs to no project."""

    claimed_fen: dict[str, int] = field(default_factory=dict)

    def given(self, purpose: tuple[str, str] = UNIT) -> "Spender":
        """Bring 90,000 yuan to the account for a unit."""
        self.receives(GIVEN_FEN, 0, DOCUMENT)
        self.money_arrives(self.allocates(GIVEN_FEN, 0, purpose, DOCUMENT), GIVEN_FEN, 0, DOCUMENT)
        return self

    def given_for(self, item: str, amount_fen: int, document_no: str) -> None:
        """Bring money to the account for the unit, for one item only."""
        self.receives(amount_fen, 0, document_no)
        allocation_no = self.allocates(amount_fen, 0, UNIT, document_no, spending_item=item)
        self.money_arrives(allocation_no, amount_fen, 0, document_no)

    def gives(self, *agreed_items: str, gift_no: str = GIFT[1]) -> "Spender":
        """A firm pledges 80,000 yuan for the industry of a village (瓦高, S3), and the money arrives."""
        self.books.pledge_gift(
            self.act(),
            **a_pledge(
                gift_no, GIFT_FEN, donor_name="久诚商贸", purpose="瓦高村发展产业", agreed_items=agreed_items
            ),
        )
        self.books.receive_gift_cash(
            self.act(),
            gift_no=gift_no,
            voucher_no=self.number("V"),
            account_code=ACCOUNT,
            amount_fen=GIFT_FEN,
        )
        return self

    def claims(
        self,
        item: str,
        amount_fen: int,
        on: date = SUBMITTED,
        *,
        purpose: tuple[str, str] = UNIT,
        without: str = "",
        payee_id: str = "f-school",
    ) -> str:
        """Submit a claim with every paper that the rulebook asks for, but the one `without`."""
        claim_no = self.number("BZ")
        self.claimed_fen[claim_no] = amount_fen
        listed = [one.kinds for one in self.regulations.spending_items if one.code == item]
        brought = papers(purpose[0], claim_no, amount_fen, on, listed[0] if listed else ())
        self.books.submit_claim(
            self.act(on=on),
            claim_no=claim_no,
            purpose_kind=purpose[0],
            purpose_code=purpose[1],
            account_code=ACCOUNT,
            stage=purpose[0],
            amount_fen=amount_fen,
            payee_id=payee_id,
            payee_name="县职业培训学校",
            documents=tuple(paper for paper in brought if paper.kind != without),
            spending_item=item,
        )
        return claim_no

    def is_announced(self, claim_no: str, level: str, kind: str = "unit_spending") -> str:
        """Post a notice about the claim and let it hang its days."""
        notice_no, publisher = self.number("GS"), "u-publisher"
        claimed = NoticeAmount("金额", self.claimed_fen[claim_no], Figure.CLAIMED.code)
        self.books.draft_notice(
            self.act(publisher, POSTED),
            **a_notice(
                notice_no,
                kind,
                Claim.id_of(claim_no),
                level=level,
                place_code=COUNTY,
                fields=texts_for(self.regulations.notice_kind(kind)),
                amounts=(claimed,),
            ),
        )
        self.posted(notice_no, POSTED)
        self.books.close_notice(self.act(publisher, CLOSED), notice_no=notice_no)
        return notice_no

    def is_delivered(
        self, claim_no: str, fen: int, on: date = SUBMITTED, by: str = ACCEPTOR, quantity: int = 86
    ) -> None:
        self.books.accept_delivery(
            self.act(by, on),
            claim_no=claim_no,
            sheet_sha256=HASH,
            delivered_quantity=quantity,
            delivered_unit="人次",
            accepted_fen=fen,
        )

    def takes_back(self, claim_no: str, on: date = PAID, reason: str = "签到表有误") -> None:
        self.books.take_back_delivery(self.act(ACCEPTOR, on), claim_no=claim_no, reason=reason)

    def is_approved(self, claim_no: str, fen: int) -> None:
        self.approves(claim_no, fen, CLOSED)

    def refunds(self, payment_no: str, fen: int, on: date = PAID) -> None:
        self.books.record_refund(
            self.act("u-fund", on),
            code=ACCOUNT,
            refund_no=self.number("TK"),
            payment_no=payment_no,
            amount_fen=fen,
            reason="未用完退回",
        )

    def withdraws(self, claim_no: str, on: date = PAID) -> None:
        self.books.withdraw_claim(self.act(on=on), claim_no=claim_no, reason="重新报账")

    def refuses(self, claim_no: str, on: date = PAID) -> None:
        self.books.refuse_claim(
            self.act(APPROVER, on), claim_no=claim_no, reason_code="wrong", reason="数量不实"
        )
