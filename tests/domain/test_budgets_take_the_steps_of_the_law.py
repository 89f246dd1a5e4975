"""预算步骤: approved, handed on and published in the order of the law; a wrong day is corrected with a reason."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from domain.books.books import Books
from domain.books.desk.act import Act, Receipt
from domain.budgets.budget import Budget
from domain.budgets.refusals import BudgetLevelUnknown, BudgetStepTaken, BudgetStepTooEarly, BudgetStepUnknown
from domain.funds.refusals import TransferKindUnknown
from domain.refusal import OutsideScope, Refusal
from domain.rulebook.ready.ready import ready_rulebook
from domain.rulebook.refusals import RulebookMissing
from domain.rules.refusals import DatesOutOfOrder, PersonalNumber
from tests.given.funds import an_indicator
from tests.given.rulebooks import a_rulebook
from tests.sources import levels

APPROVED_ON = date(2024, 1, 20)


@pytest.fixture
def books(books: Books) -> Books:
    books.publish_rulebook(
        Act(by="u-admin", effective_on=date(2021, 4, 1)), **a_rulebook(ready_rulebook("2021-2"))
    )
    return books


def take(books: Books, step: str, on: date = APPROVED_ON, *, scope: str = "", **otherwise: Any) -> Receipt:
    paper: dict[str, Any] = {"level": "county", "year": 2024, "decision_no": "人大〔2024〕1号"}
    act = Act(by="u-recorder", effective_on=on, scope=scope)
    return books.record_budget_step(act, step=step, **paper | otherwise)


def refuses(books: Books, refusal: type[Refusal], ask: Callable[[], Receipt], **figures: str) -> None:
    before = books.recorder.max_notification_id()
    with pytest.raises(Refusal) as refused:
        ask()
    assert type(refused.value) is refusal, refused.value
    assert {name: refused.value.figures[name] for name in figures} == figures
    assert books.recorder.max_notification_id() == before


def taken(books: Books) -> dict[str, date]:
    stream = Budget.id_of("county-2024")
    return Budget(stream).replay(books.streams.recorded_facts(stream)).taken


def test_a_budget_is_approved_handed_on_and_published(books: Books) -> None:
    steps = ("approved", "departments_informed", "units_informed", "published")
    for days, step in enumerate((*steps, "accounts_approved", "accounts_published")):
        take(books, step, date(2024, 2, 1 + days))
    assert list(taken(books).values()) == [date(2024, 2, day) for day in range(1, 7)]


def test_each_step_follows_the_former_one(books: Books) -> None:
    refuses(books, BudgetStepTooEarly, lambda: take(books, "published"), step="published", follows="approved")
    take(books, "approved")
    refuses(books, BudgetStepTooEarly, lambda: take(books, "units_informed"), follows="departments_informed")
    refuses(books, DatesOutOfOrder, lambda: take(books, "published", date(2024, 1, 19)))
    take(books, "published", date(2024, 2, 1))


def test_a_wrong_day_is_corrected_with_a_reason_and_in_order(books: Books) -> None:
    take(books, "approved")
    take(books, "published", date(2024, 2, 1))
    corrected = date(2024, 1, 25)
    refuses(
        books,
        BudgetStepTaken,
        lambda: take(books, "approved", corrected),
        taken_on="2024-01-20",
        on="2024-01-25",
    )
    refuses(books, DatesOutOfOrder, lambda: take(books, "approved", date(2024, 2, 2), reason="误登"))
    refuses(books, PersonalNumber, lambda: take(books, "approved", corrected, reason="问 13812345678"))
    take(books, "approved", corrected, reason="日期误登")
    assert taken(books)["approved"] == corrected


def test_what_no_budget_does_is_refused(books: Books) -> None:
    refuses(books, BudgetLevelUnknown, lambda: take(books, "approved", level="village"))
    refuses(books, BudgetStepUnknown, lambda: take(books, "printed"))
    refuses(books, BudgetStepUnknown, lambda: take(books, "published", level="national"))
    refuses(books, OutsideScope, lambda: take(books, "approved", scope="511703103"))
    refuses(books, RulebookMissing, lambda: take(books, "approved", date(2020, 1, 1)))


@pytest.mark.parametrize(
    ("otherwise", "refusal"),
    [
        ({"transfer_kind": "special"}, TransferKindUnknown),
        ({"upper_received_on": date(2024, 2, 21)}, DatesOutOfOrder),
    ],
)
def test_a_document_tells_its_kind_of_transfer_and_when_the_province_had_it(
    books: Books, otherwise: dict[str, Any], refusal: type[Refusal]
) -> None:
    def receive(**said: Any) -> Receipt:
        return books.receive_indicator(
            Act(by="u-recorder", effective_on=date(2024, 3, 1)),
            **an_indicator("达市财农〔2024〕3号", levels(central=1), issued_on=date(2024, 2, 20), **said),
        )

    refuses(books, refusal, lambda: receive(**otherwise))
    receive(transfer_kind="earmarked", upper_received_on=date(2024, 2, 20))
