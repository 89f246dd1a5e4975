"""调拨讲述 (transfer story): a county account with money of a fund, a town's ledger, and transfers between the two."""

from dataclasses import dataclass
from datetime import date

from domain.accounts.account import Account
from domain.books.desk.act import Receipt
from domain.transfers.transfer import Transfer
from tests.domain.project_papers import ACCOUNT, PAYER, YUAN, day, papers
from tests.domain.project_story import Story
from tests.given.accounts import an_account
from tests.given.claims import a_claim
from tests.sources import levels

TOWN, TOWN_ACCOUNT, TOWN_PAYER, OTHER_PAYER = "511703101", "ZX-01", "u-town-payer", "u-other-payer"
FEE = ("fee", "")
CENTRAL, PROVINCIAL = 6_000 * YUAN, 4_000 * YUAN
SENT_ON, RECEIVED_ON, LATER = day("2024-03-28"), day("2024-04-02"), day("2024-04-10")


@dataclass
class TransferStory(Story):
    """The fee of a fund lies in the county's account; a town has a ledger of its own."""

    allocation_no: str = ""

    def ready(self) -> "TransferStory":
        self.opens().receives(600_000 * YUAN, 400_000 * YUAN)
        self.opens_account(TOWN_ACCOUNT, TOWN)
        self.allocation_no = self.allocates(CENTRAL, PROVINCIAL, FEE)
        self.money_arrives(self.allocation_no, CENTRAL, PROVINCIAL)
        return self

    def opens_account(self, code: str, place_code: str) -> None:
        self.books.open_account(self.act(on=date(2024, 1, 2)), **an_account(code, place_code=place_code))

    def sends(
        self,
        transfer_no: str = "DB-1",
        central_fen: int = CENTRAL,
        provincial_fen: int = PROVINCIAL,
        *,
        by: str = PAYER,
        on: date = SENT_ON,
        to: str = TOWN_ACCOUNT,
        voucher_no: str = "",
        **changed: object,
    ) -> Receipt:
        values: dict[str, object] = {
            "transfer_no": transfer_no,
            "decision_no": "县财调〔2024〕1号",
            "document_no": self.fund,
            "allocation_no": self.allocation_no,
            "from_account_code": ACCOUNT,
            "to_account_code": to,
            "voucher_no": voucher_no or self.number("DC"),
            "sources": levels(central_fen, provincial_fen),
            "amount_fen": central_fen + provincial_fen,
        }
        return self.books.send_transfer(self.act(by, on), **values | changed)  # type: ignore[arg-type]  # by name

    def receives_transfer(
        self,
        transfer_no: str = "DB-1",
        *,
        by: str = TOWN_PAYER,
        on: date = RECEIVED_ON,
        voucher_no: str = "",
        scope: str = TOWN,
    ) -> Receipt:
        return self.books.receive_transfer(
            self.act(by, on, scope), transfer_no=transfer_no, voucher_no=voucher_no or self.number("DR")
        )

    def refuses(self, reason: str = "账户有误", on: date = RECEIVED_ON, by: str = TOWN_PAYER) -> Receipt:
        return self.books.refuse_transfer(self.act(by, on, TOWN), transfer_no="DB-1", reason=reason)

    def takes_back(self, on: date = LATER, by: str = PAYER, voucher_no: str = "") -> Receipt:
        voucher_no = voucher_no or self.number("DT")
        return self.books.take_transfer_back(self.act(by, on), transfer_no="DB-1", voucher_no=voucher_no)

    def withdraws(self, reason: str = "金额有误", on: date = RECEIVED_ON, scope: str = "511703") -> Receipt:
        return self.books.withdraw_transfer(self.act(PAYER, on, scope), transfer_no="DB-1", reason=reason)

    def reverses_receipt(self, reason: str = "误登", on: date = LATER) -> Receipt:
        return self.books.reverse_transfer_receipt(
            self.act(TOWN_PAYER, on, TOWN), transfer_no="DB-1", reason=reason
        )

    def claims(self, account_code: str, amount_fen: int, on: date = LATER) -> str:
        """Claim a part of the fee from an account; it is approved."""
        claim_no = self.number("BZ")
        self.books.submit_claim(
            self.act(on=on),
            **a_claim(
                claim_no,
                "fee",
                amount_fen,
                papers("fee", claim_no, amount_fen, on),
                FEE,
                account_code=account_code,
                fee_use="design",
            ),
        )
        self.approves(claim_no, amount_fen, on)
        return claim_no

    def spends(self, account_code: str, amount_fen: int) -> str:
        """Claim a part of the fee from an account, and be paid."""
        return self.pays(self.claims(account_code, amount_fen), amount_fen, LATER)

    def account_of(self, code: str) -> Account:
        return self.stream(Account, code)

    def transfer(self, transfer_no: str = "DB-1") -> Transfer:
        return self.stream(Transfer, transfer_no)

    @property
    def held(self) -> tuple[int, int]:
        """The balances of the county's account and of the town's."""
        return self.account_of(ACCOUNT).balance_fen, self.account_of(TOWN_ACCOUNT).balance_fen
