"""冲销入账: what a step brought to the ledgers goes with its reversal; the step stays to be seen, struck."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from domain.projects.values import Target
from domain.rulebook.notice_rules import NoticeDuty
from projections.asset_ledger.query import assets
from projections.asset_ledger.query import totals as asset_totals
from projections.fund_ledger.query import fund
from projections.idle_money.query import idle_money
from projections.project_ledger.answers import Project
from projections.project_ledger.query import project
from projections.reading.paging import Paging
from projections.source_of_money.query import project_sources
from projections.trial_balance.posting_rules import EARMARKED, PAYABLES, RETENTION, SPENT, WORKS
from tests.projections.county_year import LEDGERS, county_year
from tests.projections.given import GivenBooks
from tests.projections.printed import block, page
from tests.projections.reversed_road import (
    BACK_ON,
    take_acceptance_back,
    take_completion_back,
    take_hand_over_back,
    take_road_back,
    take_settlement_back,
    take_start_back,
)
from tests.projections.test_duties_follow_what_hangs import owed, plain, withdraw
from tests.projections.worked_example import FUND, PROJECT, hand_over, split
from tests.projections.year.projects import intake
from tests.projections.year.rulebooks import regulations, rules

ALL = Paging(100)


@pytest.fixture
def year(given: GivenBooks) -> GivenBooks:
    county_year(given)
    return given


def the_road(given: GivenBooks) -> Project:
    given.follow(*LEDGERS)
    with given.look() as cursor:
        found = project(cursor, PROJECT)
    assert found is not None
    return found


def balance(given: GivenBooks, account: str) -> int:
    given.follow(*LEDGERS)
    ((fen,),) = given.rows(
        "SELECT coalesce(sum(debit_fen - credit_fen), 0)::bigint FROM trial_balance_lines"
        f" WHERE account = '{account}'"
    )
    return int(fen)


def test_a_project_stands_again_where_it_was(year: GivenBooks) -> None:
    take_road_back(year)
    road = the_road(year)
    days = (
        "phase accepted_on settled_on handed_over_on retention_release_on audit_no settlement_fen saving_fen"
    )
    assert page([road.total], days) == "completed | - | - | - | - | - | - | -"
    figures = "measured_fen payable_fen advance_left_fen retention_fen asset_value_fen"
    assert page([road.total], figures) == "600,000.00 | -314,031.00 | 0.00 | 0.00 | 0.00"
    assert page(road.sources, "level settlement_fen") == block("""
        central | 360,000.00
        provincial | 240,000.00""")


def test_the_days_of_a_completion_and_a_start_go_with_them(year: GivenBooks) -> None:
    days = "phase started_on completed_on"
    take_road_back(year)
    take_completion_back(year)
    assert page([the_road(year).total], days) == "started | 2024-03-15 | -"
    take_start_back(year)
    assert page([the_road(year).total], days) == "contracted | - | -"


def test_the_acceptance_that_goes_gets_a_line_in_red(year: GivenBooks) -> None:
    take_road_back(year)
    shown = "effective_on level form_no passed reversal verdict"
    assert page(the_road(year).acceptances[-2:], shown) == block(f"""
        2024-09-01 | county | YS2 | True | False | 合格
        {BACK_ON} | county | YS2 | False | True | 验收有误""")


def test_every_source_gets_back_what_was_settled_retained_and_handed_over(year: GivenBooks) -> None:
    take_road_back(year)
    year.follow(*LEDGERS)
    with year.look() as cursor:
        sources = project_sources(cursor, PROJECT)
    assert page(sources, "level measured_fen settled_fen retained_fen handed_over_fen saving_fen") == block("""
        central | 360,000.00 | 360,000.00 | 0.00 | 0.00 | 0.00
        provincial | 240,000.00 | 240,000.00 | 0.00 | 0.00 | 0.00""")


def test_the_accounts_stand_as_before_each_step(given: GivenBooks) -> None:
    accounts = (WORKS, PAYABLES, RETENTION, EARMARKED, SPENT)
    county_year(given)
    take_hand_over_back(given)
    before_hand_over = [balance(given, account) for account in accounts]
    assert before_hand_over[0] == 942_300_00
    take_settlement_back(given)
    works, payables, retention, *spent = (balance(given, account) for account in accounts)
    assert (works, retention) == (600_000_00, 0)
    assert payables == before_hand_over[1] + 342_300_00 - 28_269_00
    assert spent == before_hand_over[3:]


@pytest.mark.parametrize(
    ("on", "rule"),
    [
        (date(2024, 12, 1), "project.hand_over_reversed village"),
        (BACK_ON, "project.hand_over_reversed village former_year"),
    ],
)
def test_a_hand_over_of_a_former_year_is_posted_by_a_rule_of_its_own(
    year: GivenBooks, on: date, rule: str
) -> None:
    take_hand_over_back(year, on)
    year.follow(*LEDGERS)
    rules_used = year.rows(
        "SELECT DISTINCT rule FROM trial_balance_lines WHERE rule LIKE 'project.hand_over_reversed%'"
    )
    assert rules_used == [(rule,)]


def test_the_card_of_an_asset_is_struck_and_written_anew(year: GivenBooks) -> None:
    take_hand_over_back(year)
    year.follow(*LEDGERS)
    with year.look() as cursor:
        cards = assets(cursor, ALL).rows
        assert asset_totals(cursor) == ()
    assert page(cards, "asset_no value_fen reversed_on reason") == f"ZC1 | 942,300.00 | {BACK_ON} | 权属有误"
    hand_over(
        year,
        BACK_ON,
        asset_class="operating",
        owner_level="town",
        owner="石桥镇",
        keeper="石桥镇政府",
        sources=(),
    )
    year.follow(*LEDGERS)
    with year.look() as cursor:
        cards = assets(cursor, ALL).rows
        assert page(asset_totals(cursor), "asset_class owner_level count") == "operating | town | 1"
    assert page(cards, "asset_no owner handed_over_on reversed_on") == f"ZC1 | 石桥镇 | {BACK_ON} | -"


def test_a_contract_that_goes_stays_to_be_seen(year: GivenBooks) -> None:
    year.record(
        "project.contract_reversed",
        PROJECT,
        on=BACK_ON,
        former_on=date(2024, 3, 10),
        former_rulebook_version=1,
        reason="合同价有误",
        contract_no="HT1",
        contractor_id="f-1",
        price_fen=960_000_00,
    )
    road = the_road(year)
    assert page([road.total], "phase contract_fen") == "approved | 0.00"
    shown = "contract_no price_fen ended_as ended_on reason"
    assert page(road.contracts, shown) == f"HT1 | 950,000.00 | reversed | {BACK_ON} | 合同价有误"


def test_a_terminated_contract_shows_its_certified_work_and_what_was_owed(year: GivenBooks) -> None:
    year.record(
        "project.contract_terminated",
        PROJECT,
        on=BACK_ON,
        termination_no="JC1",
        contract_no="HT1",
        contractor_id="f-1",
        price_fen=960_000_00,
        certified_fen=600_000_00,
        paid_fen=480_000_00,
        owed_fen=120_000_00,
        owed=split(120_000_00),
        reason="违约",
    )
    road = the_road(year)
    assert page([road.total], "phase contract_fen started_on completed_on") == "approved | 600,000.00 | - | -"
    shown = "contract_no price_fen ended_as ended_on certified_fen owed_fen reason"
    assert page(road.contracts, shown) == (
        f"HT1 | 950,000.00 | terminated | {BACK_ON} | 600,000.00 | 120,000.00 | 违约"
    )


def test_a_project_that_leaves_the_library_has_no_plan_and_no_targets_until_it_enters_again(
    year: GivenBooks,
) -> None:
    year.record(
        "project.left_library",
        PROJECT,
        on=BACK_ON,
        former_on=date(2024, 1, 25),
        former_rulebook_version=1,
        reason="选址不符",
        library_no="XMK-1",
        decision_no="D9",
        plan_fen=990_000_00,
        sources=split(990_000_00),
    )
    road = the_road(year)
    assert page([road.total], "phase library_no plan_no plan_year plan_fen approval_no") == (
        "appraised | - | - | - | 0.00 | -"
    )
    assert page(road.sources, "level plan_fen arrived_fen") == block("""
        central | 0.00 | 594,000.00
        provincial | 0.00 | 396,000.00""")
    assert road.targets == ()
    with year.look() as cursor:
        assert page(project_sources(cursor, PROJECT), "level planned_fen") == block("""
            central | 0.00
            provincial | 0.00""")
    again = (Target("length", "硬化里程", "米", 3000),)
    year.record("project.entered_library", PROJECT, on=BACK_ON, library_no="XMK-2", targets=again)
    assert page(the_road(year).targets, "name unit value") == "硬化里程 | 米 | 3000"


def test_no_notice_of_a_plan_is_owed_of_a_project_that_left_the_library(accepted: GivenBooks) -> None:
    plain(accepted, "project.approved", PROJECT, date(2024, 3, 2))
    assert "project_plan" in owed(accepted, date(2025, 3, 1), "kind")
    plain(
        accepted,
        "project.left_library",
        PROJECT,
        BACK_ON,
        former_on=date(2024, 1, 25),
        former_rulebook_version=1,
    )
    assert "project_plan" not in owed(accepted, date(2025, 3, 1), "kind")


@pytest.fixture
def accepted(given: GivenBooks) -> GivenBooks:
    """A project whose last acceptance asks for a completion notice."""
    rules(given)
    intake(given)
    pass_county(given, date(2024, 9, 1))
    return given


def pass_county(given: GivenBooks, on: date) -> None:
    plain(given, "project.acceptance_passed", PROJECT, on, level="county", form_no="YS2", last_level=True)


def post(given: GivenBooks, number: str, on: date) -> None:
    said = {"notice_no": number, "kind": "completion", "level": "village", "subject": f"project/{PROJECT}"}
    plain(given, "notice.drafted", number, on, **said)
    plain(given, "notice.posted", number, on, first_day_on=on, recorded_on=None)


def completion_owed(given: GivenBooks) -> str:
    rows = owed(given, date(2025, 3, 1), "kind raised_on state").splitlines()
    return "\n".join(row for row in rows if row.startswith("completion"))


def test_no_completion_notice_is_owed_of_an_acceptance_that_was_taken_back(accepted: GivenBooks) -> None:
    assert completion_owed(accepted) == "completion | 2024-09-01 | missing"
    take_acceptance_back(accepted)
    assert completion_owed(accepted) == ""
    pass_county(accepted, date(2025, 2, 25))
    assert completion_owed(accepted) == "completion | 2025-02-25 | due"


def test_a_notice_posted_for_it_tells_nothing_of_the_next_acceptance(accepted: GivenBooks) -> None:
    post(accepted, "GS9", date(2024, 9, 2))
    take_acceptance_back(accepted)
    assert completion_owed(accepted) == ""
    pass_county(accepted, date(2025, 2, 25))
    withdraw(accepted, "GS9", date(2025, 2, 26))
    assert completion_owed(accepted) == "completion | 2025-02-25 | due"


@pytest.mark.parametrize(
    ("step", "take_back"),
    [("project.started", take_start_back), ("project.completed", take_completion_back)],
)
def test_no_notice_is_owed_of_a_start_or_a_completion_that_was_taken_back(
    given: GivenBooks, step: str, take_back: Callable[[GivenBooks], None]
) -> None:
    kind = replace(regulations().notice_kinds[2], duties=(NoticeDuty(step, "village", 10, "day"),))
    ruled = replace(regulations(), notice_kinds=(kind,))
    plain(given, "rulebook.published", "county", date(2024, 1, 1), version=1, regulations=ruled)
    intake(given)
    plain(given, step, PROJECT, date(2024, 9, 1))
    assert completion_owed(given) == "completion | 2024-09-01 | missing"
    take_back(given)
    assert completion_owed(given) == ""


def test_a_duty_of_another_step_stays(given: GivenBooks) -> None:
    plain_rules = regulations()
    duties = [
        NoticeDuty(after, "village", 10, "day") for after in ("project.approved", "project.acceptance_passed")
    ]
    kind = replace(plain_rules.notice_kinds[2], duties=tuple(duties))
    ruled = replace(plain_rules, notice_kinds=(kind,))
    plain(given, "rulebook.published", "county", date(2024, 1, 1), version=1, regulations=ruled)
    intake(given)
    plain(given, "project.approved", PROJECT, date(2024, 3, 2))
    pass_county(given, date(2024, 9, 1))
    take_acceptance_back(given)
    assert completion_owed(given) == "completion | 2024-03-02 | missing"


def test_what_was_called_otherwise_shows_both_names(year: GivenBooks) -> None:
    for former, name in (("桥头村道路硬化", "桥头村村道硬化"), ("桥头村村道硬化", "桥头村主路硬化")):
        year.record("project.name_corrected", PROJECT, former_name=former, name=name, reason="笔误")
    year.record(
        "project.contractor_name_corrected",
        PROJECT,
        contract_no="HT1",
        former_contractor_name="达川建筑公司",
        contractor_name="达川建筑有限公司",
        reason="笔误",
    )
    year.record("fund.title_corrected", FUND, former_title="衔接资金", title="衔接补助资金", reason="笔误")
    road = the_road(year)
    assert (road.total.name, road.total.former_names) == (
        "桥头村主路硬化",
        ("桥头村道路硬化", "桥头村村道硬化"),
    )
    assert page(road.contracts, "contractor_name former_names") == "达川建筑有限公司 | ('达川建筑公司',)"
    with year.look() as cursor:
        assert page(assets(cursor, ALL).rows, "asset_no project_name") == "ZC1 | 桥头村主路硬化"
        found = fund(cursor, FUND)
        assert found is not None
        assert (found.total.title, found.total.former_titles) == ("衔接补助资金", ("衔接资金",))
        channels = idle_money(cursor, BACK_ON, ALL).rows
    assert {row.title for row in channels if row.document_no == FUND} == {"衔接补助资金"}


def test_a_household_project_that_was_closed_too_early_goes_on(year: GivenBooks) -> None:
    paid = split(300_000_00)
    closing = {"paid_fen": 300_000_00, "paid": paid, "saving_fen": 690_000_00}
    intake_of = {"code": "P3", "place_code": "511703"}
    plain(year, "project.proposed", "P3", date(2024, 2, 1), **intake_of)
    year.record("project.household_closed", "P3", on=BACK_ON, saving=split(690_000_00), **closing)
    year.record(
        "project.household_closing_reversed",
        "P3",
        on=BACK_ON,
        former_on=BACK_ON,
        former_rulebook_version=1,
        reason="漏发一户",
        phase="approved",
        **closing,
    )
    year.follow(*LEDGERS)
    with year.look() as cursor:
        found = project(cursor, "P3")
        assert found is not None
        assert page([found.total], "phase settled_on settlement_fen saving_fen") == "approved | - | - | -"
        assert page(found.sources, "settlement_fen") == block("""
            0.00
            0.00""")
        assert page(project_sources(cursor, "P3"), "settled_fen") == block("""
            0.00
            0.00""")
