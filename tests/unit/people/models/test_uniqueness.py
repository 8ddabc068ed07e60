"""Everything the database keeps once, with a second row it refuses and, where it is dated, one it keeps."""

from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError
from django.db.models import Model, UniqueConstraint

from tests.factories import leaving, monitoring, people, second_jobs, vacancies
from tests.factories.identity import PersonFactory

pytestmark = pytest.mark.django_db

LAST_DAY = {"until_on": date(2024, 2, 29)}
WITHDRAWN = {"withdrawn_on": date(2024, 2, 29)}
ACCEPTED = {"accepted_at": people.NOW}


def renewal(**values: object) -> Model:
    return second_jobs.SecondJobFactory(**{"renews": second_jobs.SecondJobFactory(), **values})


# name: (factory, what the second row shares with the first, a column SQLite names, what frees the place)
CASES = {
    "annotation_open_once": (people.AnnotationFactory, ("registration", "kind"), "registration_id", LAST_DAY),
    "grade_code_once": (people.GradeFactory, ("organisation", "code"), "code", None),
    "grade_rank_once": (people.GradeFactory, ("organisation", "rank"), "rank", WITHDRAWN),
    "grade_level_code_once": (people.GradeLevelFactory, ("grade", "code"), "code", None),
    "grade_level_rank_once": (people.GradeLevelFactory, ("grade", "rank"), "rank", WITHDRAWN),
    "invitation_one_open_per_person": (people.InvitationFactory, ("person",), "person_id", ACCEPTED),
    "leaving_once": (
        leaving.LeavingFactory,
        ("person", "organisation", "last_on"),
        "last_on",
        {"state": "taken_back"},
    ),
    "membership_open_once": (people.MembershipFactory, ("person", "organisation"), "organisation_id", LAST_DAY),
    "monitoringanswer_once": (monitoring.MonitoringAnswerFactory, ("person", "question"), "question", None),
    "monitoringform_edition_once": (
        monitoring.MonitoringFormFactory,
        ("organisation", "code", "valid_from"),
        "monitoringform",
        None,
    ),
    "organisation_link_title_once": (people.OrganisationLinkFactory, ("organisation", "title"), "title", None),
    "organisation_link_order_once": (people.OrganisationLinkFactory, ("organisation", "order"), "order", WITHDRAWN),
    "partnership_member_open_once": (
        people.PartnershipMemberFactory,
        ("partnership", "member"),
        "member_id",
        LAST_DAY,
    ),
    "post_one_primary_per_organisation": (
        people.PostFactory,
        ("person", "organisation"),
        "organisation_id",
        {"is_primary": False},
    ),
    "qualifyingsupport_one_open": (
        leaving.QualifyingSupportFactory,
        ("person", "organisation"),
        "organisation_id",
        {"qualified_on": date(2026, 7, 31)},
    ),
    "registration_number_held_once": (people.RegistrationFactory, ("regulator", "number"), "number", LAST_DAY),
    "registration_open_once": (people.RegistrationFactory, ("person", "regulator"), "person_id", LAST_DAY),
    "role_holding_open_once": (people.RoleHoldingFactory, ("person", "organisation"), "role_holding", LAST_DAY),
    "secondjobpolicy_code_once": (
        second_jobs.SecondJobPolicyFactory,
        ("organisation", "code"),
        "secondjobpolicy",
        None,
    ),
    "secondjobpolicy_start_once": (
        second_jobs.SecondJobPolicyFactory,
        ("organisation", "valid_from"),
        "secondjobpolicy",
        WITHDRAWN,
    ),
    "secondjob_renewed_once": (renewal, ("renews",), "renews_id", {"state": "withdrawn"}),
    "service_code_once": (people.ServiceFactory, ("organisation", "code"), "code", None),
    "staffnumber_number_once": (monitoring.StaffNumberFactory, ("organisation", "number"), "number", None),
    "staffnumber_person_once": (monitoring.StaffNumberFactory, ("organisation", "person"), "person_id", None),
    "team_code_once": (people.TeamFactory, ("service", "code"), "code", None),
    "gradechange_once_by_a_decision": (
        vacancies.GradeChangeFactory,
        ("decision_key",),
        "decision_key",
        {"decision_key": ""},
    ),
    "vacancy_reference_once": (vacancies.VacancyFactory, ("organisation", "reference"), "reference", None),
}


def same(row: Model, names: tuple[str, ...]) -> dict[str, object]:
    return {name: getattr(row, name) for name in names}


def test_every_unique_constraint_has_a_case():
    models = apps.get_app_config("people").get_models()
    rules = {rule.name for model in models for rule in model._meta.constraints if isinstance(rule, UniqueConstraint)}

    assert set(CASES) | {"terms_one_open_per_post", "terms_begin_once_a_day"} == rules


@pytest.mark.parametrize("name", CASES)
def test_second_row_in_the_same_place_is_refused(name):
    make, shared, column, _ = CASES[name]
    first = make()

    with pytest.raises(IntegrityError, match=f"{name}|{column}"):
        make(**same(first, shared))


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case[3]])
def test_place_of_an_ended_row_is_free(name):
    make, shared, _, frees = CASES[name]
    first = make(**frees)

    second = make(**same(first, shared))

    assert second.pk != first.pk


def test_post_has_one_row_of_open_terms():
    first = people.TermsFactory()

    with pytest.raises(IntegrityError, match=r"terms_one_open_per_post|post_id"):
        people.TermsFactory(post=first.post, from_on=date(2023, 1, 1))


def test_terms_of_a_post_begin_once_a_day():
    first = people.TermsFactory(until_on=people.SINCE)

    with pytest.raises(IntegrityError, match=r"terms_begin_once_a_day|from_on"):
        people.TermsFactory(post=first.post)


def test_role_for_one_service_stands_beside_the_role_for_another():
    lead = PersonFactory()
    service = people.ServiceFactory()
    other = people.ServiceFactory(organisation=service.organisation)

    held = [
        people.RoleHoldingFactory(person=lead, organisation=service.organisation, service=each)
        for each in (None, service, other)
    ]

    assert len({holding.pk for holding in held}) == 3


def test_role_for_the_same_service_twice_is_refused():
    first = people.RoleHoldingFactory(service=people.ServiceFactory())

    with pytest.raises(IntegrityError, match="role_holding"):
        people.RoleHoldingFactory(person=first.person, organisation=first.organisation, service=first.service)
