"""A contract is not cut below the work already measured (调减不低于已计量)."""

from domain.refusals.project_works import ChangeBelowUsed


def change_keeps_what_is_used(what: tuple[str, str], changed_fen: int, used_fen: int) -> None:
    """Raise ChangeBelowUsed when what is changed would be less than what is used of it."""
    if changed_fen < used_fen:
        raise ChangeBelowUsed(what, changed_fen, used_fen)
