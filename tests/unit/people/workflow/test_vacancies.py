"""Which ways are open in which state and to whom, and who knows of a vacancy."""

import pytest

from academy.engines.access.permissions import allows
from academy.engines.workflow.moves import available
from academy.engines.workflow.soundness import faults
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.choices.vacancies import VacancyState
from academy.people.models import Vacancy
from academy.people.workflow import VACANCY
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import NOW, as_actor, holder_of, member_of, staff_of
from tests.factories.vacancies import VacancyFactory

ALL_STAMPS = {"opened_at": NOW, "closed_at": NOW, "filled_at": NOW, "withdrawn_at": NOW}
KEEPS = {"planned": ["open", "withdraw"], "open": ["close", "withdraw"], "closed": ["fill", "withdraw"]}
OPEN = {"hr": KEEPS, "lead": KEEPS, "portal": {"planned": ["open"], "open": ["close"]}}
KEEPERS = {"hr", "lead"}
STAFF = {"psw", "manager", "staff"}
SEEN = {
    "planned": KEEPERS,
    "open": KEEPERS | STAFF | {"candidate"},
    "closed": KEEPERS | STAFF,
    "filled": KEEPERS | STAFF,
    "withdrawn": KEEPERS,
}


@pytest.fixture
def council(db):
    return OrganisationFactory()


@pytest.fixture
def actors(council):
    found = {
        "hr": holder_of(RoleCode.HR, council),
        "lead": holder_of(RoleCode.ACADEMY_LEAD, council),
        "psw": holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, council),
        "manager": staff_of(council),
        "candidate": member_of(council),
        "stranger": holder_of(RoleCode.HR, OrganisationFactory()),
        "nobody's": PersonFactory(),
    }
    found["staff"] = staff_of(council, line_manager=found["manager"])
    return {**{who: as_actor(person) for who, person in found.items()}, "portal": Actor.system("tests", on=TODAY)}


def stood(vacancy: Vacancy, state: str) -> Vacancy:
    Vacancy.objects.filter(pk=vacancy.pk).update(state=state, **ALL_STAMPS)
    vacancy.refresh_from_db()
    return vacancy


def test_workflow_of_vacancies_is_sound():
    assert faults(VACANCY) == []


def test_transitions_in_every_state_for_everybody(council, actors):
    vacancy = VacancyFactory(organisation=council)
    found = {
        (who, state): [each.transition.name for each in available(VACANCY, stood(vacancy, state), by) if each.is_open]
        for who, by in actors.items()
        for state in VacancyState.values
    }

    assert found == {(who, state): OPEN.get(who, {}).get(state, []) for who in actors for state in VacancyState.values}


@pytest.mark.parametrize("is_outside", [True, False])
def test_vacancy_seen_one_by_one_is_the_one_seen_in_lists(council, actors, is_outside):
    vacancy = VacancyFactory(organisation=council, is_outside=is_outside)
    hidden = set() if is_outside else {"candidate"}
    for state in VacancyState.values:
        stood(vacancy, state)
        listed = {who for who, by in actors.items() if Vacancy.objects.visible_to(by).filter(pk=vacancy.pk).exists()}
        assert listed == {who for who, by in actors.items() if allows("people.vacancy.see", by, vacancy)}
        assert listed == SEEN[state] - hidden


def test_who_belongs_nowhere_finds_no_vacancies(actors):
    finders = {who for who, by in actors.items() if allows("people.vacancy.find", by)}

    assert finders == set(actors) - {"nobody's", "portal"}
    assert {who for who, by in actors.items() if allows("people.vacancy.see", by)} == {"hr", "lead", "stranger"}
