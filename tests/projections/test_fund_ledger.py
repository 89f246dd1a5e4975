"""The fund ledger: what a document received, passed on, paid and still holds."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from projections.fund_ledger.fold import PROJECTION
from projections.fund_ledger.query import fund, funds, totals_by_year
from projections.reading.paging import Paging
from tests.projections.given import GivenBooks
from tests.projections.printed import block, page
from tests.projections.worked_example import FUND, quota
from tests.sources import levels, total

ROADS = {"purpose_kind": "project", "purpose_code": "P2", "use": "roads", "budget_code": "2130504"}
FIGURES = "received_fen unallocated_fen allocated_fen arrived_fen paid_fen recovered_fen idle_fen"


def test_a_document_reads_by_level_purpose_and_allocation(county: GivenBooks) -> None:
    with county.look() as cursor:
        found = fund(cursor, FUND)
    assert found is not None
    assert page([found.total], FIGURES) == block("""
        1,000,000.00 | 0.00 | 1,000,000.00 | 990,000.00 | 914,031.00 | 47,700.00 | 28,269.00""")
    assert page(found.levels, f"level {FIGURES}") == block("""
        central | 600,000.00 | 0.00 | 600,000.00 | 594,000.00 | 548,418.60 | 28,620.00 | 16,961.40
        provincial | 400,000.00 | 0.00 | 400,000.00 | 396,000.00 | 365,612.40 | 19,080.00 | 11,307.60""")
    assert page(
        found.purposes, "purpose_kind purpose_code allocated_fen arrived_fen paid_fen recovered_fen"
    ) == block("""
        fee | - | 10,000.00 | 0.00 | 0.00 | 0.00
        project | P1 | 990,000.00 | 990,000.00 | 914,031.00 | 47,700.00""")
    assert page(
        found.allocations, "allocation_no purpose_kind allocated_fen arrived_fen recovered_fen"
    ) == block("""
        A1 | project | 990,000.00 | 990,000.00 | 47,700.00
        A2 | fee | 10,000.00 | 0.00 | 0.00""")


def test_the_changes_of_a_document_read_as_sentences_in_order(county: GivenBooks) -> None:
    with county.look() as cursor:
        found = fund(cursor, FUND)
    assert found is not None
    assert page(found.changes, "effective_on kind reference amount_fen sources") == block(f"""
        2024-03-01 | indicator_received | {FUND} | 1,000,000.00 | central 600,000.00 + provincial 400,000.00
        2024-03-01 | allocated | D1 | 990,000.00 | central 594,000.00 + provincial 396,000.00
        2024-03-01 | allocated | D1 | 10,000.00 | central 6,000.00 + provincial 4,000.00
        2024-03-01 | cash_arrived | V1 | 990,000.00 | central 594,000.00 + provincial 396,000.00
        2024-03-01 | passed_down | 石桥财〔2024〕1号 | 50,000.00 | central 50,000.00
        2024-03-01 | passing_down_reversed | 石桥财〔2024〕1号 | 50,000.00 | central 50,000.00
        2024-03-01 | integration_authorised | 授权-1 | 1,000.00 | county 1,000.00
        2024-03-08 | report_filed | 方案1 | 0.00 | -
        2024-03-08 | report_filed | 方案2 | 0.00 | -
        2024-03-08 | report_filed | 计划1 | 0.00 | -
        2024-03-09 | report_withdrawn | 方案1 | 0.00 | -
        2024-10-20 | surplus_recovered | V9 | 47,700.00 | central 28,620.00 + provincial 19,080.00""")
    assert found.changes[-1].sentence_zh == (
        "从分配 A1 收回结余 47,700.00 元（中央 28,620.00 元、省级 19,080.00 元），原因：结余"
    )


def test_the_county_overview_adds_up_by_year_and_level(county: GivenBooks) -> None:
    with county.look() as cursor:
        totals = totals_by_year(cursor)
        elsewhere = totals_by_year(cursor, place="99")
    assert (
        page(totals, f"year level documents_count {FIGURES}")
        == block("""
        2024 | central | 1 | 600,000.00 | 0.00 | 600,000.00 | 594,000.00 | 548,418.60 | 28,620.00 | 16,961.40
        2024 | provincial | 1 | 400,000.00 | 0.00 | 400,000.00 | 396,000.00 | 365,612.40 | 19,080.00 | 11,307.60""")
    )
    assert elsewhere == ()


def test_an_unknown_document_is_none(county: GivenBooks) -> None:
    with county.look() as cursor:
        assert fund(cursor, "没有此文") is None
        assert funds(cursor, Paging(), year=1999).rows == ()


def central_change(given: GivenBooks, topic: str, central: int, **payload: Any) -> None:
    sources = levels(central=central)
    given.record(f"fund.{topic}", FUND, amount_fen=total(sources), sources=sources, **payload)


def surplus_planned_again(change: Callable[..., None]) -> None:
    """结余再分配，又收回一部分."""
    change("allocated", central=15_000_00, allocation_no="A4", decision_no="D7", from_recovered=True, **ROADS)
    change(
        "allocation_taken_back",
        central=5_000_00,
        allocation_no="A4",
        decision_no="D8",
        reason="缩减",
        to_recovered=True,
    )


def every_change(given: GivenBooks) -> None:
    """追加、调减、统筹、调剂、收回分配、冲销到位、收回后再分配、结转."""
    quota(given)
    change = partial(central_change, given)

    change("indicator_added", central=50_000_00, decision_no="D2", reason="追加")
    change("indicator_cut", central=20_000_00, decision_no="D3", reason="调减")
    given.record(
        "fund.integration_authorised",
        FUND,
        authorisation_no="TC1",
        document_no_of_authority="县整合〔2024〕1号",
        level="central",
        from_use="industry",
        to_use="roads",
        amount_fen=25_000_00,
        valid_until=date(2024, 12, 31),
    )
    change(
        "allocated",
        central=25_000_00,
        allocation_no="A3",
        decision_no="D4",
        authorisation_no="TC1",
        **ROADS,
    )
    change(
        "allocation_adjusted",
        central=1_000_00,
        from_allocation_no="A1",
        to_allocation_no="A3",
        decision_no="D5",
        reason="调剂",
    )
    change("allocation_taken_back", central=6_000_00, allocation_no="A3", decision_no="D6", reason="缩减")
    change("cash_arrived", central=20_000_00, allocation_no="A3", account_code="zh01", voucher_no="V2")
    change(
        "arrival_reversed",
        central=20_000_00,
        allocation_no="A3",
        account_code="zh01",
        voucher_no="V2",
        reason="错账",
    )
    change(
        "surplus_recovered",
        central=40_000_00,
        allocation_no="A1",
        account_code="zh01",
        voucher_no="V3",
        reason="结余",
    )
    surplus_planned_again(change)
    change("carried_over", central=30_000_00, from_year=2024, to_year=2025)


def test_every_way_to_change_a_document_keeps_received_equal_to_its_parts(given: GivenBooks) -> None:
    every_change(given)
    given.follow(PROJECTION)
    with given.look() as cursor:
        found = fund(cursor, FUND)
    assert found is not None
    columns = "level received_fen unallocated_fen allocated_fen arrived_fen recovered_fen recovered_left_fen"
    assert page(found.levels, columns) == block("""
        central | 630,000.00 | 11,000.00 | 629,000.00 | 594,000.00 | 40,000.00 | 30,000.00
        provincial | 400,000.00 | 0.00 | 400,000.00 | 396,000.00 | 0.00 | 0.00""")
    assert page(
        found.allocations, "allocation_no allocated_fen arrived_fen recovered_fen from_recovered"
    ) == block("""
        A1 | 989,000.00 | 990,000.00 | 40,000.00 | False
        A2 | 10,000.00 | 0.00 | 0.00 | False
        A3 | 20,000.00 | 0.00 | 0.00 | False
        A4 | 10,000.00 | 0.00 | 0.00 | True""")
    assert page(found.authorisations, "authorisation_no level from_use to_use amount_fen used_fen") == block("""
        TC1 | central | industry | roads | 25,000.00 | 25,000.00""")
    assert (found.total.carried_over_fen, found.total.carried_to_year) == (30_000_00, 2025)
