from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from academy.people.models import Terms
from asye.choices.ending import GrantPart
from asye.choices.enrolments import EnrolmentState, Role
from asye.models import AsyePolicy, Enrolment
from asye.rules.parts_of_policy import Grant
from asye.rules.policy import PLAIN
from asye.selectors.enrolling import can_be_enrolled, candidates_for, is_running
from asye.services.enrolments import enrol
from asye.services.grants import claims_due
from tests.factories.asye import EnrolmentFactory
from tests.factories.asye_enrolling import STARTS, council
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, MembershipFactory, RegistrationFactory, as_actor, staff_of

pytestmark = pytest.mark.django_db
GRANT = Grant(
    year="2026-27",
    body="Department for Education",
    starts_from=date(2026, 4, 1),
    starts_until=date(2027, 3, 31),
    parts={GrantPart.REGISTRATION: Decimal(1000), GrantPart.COMPLETION: Decimal(1000)},
    closes_on=date(2027, 3, 31),
)


@pytest.fixture
def here():
    return council(replace(PLAIN, grants=(GRANT,)))


def begun(here, **said):
    return enrol(person=here.nqsw, details=here.details(**said), by=here.by, at=NOW)


def refused(here, **said):
    with pytest.raises(Refused) as refusal:
        begun(here, **said)
    assert Enrolment.objects.count() == 0
    return refusal.value.reason, refusal.value.field


def test_year_begins_with_its_people_dates_reviews_agreement_and_claims(here):
    year = begun(here)

    assert (year.person, year.organisation, year.policy) == (here.nqsw, here.organisation, here.policy)
    assert (year.standing, year.starts_on) == (EnrolmentState.AGREEMENT_DUE, STARTS)
    held = year.parts.order_by("role").values_list("role", "person_id", "from_on", "until_on")
    assert list(held) == [
        (Role.ASSESSOR, here.assessor.pk, TODAY, None),
        (Role.COORDINATOR, here.coordinator.pk, TODAY, None),
        (Role.MANAGER, here.manager.pk, TODAY, None),
    ]
    assert [(each.organisation, each.policy, each.from_on) for each in year.periods.all()] == [
        (here.organisation, here.policy, STARTS)
    ]
    assert sorted(year.milestones.values_list("code", flat=True)) == [
        "agreement",
        "ceiling",
        "end",
        "final",
        "observation-1",
        "observation-2",
        "observation-3",
        "panel",
        "review-3",
        "review-6",
        "review-9",
        "submission",
    ]
    assert [review.milestone.code for review in year.reviews.all()] == ["review-3", "review-6", "review-9", "final"]
    assert year.agreements.get().number == 1
    claims = year.grant_claims.order_by("due_on").values_list("part", "amount", "due_on", "body")
    assert list(claims) == [
        ("registration", Decimal(1000), STARTS, "Department for Education"),
        ("completion", Decimal(1000), date(2027, 3, 31), "Department for Education"),
    ]
    assert claims_due(enrolment=year, grant=GRANT, by=here.by, at=NOW) == []
    assert Event.objects.filter(act="asye.enrolment.enrol", about_id=here.nqsw.pk).count() == 1
    told = Notice.objects.filter(kind="asye.enrolment.enrolled").values_list("person_id", flat=True)
    assert set(told) == {here.nqsw.pk, here.assessor.pk, here.manager.pk}


def test_year_that_began_earlier_gives_the_parts_from_its_first_day(here):
    year = begun(here, starts_on=date(2026, 10, 5), contract_on=date(2026, 10, 1))
    assert set(year.parts.values_list("from_on", flat=True)) == {date(2026, 10, 5)}
    assert year.contract_on == date(2026, 10, 1)


def test_grant_of_years_that_started_elsewhen_leaves_nothing_to_claim(here):
    year = begun(here, starts_on=date(2027, 4, 5))
    assert year.grant_claims.count() == 0


def test_start_before_the_registration_is_refused(here):
    here.nqsw.registrations.all().delete()
    RegistrationFactory(person=here.nqsw, from_on=date(2026, 12, 1))
    assert refused(here) == (
        "She is registered from 1 December 2026. The year starts on that day or a later one.",
        "starts_on",
    )


