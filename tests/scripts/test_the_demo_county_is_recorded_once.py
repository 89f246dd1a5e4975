import pytest

from tests.scripts.running import Place, answer


@pytest.fixture(scope="module")
def demo_place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place("demo", folder=tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="module")
def recorded(demo_place: Place) -> dict[str, object]:
    return answer(demo_place, "demo")


def refusals(recorded: dict[str, object]) -> dict[str, list[str]]:
    cases = recorded["cases"]
    assert isinstance(cases, list)
    return {
        case["case"]: [finding["refusal"] for finding in case["findings"] if finding["refusal"]]
        for case in cases
    }


def test_contradictory_notices_are_refused_with_the_reason(recorded: dict[str, object]) -> None:
    found = refusals(recorded)
    assert found["B05"] == ["above_ceiling"]
    assert found["A06"] == ["fee_above_cap"]
    assert found["A01"] == ["notice_fields_missing"]
    assert not any(found[true] for true in ("A17", "B03", "C01", "C02", "C04", "D01", "E04"))


def test_the_books_agree_with_the_facts(demo_place: Place, recorded: dict[str, object]) -> None:
    assert recorded
    audited = answer(demo_place, "verify")
    assert audited["differences"] == []
    assert audited["facts"] > 500


def test_the_second_time_nothing_is_recorded(demo_place: Place, recorded: dict[str, object]) -> None:
    before = answer(demo_place, "status")["head"]
    again = answer(demo_place, "demo")
    assert all(case["repeated"] for case in again["cases"])
    assert refusals(again).keys() == refusals(recorded).keys()
    assert answer(demo_place, "status")["head"] == before


def test_rebuilt_ledgers_agree_as_well(demo_place: Place, recorded: dict[str, object]) -> None:
    assert recorded
    assert answer(demo_place, "rebuild")["position"] == answer(demo_place, "status")["head"]
    assert answer(demo_place, "verify")["differences"] == []
