"""栏目 (sections): each file of pages/ declares one, with a path and a place in the navigation of its own."""

import pytest

from api.board.every_section import DeclaredSection, every_section
from domain.fact import STREAMS
from projections.ledger.page import fact_of

fact_of("period.closed")  # every stream is imported now, so STREAMS is whole
DECLARED = every_section()
each_section = pytest.mark.parametrize("declared", DECLARED, ids=lambda one: one.section.path)


def test_no_two_sections_share_a_path_a_place_or_a_stream() -> None:
    sections = [one.section for one in DECLARED]
    streams = [section.stream for section in sections if section.stream]
    for told in ([section.path for section in sections], [section.order for section in sections], streams):
        assert len(set(told)) == len(told)


def test_every_trail_begins_with_the_overview() -> None:
    assert DECLARED[0].section.path == "/board"


@each_section
def test_a_section_has_pages_of_records_exactly_where_it_names_their_stream(
    declared: DeclaredSection,
) -> None:
    assert (declared.record is not None) == (declared.section.stream in STREAMS)


@each_section
def test_every_page_of_a_section_stands_below_its_path(declared: DeclaredSection) -> None:
    sheets = [declared.listing[0], *([declared.record[0]] if declared.record else [])]
    assert {sheet.section for sheet in sheets} == {declared.section.path}
