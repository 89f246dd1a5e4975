"""区划与单位 (places): what stands around the year."""

from datetime import date

from tests.projections.given import GivenBooks

TOWN = "511703100"
VILLAGE = "511703100201"


def places(given: GivenBooks) -> None:
    """A county and its office; the office was renamed, a town ended."""
    for code, name, level, parent in (("511703", "达川区", "county", ""), (TOWN, "石桥镇", "town", "511703")):
        given.record(
            "place.division_registered",
            "county",
            code=code,
            name=name,
            level=level,
            parent_code=parent,
            from_on=date(2000, 1, 1),
            until_on=None,
            source="民政部",
            evidence_sha256="d1",
        )
    given.record(
        "place.unit_registered",
        "county",
        code="D-FP",
        name="达川区扶贫局",
        kind="office",
        unified_code="",
        place_code="511703",
        from_on=None,
        until_on=None,
        source="编办",
        evidence_sha256="",
    )
    given.record("place.renamed", "county", code="D-FP", name="达川区乡村振兴局", reason="机构改革")
    given.record(
        "place.ended",
        "county",
        code=TOWN,
        until_on=date(2024, 12, 31),
        successor_code="",
        reason="撤镇设街道",
    )


CHAPTERS = {
    230: places,
}