def test_second_year_under_way_and_one_after_a_pass_are_refused(here):
    begun(here)
    with pytest.raises(Refused, match="A year of hers is under way"):
        begun(here)
    Enrolment.objects.update(state=EnrolmentState.DECIDED, outcome="pass", ended_at=NOW)
    with pytest.raises(Refused, match="She has passed"):
        begun(here)
    Enrolment.objects.update(outcome="fail")
    assert is_running(here.nqsw.pk) is None
    assert begun(here).standing == EnrolmentState.AGREEMENT_DUE


def test_who_does_not_run_the_programme_where_she_works_enrols_nobody(here):
    elsewhere = council()
    for actor in (as_actor(here.manager), elsewhere.by):
        with pytest.raises(Refused, match="Only the ASYE co-ordinator or the academy lead"):
            enrol(person=here.nqsw, details=here.details(), by=actor, at=NOW)


def test_without_policy_manager_or_assessor_the_year_does_not_begin(here):
    assert refused(here, people={Role.COORDINATOR: here.coordinator.pk}) == ("Say who is her assessor.", "assessor")
    Terms.objects.filter(post__person=here.nqsw).update(line_manager=None)
    assert refused(here)[0] == "No line manager is entered for her. Ask human resources to enter one first."
    Terms.objects.filter(post__person=here.nqsw).update(line_manager=here.manager)
    AsyePolicy.objects.all().update(withdrawn_on=TODAY)
    assert refused(here) == (
        "No ASYE policy holds for her service on that day. Choose a later first day, or have one published.",
        "starts_on",
    )


def test_whose_post_has_ended_is_not_enrolled(here):
    assert refused(here, knowledge_current="x" * 501) == ("Use at most 500 characters.", "knowledge_current")
    Terms.objects.filter(post__person=here.nqsw).update(until_on=date(2026, 11, 16))
    MembershipFactory(person=here.nqsw, organisation=here.organisation)
    assert refused(here)[0] in (
        "She has no post here, today or later. Ask human resources to enter it first.",
        "Only the ASYE co-ordinator or the academy lead where she works enrols her.",
    )


@pytest.mark.parametrize("who", ["nqsw", "stranger", "unregistered"])
def test_part_for_who_cannot_have_it_is_refused(here, who):
    stranger, unregistered = staff_of(OrganisationFactory()), staff_of(here.organisation)
    whom = {"nqsw": here.nqsw, "stranger": stranger, "unregistered": unregistered}[who]
    reason, field = refused(here, people={Role.ASSESSOR: whom.pk, Role.COORDINATOR: here.coordinator.pk})
    says = {
        "nqsw": "She cannot have this part in her own year. Choose somebody else.",
        "stranger": "Choose somebody who works or has a place here.",
        "unregistered": f"{unregistered.full_name} has no live registration with Social Work England entered here on "
        "17 November 2026, and whoever assesses needs one. Choose somebody else, or ask human resources to enter it.",
    }
    assert (reason, field) == (says[who], "assessor")


def test_who_can_be_enrolled_are_those_newly_qualified_and_others_by_name(here):
    other = staff_of(here.organisation, line_manager=here.manager)
    assert [terms.post.person for terms in can_be_enrolled(here.by)] == [here.nqsw]
    assert [terms.post.person for terms in can_be_enrolled(here.by, other.family_name)][-1] == other
    assert can_be_enrolled(as_actor(here.manager)) == []
    EnrolmentFactory(person=here.nqsw, organisation=here.organisation)
    assert can_be_enrolled(here.by) == []


def test_assessors_are_offered_with_their_load_and_never_she_herself(here):
    begun(here)
    found = candidates_for(Role.ASSESSOR, here.organisation.pk, on=TODAY, but=here.nqsw.pk, manager=here.manager.pk)
    assert {each.person: (each.work, each.load) for each in found} == {
        here.assessor: ("assessor of 1 now", 1),
        here.manager: ("assessor of nobody now", 0),
    }
    [coordinator] = candidates_for(Role.COORDINATOR, here.organisation.pk, on=TODAY, but=here.nqsw.pk)
    assert coordinator.work == "co-ordinator of 1 now; no live registration entered here"
