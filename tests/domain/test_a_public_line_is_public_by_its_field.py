"""公开电话: a supervision line may be a mobile number; it is public by its field, and no other text holds one."""

from dataclasses import replace

import pytest

from domain.books.books import Books
from domain.notices.field_text import FieldText
from domain.notices.notice import Notice
from domain.projects.project import Project
from domain.rulebook.ready.ready import ready_rulebook
from domain.rules.refusals import PersonalNumber
from tests.domain.project_papers import CODE, PLACE, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused

RULES, EARLIER = ready_rulebook("2021-2"), ready_rulebook("2021")
KIND = "before_start"
MOBILE, IDENTITY = "13800138000", "11010519491231002X"


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books).opens(RULES).proposed()


def drafts(story: Story, **texts: str) -> None:
    """Draft a notice; `texts` say what stands in some of its fields, or in its title."""
    fields = {field.code: f"{field.name_zh}：如实" for field in RULES.notice_kind(KIND).fields}
    story.books.draft_notice(
        story.act("u-publisher", day("2024-03-01")),
        notice_no="GG-1",
        kind=KIND,
        level="village",
        place_code=PLACE,
        subject=Project.id_of(CODE),
        title=texts.pop("title", "公示"),
        fields=tuple(FieldText(code, text) for code, text in (fields | texts).items()),
    )


@pytest.mark.parametrize(
    "line", [MOBILE, f"监督电话：{MOBILE}", "+86 138-0013-8000", f"12317；手机 {MOBILE}", "0818-2651234"]
)
def test_a_mobile_number_may_be_the_supervision_line(story: Story, line: str) -> None:
    drafts(story, supervision_phone=line)
    fact = story.fact(Notice, "GG-1")
    assert isinstance(fact, Notice.Drafted)
    assert FieldText("supervision_phone", line) in fact.fields
    assert fact.public_lines == ("supervision_phone",)


@pytest.mark.parametrize("field", ["content", "title"])
def test_every_other_text_of_the_notice_is_scanned(story: Story, field: str) -> None:
    with refused(story, PersonalNumber, kind="a mobile number"):
        drafts(story, **{field: f"联系人 {MOBILE}", "supervision_phone": MOBILE})


@pytest.mark.parametrize("text", [IDENTITY, f"{MOBILE} 身份证 {IDENTITY}", "一三八〇〇一三八〇〇〇"])
def test_beside_the_line_no_number_of_a_person_stands(story: Story, text: str) -> None:
    with refused(story, PersonalNumber):
        drafts(story, supervision_phone=text)


def test_a_rulebook_that_names_no_public_line_lets_none_pass(books: Books) -> None:
    story = Story(books).opens(EARLIER).proposed()
    with refused(story, PersonalNumber, kind="a mobile number"):
        drafts(story, supervision_phone=MOBILE)


def test_a_corrected_notice_keeps_its_line(story: Story) -> None:
    drafts(story, supervision_phone=MOBILE)
    drafted = story.fact(Notice, "GG-1")
    assert isinstance(drafted, Notice.Drafted)
    story.posted("GG-1", day("2024-03-02"))
    changed = tuple(
        replace(field, text="更正") if field.code == "content" else field for field in drafted.fields
    )
    story.books.extend_notice(
        story.act("u-publisher", day("2024-03-05")), notice_no="GG-1", reason="标准有误", fields=changed
    )
    with refused(story, PersonalNumber):
        story.books.extend_notice(
            story.act("u-publisher", day("2024-03-06")),
            notice_no="GG-1",
            reason=f"打 {MOBILE}",
            fields=changed,
        )
