"""公示公告 (notice): drafted with its fields, posted, objected to, answered, extended, closed or withdrawn.

Its facts stand in `facts`, what they add up to in `state`.  The decisions stand in chapters, one file each;
this page is their table of contents.
"""

from domain.notices import objections, posting
from domain.notices.state import NoticeStanding


class Notice(NoticeStanding):
    """公示公告 `notice/{notice_no}`, with every decision of its chapters as a method."""

    # 拟稿、张贴、更正延期、期满、撤回
    draft = posting.draft
    check_replaces = posting.check_replaces
    check_waits = posting.check_waits
    post = posting.post
    extend = posting.extend
    close = posting.close
    withdraw = posting.withdraw

    # 异议、答复
    object_to = objections.object_to
    answer = objections.answer
