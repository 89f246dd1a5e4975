"""业务编号 (business keys): the numbers that offices type, as they may stand in the id of a stream."""

import re
import unicodedata
from collections.abc import Collection

from domain.code import Word
from domain.refusal import Refusal


class KeyMisread(Refusal):
    """The text cannot be the number of a record (编号不合规范)."""

    code = "key_misread"
    title_zh, title_en = "编号不合规范", "Not a usable number"
    shows = ("given",)
    field: str
    given: str
    wanted: Word

    says_zh = "“{field:label}”为“{given}”，编号须：{wanted:zh}。"
    says_en = "{field} is “{given}”; a number must be: {wanted:en}."
    remedy_zh, remedy_en = "请按文件上的编号填写。", "Type the number as it stands on the document."


LONGEST_KEY = 64
FOLDED_AWAY = frozenset({".", ".."})
"""What browsers and servers take out of an address, so that no record of this number could be reached (RFC 3986)."""
BRACKETS_AND_DASHES = str.maketrans("〔【〖[{〕】〗]}‐–—―−", "(((((" + ")))))" + "-----")
HAO = re.compile(r"(?<=\d)号+(?![号\d])")
"""The 号 behind a number; where digits follow it, it keeps them apart and stays."""
PLAIN = re.compile("[!-~\u4e00-\u9fff]*")
"""Characters without another form in Unicode, as nearly all numbers have: they need no folding."""
BARE = re.compile(r"[!-Z\\^-z|~\u4e00-\u53f6\u53f8-\u9fff]*")
"""Those of them that are neither a bracket nor 号: in small letters they are their own key."""
INVOICE_WORDS, INVOICE_LEAD = re.compile("发票|代码|号码|第|号"), re.compile("^(?:NO)?0*")
"""What stands around and before the number of an invoice, and is no part of it."""


def business_key(text: str, field: str) -> str:
    """Give the key without outer blanks, in composed form (NFC), so that one number has one spelling.

    Raises KeyMisread when it is empty, longer than 64 characters, holds `/` or control characters, or is `.` or `..`.
    """
    key = unicodedata.normalize("NFC", text).strip()
    if not key:
        raise KeyMisread(field, text, ("不能为空", "not empty"))
    if len(key) > LONGEST_KEY:
        wanted = f"至多 {LONGEST_KEY} 字", f"at most {LONGEST_KEY} characters"
        raise KeyMisread(field, key[:LONGEST_KEY] + "…", wanted)
    # What is printable holds no control characters; the others are looked at one by one.
    if "/" in key or not (key.isprintable() or all(map(_may_stand, key))):
        shown = key.encode("unicode_escape").decode()
        raise KeyMisread(field, shown, ("不含斜杠和控制字符", "no slash, no control characters"))
    if key in FOLDED_AWAY:
        raise KeyMisread(field, key, ("不是单独的一两个点", "more than one or two dots"))
    return key


def lookup_key(number: str) -> str:
    """Give the one key by which a number is looked up however it is spelt: `县财〔2018〕3号`, `县财 [２０１８] 3`.

    Width, letter case, blanks, the form of brackets and dashes, and a 号 behind a number do not count; all else does.
    The key of a key is itself.  It is for finding only: what is recorded and shown is the spelling first recorded.
    """
    small = number.lower()
    if BARE.fullmatch(small):
        return small
    plain = small.translate(BRACKETS_AND_DASHES)
    if PLAIN.fullmatch(plain):
        return HAO.sub("", plain)
    key = _folded(number)
    while (again := _folded(key)) != key:
        key = again
    return key


def stream_key(stream_id: str) -> str:
    """Give the look-up key of the record in a stream, with its kind: `fund/县财〔2024〕3号` has `fund/县财(2024)3`."""
    kind, _, number = stream_id.partition("/")
    return f"{kind}/{lookup_key(number)}"


def recorded_spelling(number: str, recorded: Collection[str]) -> str:
    """Give a number as it is spelt among the recorded ones; as it came when none, or more than one, is like it."""
    if number in recorded:
        return number
    key = lookup_key(number)
    like = [one for one in recorded if lookup_key(one) == key]
    return like[0] if len(like) == 1 else number


def _folded(text: str) -> str:
    spelt = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return HAO.sub("", "".join(spelt.translate(BRACKETS_AND_DASHES).split()))


def invoice_key(number: str, field: str) -> str:
    """Give the one key of an invoice however its number is spelt: `发票 fp-00１２` and `FP0012` are both `FP0012`.

    Only letters and digits count, in half width and capitals, without the words around them and without leading
    zeros.  Raises KeyMisread when nothing is left, or what `business_key` raises.
    """
    spelt = unicodedata.normalize("NFKC", business_key(number, field)).upper()
    key = INVOICE_WORDS.sub("", "".join(filter(str.isalnum, spelt)))
    return business_key(INVOICE_LEAD.sub("", key), field)


def _may_stand(character: str) -> bool:
    return not unicodedata.category(character).startswith("C")
