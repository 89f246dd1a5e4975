"""规章用语: every code of a rulebook has its name, by each version that called it otherwise and by the newest."""

from dataclasses import replace
from datetime import date

from projections.rulebook_words.fold import PROJECTION
from projections.rulebook_words.query import RulebookWord, names
from tests.board.rules import REGULATIONS
from tests.given.rulebooks import a_rulebook
from tests.projections.given import GivenBooks


def publish(given: GivenBooks, version: int, name_of_central: str) -> None:
    central, *others = REGULATIONS.source_levels
    given.record(
        "rulebook.published",
        "county",
        **a_rulebook(
            replace(REGULATIONS, source_levels=(replace(central, name=name_of_central), *others)),
            version,
            in_force_from=date(2020 + version, 1, 1),
        ),
    )


def test_the_newest_rulebook_names_a_code(given: GivenBooks) -> None:
    publish(given, 1, "中央")
    publish(given, 2, "中央财政")
    given.follow(PROJECTION)
    with given.look() as cursor:
        found = names(cursor)
    newest = found.newest
    assert newest["level", "central"] == RulebookWord("level", "central", "中央财政", "")
    assert newest["use", "industry"].name_zh == "产业发展"
    assert newest["notice_kind", "completion"] == RulebookWord(
        "notice_kind", "completion", "完工公告", "Completion"
    )
    assert newest["notice_field", "completion.result"].name_en == "Result"


def test_a_fact_is_worded_by_the_version_that_judged_it(given: GivenBooks) -> None:
    for version, name in enumerate(("中央", "中央财政", "中央", "中央级"), 1):
        publish(given, version, name)
    given.follow(PROJECTION)
    with given.look() as cursor:
        found = names(cursor)
    called = [word.name_zh for version in range(6) if (word := found.of("level", "central", version))]
    assert called == ["中央级", "中央", "中央财政", "中央", "中央级", "中央级"]
    assert found.of("level", "moon", 1) is None


def test_a_page_that_comes_twice_names_nothing_twice(given: GivenBooks) -> None:
    publish(given, 1, "中央")
    given.follow(PROJECTION)
    once = given.rows("SELECT * FROM rulebook_words ORDER BY list, code, version")
    given.write("UPDATE ledger_positions SET position = 0")
    given.follow(PROJECTION)
    assert given.rows("SELECT * FROM rulebook_words ORDER BY list, code, version") == once
