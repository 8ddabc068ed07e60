"""Planning, changing, opening, closing, filling and withdrawing vacancies."""

from datetime import date, timedelta

import pytest
import time_machine

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from academy.people.models import Vacancy
from academy.people.selectors.vacancies import kept_vacancies, open_vacancies, public_vacancies, vacancies_for
from academy.people.services import vacancies
from academy.people.services.vacancies import KEEPERS_ONLY, VacancyDetails
from academy.people.tasks import turn_vacancies
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import (
    NOW,
    GradeFactory,
    GradeLevelFactory,
    JobRoleFactory,
    TeamFactory,
    as_actor,
    holder_of,
    member_of,
    staff_of,
)
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def hr(council):
    return as_actor(holder_of(RoleCode.HR, council))


def said(council, **more) -> VacancyDetails:
    details = {
        "team": TeamFactory(service__organisation=council),
        "job_role": JobRoleFactory(),
        "title": "Senior practitioner",
        "reference": "BCC-1042",
        "places": 2,
        "opens_on": date(2026, 11, 23),
        "closes_on": date(2026, 12, 11),
        "grade": GradeFactory(organisation=council),
    }
    return VacancyDetails(**{**details, **more})


def refusal(act, **arguments) -> tuple[str | None, str]:
    with pytest.raises(Refused) as refused:
        act(**arguments, at=NOW)
    return refused.value.field, refused.value.reason


def test_vacancy_is_planned_as_it_is_said(council, hr):
    details = said(council, contract="Permanent", about="Ring us.", is_outside=True)

    made = vacancies.plan(organisation=council, details=details, by=hr, at=NOW)

    kept = Vacancy.objects.get(pk=made.pk)
    assert (kept.organisation, kept.state, kept.opened_at) == (council, "planned", None)
    assert all(getattr(kept, name) == getattr(details, name) for name in VacancyDetails.__dataclass_fields__)
    assert Event.objects.get().act == "people.vacancy.plan"


def test_nobody_but_its_keepers_plans_or_changes_one(council):
    manager, vacancy = as_actor(staff_of(council)), VacancyFactory(organisation=council)

    assert refusal(vacancies.plan, organisation=council, details=said(council), by=manager) == (None, KEEPERS_ONLY)
    assert refusal(vacancies.change, vacancy=vacancy, details=said(council), by=manager) == (None, KEEPERS_ONLY)


def test_what_does_not_belong_together_is_refused(council, hr):
    elsewhere, other = OrganisationFactory(), VacancyFactory(organisation=council)
    wrong = {
        "places": {"places": 0},
        "closes_on": {"closes_on": date(2026, 11, 22)},
        "team": {"team": TeamFactory(service__organisation=elsewhere)},
        "grade": {"grade": GradeFactory(organisation=elsewhere)},
        "level": {"level": GradeLevelFactory()},
        "reference": {"reference": other.reference},
    }

    found = {
        name: refusal(vacancies.plan, organisation=council, details=said(council, **more), by=hr)[0]
        for name, more in wrong.items()
    }

    assert found == {name: name for name in wrong}


def test_vacancy_is_changed_with_the_names_of_what_differs(council, hr):
    vacancy = vacancies.plan(organisation=council, details=said(council), by=hr, at=NOW)
    same = {name: getattr(vacancy, name) for name in VacancyDetails.__dataclass_fields__}

    vacancies.change(vacancy=vacancy, details=VacancyDetails(**{**same, "places": 3}), by=hr, at=NOW)

    vacancy.refresh_from_db()
    assert vacancy.places == 3
    assert Event.objects.get(act="people.vacancy.change").changed == ["places"]


def test_closed_vacancy_stays_and_an_open_one_does_not_go_back_to_the_future(council, hr):
    closed, open_one = VacancyFactory(organisation=council, closed=True), VacancyFactory(organisation=council)

    assert refusal(vacancies.change, vacancy=closed, details=said(council), by=hr)[1].startswith("Applications are")
    assert refusal(vacancies.change, vacancy=open_one, details=said(council), by=hr)[0] == "opens_on"


