"""规章: dated versions, ready regimes with a source for each parameter, and no number of the rules in the code."""

import ast
import json
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from domain.rulebook.procedure_rules import (
    DutiesApart,
    FundYearRule,
    NoticeBefore,
    PostingDayRule,
    PublicLine,
    SlipRule,
)
from domain.rulebook.reading import read
from domain.rulebook.ready.ready import READY, ready_rulebook
from domain.rulebook.refusals import NotInRulebook, RulebookMisread, RulebookOutOfOrder
from domain.rulebook.regulations import Regulations
from domain.rulebook.rulebook import Rulebook
from domain.rulebook.rulebook_is_whole import parameters, rulebook_is_whole
from domain.stamp import Stamp
from tests.tree import modules, name_of, tree_of

RULES = ready_rulebook("2021")
BEFORE_ENTRY = NoticeBefore("library_entry", "project_library", "village", "x")
STAMP = Stamp("u-admin", date(2021, 1, 4))

NUMBERS_THAT_ARE_NO_RULE = {
    "domain/money/amount_text.py": "fen in a yuan and in 万元",
    "domain/accounts/reports.py": "months in a quarter and in a year",
    "domain/books/desk/requests.py": "how many requests are kept in memory",
    "domain/books/desk/streams.py": "how many streams are kept in memory",
    "domain/keys.py": "the length of a number",
    "domain/money/fen.py": "digits, places, the largest amount and 100% in basis points",
    "domain/rulebook/reading.py": "how much of a wrong value is shown",
    "domain/rules/county_matters_are_the_countys.py": "the length of a county's code",
    "domain/personal_number.py": "check digits of identity and bank card numbers",
    "domain/projects/retention_stays_within_its_cap.py": "months in a year",
    "domain/rolls/paid_period.py": "the months of quarters, halves and terms",
    "domain/rulebook/working_calendar.py": "Saturday",
    "domain/places/division.py": "digits of a division code",
    "domain/refusal.py": "how many faults of a list one refusal names",
    "domain/places/unified_code.py": "the weights of a check character",
    **{
        name_of(path): "examples, and the longest text that a field may hold"
        for path in modules("domain/fields")
    },
}


def publish(book: Rulebook, version: int, in_force_from: date, regulations: Regulations = RULES) -> None:
    book.publish(
        STAMP,
        version=version,
        title="规章",
        document_no=f"规〔{version}〕",
        in_force_from=in_force_from,
        regulations=regulations,
    )


@pytest.mark.parametrize("code", READY)
def test_a_ready_regime_loads_and_names_a_source_for_every_parameter(code: str) -> None:
    regulations = ready_rulebook(code)
    rulebook_is_whole(regulations)
    named = dict(parameters(regulations))
    assert len(named) > 60
    assert all(getattr(parameter, "source", "") for parameter in named.values())


def test_every_ready_file_belongs_to_a_regime() -> None:
    folder = files("domain.rulebook.ready")
    regimes = [json.loads(folder.joinpath(f"regime_{code}.json").read_text("utf-8")) for code in READY]
    used = {value[1:] for regime in regimes for value in regime.values() if str(value).startswith("@")}
    stored = {Path(entry.name).stem for entry in folder.iterdir() if entry.name.endswith(".json")}
    assert stored == used | {f"regime_{code}" for code in READY}


def test_an_unknown_regime_is_refused() -> None:
    with pytest.raises(NotInRulebook):
        ready_rulebook("2026")


@pytest.mark.parametrize("path", modules("domain"), ids=name_of)
def test_no_number_of_the_rules_stands_in_the_code(path: Path) -> None:
    if name_of(path) in NUMBERS_THAT_ARE_NO_RULE:
        return
    statuses = {
        id(node.value)
        for node in ast.walk(tree_of(path))
        if (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "status")
        or (isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "status")
    }
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Constant) and type(node.value) is int and id(node) not in statuses:
            assert node.value <= 2, f"line {node.lineno}: {node.value}"


def versions_on(book: Rulebook, *days: date) -> list[int | None]:
    return [rules.version if (rules := book.in_force_on(on)) else None for on in days]


def test_the_version_that_judges_a_day_is_the_one_that_began_last_before_it() -> None:
    book = Rulebook("rulebook/county")
    publish(book, 1, date(2017, 1, 1))
    publish(book, 2, date(2021, 3, 26))
    publish(book, 3, date(2019, 1, 1))
    days = (date(2016, 12, 31), date(2017, 1, 1), date(2018, 12, 31), date(2019, 1, 1), date(2021, 3, 25))
    assert versions_on(book, *days) == [None, 1, 1, 3, 3]
    assert versions_on(book, date(2021, 3, 26), date(2022, 1, 1)) == [2, 2]


def test_among_versions_of_one_first_day_the_highest_judges() -> None:
    book = Rulebook("rulebook/county")
    publish(book, 1, date(2021, 1, 1))
    publish(book, 2, date(2021, 1, 1))
    publish(book, 3, date(2017, 1, 1))
    assert versions_on(book, date(2020, 12, 31), date(2021, 1, 1), date(2024, 1, 1)) == [3, 2, 2]


def test_a_regime_of_2001_that_is_published_last_judges_no_day_of_the_later_regimes() -> None:
    book = Rulebook("rulebook/county")
    first_days = {"2011": date(2012, 1, 1), "2017": date(2017, 3, 31), "2021": date(2021, 3, 26)}
    for version, (code, first_day) in enumerate([*first_days.items(), ("2001", date(2001, 1, 1))], start=1):
        publish(book, version, first_day, ready_rulebook(code))
    judged = {day: book.in_force_on(day) for day in (date(2011, 12, 31), date(2012, 1, 1), date(2024, 5, 1))}
    assert {day.year: rules.regulations.fee.cap_bp for day, rules in judged.items() if rules} == {
        2011: 150,
        2012: 200,
        2024: 100,
    }


