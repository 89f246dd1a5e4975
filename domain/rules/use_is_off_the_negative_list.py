"""Aid money has no use that stands on the negative list (负面清单)."""

from domain.refusals.project import UseForbidden
from domain.regulations import Regulations


def use_is_off_the_negative_list(regulations: Regulations, use: str) -> None:
    """Raise UseForbidden for a use on the negative list, NotInRulebook for one that no list knows."""
    forbidden = regulations.forbidden_use(use)
    if forbidden is not None:
        raise UseForbidden(use, forbidden.text)
    regulations.use(use)
