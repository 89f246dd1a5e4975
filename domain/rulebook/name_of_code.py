"""规章用语 (words of a rulebook): what it calls the codes of its lists."""

from domain.rulebook.regulations import Regulations, name_of_row


def name_of_code(regulations: Regulations, listed: str, code: str) -> str:
    """Give the Chinese name of a code in a list of the rulebook, such as `uses`; the code where it is not there."""
    for row in getattr(regulations, listed):
        if row.code == code:
            return name_of_row(row)
    return code
