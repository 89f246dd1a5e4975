"""一个县的账 (books of a county) for tests: a fund, its allocations and an account, ready made where a test differs."""

from datetime import date

from domain.accounts.account import Account
from domain.funds.fund import Fund
from domain.rulebook.ready.ready import ready_rulebook
from domain.stamp import Stamp
from tests.given import accounts
from tests.given.funds import an_allocation, an_indicator
from tests.sources import levels, shares

RULES = ready_rulebook("2021")
DOCUMENT = "达市财农〔2024〕3号"
MARCH_1 = date(2024, 3, 1)
P1 = ("project", "P1")


def on(day: date, by: str = "u-recorder") -> Stamp:
    return Stamp(by, day, 1)


def a_fund(use: str = "comprehensive", year: int = 2024, **given_fen: int) -> Fund:
    """A fund of 600,000 central and 400,000 provincial yuan, where nothing else is given."""
    sources = levels(**(given_fen or {"central": 60_000_000, "provincial": 40_000_000}))
    fund = Fund(Fund.id_of(DOCUMENT))
    fund.receive(
        on(date(year, 3, 1)),
        RULES,
        **an_indicator(
            DOCUMENT, sources, year=year, issued_on=date(year, 2, 20), use=use, budget_code="2130599"
        ),
    )
    return fund


def allocate(
    fund: Fund,
    number: str = "A1",
    purpose: tuple[str, str] = P1,
    use: str = "infrastructure",
    *,
    day: date = date(2024, 3, 5),
    budget_code: str = "2130599",
    fee_base_fen: int = 0,
    fee_base_note: str = "",
    from_recovered: bool = False,
    authorisation_no: str = "",
    **amounts_fen: int,
) -> None:
    fund.allocate(
        on(day),
        RULES,
        **an_allocation(
            number,
            levels(**amounts_fen),
            purpose,
            use=use,
            budget_code=budget_code,
            fee_base_fen=fee_base_fen,
            fee_base_note=fee_base_note,
            from_recovered=from_recovered,
            authorisation_no=authorisation_no,
        ),
    )


def an_account(mode: str = "special_ledger", interest_owner: str = "treasury") -> Account:
    account = Account(Account.id_of("Z1"))
    account.open(on(date(2024, 1, 2)), **accounts.an_account("Z1", mode=mode, interest_owner=interest_owner))
    return account


def receive(account: Account, voucher_no: str, day: date = MARCH_1, **amounts_fen: int) -> None:
    account.receive(
        on(day),
        voucher_no=voucher_no,
        document_no=DOCUMENT,
        allocation_no="A1",
        purpose=P1,
        year=2024,
        budget_code="2130504",
        sources=shares(DOCUMENT, **amounts_fen),
        amount_fen=sum(amounts_fen.values()),
    )


def pay(
    account: Account,
    number: str,
    *,
    day: date = MARCH_1,
    stage: str = "advance",
    purpose: tuple[str, str] = P1,
    roll_no: str = "",
    **amounts_fen: int,
) -> None:
    account.pay(
        on(day),
        payment_no=number,
        voucher_no=f"V-{number}",
        purpose=purpose,
        stage=stage,
        payee_id="f-1",
        payee_name="一建公司",
        sources=shares(DOCUMENT, **amounts_fen),
        amount_fen=sum(amounts_fen.values()),
        year=2024,
        budget_code="2130504",
        roll_no=roll_no,
    )
