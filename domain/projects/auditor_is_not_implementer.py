"""Who audits the price of a work had no hand in it: neither its contractor nor its implementing unit (审价与施工分离).

Units are named by their words here, so blanks, width and letter case make no other unit.
"""

import unicodedata

from domain.projects.settlement_refusals import AuditorIsImplementer


def auditor_is_not_implementer(auditor_unit: str, *implementers: str) -> None:
    """Raise AuditorIsImplementer when the unit is one of these, which are names or ids; "" is nobody."""
    for implementer in implementers:
        if implementer and _spelt(auditor_unit) == _spelt(implementer):
            raise AuditorIsImplementer(auditor_unit, implementer)


def _spelt(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