def test_vacancy_goes_from_planned_to_filled(council, hr):
    vacancy = VacancyFactory(organisation=council, planned=True, opens_on=TODAY)

    vacancies.open_for_applications(vacancy=vacancy, by=hr, at=NOW)
    vacancies.close(vacancy=vacancy, by=hr, at=NOW + timedelta(days=1))
    vacancies.fill(vacancy=vacancy, by=hr, at=NOW + timedelta(days=2))

    vacancy.refresh_from_db()
    assert (vacancy.state, vacancy.opened_at, vacancy.closed_at) == ("filled", NOW, NOW + timedelta(days=1))
    assert (vacancy.filled_at, vacancy.is_over) == (NOW + timedelta(days=2), True)


def test_withdrawing_needs_a_reason_that_is_kept(council, hr):
    vacancy = VacancyFactory(organisation=council)

    assert refusal(vacancies.withdraw, vacancy=vacancy, reason=" ", by=hr)[0] == "note"
    vacancies.withdraw(vacancy=vacancy, reason="The team is merged", by=hr, at=NOW)

    assert Event.objects.get(act="people.vacancy.withdraw").note == "The team is merged"


def test_planned_vacancy_opens_and_an_open_one_closes_by_itself_on_its_days():
    opens, closes = VacancyFactory(planned=True), VacancyFactory()
    VacancyFactory(planned=True, opens_on=date(2026, 1, 1), closes_on=date(2026, 1, 31))
    days = {"first": opens.opens_on, "last": closes.closes_on, "after": closes.closes_on + timedelta(days=1)}

    turned = {}
    for name, day in days.items():
        with time_machine.travel(f"{day}T05:00:00+00:00", tick=False):
            turned[name] = turn_vacancies()

    opens.refresh_from_db()
    closes.refresh_from_db()
    assert turned == {"first": 1, "last": 0, "after": 2}
    assert (opens.opened_at.date(), opens.state, closes.state) == (days["first"], "closed", "closed")


def test_ladder_finds_the_open_vacancies_of_its_grades_in_one_query(council, django_assert_num_queries):
    bg12, bg13 = (GradeFactory(organisation=council, code=code) for code in ("BG12", "BG13"))
    late = VacancyFactory(organisation=council, grade=bg12, closes_on=date(2026, 12, 31))
    soon, higher = VacancyFactory(organisation=council, grade=bg12), VacancyFactory(organisation=council, grade=bg13)
    VacancyFactory(grade=GradeFactory(code="BG12"))
    VacancyFactory(organisation=council, grade=bg12, planned=True)
    VacancyFactory(organisation=council, grade=bg12, closed=True)

    def found(on=TODAY, **more):
        return [vacancy.pk for vacancy in open_vacancies([council.pk], on=on, **more)]

    with django_assert_num_queries(1):
        assert found(grades=["BG12"]) == [soon.pk, late.pk]
    assert sorted(found()) == sorted([soon.pk, late.pk, higher.pk])
    assert found(grades=["BG12"], on=soon.closes_on) == [soon.pk, late.pk]
    assert found(grades=["BG12"], on=soon.closes_on + timedelta(days=1)) == [late.pk]
    assert found(grades=["BG12"], on=soon.opens_on - timedelta(days=1)) == []
    assert found(grades=[]) == []


def test_staff_find_all_that_is_open_and_a_candidate_what_is_open_to_people_outside(council, hr):
    inside, outside = VacancyFactory(organisation=council), VacancyFactory(organisation=council, is_outside=True)
    planned = VacancyFactory(organisation=council, planned=True)
    filled = VacancyFactory(organisation=council, filled=True)
    staff, candidate = as_actor(staff_of(council)), as_actor(member_of(council))

    assert {each.pk for each in vacancies_for(staff)} == {inside.pk, outside.pk}
    assert {each.pk for each in vacancies_for(candidate)} == {outside.pk}
    assert {each.pk for each in public_vacancies(council, on=TODAY)} == {outside.pk}
    assert {each.pk for each in kept_vacancies(hr, over=False)} == {inside.pk, outside.pk, planned.pk}
    assert {each.pk for each in kept_vacancies(hr, over=True)} == {filled.pk}
    assert list(kept_vacancies(staff, over=False)) == []
