"""规章用语 on the board: a record is called what the version that judged it says, whatever a newer one says."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from urllib.parse import quote

from domain.rulebook.regulations import Regulations
from tests.board.conftest import Board, follow, new_books, serving
from tests.board.county import FUND, RESULT, ROAD, record_county
from tests.board.rules import REGULATIONS
from tests.given.rulebooks import a_rulebook
from tests.projections.given import GivenBooks

KIND = "allocation_result"
PAGES: Mapping[str, tuple[str, ...]] = {
    f"/board/funds/{quote(FUND, safe='')}": ("产业发展",),
    f"/board/projects/{ROAD}": ("产业发展",),
    f"/board/notices/{quote(RESULT, safe='')}": (REGULATIONS.notice_kind(KIND).name_zh,),
}
"""What each page calls a code of the first version."""


def renamed() -> Regulations:
    """Every use, kind of notice and field under another name."""
    return replace(
        REGULATIONS,
        uses=tuple(replace(use, name=f"新{use.name}") for use in REGULATIONS.uses),
        notice_kinds=tuple(
            replace(
                kind,
                name_zh=f"新{kind.name_zh}",
                fields=tuple(replace(field, name_zh=f"新{field.name_zh}") for field in kind.fields),
            )
            for kind in REGULATIONS.notice_kinds
        ),
    )


def publish_again(given: GivenBooks) -> None:
    given.record("rulebook.published", "county", **a_rulebook(renamed(), 2, in_force_from=date(2025, 1, 1)))


def test_what_the_first_version_judged_keeps_its_words_when_a_second_is_published(database_url: str) -> None:
    with new_books(database_url) as given:
        record_county(given)
        follow(given)
        with serving(given.ledgers) as url:
            board = Board(url, given)
            before = {path: board.get(path).text for path in PAGES}
            publish_again(given)
            follow(given)
            for path, words in PAGES.items():
                after = board.get(path).text
                assert "新" not in after.replace("新建", ""), path
                for word in words:
                    assert word in before[path], path
                    assert word in after, path
