"""下达下级: county → town → village on one page of vouchers; over the county the sum is what came from outside."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from domain.books.books import Books
from domain.books.desk.act import Act, Receipt
from domain.books.parts.book_figures import BookFigures
from domain.funds.fund import Fund
from domain.funds.passing_down_refusals import (
    PassedDownAboveFree,
    PassedDownOtherwise,
    PassingDownUnknown,
    PlaceNotBelow,
)
from domain.funds.refusals import CutAboveUnallocated, FeeAboveCap
from domain.funds.reversal_refusals import CarryOverUsed
from domain.funds.year_refusals import AboveCarriedOver, FactBeforeFund, FundYearOver, NotCarriedOver
from domain.notices.notice_amount import NoticeAmount
from domain.places.refusals import PlaceUnknown
from domain.places.rows import DivisionRow
from domain.refusal import AlreadyRecorded, OutsideScope, Refusal, UnknownRecord
from domain.rules.refusals import DatesOutOfOrder, PersonalNumber, ReasonMissing, UseNotOfFund
from tests.given.fields import money
from tests.given.funds import an_allocation, an_indicator
from tests.given.rulebooks import a_rulebook
from tests.sources import levels

COUNTY, TOWN, VILLAGE = "511703", "511703103", "511703103207"
ABOVE, BELOW, LOWEST = "达市财农〔2024〕3号", "达川财农〔2024〕9号", "平昌财〔2024〕2号"
GIVEN = levels(central=60_000_00, provincial=40_000_00)
PASSED = levels(central=50_000_00, provincial=10_000_00)

TO_THE_VILLAGE: dict[str, Any] = {
    "document_no": BELOW,
    "to_document_no": LOWEST,
    "place_code": VILLAGE,
    "issued_on": date(2024, 3, 10),
}


def act(day: date = date(2024, 3, 10), scope: str = "") -> Act:
    return Act(by="u-recorder", effective_on=day, scope=scope)


@pytest.fixture
def books(books: Books) -> Books:
    """The county received 100,000 yuan; 60,000 central and 40,000 provincial."""
    books.publish_rulebook(act(date(2021, 4, 1)), **a_rulebook())
    books.receive_indicator(act(date(2024, 3, 1)), **an_indicator(ABOVE, GIVEN))
    return books


def pass_down(books: Books, by: Act | None = None, **otherwise: Any) -> Receipt:
    """Pass 60,000 yuan down to the town, or what is said otherwise."""
    sources = otherwise.pop("sources", PASSED)
    paper: dict[str, Any] = {
        "document_no": ABOVE,
        "to_document_no": BELOW,
        "title": "下达第一批",
        "year": 2024,
        "place_code": TOWN,
        "issuer": "达川区财政局",
        "issued_on": date(2024, 3, 8),
        "use": "infrastructure",
        "nature": "grant",
        "budget_code": "2130504",
    }
    return books.pass_fund_down(by or act(), **paper | otherwise | money(sources))


def pass_on(books: Books) -> Receipt:
    """The town passes 20,000 yuan on to the village."""
    return pass_down(books, **TO_THE_VILLAGE, sources=levels(central=20_000_00))


def reverse(books: Books, by: Act | None = None, **otherwise: str) -> Receipt:
    paper: dict[str, Any] = {
        "document_no": ABOVE,
        "to_document_no": BELOW,
        "decision_no": "达川财农〔2024〕12号",
        "reason": "文件有误",
    }
    return books.reverse_passing_down(by or act(date(2024, 3, 20)), **paper | otherwise)


def allocate(books: Books, document_no: str, day: date = date(2024, 3, 12), **amounts_fen: int) -> Receipt:
    return books.allocate_fund(
        act(day), document_no=document_no, **an_allocation("A1", levels(**amounts_fen), ("unit", "U1"))
    )


def fund(books: Books, document_no: str) -> Fund:
    """A fund read afresh: what was not recorded is not there."""
    stream = Fund.id_of(document_no)
    return Fund(stream).replay(books.streams.recorded_facts(stream))


def from_outside_fen(books: Books, *documents: str) -> int:
    """What these documents received, less what they passed down to each other."""
    funds = [fund(books, document_no) for document_no in documents]
    passed_fen = sum(sum(one.levels.values()) for above in funds for one in above.passings.values())
    return sum(one.amount_fen for one in funds) - passed_fen


def refuses(books: Books, refusal: type[Refusal], ask: Callable[[], Receipt], **figures: int | str) -> None:
    """Ask, expect this very refusal with these figures, and that the journal holds no more than before."""
    before = books.recorder.max_notification_id()
    with pytest.raises(Refusal) as refused:
        ask()
    assert type(refused.value) is refusal, refused.value
    assert {name: refused.value.figures[name] for name in figures} == figures
    assert books.recorder.max_notification_id() == before


def test_money_leaves_the_free_balance_above_and_is_the_amount_below(books: Books) -> None:
    receipt = pass_down(books)
    assert [(fact.topic, fact.stream) for fact in receipt.facts] == [
        ("fund.passed_down", f"fund/{ABOVE}"),
        ("fund.indicator_received", f"fund/{BELOW}"),
    ]
    above, below = fund(books, ABOVE), fund(books, BELOW)
    assert above.unallocated.levels == {"central": 10_000_00, "provincial": 30_000_00}
    assert above.amount_fen == 100_000_00
    assert below.unallocated.levels == {"central": 50_000_00, "provincial": 10_000_00}
    assert below.passed_down_from == ABOVE


def test_over_the_county_the_sum_is_what_came_from_outside(books: Books) -> None:
    documents = (ABOVE, BELOW, LOWEST)
    pass_down(books)
    pass_on(books)
    assert from_outside_fen(books, *documents) == 100_000_00
    paper: dict[str, Any] = {"decision_no": "追1", "reason": "追加", **money(levels(provincial=5_000_00))}
    books.add_to_indicator(act(), document_no=BELOW, **paper)
    assert from_outside_fen(books, *documents) == 100_000_00
    reverse(books, document_no=BELOW, to_document_no=LOWEST)
    reverse(books)
    assert from_outside_fen(books, *documents) == 100_000_00
    assert fund(books, ABOVE).unallocated.levels == {"central": 60_000_00, "provincial": 40_000_00}
    assert [fund(books, one).amount_fen for one in documents] == [100_000_00, 0, 0]


def test_a_part_comes_back_when_the_document_below_is_cut(books: Books) -> None:
    pass_down(books)
    allocate(books, BELOW, central=45_000_00)
    cut: dict[str, Any] = {"document_no": BELOW, "decision_no": "减1", "reason": "项目缩减"}
    above_free = money(levels(central=5_000_01))
    refuses(
        books, CutAboveUnallocated, lambda: books.cut_indicator(act(date(2024, 3, 20)), **cut, **above_free)
    )
    receipt = books.cut_indicator(act(date(2024, 3, 20)), **cut, **money(levels(central=5_000_00)))
    assert [fact.topic for fact in receipt.facts] == ["fund.indicator_cut", "fund.passing_down_reversed"]
    assert fund(books, ABOVE).unallocated.levels["central"] == 15_000_00


def test_a_number_is_read_in_any_spelling(books: Books) -> None:
    pass_down(books, document_no="达市财农[2024]3")
    refuses(books, AlreadyRecorded, lambda: pass_down(books, to_document_no="达川财农（２０２４）9"))
    reverse(books, document_no="达市财农【2024】3号", to_document_no="达川财农[2024] 9 号")
    assert fund(books, BELOW).amount_fen == 0


def test_no_more_is_passed_down_than_is_free(books: Books) -> None:
    allocate(books, ABOVE, central=20_000_00)
    refuses(
        books,
        PassedDownAboveFree,
        lambda: pass_down(books, sources=levels(central=40_000_01)),
        asked_fen=40_000_01,
        limit_fen=40_000_00,
    )
    pass_down(books, sources=levels(central=40_000_00))
    refuses(
        books,
        PassedDownAboveFree,
        lambda: books.add_to_indicator(
            act(), document_no=BELOW, decision_no="追1", reason="追加", **money(levels(central=1))
        ),
        asked_fen=1,
        limit_fen=0,
    )


@pytest.mark.parametrize(
    ("otherwise", "refusal"),
    [
        ({"year": 2023}, PassedDownOtherwise),
        ({"nature": "repayable"}, PassedDownOtherwise),
        ({"place_code": COUNTY}, PlaceNotBelow),
        ({"place_code": "511704100"}, PlaceNotBelow),
        ({"issued_on": date(2024, 2, 29)}, DatesOutOfOrder),
        ({"by": act(date(2024, 2, 28))}, FactBeforeFund),
        ({"issued_on": date(2024, 3, 11)}, FactBeforeFund),
        ({"document_no": "没有此文"}, UnknownRecord),
        ({"title": "张三 13812345678"}, PersonalNumber),
        ({"by": act(scope=TOWN)}, OutsideScope),
    ],
)
def test_what_does_not_fit_the_document_above_is_refused(
    books: Books, otherwise: dict[str, Any], refusal: type[Refusal]
) -> None:
    refuses(books, refusal, lambda: pass_down(books, **otherwise))


def test_the_use_stays_that_of_the_fund(books: Books) -> None:
    pass_down(books, use="industry", budget_code="2130505")
    refuses(books, UseNotOfFund, lambda: pass_down(books, **TO_THE_VILLAGE, sources=levels(central=1)))


def test_a_place_is_looked_up_where_there_is_a_register(books: Books) -> None:
    rows = (DivisionRow(COUNTY, "达川区"), DivisionRow(TOWN, "平昌镇"))
    books.register_divisions(act(date(2024, 1, 2)), rows=rows, source="区划代码")
    refuses(books, PlaceUnknown, lambda: pass_down(books, place_code="511703104"))
    refuses(books, PlaceNotBelow, lambda: pass_down(books, place_code=COUNTY), giving_place_code=COUNTY)
    pass_down(books)


def test_nothing_comes_back_that_something_stands_on(books: Books) -> None:
    pass_down(books)
    pass_on(books)
    refuses(books, CutAboveUnallocated, lambda: reverse(books), asked_fen=50_000_00, limit_fen=30_000_00)
    reverse(books, document_no=BELOW, to_document_no=LOWEST)
    allocate(books, BELOW, provincial=10_000_00)
    refuses(books, CutAboveUnallocated, lambda: reverse(books), asked_fen=10_000_00, limit_fen=0)


def test_it_comes_back_once_and_with_a_reason(books: Books) -> None:
    refuses(books, PassingDownUnknown, lambda: reverse(books))
    pass_down(books)
    refuses(books, ReasonMissing, lambda: reverse(books, reason=" "))
    refuses(books, FactBeforeFund, lambda: reverse(books, by=act(date(2024, 3, 9))))
    refuses(books, OutsideScope, lambda: reverse(books, by=act(date(2024, 3, 20), scope=TOWN)))
    reverse(books)
    refuses(books, PassingDownUnknown, lambda: reverse(books))


def test_a_town_does_not_take_from_the_county_by_changing_its_own_document(books: Books) -> None:
    pass_down(books)
    paper: dict[str, Any] = {
        "document_no": BELOW,
        "decision_no": "改1",
        "reason": "自行调整",
        **money(levels(central=1)),
    }
    refuses(books, OutsideScope, lambda: books.add_to_indicator(act(scope=TOWN), **paper))
    refuses(books, OutsideScope, lambda: books.cut_indicator(act(scope=TOWN), **paper))


def test_a_fee_is_taken_once_from_each_fen(books: Books) -> None:
    def fee(document_no: str, fen: int) -> Receipt:
        return books.allocate_fund(
            act(date(2024, 3, 12)),
            document_no=document_no,
            **an_allocation("F1", levels(provincial=fen), ("fee", "")),
        )

    pass_down(books)
    refuses(books, FeeAboveCap, lambda: fee(ABOVE, 400_01), base_fen=40_000_00)
    fee(ABOVE, 400_00)
    fee(BELOW, 600_00)
    rest = levels(central=10_000_00)
    refuses(
        books,
        FeeAboveCap,
        lambda: pass_down(books, by=act(date(2024, 3, 13)), to_document_no="乙", sources=rest),
    )


def test_in_a_later_year_only_what_was_carried_over_is_passed_down(books: Books) -> None:
    later = act(date(2025, 3, 10))
    refuses(books, NotCarriedOver, lambda: pass_down(books, by=later))
    carried = money(levels(central=30_000_00))
    books.carry_over_fund(act(date(2025, 1, 5)), document_no=ABOVE, from_year=2024, to_year=2025, **carried)
    refuses(books, AboveCarriedOver, lambda: pass_down(books, by=later, sources=levels(central=30_000_01)))
    pass_down(books, by=later, sources=levels(central=30_000_00))
    mistaken: dict[str, Any] = {"from_year": 2024, "to_year": 2025, "reason": "误登"}
    refuses(
        books,
        CarryOverUsed,
        lambda: books.reverse_carry_over(act(date(2025, 3, 11)), document_no=ABOVE, **mistaken),
        asked_fen=30_000_00,
        limit_fen=0,
    )
    # Below it needs no carry-over of its own, and comes back as money that was carried over.
    allocate(books, BELOW, day=date(2025, 3, 11), central=20_000_00)
    cut: dict[str, Any] = {"document_no": BELOW, "decision_no": "减1", "reason": "缩减"}
    books.cut_indicator(act(date(2025, 3, 20)), **cut, **money(levels(central=10_000_00)))
    allocate(books, ABOVE, day=date(2025, 3, 21), central=10_000_00)
    refuses(books, FundYearOver, lambda: pass_down(books, by=act(date(2026, 3, 10)), to_document_no="丙"))


def test_a_notice_names_what_was_passed_down(books: Books) -> None:
    pass_down(books)
    amount = NoticeAmount("下达乡镇", 60_000_00, figure="passed_down")
    with books.turn(act()) as turn:
        (compared,) = BookFigures(turn).compared((amount,), f"fund/{ABOVE}")
    assert compared.books_fen == 60_000_00
