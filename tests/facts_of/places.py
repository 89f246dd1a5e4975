"""区划与单位 (places): what is said of their facts."""

from tests.subject_facts import SubjectFacts

FACTS = SubjectFacts(
    ways_back={
        "place.division_registered": ("place.renamed", "place.ended"),
        "place.unit_registered": ("place.renamed", "place.ended"),
        "place.renamed": ("place.renamed",),
        "place.ended": ("place.ended",),
    },
)
