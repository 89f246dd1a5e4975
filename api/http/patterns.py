"""格式 (patterns): how some texts of a request are written, each with the words that say so to people."""

from collections.abc import Mapping

PRINTING = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
PLACE = r"^([0-9]{6}|[0-9]{9}|[0-9]{12})$"
PLACE_OR_NONE = r"^([0-9]{6}|[0-9]{9}|[0-9]{12})?$"
SHA256 = r"^[0-9a-f]{64}$"
SHA256_OR_NONE = r"^([0-9a-f]{64})?$"
MONTH = r"^\d{4}-\d{2}$"

PLACE_WORDS = (
    "应为 6 位（县）、9 位（乡镇）或 12 位（村）数字",
    "must be 6 digits (a county), 9 (a town) or 12 (a village)",
)
SHA256_WORDS = (
    "应为 64 位十六进制数字（0 至 9、小写 a 至 f）",
    "must be 64 hexadecimal digits (0 to 9 and a to f)",
)
PATTERNS: Mapping[str, tuple[str, str]] = {
    PRINTING: ("不得含控制字符", "may hold no control characters"),
    PLACE: PLACE_WORDS,
    PLACE_OR_NONE: (f"{PLACE_WORDS[0]}，或留空", f"{PLACE_WORDS[1]}, or empty"),
    SHA256: SHA256_WORDS,
    SHA256_OR_NONE: (f"{SHA256_WORDS[0]}，或留空", f"{SHA256_WORDS[1]}, or empty"),
    MONTH: ("应为形如 2025-01 的月份", "must be a month written as 2025-01"),
}
"""The words of each pattern.  A test holds every pattern of the interface to this table."""
