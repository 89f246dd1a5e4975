"""公示的路 (the way of a notice): drafted, posted, and closed when its days are over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.notices.field_text import FieldText
from domain.notices.notice_amount import NoticeAmount
from scripts.demo.clerk import PUBLISHER, Clerk
from scripts.demo.papers import scan


@dataclass(frozen=True)
class NoticeText:
    """What a notice says.  `fields` are text by the code of the field."""

    notice_no: str
    kind: str
    level: str
    place_code: str
    subject: str
    title: str
    fields: Mapping[str, str]
    amounts: tuple[NoticeAmount, ...] = ()


def draft(clerk: Clerk, notice: NoticeText, on: date, *, refused: str = "") -> None:
    """Draft the notice; with `refused`, expect that refusal instead."""
    values = {
        "notice_no": notice.notice_no,
        "kind": notice.kind,
        "level": notice.level,
        "place_code": notice.place_code,
        "subject": notice.subject,
        "title": notice.title,
    }
    fields = tuple(FieldText(code, text) for code, text in notice.fields.items())
    draft_notice = clerk.books.draft_notice
    if refused:
        clerk.refused(refused, PUBLISHER, on, draft_notice, **values, fields=fields, amounts=notice.amounts)
    else:
        clerk.act(PUBLISHER, on, draft_notice, **values, fields=fields, amounts=notice.amounts)


def post(clerk: Clerk, notice: NoticeText, first_day_on: date, place_text: str) -> None:
    """Post a drafted notice, with the hash of its photo."""
    clerk.act(
        PUBLISHER,
        first_day_on,
        clerk.books.post_notice,
        notice_no=notice.notice_no,
        place_text=place_text,
        photo_sha256=scan(notice.notice_no, "photo"),
        first_day_on=first_day_on,
    )


def close(clerk: Clerk, notice: NoticeText, on: date) -> None:
    """Close a notice after its days, without open objection."""
    clerk.act(PUBLISHER, on, clerk.books.close_notice, notice_no=notice.notice_no)


def run(
    clerk: Clerk, notice: NoticeText, first_day_on: date, close_on: date, place_text: str = "公示栏"
) -> None:
    """Draft, post and close."""
    draft(clerk, notice, first_day_on)
    post(clerk, notice, first_day_on, place_text)
    close(clerk, notice, close_on)
