"""资产清查 (asset surveys), derived anew, as they were reported; a project's assets come with the project."""

from scripts.verify.journal import Stored
from scripts.verify.papers import Papers
from scripts.verify.subject import NO_PLACE, Subject


def surveys(fact: Stored, papers: Papers) -> None:
    """The asset surveys, as they were reported."""
    if fact.topic == "asset_register.surveyed":
        row = {**fact.state, "place_code": fact.key, "position": fact.position}
        papers.line("asset_ledger_surveys", row)


SUBJECT = Subject(
    happens={
        "asset": "registered registration_reversed",
        "asset_register": "surveyed",
    },
    opens={"asset.registered": NO_PLACE},
    by_fact={"asset_ledger_surveys": ("position",)},
    hears=lambda papers: {"asset_register": lambda fact: surveys(fact, papers)},
)
