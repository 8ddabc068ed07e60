from dataclasses import dataclass

import pytest

from pathways.rules.standing import Place, is_for, rung_of


@dataclass(frozen=True)
class Rung:
    code: str
    grade: str | None = None
    level: str | None = None
    job_roles: tuple[str, ...] = ()


RUNGS = [
    Rung("level-1", grade="BG10", level="level-1"),
    Rung("bg10", grade="BG10"),
    Rung("support", job_roles=("support-worker",)),
    Rung("senior", grade="BG10", job_roles=("senior-practitioner",)),
]


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (Place(grade="BG10", level="level-1"), "level-1"),
        (Place(grade="BG10", level="level-1", job_role="senior-practitioner"), "level-1"),
        (Place(grade="BG10", level="level-9"), "bg10"),
        (Place(grade="BG10"), "bg10"),
        (Place(grade="BG10", job_role="senior-practitioner"), "senior"),
        (Place(grade="BG11", job_role="support-worker"), "support"),
        (Place(grade="BG11"), None),
        (Place(), None),
    ],
)
def test_somebody_stands_on_the_rung_that_describes_her_closest(place, code):
    found = rung_of(place, RUNGS)

    assert (found.code if found else None) == code


def test_of_two_rungs_that_describe_her_as_closely_the_first_is_hers():
    assert rung_of(Place(grade="BG10"), [Rung("first", grade="BG10"), Rung("second", grade="BG10")]).code == "first"


@pytest.mark.parametrize(
    ("service_kind", "professions", "meant"),
    [
        ("", [], True),
        ("adults", [], True),
        ("children", [], False),
        ("", ["social_worker"], True),
        ("adults", ["occupational_therapist"], False),
        ("children", ["social_worker"], False),
    ],
)
def test_ladder_is_for_the_service_and_professions_it_names(service_kind, professions, meant):
    place = Place(service_kind="adults", profession="social_worker")

    assert is_for(place, service_kind=service_kind, professions=professions) is meant