def test_versions_count_up_by_one() -> None:
    book = Rulebook("rulebook/county")
    with pytest.raises(RulebookOutOfOrder):
        publish(book, 2, date(2021, 1, 1))
    publish(book, 1, date(2021, 1, 1))
    with pytest.raises(RulebookOutOfOrder):
        publish(book, 1, date(2021, 1, 1))
    assert book.version == 1


@pytest.mark.parametrize(
    ("where", "broken"),
    [
        ("fee.source", replace(RULES, fee=replace(RULES.fee, source=" "))),
        ("uses", replace(RULES, uses=(*RULES.uses, RULES.uses[0]))),
        ("fee.excluded_uses", replace(RULES, fee=replace(RULES.fee, excluded_uses=("moon",)))),
        ("change.approval_bp", replace(RULES, change=replace(RULES.change, approval_bp=10_001))),
        ("carry_over.years", replace(RULES, carry_over=replace(RULES.carry_over, years=0))),
        (
            "payment_schemes.works_2022.retention_bp",
            replace(RULES, retention=replace(RULES.retention, cap_bp=299)),
        ),
        ("retention.base", replace(RULES, retention=replace(RULES.retention, base="weight"))),
        ("posting_day.counts", replace(RULES, posting_day=PostingDayRule("moon", "x"))),
        ("public_lines.field_code", replace(RULES, public_lines=(PublicLine("moon", "x"),))),
        ("slip.times", replace(RULES, slip=SlipRule(1, "x"))),
        *(
            (
                f"notices_before[0].{field}",
                replace(RULES, notices_before=(replace(BEFORE_ENTRY, **{field: "moon"}),)),
            )
            for field in ("step", "kind", "level")
        ),
        (
            "duties_apart.x.duties",
            replace(RULES, duties_apart=(DutiesApart("x", ("proposal", "moon"), "x"),)),
        ),
        ("fund_year.years_ahead", replace(RULES, fund_year=FundYearRule(-1, "x"))),
        (
            "day_limits.pass_down.unit",
            replace(RULES, day_limits=(replace(RULES.day_limits[0], unit="moon"),)),
        ),
    ],
)
def test_a_rulebook_that_is_not_whole_is_refused_with_its_place(where: str, broken: Regulations) -> None:
    book = Rulebook("rulebook/county")
    with pytest.raises(RulebookMisread) as refused:
        publish(book, 1, date(2021, 1, 1), broken)
    assert refused.value.field == where
    assert not book.exists


@pytest.mark.parametrize(
    ("where", "change"),
    [
        ("regime", {"regime": 2021}),
        ("fee.cap_bp", {"fee": {"excluded_uses": [], "allowed_fee_uses": [], "source": "x"}}),
        ("moon", {"moon": 1}),
        ("change.approval_bp", {"change": {"approval_bp": 1.5, "source": "x"}}),
        ("uses", {"uses": "none"}),
        ("fee", {"fee": 1}),
        ("slip", {"slip": "none"}),
    ],
)
def test_data_that_is_not_a_rulebook_is_refused_with_its_place(where: str, change: dict[str, object]) -> None:
    folder = files("domain.rulebook.ready")
    given = json.loads(folder.joinpath("regime_2021.json").read_text("utf-8"))
    for name, value in given.items():
        if isinstance(value, str) and value.startswith("@"):
            given[name] = json.loads(folder.joinpath(f"{value[1:]}.json").read_text("utf-8"))
    assert read(Regulations, given) == RULES
    with pytest.raises(RulebookMisread) as refused:
        read(Regulations, given | change)
    assert refused.value.field == where


def test_the_payment_schemes_say_what_the_counties_wrote() -> None:
    old, new = ready_rulebook("2001"), RULES
    four_five_one = old.scheme("four_five_one")
    assert [(row.stage, row.share_bp, row.of) for row in four_five_one.stages[:3]] == [
        ("advance", 4_000, "plan"),
        ("progress", 9_000, "plan"),
        ("settlement", 10_000, "audited"),
    ]
    works = new.scheme("works_2022")
    assert works.rows("advance")[0].ceiling_fen(96_000_000) == 28_800_000
    assert works.rows("progress")[0].ceiling_fen(60_000_000) == 48_000_000
    assert works.retention_bp == 300
    capped = new.scheme("seventy_of_audited").rows("settlement")[0]
    assert capped.ceiling_fen(50_000_000) == 21_000_000
    assert [row.share_bp for row in new.scheme("thirty_fifty_eighty").rows("progress")] == [5_000, 8_000]


def test_tender_lines_open_routes_by_kind_price_and_use() -> None:
    assert "self_build" in RULES.routes_for("works", 199_999_999, "infrastructure")
    assert "self_build" not in RULES.routes_for("works", 200_000_000, "infrastructure")
    assert "self_build" in RULES.routes_for("works", 398_000_000, "works_relief")
    assert RULES.routes_for("works", 400_000_000, "works_relief") == ("open_tender", "invited_tender")
    with pytest.raises(NotInRulebook):
        RULES.routes_for("moon", 1, "")


def test_a_code_that_is_not_listed_is_refused_with_the_list() -> None:
    with pytest.raises(NotInRulebook) as refused:
        RULES.use("moon")
    assert "industry" in str(refused.value.figures["listed"])
    assert RULES.documents_for("roll") == ()
    assert RULES.day_limit("objection_answer").days == 20
    assert RULES.bond_cap("performance").cap_bp == 1_000
    assert RULES.notice_kind("completion").minimum_days == 10
    assert RULES.checklist("four_two").steps[-1].kind == "posting"
