"""The project ledger: how far a project is, what it cost, who accepted it, and its story in sentences."""

from projections.project_ledger.answers import Project
from projections.project_ledger.query import ProjectFilter, project, projects
from projections.project_ledger.timeline import timeline
from projections.reading.paging import Paging
from tests.projections.given import GivenBooks
from tests.projections.printed import block, page
from tests.projections.worked_example import FUND, PROJECT
from tests.projections.year.places import VILLAGE

ALL = Paging(100)


def the_road(county: GivenBooks) -> Project:
    with county.look() as cursor:
        found = project(cursor, PROJECT)
    assert found is not None
    return found


def test_a_project_reads_from_plan_to_saving(county: GivenBooks) -> None:
    total = the_road(county).total
    assert page(
        [total], "name place_code phase plan_year started_on accepted_on settled_on handed_over_on"
    ) == block(
        f"桥头村道路硬化 | {VILLAGE} | handed_over | 2024 | 2024-03-15 | 2024-09-01 | 2024-09-10 | 2024-10-08"
    )
    figures = (
        "plan_fen contract_fen measured_fen settlement_fen saving_fen arrived_fen paid_fen recovered_fen"
    )
    assert (
        page([total], figures)
        == block("""
        990,000.00 | 960,000.00 | 600,000.00 | 942,300.00 | 47,700.00 | 990,000.00 | 914,031.00 | 47,700.00""")
    )
    owed = "advance_left_fen payable_fen retention_fen retention_paid_fen retention_release_on"
    assert page([total], owed) == "0.00 | 0.00 | 28,269.00 | 0.00 | 2025-09-10"


def test_each_source_of_a_project_keeps_its_channel(county: GivenBooks) -> None:
    columns = "document_no level plan_fen arrived_fen paid_fen settlement_fen recovered_fen"
    assert page(the_road(county).sources, columns) == block(f"""
        {FUND} | central | 594,000.00 | 594,000.00 | 548,418.60 | 565,380.00 | 28,620.00
        {FUND} | provincial | 396,000.00 | 396,000.00 | 365,612.40 | 376,920.00 | 19,080.00""")


def test_a_payment_that_came_back_stays_visible(county: GivenBooks) -> None:
    assert page(the_road(county).payments, "payment_no paid_on stage amount_fen undone_fen") == block("""
        ZF1 | 2024-03-20 | advance | 288,000.00 | 288,000.00
        ZF11 | 2024-03-22 | advance | 288,000.00 | 0.00
        ZF2 | 2024-06-10 | progress | 192,000.00 | 0.00
        ZF3 | 2024-09-30 | settlement | 434,031.00 | 0.00""")


def test_acceptances_show_levels_defects_and_their_rectification(county: GivenBooks) -> None:
    road = the_road(county)
    assert page(road.acceptances, "effective_on level form_no passed acceptors rectify_by_on") == block("""
        2024-08-05 | village | YS0 | False | ('u-4',) | 2024-08-20
        2024-08-16 | village | YS1 | True | ('u-4', 'u-5') | -
        2024-09-01 | county | YS2 | True | ('u-4', 'u-5') | -""")
    assert page(road.defects, "level defect_no text found_on rectified_on") == block("""
        village | 1 | 路肩缺损 | 2024-08-05 | 2024-08-15""")


def test_papers_of_a_project_stand_beside_it(county: GivenBooks) -> None:
    road = the_road(county)
    assert (
        page(road.contracts, "contract_no route contractor_name price_fen")
        == "HT1 | inquiry | 达川建筑公司 | 950,000.00"
    )
    assert (
        page(road.changes, "change_no subject contract_change_fen share_bp")
        == "BG1 | contract | 10,000.00 | 105"
    )
    assert page(road.targets, "name unit value") == "硬化里程 | 米 | 3200"
    assert page(road.claims, "claim_no stage state asked_fen paid_fen") == (
        "BZ1 | advance | approved | 288,000.00 | 288,000.00"
    )
    assert page(road.notices, "notice_no kind state posted_on closes_on closed_on") == (
        "GS2 | completion | closed | 2024-09-13 | 2024-09-28 | 2024-09-29"
    )
    assert page(
        road.measurements, "certificate_no amount_fen advance_offset_fen payable_fen reversed_on"
    ) == ("JL1 | 600,000.00 | 288,000.00 | 312,000.00 | -")


def test_the_timeline_tells_the_story(county: GivenBooks) -> None:
    with county.look() as cursor:
        told = timeline(cursor, PROJECT, ALL).rows
    assert page(told[:9], "effective_on sentence_zh") == block(f"""
        2024-01-05 | 桥头村委会申报工程项目 P1 桥头村道路硬化，估算 1,000,000.00 元
        2024-01-12 | 村级民主决策完成（4+2，1 步）
        2024-01-15 | 乡镇级审核：属实
        2024-01-20 | 农业农村局论证，核定估算 995,000.00 元：可行
        2024-01-25 | 入项目库 XMK-1，绩效目标 1 项
        2024-03-01 | {FUND} 凭 D1 向项目P1分配 990,000.00 元（中央 594,000.00 元、省级 396,000.00 元），分配号 A1
        2024-03-01 | 列入 2024 年计划 J1，安排资金 990,000.00 元（中央 594,000.00 元、省级 396,000.00 元）
        2024-03-01 | {FUND}的资金 990,000.00 元（中央 594,000.00 元、省级 396,000.00 元）到账，用于项目P1，凭证 V1
        2024-03-02 | 实施方案批复 PF1""")
    assert page(told[-7:-2], "effective_on amount_fen sentence_en") == block("""
        2024-09-13 | - | Notice GS2: Posted at 公示栏 from 2024-09-13; may be closed from 2024-09-23
        2024-09-15 | - | Notice GS2: Objection Y1 came in, to be answered by 2024-09-20: 宽度不足
        2024-09-18 | - | Notice GS2: Objection Y1 was answered, not upheld: 复测合格
        2024-09-18 | - | Notice GS2: The notice was extended; it may be closed from 2024-09-28; reason: 补充复测结果
        2024-09-29 | - | Notice GS2: The notice was closed after 16 days with 1 objection""")


def test_projects_are_found_by_place_phase_year_use_and_document(county: GivenBooks) -> None:
    with county.look() as cursor:
        for only, found in (
            (ProjectFilter(place=VILLAGE[:6]), 1),
            (ProjectFilter(place="510"), 0),
            (ProjectFilter(phase="handed_over", year=2024, use_code="infrastructure", document_no=FUND), 1),
            (ProjectFilter(phase="started"), 0),
            (ProjectFilter(document_no="别的文"), 0),
        ):
            assert len(projects(cursor, ALL, only).rows) == found, only
        assert project(cursor, "P9") is None


def test_money_that_arrives_before_the_proposal_is_kept_for_it(given: GivenBooks) -> None:
    from projections.project_ledger.fold import PROJECTION
    from tests.projections.worked_example import arrive
    from tests.projections.year.projects import intake

    arrive(given)
    intake(given)
    given.follow(PROJECTION)
    assert the_road(given).total.arrived_fen == 990_000_00
