"""Where somebody stands, who decides, and lists of second jobs."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from academy.people.choices import RoleCode
from academy.people.rules.second_jobs import Pay, SecondJobTerms
from academy.people.selectors.second_job_deciders import asked_of, deputies_of, stood_in_for
from academy.people.selectors.second_job_policies import policy_for, terms_of
from academy.people.selectors.second_jobs import listed, place_of, to_renew, unrenewed
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import DeputyFactory, GradeFactory, RoleHoldingFactory, as_actor, staff_of
from tests.factories.second_job_world import declared, second_job_council
from tests.factories.second_jobs import SecondJobFactory, SecondJobPolicyFactory

pytestmark = pytest.mark.django_db


def place(council, person=None):
    return place_of((person or council.amara).pk, council.organisation.pk, on=TODAY)


def test_own_policy_goes_before_the_one_for_all_and_the_newest_holds():
    council = OrganisationFactory()
    SecondJobPolicyFactory(valid_from=date(2026, 1, 1))
    assert policy_for(None, on=date(2025, 12, 31)) is None
    SecondJobPolicyFactory(organisation=council, code="old", valid_from=date(2020, 1, 1))
    SecondJobPolicyFactory(organisation=council, code="new", valid_from=date(2024, 1, 1))
    SecondJobPolicyFactory(organisation=council, code="next", valid_from=date(2027, 1, 1))
    found = policy_for(council.pk, on=TODAY)
    assert found is not None
    assert found.code == "new"


def test_without_a_policy_the_plain_terms_hold():
    assert terms_of(None) == SecondJobTerms()


def test_grade_point_and_contract_are_read_back():
    found = place(second_job_council(point=28, fte=Decimal("0.80")))
    assert (found.pay, found.contract, found.asked.permitted_by) == (
        Pay("BG9", 0, 28),
        Decimal("29.60"),
        "line_manager",
    )


def test_grade_is_compared_by_the_ladder():
    council = second_job_council()
    higher = GradeFactory(organisation=council.organisation, code="BG10", rank=2)
    person = staff_of(council.organisation, grade=higher)
    assert place(council, person).pay == Pay("BG10", 1, None)
    nobody = PersonFactory()
    assert place(council, nobody).pay == Pay()
    assert place(council, staff_of(council.organisation)).asked.permitted_by == "chief_officer"


def test_grade_without_the_threshold_grade_in_the_ladder_is_not_compared():
    council = OrganisationFactory()
    grade = GradeFactory(organisation=council, code="X1")
    person = staff_of(council, grade=grade, spinal_point=12)
    SecondJobPolicyFactory(organisation=council)
    found = place_of(person.pk, council.pk, on=TODAY)
    assert found is not None
    assert found.pay == Pay("X1", None, 12)


def test_no_threshold_asks_the_line_manager():
    council = OrganisationFactory()
    person = staff_of(council, grade=GradeFactory(organisation=council, code="X1"))
    SecondJobPolicyFactory(organisation=council, content={})
    found = place_of(person.pk, council.pk, on=TODAY)
    assert found is not None
    assert (found.pay, found.asked.permitted_by) == (Pay("X1"), "line_manager")


def test_no_policy_gives_no_place():
    assert place_of(PersonFactory().pk, OrganisationFactory().pk, on=TODAY) is None


def test_chief_officers_of_a_service_or_of_another_council_are_not_asked():
    council = second_job_council()
    other = second_job_council()
    RoleHoldingFactory(role=RoleCode.CHIEF_OFFICER, organisation=other.organisation)
    asked = asked_of(council.amara.pk, council.organisation.pk, permitted_by="chief_officer", on=TODAY)
    assert asked == [council.chief]
    assert asked_of(council.chief.pk, council.organisation.pk, permitted_by="chief_officer", on=TODAY) == []


def test_deputy_stands_in_for_who_decides_and_never_the_person_herself():
    council = second_job_council()
    deputy = staff_of(council.organisation)
    job = declared(council)
    for each in (deputy, council.amara):
        DeputyFactory(person=council.helen, deputy=each, organisation=council.organisation)
    assert [each.deputy for each in deputies_of([council.helen], job, on=TODAY)] == [deputy]
    assert [stood_in_for(each.pk, job, on=TODAY) for each in (deputy, council.helen, council.chief)] == [
        council.helen.pk,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("change", "found"),
    [({}, True), ({"until_on": date(2027, 11, 17)}, False), ({"until_on": date(2027, 11, 18)}, True)],
)
def test_permission_that_ends_is_to_be_asked_for_anew(change, found):
    job = SecondJobFactory(allowed=True, **change)
    assert unrenewed().filter(pk=job.pk).exists() is found


def test_permission_declared_anew_is_not_asked_for_twice():
    job = SecondJobFactory(allowed=True)
    renewal = SecondJobFactory(renews=job, person=job.person)
    assert list(unrenewed()) == []
    type(job).objects.filter(pk=renewal.pk).update(state="refused", decided_at=job.decided_at, reason="No.")
    assert list(unrenewed()) == [job]


def test_own_permissions_that_end_soon_are_hers_only():
    council = second_job_council()
    own = SecondJobFactory(allowed=True, person=council.amara, renew_on=TODAY + timedelta(days=30))
    SecondJobFactory(allowed=True, renew_on=TODAY)
    SecondJobFactory(allowed=True, person=council.amara, renew_on=TODAY + timedelta(days=31))
    assert to_renew(council.by, until=TODAY + timedelta(days=30)) == [own]


def test_human_resources_list_all_of_their_organisation():
    council = second_job_council()
    other = second_job_council()
    job = declared(council)
    declared(other)
    assert list(listed(as_actor(council.hr))) == [job]
    assert list(listed(as_actor(council.hr), state="refused")) == []
    assert list(listed(as_actor(council.chief))) == []
