"""逾期事项 (late acts): how the tests record what opens and stops the clocks of the law, and read the list."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from domain.rulebook.act_limits import ActLimit
from domain.rulebook.regulations import Regulations
from projections.late_acts.fold import PROJECTION
from projections.late_acts.query import STATES, Act, acts
from projections.reading.paging import Paging
from tests.projections.examples import example_of
from tests.projections.given import GivenBooks
from tests.sources import levels, total

ABOVE, BELOW = "达市财农〔2024〕3号", "达川财农〔2024〕9号"
COUNTY, TOWN = "511703", "511703103"
YEAR_END = date(2024, 12, 31)


def open_county(given: GivenBooks, limits: tuple[ActLimit, ...]) -> GivenBooks:
    """Publish the time limits, and a calendar of 2024 without holidays."""
    given.record(
        "rulebook.published",
        "county",
        on=date(2024, 1, 1),
        version=1,
        title="县级规章",
        document_no="县财〔2024〕1号",
        in_force_from=date(2024, 1, 1),
        regulations=replace(example_of(Regulations), act_limits=limits),
    )
    calendar: dict[str, Any] = {"days_off": (), "make_up_days": (), "source": "国办"}
    given.record("calendar.year_published", "2024", on=date(2024, 1, 1), year=2024, **calendar)
    return given


def receive(
    books: GivenBooks,
    document_no: str = ABOVE,
    *,
    on: date = date(2024, 3, 1),
    issued_on: date = date(2024, 2, 20),
    **otherwise: Any,
) -> None:
    sources = otherwise.pop("sources", levels(central=100_00))
    paper: dict[str, Any] = {
        "document_no": document_no,
        "title": "第一批",
        "year": 2024,
        "place_code": COUNTY,
        "issuer": "达州市财政局",
        "use": "comprehensive",
        "nature": "grant",
        "budget_code": "2130599",
        "sources": sources,
        "amount_fen": total(sources),
    }
    books.record("fund.indicator_received", document_no, on=on, issued_on=issued_on, **paper | otherwise)


def allocate(books: GivenBooks, on: date, central: int, allocation_no: str = "A1", **otherwise: Any) -> None:
    books.record(
        "fund.allocated",
        ABOVE,
        on=on,
        allocation_no=allocation_no,
        decision_no="D1",
        purpose_kind="project",
        purpose_code="P1",
        use="industry",
        budget_code="2130505",
        sources=levels(central=central),
        amount_fen=central,
        **otherwise,
    )


def arrive(books: GivenBooks, on: date, central: int, allocation_no: str = "A1") -> None:
    paper = {"allocation_no": allocation_no, "account_code": "Z1", "voucher_no": f"V{on}"}
    books.record(
        "fund.cash_arrived", ABOVE, on=on, sources=levels(central=central), amount_fen=central, **paper
    )


def step(books: GivenBooks, name: str, on: date, level: str = "county", reason: str = "") -> None:
    key = f"{level}-2024"
    paper: dict[str, Any] = {"level": level, "year": 2024, "decision_no": "人大1", "reason": reason}
    books.record("budget.step_taken", key, on=on, step=name, **paper)


def pass_down(books: GivenBooks, on: date, fen: int, level: str = "county") -> None:
    money: dict[str, Any] = {"sources": levels(**{level: fen}), "amount_fen": fen}
    paper: dict[str, Any] = {"to_document_no": BELOW, "decision_no": BELOW, "place_code": TOWN}
    books.record("fund.passed_down", ABOVE, on=on, **paper, **money)


def listed(books: GivenBooks, on: date = YEAR_END, code: str | None = None) -> tuple[Act, ...]:
    books.follow(PROJECTION)
    with books.look() as cursor:
        return acts(cursor, on, Paging(), states=frozenset(STATES), code=code).rows


def told(found: Iterable[Act]) -> list[tuple[str, str, str, int | None]]:
    """Code, due day, state and days late of each."""
    return [(act.code, str(act.due_on), act.state, act.days_late) for act in found]


def only(books: GivenBooks, code: str, on: date = YEAR_END) -> list[tuple[str, str, int | None]]:
    return [row[1:] for row in told(listed(books, on, code))]


def special_account(books: GivenBooks, on: date) -> None:
    paper: dict[str, Any] = {"name": "专户", "place_code": COUNTY, "holder_unit": "财政局", "bank": "农商行"}
    paper |= {"approval_no": "财库1", "interest_owner": "treasury", "mode": "special_account"}
    books.record("account.opened", "Z1", on=on, code="Z1", **paper)


def reconcile(books: GivenBooks, statement_on: date, on: date) -> None:
    found: dict[str, Any] = {"bank_balance_fen": 0, "ledger_balance_fen": 0, "matched_count": 0}
    found |= {"statement_sha256": "", "differences": ()}
    books.record("account.reconciled", "Z1", on=on, statement_on=statement_on, **found)


def close(books: GivenBooks, month: str, on: date) -> None:
    books.record("period.closed", month, on=on, month=month)
