"""业务编号 (business keys): the numbers that offices type, as they may stand in the id of a stream."""

import unicodedata

from domain.refusals.keys import KeyMisread

LONGEST_KEY = 64


def business_key(text: str, field: str) -> str:
    """Give the key without outer blanks, in composed form (NFC), so that one number has one spelling.

    Raises KeyMisread when it is empty, longer than 64 characters, or holds `/` or control characters.
    """
    key = unicodedata.normalize("NFC", text).strip()
    if not key:
        raise KeyMisread(field, text, "不能为空 not empty")
    if len(key) > LONGEST_KEY:
        raise KeyMisread(field, key[:LONGEST_KEY] + "…", f"至多 {LONGEST_KEY} 字 at most {LONGEST_KEY} characters")
    # What is printable holds no control characters; the others are looked at one by one.
    if "/" in key or not (key.isprintable() or all(map(_may_stand, key))):
        shown = key.encode("unicode_escape").decode()
        raise KeyMisread(field, shown, "不含斜杠和控制字符 no slash, no control characters")
    return key


def _may_stand(character: str) -> bool:
    return not unicodedata.category(character).startswith("C")
