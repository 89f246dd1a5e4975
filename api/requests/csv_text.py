"""文件的文字 (the text of a file): decoded, or refused with what the file is instead and how to make a CSV of it."""

import re
from collections.abc import Sequence

from api.http.refusals import InvalidRequest
from api.http.wording import Complaint
from domain.code import Word

CHINESE = re.compile("[\u3000-\u9fff]")

SAVE_AS_CSV = (
    "请在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”后再报",
    "save the sheet as “CSV UTF-8 (comma delimited)” and send that",
)
SEND_ELSEWHERE = (
    "请改报 CSV，或把 JSON 报到不收文件的地址（见 /docs）",
    "send a CSV, or send the JSON to the address that takes no file (see /docs)",
)
SIGNS: Sequence[tuple[re.Pattern[bytes], Word, Word]] = (
    (
        re.compile(rb"PK\x03\x04"),
        ("Excel 工作簿（xlsx）或别的压缩包", "an Excel workbook (xlsx) or another zip file"),
        SAVE_AS_CSV,
    ),
    (
        re.compile(rb"\xd0\xcf\x11\xe0"),
        ("旧版 Excel 工作簿（xls）", "an old Excel workbook (xls)"),
        SAVE_AS_CSV,
    ),
    (re.compile(rb"%PDF"), ("PDF 文件", "a PDF file"), SAVE_AS_CSV),
    (
        re.compile(rb"\xff\xfe|\xfe\xff|[^\x00]\x00[^\x00]\x00|\x00[^\x00]\x00[^\x00]"),
        ("UTF-16 编码的文字", "text in UTF-16"),
        SAVE_AS_CSV,
    ),
    (
        re.compile(rb"(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml|table)", re.IGNORECASE),
        ("网页（有的系统导出的 xls 其实是网页）", "a web page, as some systems export for xls"),
        SAVE_AS_CSV,
    ),
    (re.compile(rb"(\xef\xbb\xbf)?\s*[{\[]"), ("JSON", "JSON"), SEND_ELSEWHERE),
)
"""What the first bytes of a file give it away as, and what to do then."""


def text_of(content: bytes, kind: str) -> str:
    """Decode: what is not UTF-8 is the national encoding.

    Raises InvalidRequest for an empty file, for one that its first bytes show to be no CSV, for UTF-8 that was cut or
    damaged, with its line, and for what is neither of the two encodings, in this order.
    """
    if not content.strip():
        raise refused(kind, "文件是空的", "the file is empty")
    for sign, found, remedy in SIGNS:
        if sign.match(content):
            raise refused(
                kind,
                f"这不是 CSV，而是{found[0]}；{remedy[0]}",
                f"this is no CSV but {found[1]}; {remedy[1]}",
            )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _was_utf_8(content):
            line = content.count(b"\n", 0, error.start) + 1
            zh = f"第 {line} 行有损坏的 UTF-8 字符，文件可能没有传完，请重新导出后再报"
            en = f"line {line} holds a damaged UTF-8 character; the file may be cut short: export it again"
            raise refused(kind, zh, en, line) from error
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError as error:
        zh, en = SAVE_AS_CSV
        raise refused(
            kind, f"编码既不是 UTF-8 也不是 GB18030；{zh}", f"neither UTF-8 nor GB18030; {en}"
        ) from error


def refused(kind: str, zh: str, en: str, line: int = 1) -> InvalidRequest:
    """Make the refusal of a whole file of this kind; both sentences without a full stop."""
    return InvalidRequest([Complaint(f"line:{line}", f"{kind}_file", f"{zh}。", f"{en}.")])


def _was_utf_8(content: bytes) -> bool:
    """Whether more Chinese characters than damaged ones are read as UTF-8: GB18030 would be nearly all damage."""
    text = content.decode("utf-8", "replace")
    return len(CHINESE.findall(text)) > text.count("\ufffd")
