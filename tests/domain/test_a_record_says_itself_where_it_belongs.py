"""A stream declares the place that it belongs to and whether notices may be about it: no desk lists the kinds."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from domain.books.books import Books
from domain.books.desk.command import command
from domain.books.desk.turn import DecisionTurn
from domain.fact import Fact, Stream, applies
from domain.notices.field_text import FieldText
from domain.notices.notice import Notice
from domain.notices.refusals import NoticePlaceDiffers, SubjectUnknown
from domain.refusal import OutsideScope, UnknownRecord
from tests.domain.project_papers import CODE, PLACE, REGULATIONS, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.notices import a_notice
from tests.memory_journal import IN_MEMORY

FIELDS = tuple(FieldText(f.code, f.name_zh) for f in REGULATIONS.notice_kind("completion").fields)


class Well(Stream):
    """A new kind of record, of which no desk has heard."""

    KIND = "test_well"
    WORD = "水井", "well"
    SUBJECT_OF_NOTICES = True

    @dataclass(frozen=True, kw_only=True)
    class Dug(Fact):
        TOPIC = "test_well.dug"
        project_code: str

    def __init__(self, stream_id: str) -> None:
        super().__init__(stream_id)
        self.project_code = ""

    @property
    def belongs_to(self) -> str:
        return f"project/{self.project_code}"

    @applies(Dug)
    def _dug(self, fact: Dug) -> None:
        self.project_code = fact.project_code


class BooksWithWells(Books):
    @command
    def dig(self, turn: DecisionTurn, *, well_no: str, project_code: str) -> None:
        turn.new(Well, well_no).record(Well.Dug, **turn.stamp.fields, project_code=project_code)

    @command
    def dig_beside(self, turn: DecisionTurn, *, well_no: str, beside: str) -> None:
        known = turn.get_in_scope(Well, beside)
        turn.new(Well, well_no).record(Well.Dug, **turn.stamp.fields, project_code=known.project_code)


@pytest.fixture
def books() -> Iterator[BooksWithWells]:
    with BooksWithWells(IN_MEMORY) as opened:
        yield opened


@pytest.fixture
def story(books: BooksWithWells) -> Story:
    told = Story(books, on=day("2024-06-09")).worked_money().proposed()
    books.dig(told.act(), well_no="W1", project_code=CODE)
    return told


def draft(story: Story, subject: str, place_code: str = PLACE) -> None:
    story.books.draft_notice(
        story.act("u-publisher", scope=""),
        **a_notice("GG-1", "completion", subject, place_code=place_code, fields=FIELDS),
    )


def test_a_notice_about_a_new_kind_of_record_hangs_where_that_belongs(
    story: Story, books: BooksWithWells
) -> None:
    with refused(story, NoticePlaceDiffers, subject="test_well/W1", subject_place=PLACE):
        draft(story, "test_well/W1", "511704")
    with refused(story, UnknownRecord):
        draft(story, "test_well/W2")
    draft(story, "test_well/W1")
    with books.turn(story.act()) as turn:
        assert [notice.notice_no for notice in books.notices.of(turn, turn.get(Well, "W1"))] == ["GG-1"]
        assert turn.place_of(turn.get(Notice, "GG-1")) == PLACE


def test_a_caller_reaches_a_record_only_where_it_belongs(story: Story, books: BooksWithWells) -> None:
    with refused(story, OutsideScope):
        books.dig_beside(story.act(scope="511704"), well_no="W2", beside="W1")
    books.dig_beside(story.act(scope=PLACE), well_no="W2", beside="W1")


def test_no_notice_is_about_a_record_that_does_not_declare_it(story: Story) -> None:
    for subject in ("invoice/1", "period/2024-06", "test_well", "test_well/"):
        with refused(story, SubjectUnknown):
            draft(story, subject)
