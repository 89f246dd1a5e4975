"""资金的路 (the way of the money) in the demo: the indicator, the ledger account, the allocation, the arrival."""

from domain.money.sources import SourceAmount
from scripts.demo.case import Case
from scripts.demo.clerk import APPROVER, RECORDER, Clerk
from scripts.demo.papers import total_fen
from scripts.demo.work import Work

Sources = tuple[SourceAmount, ...]


def give_indicator(
    clerk: Clerk, case: Case, document_no: str, title: str, issuer: str, sources: Sources, *, year: int
) -> None:
    """Receive the indicator document of a case."""
    clerk.act(
        RECORDER,
        case.day("received_on"),
        clerk.books.receive_indicator,
        document_no=document_no,
        title=title,
        year=year,
        place_code=case.text("place_code"),
        issuer=issuer,
        issued_on=case.day("issued_on"),
        use=case.text("use"),
        nature="grant",
        budget_code=case.text("budget_code"),
        sources=sources,
        amount_fen=total_fen(sources),
    )


def open_ledger(clerk: Clerk, case: Case) -> None:
    """Open the ledger account (专账) of the county; its interest goes to the treasury."""
    clerk.act(
        APPROVER,
        case.day("received_on"),
        clerk.books.open_account,
        code=case.text("account_code"),
        name=f"{case.place}衔接资金专账",
        mode="special_ledger",
        place_code=case.text("place_code"),
        holder_unit=f"{case.place}财政局",
        interest_owner="treasury",
    )


def allocate(clerk: Clerk, case: Case, document_no: str, work: Work, sources: Sources) -> None:
    """Allocate money to a project; the allocation is named after it."""
    clerk.act(
        APPROVER,
        case.day("allocated_on"),
        clerk.books.allocate_fund,
        document_no=document_no,
        allocation_no=work.code,
        decision_no=f"演示-分配-{case.case_id}",
        purpose_kind="project",
        purpose_code=work.code,
        use=work.use,
        budget_code=work.budget_code,
        sources=sources,
        amount_fen=total_fen(sources),
    )


def arrive(clerk: Clerk, case: Case, document_no: str, work: Work, sources: Sources) -> None:
    """Let the money of a project arrive on its account."""
    clerk.act(
        RECORDER,
        case.day("arrived_on"),
        clerk.books.record_cash_arrival,
        document_no=document_no,
        allocation_no=work.code,
        account_code=work.account_code,
        voucher_no=f"演示-到位-{work.code}",
        sources=sources,
        amount_fen=total_fen(sources),
    )
