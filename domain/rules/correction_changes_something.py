"""A correction says something else than what it corrects (更正前后不同).  Source: 会计法 14, 15."""

from domain.rules.refusals import NothingCorrected


def correction_changes_something(field: str, given: str, former: str) -> None:
    """Raise NothingCorrected when the correction reads as what it corrects, outer blanks aside."""
    if given.strip() == former.strip():
        raise NothingCorrected(field, given, former)
