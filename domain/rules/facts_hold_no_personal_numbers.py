"""Facts cannot be erased, so their texts hold no number of a person (事实不载个人号码).

Found are identity numbers (GB 11643: 18 characters, birth date, check character), mobile numbers and bank cards
(16 to 19 digits with a right Luhn check).  Masked numbers pass.
"""

import re

from domain.refusals.project import PersonalNumber

IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]"
)
MOBILE = re.compile(r"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
CARD = re.compile(r"(?<!\d)\d(?:[ -]?\d){15,18}(?!\d)")

IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
IDENTITY_CHECKS = "10X98765432"


def facts_hold_no_personal_numbers(**texts: str) -> None:
    """Raise PersonalNumber for the first text, named by its field, that holds a number of a person."""
    for field, text in texts.items():
        if any(is_identity(found) for found in IDENTITY.findall(text)):
            raise PersonalNumber(field, ("身份证号", "an identity number"))
        if MOBILE.search(text):
            raise PersonalNumber(field, ("手机号", "a mobile number"))
        if any(is_card(found) for found in CARD.findall(text)):
            raise PersonalNumber(field, ("银行卡号", "a bank card number"))


def is_identity(number: str) -> bool:
    """Whether the check character of an 18-character identity number is right."""
    weighed = sum(int(digit) * weight for digit, weight in zip(number, IDENTITY_WEIGHTS, strict=False))
    return IDENTITY_CHECKS[weighed % len(IDENTITY_CHECKS)] == number[-1].upper()


def is_card(number: str) -> bool:
    """Whether the digits of a card number pass the Luhn check."""
    digits = [int(character) for character in reversed(number) if character.isdigit()]
    doubled = (digit * 2 for digit in digits[1::2])
    return (sum(digits[::2]) + sum(d - 9 if d > 9 else d for d in doubled)) % 10 == 0  # noqa: PLR2004 - of decimal digits
