"""The worked example comes out to the fen, in the neutral chart and in the two others."""

from datetime import date

import pytest

from projections.source_of_money import query as source_of_money
from projections.source_of_money.fold import PROJECTION as SOURCE_OF_MONEY
from projections.trial_balance.fold import PROJECTION as TRIAL_BALANCE
from projections.trial_balance.query import TrialBalance, posting_lines, trial_balance
from tests.projections import worked_example as example
from tests.projections.given import GivenBooks

END = date(2025, 12, 31)


def asked(
    given: GivenBooks, on: date = END, chart: str = "neutral", since: date | None = None
) -> TrialBalance:
    with given.look() as cursor:
        return trial_balance(cursor, on=on, chart=chart, since=since)


def closings(balance: TrialBalance) -> dict[str, int]:
    return {line.account: line.closing_fen for line in balance.lines if line.closing_fen}


def test_every_cash_account_closes_at_zero(given: GivenBooks) -> None:
    example.worked_example(given)
    given.follow(TRIAL_BALANCE)
    assert closings(asked(given)) == {
        "Q10": 1_000_000_00,
        "Q30": -10_000_00,
        "Q50": -942_300_00,
        "Q60": -47_700_00,
    }


def test_every_cash_account_closes_at_zero_for_each_source_and_purpose(given: GivenBooks) -> None:
    example.worked_example(given)
    given.follow(TRIAL_BALANCE)
    by = ("document_no", "level", "purpose_kind", "purpose_code", "year", "budget_code", "account_code")
    with given.look() as cursor:
        balance = trial_balance(cursor, on=END, by=by)
    assert not [line for line in balance.lines if line.side == "cash" and line.closing_fen]
    spent = {line.dimensions["level"]: line.closing_fen for line in balance.lines if line.account == "Q50"}
    assert spent == {"central": -565_380_00, "provincial": -376_920_00}


def test_turnover_is_that_of_the_entries(given: GivenBooks) -> None:
    example.worked_example(given)
    given.follow(TRIAL_BALANCE)
    turnover = {line.account: (line.debit_fen, line.credit_fen) for line in asked(given).lines}
    assert turnover == {
        "1020": (991_234_56, 991_234_56),
        "1110": (288_000_00, 288_000_00),
        "1210": (942_300_00, 942_300_00),
        "2010": (990_000_00, 990_000_00),
        "2110": (654_300_00, 654_300_00),
        "2120": (28_269_00, 28_269_00),
        "2150": (1_234_56, 1_234_56),
        "Q10": (1_000_000_00, 0),
        "Q20": (1_000_000_00, 1_000_000_00),
        "Q30": (990_000_00, 1_000_000_00),
        "Q40": (990_000_00, 990_000_00),
        "Q50": (0, 942_300_00),
        "Q60": (0, 47_700_00),
    }


@pytest.mark.parametrize(
    ("on", "bank_fen"),
    [
        (date(2024, 2, 29), 0),
        (date(2024, 3, 1), 990_000_00),
        (date(2024, 3, 19), 990_000_00),
        (date(2024, 3, 20), 702_000_00),
        (date(2024, 3, 31), 702_000_00),
        (date(2024, 6, 9), 702_000_00),
        (date(2024, 6, 30), 510_000_00),
        (date(2024, 12, 31), 28_269_00),
        (date(2025, 9, 21), 1_234_56),
    ],
)
def test_the_balance_of_any_day_is_that_of_the_day(given: GivenBooks, on: date, bank_fen: int) -> None:
    example.worked_example(given)
    given.follow(TRIAL_BALANCE)
    assert closings(asked(given, on)).get("1020", 0) == bank_fen


def test_a_period_opens_where_the_former_closed(given: GivenBooks) -> None:
    example.worked_example(given)
    given.follow(TRIAL_BALANCE)
    former = closings(asked(given, date(2024, 6, 9)))
    later = asked(given, date(2024, 9, 15), since=date(2024, 6, 10))
    assert {line.account: line.opening_fen for line in later.lines if line.opening_fen} == former
    (payable,) = [line for line in later.lines if line.account == "2110"]
    assert (payable.opening_fen, payable.debit_fen, payable.credit_fen, payable.closing_fen) == (
        -312_000_00,
        220_269_00,
        342_300_00,
        -434_031_00,
    )


def test_a_fact_shows_its_lines(given: GivenBooks) -> None:
    example.quota(given)
    advance = example.pay(given, 1, "advance", example.split(288_000_00), date(2024, 3, 20))
    given.follow(TRIAL_BALANCE)
    with given.look() as cursor:
        lines = posting_lines(cursor, advance)
    assert [(one.account, one.level, one.debit_fen, one.credit_fen, one.account_code) for one in lines] == [
        ("1110", "central", 172_800_00, 0, ""),
        ("1020", "central", 0, 172_800_00, "zh01"),
        ("1110", "provincial", 115_200_00, 0, ""),
        ("1020", "provincial", 0, 115_200_00, "zh01"),
    ]
    assert {(one.document_no, one.purpose_code, one.year, one.budget_code) for one in lines} == {
        (example.FUND, "P1", 2024, "2130505")
    }


def test_the_village_books_show_the_asset_and_the_fund_that_it_became(given: GivenBooks) -> None:
    example.worked_example(given)
    given.follow(TRIAL_BALANCE)
    balance = asked(given, chart="village")
    assert (balance.edition, closings(balance)) == ("2023", {"151": 942_300_00, "311": -942_300_00})


def test_the_village_books_of_2023_and_before_name_works_by_the_code_of_2004(given: GivenBooks) -> None:
    example.quota(given)
    example.works(given)
    given.follow(TRIAL_BALANCE)
    now, then = asked(given, chart="village"), asked(given, date(2023, 12, 31), chart="village")
    assert (now.edition, then.edition) == ("2023", "2004")
    assert {line.account: line.name_zh for line in now.lines}["153"] == "在建工程"
    assert then.lines == ()


def test_the_county_unit_books_cash_on_both_sides_at_once(given: GivenBooks) -> None:
    example.worked_example(given)
    given.follow(TRIAL_BALANCE)
    balance = asked(given, chart="county_unit")
    assert closings(balance) == {
        "4001": -942_300_00,
        "5301": 942_300_00,
        "6001": -942_300_00,
        "7101": 942_300_00,
    }
    assert [(total.side, total.balanced) for total in balance.totals] == [
        ("financial", True),
        ("budget", True),
    ]


def test_each_source_of_the_project_is_known_to_the_fen(given: GivenBooks) -> None:
    example.worked_example(given)
    given.follow(SOURCE_OF_MONEY)
    with given.look() as cursor:
        central, provincial = source_of_money.project_sources(cursor, "P1")
        payment = source_of_money.payment_sources(cursor, "zh01", "ZF4")
    assert (central.level, provincial.level) == ("central", "provincial")
    assert central == source_of_money.ProjectSource(
        document_no=example.FUND,
        level="central",
        planned_fen=594_000_00,
        arrived_fen=594_000_00,
        advanced_fen=172_800_00,
        measured_fen=360_000_00,
        settled_fen=565_380_00,
        retained_fen=16_961_40,
        paid_fen=565_380_00,
        handed_over_fen=565_380_00,
        recovered_fen=28_620_00,
        balance_fen=0,
        saving_fen=28_620_00,
    )
    assert [(one.level, one.paid_fen) for one in payment] == [
        ("central", 16_961_40),
        ("provincial", 11_307_60),
    ]
