"""What takes something back, moves it or closes it says why (说明理由).  Source: 会计法 14, 15; invariant I16."""

from domain.refusals.period import ReasonMissing


def taking_back_says_why(reason: str) -> None:
    """Raise ReasonMissing for an empty reason."""
    if not reason.strip():
        raise ReasonMissing
